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
	/** All code, functions one after the other, each after its label. */
	readonly code: readonly Item[];
	/** The labels of the entry, of functions and of routines, in the order of the code. */
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
	const functions = new Map(module.functions.map(({ name }) => [name, { name }]));
	const rodata = module.rodata.map(({ symbol, bytes }) => ({ label: { name: symbol }, bytes }));
	const symbols: Symbols = {
		functions,
		rodata: new Map(rodata.map(({ label }) => [label.name, label])),
		data: data.offsets,
	};
	const start = functions.get(module.entry);
	if (start === undefined) throw new Error(`BUG: no function ${module.entry}`);
	const { select, registers } = target;
	const code: Item[] = [
		{ define: entry },
		...select.start(bss),
		...storeInitial(data, target),
		...select.call(start),
		...select.trap(),
		...module.functions.flatMap((ir) => [
			{ define: functions.get(ir.name) ?? start },
			...lowerFunction(ir, target, symbols),
		]),
	];
	const routines = addRoutines(code, target);
	const labels = [entry, ...functions.values(), ...routines];
	const shared = shareTails(threadJumps(code, target, new Set(labels)), target);
	return {
		entry,
		code: target.finish?.(shared) ?? shared,
		functions: labels,
		rodata,
		bss,
		bssSize: data.size,
	};

	function storeInitial({ initial }: DataLayout, { wordSize }: Target): Item[] {
		return initial.flatMap(({ offset, size, value }) => {
			const width = size === 8 && wordSize === 8 ? 64 : 32;
			return [
				...select.constant(width, registers.scratch, value),
				...select.store(size, registers.scratch, registers.data, offset),
			];
		});
	}
}

/** Adds the routines that code, or another routine, calls. @returns their labels */
function addRoutines(code: Item[], { routines }: Target): Label[] {
	const added: Label[] = [];
	const isCalled = ({ label }: Routine): boolean =>
		!added.includes(label) && code.some((item) => !isLabel(item) && targetOf(item)?.label === label);
	for (let next = routines.find(isCalled); next !== undefined; next = routines.find(isCalled)) {
		code.push({ define: next.label }, ...next.code);
		added.push(next.label);
	}
	return added;
}
