import { type Expression, type ModuleIr, operandsOf } from "./ir.ts";

/** Where the objects of .bss lie. */
export interface DataLayout {
	/** Offset of each object from the data register, in bytes. */
	readonly offsets: ReadonlyMap<string, number>;
	/** Bytes of .bss. */
	readonly size: number;
	/** What the entry code has to store: offset from the data register, bytes, value. */
	readonly initial: readonly { readonly offset: number; readonly size: 4 | 8; readonly value: bigint }[];
}

/** Places the objects that code refers to, small ones first so that short offsets reach them. */
export function layOutData(module: ModuleIr, bias: number): DataLayout {
	const used = usedSymbols(module);
	const objects = module.bss.filter(({ symbol }) => used.has(symbol)).sort((a, b) => a.size - b.size);
	const offsets = new Map<string, number>();
	const initial: DataLayout["initial"][number][] = [];
	let end = 0;
	for (const { symbol, size, alignment, initial: value } of objects) {
		const start = Math.ceil(end / alignment) * alignment;
		offsets.set(symbol, start - bias);
		if (value !== 0n) initial.push({ offset: start - bias, size: size === 8 ? 8 : 4, value });
		end = start + size;
	}
	return { offsets, size: end, initial };
}

function usedSymbols({ functions }: ModuleIr): ReadonlySet<string> {
	const used = new Set<string>();
	const visit = (expression: Expression): void => {
		if (expression.kind === "address") used.add(expression.symbol);
		for (const operand of operandsOf(expression)) visit(operand);
	};
	for (const { body } of functions) visit(body);
	return used;
}
