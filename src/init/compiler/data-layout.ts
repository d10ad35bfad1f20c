import { type Expression, type ModuleIr, operandsOf, type ZeroedObject } from "./ir.ts";
import type { Target } from "./target.ts";

/** Where the objects of .bss are. */
export interface DataLayout {
	/** Offset of each object from the data register, in bytes. */
	readonly offsets: ReadonlyMap<string, number>;
	/** Bytes of .bss. */
	readonly size: number;
	/** What the entry code must store: offset from the data register, size in bytes, value. */
	readonly initial: readonly { readonly offset: number; readonly size: 4 | 8; readonly value: bigint }[];
}

/** Objects up to this size, in bytes, are placed by how often the code refers to them. */
const SMALL = 64;

/**
 * Places the objects that code refers to: first the small ones, the most used of them within reach of short offsets,
 * then the others by size.
 */
export function layOutData(
	module: ModuleIr,
	{ dataBias, reservedData }: Pick<Target, "dataBias" | "reservedData">,
): DataLayout {
	const uses = countUses(module);
	const rank = ({ symbol, size }: ZeroedObject): number => (size <= SMALL ? -(uses.get(symbol) ?? 0) / size : size);
	const objects = module.bss.filter(({ symbol }) => uses.has(symbol)).sort((a, b) => rank(a) - rank(b));
	const offsets = new Map<string, number>();
	const initial: DataLayout["initial"][number][] = [];
	let end = reservedData;
	for (const { symbol, size, alignment, initial: value } of objects) {
		const start = Math.ceil(end / alignment) * alignment;
		offsets.set(symbol, start - dataBias);
		if (value !== 0n) initial.push({ offset: start - dataBias, size: size === 8 ? 8 : 4, value });
		end = start + size;
	}
	return { offsets, size: end, initial };
}

function countUses({ functions }: ModuleIr): ReadonlyMap<string, number> {
	const uses = new Map<string, number>();
	const visit = (expression: Expression): void => {
		if (expression.kind === "address") uses.set(expression.symbol, (uses.get(expression.symbol) ?? 0) + 1);
		for (const operand of operandsOf(expression)) visit(operand);
	};
	for (const { body } of functions) visit(body);
	return uses;
}
