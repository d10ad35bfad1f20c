import { BUFFERS, printBuffer } from "../driver.ts";
import { constant, part } from "./constants.ts";
import type { FunctionMaker, MakeValue } from "./function-maker.ts";
import { arm, blockHead, type Tree, type Type } from "./tree.ts";

/** Operators that need no guard. */
const TOTAL = ["add", "sub", "mul", "and", "or", "xor", "shl", "shr_s", "shr_u", "rotl", "rotr"] as const;
const DIVISIONS = ["div_s", "div_u", "rem_s", "rem_u"] as const;
const DIVISORS = [2, 3, 7, 10, 256, 1000, 65537, -2, -10, 0x7fffffff] as const;
const COMPARISONS = ["eq", "ne", "lt_s", "lt_u", "gt_s", "gt_u", "le_s", "le_u", "ge_s", "ge_u"] as const;
const BIT_COUNTS = ["clz", "ctz", "popcnt"] as const;
const UNARY = {
	i32: ["extend8_s", "extend16_s", ...BIT_COUNTS],
	i64: ["extend8_s", "extend16_s", "extend32_s", "extend_i32_s", "extend_i32_u", ...BIT_COUNTS],
} as const;

const binary: MakeValue = (maker, type, depth) => ({
	type,
	head: `${type}.${maker.random.pick(TOTAL)}`,
	operands: [maker.value(type, depth), maker.value(type, depth)],
});

const divide: MakeValue = (maker, type, depth) => {
	const operator = maker.random.pick(DIVISIONS);
	const divisor = maker.random.isOnceIn(3)
		? part(constant(type, maker.random.pick(DIVISORS)))
		: guard(type, operator, maker.value(type, depth));
	return { type, head: `${type}.${operator}`, operands: [maker.value(type, depth), divisor] };
};

/** Makes a divisor that is not 0 and, for div_s, not -1. */
function guard(type: Type, operator: (typeof DIVISIONS)[number], divisor: Tree): Tree {
	const one = part(constant(type, 1));
	const halved: Tree = { type: "part", head: `${type}.shr_u`, operands: [divisor, one] };
	return { type: "part", head: `${type}.or`, operands: [operator === "div_s" ? halved : divisor, one] };
}

const compare: MakeValue = (maker, type, depth) => {
	if (type === "i64") return { type, head: "i64.extend_i32_u", operands: [compare(maker, "i32", depth)] };
	if (maker.random.isOnceIn(5)) return compareMemory(maker, depth);
	const width = maker.someType();
	if (maker.random.isOnceIn(4)) return { type, head: `${width}.eqz`, operands: [maker.value(width, depth)] };
	return {
		type,
		head: `${width}.${maker.random.pick(COMPARISONS)}`,
		operands: [maker.value(width, depth), maker.value(width, depth)],
	};
};

/** Compares a byte or a word in memory with a number. */
function compareMemory(maker: FunctionMaker, depth: number): Tree {
	const width = maker.someType();
	const number = maker.random.isOnceIn(2) ? maker.someNumber(width) : maker.random.below(300);
	const head = `${width}.${maker.random.pick(COMPARISONS)}`;
	return { type: "i32", head, operands: [load(maker, width, depth), constant(width, number)] };
}

/** `&` and `|` of comparisons, which become branches. */
const combine: MakeValue = (maker, type, depth) => {
	if (type === "i64") return binary(maker, type, depth);
	return {
		type,
		head: `i32.${maker.random.pick(["and", "or"])}`,
		operands: [compare(maker, "i32", depth), compare(maker, "i32", depth)],
	};
};

const convert: MakeValue = (maker, type, depth) => {
	if (type === "i32" && maker.random.isOnceIn(2))
		return { type, head: "i32.wrap_i64", operands: [maker.value("i64", depth)] };
	const operator = maker.random.pick(UNARY[type]);
	return { type, head: `${type}.${operator}`, operands: [maker.value(operator.includes("i32") ? "i32" : type, depth)] };
};

/** A value to branch on, mostly the result of a comparison. */
export function condition(maker: FunctionMaker, depth: number): Tree {
	return maker.random.isOnceIn(3) ? maker.value("i32", depth) : compare(maker, "i32", depth);
}

const select: MakeValue = (maker, type, depth) => ({
	type,
	head: "select",
	operands: [maker.value(type, depth), maker.value(type, depth), condition(maker, depth)],
});

/** Sometimes, control flow leaves one arm, which then has no value. */
const choose: MakeValue = (maker, type, depth) => {
	const test = condition(maker, depth);
	const arms: [Tree, Tree] = [
		maker.value(type, depth),
		maker.random.isOnceIn(6) ? leave(maker, depth) : maker.value(type, depth),
	];
	const [then, otherwise] = maker.random.isOnceIn(2) ? arms : [arms[1], arms[0]];
	return { type, head: `if (result ${type})`, operands: [test, arm("then", then), arm("else", otherwise)] };
};

/** Code that never continues with the code after it. */
export function leave(maker: FunctionMaker, depth: number): Tree {
	const label = maker.someLabel();
	if (label === undefined || maker.random.isOnceIn(3))
		return { type: "part", head: "return", operands: [maker.value(maker.signature.result, depth)] };
	const operands = label.type === "none" ? [] : [maker.value(label.type, depth)];
	if (maker.random.isOnceIn(3)) {
		const names = maker.random.times(2 + maker.random.below(3), () => maker.someLabel(label.type)?.name ?? label.name);
		const head = `br_table ${names.map((name) => `$${name}`).join(" ")}`;
		return { type: "part", head, operands: [...operands, maker.value("i32", depth)], branchesTo: names };
	}
	return { type: "part", head: `br $${label.name}`, operands, branchesTo: [label.name] };
}

