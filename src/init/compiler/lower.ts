import { threadJumps } from "./code-flow.ts";
import { type DataLayout, layOutData } from "./data-layout.ts";
import type { Symbols } from "./function-code.ts";
import { type Item, isLabel, type Label, targetOf } from "./instruction.ts";
import type { ModuleIr } from "./ir.ts";
import { lowerFunction } from "./lower-function.ts";
import { shareTails } from "./share-tails.ts";
import type { Routine, Target } from "./target.ts";

/** A program for one CPU, before its addresses are known. */
export interface Program {
	readonly entry: Label;
	/** All code: functions one after the other, each after its label. */
	readonly code: readonly Item[];
	/** The labels of the entry, functions and routines, in the order of the code. */
	readonly functions: readonly Label[];
	/** Read-only data, each object with its label. */
	readonly rodata: readonly { readonly label: Label; readonly bytes: Uint8Array }[];
	/** Labels the first byte of .bss. */
	readonly bss: Label;
	/** Bytes of .bss. */
	readonly bssSize: number;
}

/** Selects a CPU's instructions for a module. */
export function lower(module: ModuleIr, target: Target): Program {
	const entry: Label = { name: "_start" };
	const bss: Label = { name: ".bss" };
	const data = layOutData(module, target);
	const rodata = module.rodata.map(({ symbol, bytes }) => ({ label: { name: symbol }, bytes }));
	const symbols: Symbols = {
		functions: new Map(module.functions.map(({ name }) => [name, { name }])),
		rodata: new Map(rodata.map(({ label }) => [label.name, label])),
		data: data.offsets,
	};
	const { select } = target;
	const code = [
		{ define: entry },
		...select.start(bss),
		...storeInitial(data, target),
		...select.call(labelOf(module.entry, symbols)),
		...select.trap(),
		...module.functions.flatMap((ir) => [{ define: labelOf(ir.name, symbols) }, ...lowerFunction(ir, target, symbols)]),
	];
	const routines = findCalledRoutines(code, target);
	const functions = [entry, ...symbols.functions.values(), ...routines.map(({ label }) => label)];
	const whole = [...code, ...routines.flatMap((routine) => [{ define: routine.label }, ...routine.code])];
	const shared = shareTails(threadJumps(whole, target, new Set(functions)), target);
	return { entry, code: target.finish?.(shared) ?? shared, functions, rodata, bss, bssSize: data.size };
}

function labelOf(name: string, { functions }: Symbols): Label {
	const label = functions.get(name);
	if (label === undefined) throw new Error(`BUG: no function ${name}`);
	return label;
}

function storeInitial({ initial }: DataLayout, { wordSize, select, registers }: Target): Item[] {
	return initial.flatMap(({ offset, size, value }) => {
		const width = size === 8 && wordSize === 8 ? 64 : 32;
		return [
			...select.constant(width, registers.scratch, value),
			...select.store(size, registers.scratch, registers.data, offset),
		];
	});
}

/** The routines that the code calls, directly or through other routines. */
function findCalledRoutines(code: readonly Item[], { routines }: Target): Routine[] {
	const found: Routine[] = [];
	const isCalled = (routine: Routine): boolean =>
		!found.includes(routine) && [code, ...found.map((each) => each.code)].some((items) => calls(items, routine));
	for (let next = routines.find(isCalled); next !== undefined; next = routines.find(isCalled)) found.push(next);
	return found;
}

function calls(code: readonly Item[], { label }: Routine): boolean {
	return code.some((item) => !isLabel(item) && targetOf(item)?.label === label);
}
