import { constant, randomNumber } from "./constants.ts";
import { FunctionMaker, type Scope, type Signature } from "./function-maker.ts";
import { Seeded } from "./seeded.ts";
import { STATEMENTS } from "./statements.ts";
import type { DriverCall, RandomProgram, Type } from "./tree.ts";
import { ARITHMETIC, VALUES } from "./values.ts";

const KINDS = { values: VALUES, arithmetic: ARITHMETIC, statements: STATEMENTS };
const CALLS_PER_FUNCTION = 3;

/**
 * The program for a seed: functions that call each other, and calls of each function.
 * @param isAligned whether words are only at multiples of their size
 */
export function generateProgram(seed: number, isAligned = false): RandomProgram {
	const random = new Seeded(seed);
	const signatures = random.times(2 + random.below(3), () => randomSignature(random));
	const scope: Scope = {
		random,
		signatures,
		numbers: [0n, ...random.times(4, () => randomNumber(random))],
		kinds: KINDS,
		isAligned,
	};
	const makers = signatures.map((signature) => new FunctionMaker(scope, signature));
	const functions = makers.map((maker) => maker.make());
	const calls = makers.flatMap((maker, callee) =>
		random.times(
			CALLS_PER_FUNCTION,
			(): DriverCall => ({
				callee,
				args: maker.signature.parameters.map((type) => constant(type, maker.someNumber(type)).head),
			}),
		),
	);
	return { functions, calls, isOptimized: random.isOnceIn(3) };
}

function randomSignature(random: Seeded): Signature {
	return { parameters: random.times(random.below(7), () => randomType(random)), result: randomType(random) };
}

function randomType(random: Seeded): Type {
	return random.isOnceIn(2) ? "i32" : "i64";
}