const tee: MakeValue = (maker, type, depth) => {
	const local = maker.someLocal(type);
	return local === undefined
		? maker.leaf(type)
		: { type, head: `local.tee ${local}`, operands: [maker.value(type, depth)] };
};

const readGlobal: MakeValue = (_, type) => ({ type, head: `global.get $${type}`, operands: [] });

const load: MakeValue = (maker, type, depth) => ({
	type,
	head: `call $${type === "i64" ? "loadWord" : maker.random.pick(["load8", "load32"])}`,
	operands: [address(maker, depth)],
});

/** The pointer, or a buffer plus an index of at most 8 plus a constant, which may become the new pointer. */
export function address(maker: FunctionMaker, depth: number): Tree {
	const { pointer, random } = maker;
	if (random.isOnceIn(3))
		return add(
			{ type: "part", head: `local.get ${pointer}`, operands: [] },
			part(constant("i64", maker.someOffset(8))),
		);
	const place = part(placeInBuffer(maker, depth));
	return random.isOnceIn(2) ? place : { type: "part", head: `local.tee ${pointer}`, operands: [place] };
}

function placeInBuffer(maker: FunctionMaker, depth: number): Tree {
	const chosen = maker.random.pick(BUFFERS);
	const buffer: Tree = { type: "part", head: printBuffer(chosen).slice(1, -1), operands: [] };
	if (maker.random.isOnceIn(3)) return buffer;
	const offset = part(constant("i64", maker.someOffset(chosen.size - 22)));
	if (maker.random.isOnceIn(2)) return add(buffer, offset);
	const index: Tree = {
		type: "part",
		head: "i64.and",
		operands: [maker.value("i64", depth), part(constant("i64", maker.isAligned ? 8 : 7))],
	};
	return add(add(buffer, index), offset);
}

function add(left: Tree, right: Tree): Tree {
	return { type: "part", head: "i64.add", operands: [left, right] };
}

const call: MakeValue = (maker, type, depth) => {
	const callee = maker.random.some(
		[...maker.signatures.keys()].filter((index) => maker.signatures[index]?.result === type),
	);
	if (callee === undefined) return callSystem(maker, type, depth);
	return {
		type,
		head: `call $f${callee}`,
		operands: (maker.signatures[callee]?.parameters ?? []).map((parameter) => maker.value(parameter, depth)),
	};
};

/** close(-1), which returns -EBADF. */
const callSystem: MakeValue = (maker, type, depth) => {
	if (type === "i32") return { type, head: "i32.wrap_i64", operands: [callSystem(maker, "i64", depth)] };
	const minusOne: Tree = {
		type: "part",
		head: "i64.or",
		operands: [maker.value("i64", depth), part(constant("i64", -1))],
	};
	return { type, head: "call $close", operands: [minusOne] };
};

const sequence: MakeValue = (maker, type, depth) => ({
	type,
	head: `block (result ${type})`,
	operands: [maker.statement(depth), maker.value(type, depth)],
});

/** A block that can be left early with its value. */
const block: MakeValue = (maker, type, depth) => {
	const name = maker.newLabel();
	maker.labels.push({ name, type });
	const operands = [
		...maker.random.times(1 + maker.random.below(3), () => maker.statement(depth)),
		maker.value(type, depth),
	];
	maker.labels.pop();
	return { type, head: blockHead("block", name, type), operands, defines: name };
};

/** A block next to a pending operand. A branch leaves the block from within the operands of a call. */
const escape: MakeValue = (maker, type, depth) => {
	const name = maker.newLabel();
	const beside = binary(maker, type, depth);
	maker.labels.push({ name, type });
	const early: Tree = {
		type,
		head: `br_if $${name}`,
		operands: [maker.value(type, depth), condition(maker, depth)],
		branchesTo: [name],
	};
	const wide: Tree = type === "i64" ? early : { type: "i64", head: "i64.extend_i32_s", operands: [early] };
	const asked: Tree = {
		type: "i64",
		head: "call $close",
		operands: [{ type: "part", head: "i64.or", operands: [wide, part(constant("i64", -1))] }],
	};
	const answer: Tree = type === "i64" ? asked : { type, head: "i32.wrap_i64", operands: [asked] };
	const inner: Tree = {
		type,
		head: `${type}.${maker.random.pick(TOTAL)}`,
		operands: [binary(maker, type, depth), answer],
	};
	maker.labels.pop();
	return {
		type,
		head: `${type}.${maker.random.pick(TOTAL)}`,
		operands: [beside, { type, head: blockHead("block", name, type), operands: [inner], defines: name }],
	};
};

/** A branch that continues with its value if it is not taken. */
const branch: MakeValue = (maker, type, depth) => {
	const label = maker.someLabel(type);
	if (label === undefined) return block(maker, type, depth);
	return {
		type,
		head: `br_if $${label.name}`,
		operands: [maker.value(type, depth), condition(maker, depth)],
		branchesTo: [label.name],
	};
};

export const VALUES = [
	...[
		binary,
		binary,
		binary,
		binary,
		binary,
		binary,
		divide,
		compare,
		compare,
		combine,
		convert,
		convert,
		select,
		select,
		choose,
		choose,
	],
	...[
		tee,
		tee,
		tee,
		readGlobal,
		load,
		load,
		call,
		call,
		callSystem,
		callSystem,
		sequence,
		sequence,
		block,
		branch,
		branch,
		escape,
	],
] as const;

export const ARITHMETIC = [
	binary,
	binary,
	binary,
	binary,
	binary,
	divide,
	compare,
	convert,
	select,
	tee,
	load,
	call,
] as const;
