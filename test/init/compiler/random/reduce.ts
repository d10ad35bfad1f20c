import { constant } from "./constants.ts";
import { hasItsLabels, NOP, type RandomFunction, type RandomProgram, type Tree } from "./tree.ts";

/** Each trial compiles and runs a program. */
const MOST_TRIALS = 3000;

/**
 * Makes a program smaller as long as it still fails: leaves out calls, functions, statements and operands, one after
 * the other.
 */
export async function reduce(
	program: RandomProgram,
	fails: (program: RandomProgram) => Promise<boolean>,
): Promise<RandomProgram> {
	let smallest = program;
	let trials = 0;
	let hasShrunk = true;
	while (hasShrunk) {
		hasShrunk = false;
		for (const candidate of smaller(smallest)) {
			if (++trials > MOST_TRIALS) return smallest;
			if (!(await fails(candidate))) continue;
			smallest = candidate;
			hasShrunk = true;
			break;
		}
	}
	return smallest;
}

function* smaller(program: RandomProgram): Generator<RandomProgram> {
	const { functions, calls } = program;
	if (program.isOptimized) yield { ...program, isOptimized: false };
	if (calls.length > 1) yield* calls.map((call) => ({ ...program, calls: [call] }));
	for (const [index, { result, body }] of functions.entries()) {
		const shortest: Tree = { type: "part", head: `block (result ${result})`, operands: [constant(result, 0)] };
		if (body.operands.length > 1) yield withBody(program, index, shortest);
	}
	for (const [index, { body }] of functions.entries()) {
		for (const variant of variants(body)) if (hasItsLabels(variant)) yield withBody(program, index, variant);
	}
}

function withBody(program: RandomProgram, index: number, body: Tree): RandomProgram {
	return {
		...program,
		functions: program.functions.map((of, at): RandomFunction => (at === index ? { ...of, body } : of)),
	};
}

/** The tree with one node replaced, by nothing, by 0, or by a node of the same type inside that node. */
function* variants(tree: Tree): Generator<Tree> {
	if (tree.type === "none" && tree !== NOP) yield NOP;
	if (tree.type === "i32" || tree.type === "i64") {
		const zero = constant(tree.type, 0);
		if (tree.head !== zero.head) yield zero;
	}
	if (tree.type !== "part") yield* nearest(tree, tree.type);
	for (const [at, operand] of tree.operands.entries()) {
		for (const variant of variants(operand)) yield { ...tree, operands: tree.operands.with(at, variant) };
	}
}

function* nearest({ operands }: Tree, type: Tree["type"]): Generator<Tree> {
	for (const operand of operands) {
		if (operand.type === type) yield operand;
		else yield* nearest(operand, type);
	}
}
