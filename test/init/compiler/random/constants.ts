import type { Seeded } from "./seeded.ts";
import type { Tree, Type } from "./tree.ts";

/** Numbers at which the behavior of encodings and operations changes. */
const EDGES = [
	0n,
	1n,
	2n,
	3n,
	7n,
	8n,
	31n,
	32n,
	33n,
	63n,
	64n,
	127n,
	128n,
	255n,
	256n,
	2047n,
	2048n,
	4095n,
	4096n,
	32767n,
	32768n,
	65535n,
	65536n,
	0xfff000n,
	0xffffffn,
	0x1000000n,
	0xff00ffn,
	0x0f0f0f0fn,
	0x12345678n,
	0x7fffffffn,
	0x80000000n,
	0xffffffffn,
	0x100000000n,
	0x123400000000n,
	0xffff0000ffffn,
	0x5555555555555555n,
	0x123456789abcdef0n,
	0x7fffffffffffffffn,
	0x8000000000000000n,
] as const;

/** A positive or negative number, mostly at an edge of some encoding. */
export function randomNumber(random: Seeded): bigint {
	const edge = random.pick(EDGES);
	const value = random.isOnceIn(4)
		? (BigInt(random.below(0x10000)) << BigInt(random.below(60))) + BigInt(random.below(0x10000))
		: edge;
	return random.isOnceIn(2) ? value : -value;
}

/** A constant as a tree. */
export function constant(type: Type, value: bigint | number | string): Tree {
	return { type, head: `${type}.const ${value}`, operands: [] };
}

/** The same tree, as a part that nothing else may replace. */
export function part(tree: Tree): Tree {
	return { ...tree, type: "part" };
}
