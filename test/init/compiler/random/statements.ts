import { constant, part } from "./constants.ts";
import { type MakeStatement, MOST_LOOPS, type OpenLoop } from "./function-maker.ts";
import { arm, blockHead, NOP, type Tree, type Type } from "./tree.ts";
import { address, condition, leave } from "./values.ts";

const setLocal: MakeStatement = (maker, depth) => {
	const type = maker.someType();
	const local = maker.someLocal(type);
	return local === undefined ? NOP : { type: "none", head: `local.set ${local}`, operands: [maker.value(type, depth)] };
};

const setGlobal: MakeStatement = (maker, depth) => {
	const type = maker.someType();
	return { type: "none", head: `global.set $${type}`, operands: [maker.value(type, depth)] };
};

const store: MakeStatement = (maker, depth) => {
	const type = maker.someType();
	const name = type === "i64" ? "storeWord" : maker.random.pick(["store8", "store32"]);
	return { type: "none", head: `call $${name}`, operands: [address(maker, depth), maker.value(type, depth)] };
};

const drop: MakeStatement = (maker, depth) => ({
	type: "none",
	head: "drop",
	operands: [maker.value(maker.someType(), depth)],
});

const choose: MakeStatement = (maker, depth) => {
	const test = condition(maker, depth);
	const arms = [arm("then", maker.random.isOnceIn(6) ? leave(maker, depth) : maker.statement(depth))];
	if (maker.random.isOnceIn(2))
		arms.push(arm("else", maker.random.isOnceIn(4) ? leave(maker, depth) : maker.statement(depth)));
	return { type: "none", head: "if", operands: [test, ...arms] };
};

const block: MakeStatement = (maker, depth) => {
	const name = maker.newLabel();
	maker.labels.push({ name, type: "none" });
	const operands = maker.random.times(1 + maker.random.below(3), () => maker.statement(depth));
	maker.labels.pop();
	return { type: "none", head: blockHead("block", name, "none"), operands, defines: name };
};

/** A conditional branch, to the end of a block or back to a loop. */
const branch: MakeStatement = (maker, depth) => {
	const loop = maker.random.isOnceIn(2) ? maker.random.some(maker.loops) : undefined;
	if (loop !== undefined) return branchToLoop(loop, condition(maker, depth));
	const label = maker.someLabel();
	if (label === undefined) return block(maker, depth);
	const taken = { head: `br_if $${label.name}`, branchesTo: [label.name] };
	if (label.type === "none") return { ...taken, type: "none", operands: [condition(maker, depth)] };
	return {
		type: "none",
		head: "drop",
		operands: [{ ...taken, type: "part", operands: [maker.value(label.type, depth), condition(maker, depth)] }],
	};
};

function branchToLoop({ name, counter }: OpenLoop, test: Tree): Tree {
	const isLeft: Tree = { type: "part", head: `i32.gt_s (local.get ${counter}) (i32.const 0)`, operands: [] };
	const both: Tree = { type: "part", head: "select", operands: [test, part(constant("i32", 0)), isLeft] };
	return { type: "none", head: `br_if $${name}`, operands: [both], branchesTo: [name] };
}

/** A loop that counts down. Its value, if it has one, comes after the branch back. */
const loop: MakeStatement = (maker, depth) => {
	if (maker.loops.length === MOST_LOOPS) return block(maker, depth);
	const type = maker.random.pick<Type | "none">(["none", "i32", "i64"]);
	const counter = maker.nextCounter();
	const open = { name: maker.newLabel(), counter };
	maker.loops.push(open);
	const statements = maker.random.times(1 + maker.random.below(3), () => maker.statement(depth));
	const values = type === "none" ? [] : [maker.value(type, depth)];
	maker.loops.pop();
	const start: Tree = {
		type: "part",
		head: `local.set ${counter} (i32.const ${1 + maker.random.below(4)})`,
		operands: [],
	};
	const down: Tree = {
		type: "part",
		head: `local.set ${counter} (i32.sub (local.get ${counter}) (i32.const 1))`,
		operands: [],
	};
	const again = part(branchToLoop(open, part(constant("i32", 1))));
	const body: Tree = {
		type: "part",
		head: blockHead("loop", open.name, type),
		operands: [down, ...statements, again, ...values],
		defines: open.name,
	};
	return {
		type: "none",
		head: "block",
		operands: [start, type === "none" ? body : { type: "part", head: "drop", operands: [body] }],
	};
};

/** Nested blocks, and a branch out of one of them by number. */
const switchTo: MakeStatement = (maker, depth) => {
	const names = maker.random.times(2 + maker.random.below(3), () => maker.newLabel());
	maker.labels.push(...names.map((name) => ({ name, type: "none" }) as const));
	const labels = maker.random.times(2 + maker.random.below(6), () => maker.someLabel("none")?.name ?? "");
	const index: Tree = maker.random.isOnceIn(4)
		? maker.value("i32", depth)
		: { type: "i32", head: "i32.and", operands: [maker.value("i32", depth), part(constant("i32", 7))] };
	const table: Tree = {
		type: "part",
		head: `br_table ${labels.map((name) => `$${name}`).join(" ")}`,
		operands: [index],
		branchesTo: labels,
	};
	const wrap = (inner: Tree, name: string, at: number): Tree => {
		maker.labels.pop();
		const operands = [inner, ...(maker.random.isOnceIn(4) ? [] : [maker.statement(depth)])];
		return {
			type: at === names.length - 1 ? "none" : "part",
			head: blockHead("block", name, "none"),
			operands,
			defines: name,
		};
	};
	return names.toReversed().reduce(wrap, table);
};

export const STATEMENTS = [
	setLocal,
	setLocal,
	setLocal,
	setGlobal,
	store,
	store,
	drop,
	choose,
	choose,
	block,
	branch,
	branch,
	branch,
	loop,
	loop,
	switchTo,
] as const;
