import { expect, it } from "vitest";
import { compileWasm } from "../../../../src/init/compiler/compile.ts";
import type { Target } from "../../../../src/init/compiler/target.ts";
import { assemble } from "../assemble.ts";
import { printDriver } from "../driver.ts";
import { readWord, textFor } from "../for-target.ts";
import { describeCpus } from "./describe-cpus.ts";

const MIN32 = -(2n ** 31n);
const MAX32 = 2n ** 31n - 1n;
const MIN64 = -(2n ** 63n);
const MAX64 = 2n ** 63n - 1n;

/** Operation, operands and result, from the chapter "Numerics" of the WebAssembly specification. */
const ROWS: readonly (readonly [operation: string, operands: readonly bigint[], result: bigint])[] = [
	// wrapping around
	["i32.add", [MAX32, 1n], MIN32],
	["i32.sub", [MIN32, 1n], MAX32],
	["i32.mul", [0x10001n, 0x10001n], 0x20001n],
	["i64.add", [MAX64, 1n], MIN64],
	["i64.sub", [MIN64, 1n], MAX64],
	["i64.mul", [0x1_0000_0001n, 0x1_0000_0001n], 0x2_0000_0001n],
	["i64.add", [0xffff_ffffn, 1n], 0x1_0000_0000n],
	["i64.sub", [0n, MIN64], MIN64],
	["i32.sub", [0n, MIN32], MIN32],
	// division truncates toward zero, and the remainder has the sign of the dividend
	["i32.div_s", [-7n, 2n], -3n],
	["i32.div_s", [7n, -2n], -3n],
	["i32.div_s", [MIN32, 2n], MIN32 / 2n],
	["i32.div_s", [MIN32, 1n], MIN32],
	["i32.div_s", [MAX32, -1n], -MAX32],
	["i32.div_u", [-1n, 2n], MAX32],
	["i32.div_u", [MIN32, -1n], 0n],
	["i32.div_u", [-1n, -1n], 1n],
	["i32.rem_s", [-7n, 2n], -1n],
	["i32.rem_s", [7n, -2n], 1n],
	["i32.rem_s", [MIN32, -1n], 0n],
	["i32.rem_s", [5n, -1n], 0n],
	["i32.rem_u", [-1n, 10n], 5n],
	["i32.rem_u", [MIN32, -1n], MIN32],
	["i64.div_s", [-7n, 2n], -3n],
	["i64.div_s", [MIN64, 2n], MIN64 / 2n],
	["i64.div_s", [MIN64, 1n], MIN64],
	["i64.div_s", [MIN32, -1n], -MIN32],
	["i64.div_u", [-1n, 2n], MAX64],
	["i64.div_u", [MIN64, -1n], 0n],
	["i64.rem_s", [-7n, 2n], -1n],
	["i64.rem_s", [MIN64, -1n], 0n],
	["i64.rem_u", [-1n, 10n], 5n],
	["i64.rem_u", [MIN64, -1n], MIN64],
	// shift counts are taken modulo the width
	["i32.shl", [1n, 31n], MIN32],
	["i32.shl", [1n, 32n], 1n],
	["i32.shl", [1n, 33n], 2n],
	["i32.shl", [1n, -1n], MIN32],
	["i32.shr_s", [MIN32, 31n], -1n],
	["i32.shr_s", [MIN32, 32n], MIN32],
	["i32.shr_u", [MIN32, 31n], 1n],
	["i32.shr_u", [MIN32, 63n], 1n],
	["i64.shl", [1n, 63n], MIN64],
	["i64.shl", [1n, 64n], 1n],
	["i64.shl", [1n, 65n], 2n],
	["i64.shl", [1n, 32n], 0x1_0000_0000n],
	["i64.shr_s", [MIN64, 63n], -1n],
	["i64.shr_s", [MIN64, 64n], MIN64],
	["i64.shr_u", [MIN64, 63n], 1n],
	["i64.shr_u", [MIN64, -1n], 1n],
	["i32.rotl", [0x12345678n, 4n], 0x23456781n],
	["i32.rotl", [0x12345678n, 0n], 0x12345678n],
	["i32.rotl", [0x12345678n, 36n], 0x23456781n],
	["i32.rotr", [0x12345678n, 8n], 0x78123456n],
	["i32.rotr", [1n, 33n], MIN32],
	["i64.rotl", [0x0123456789abcdefn, 60n], BigInt.asIntN(64, 0xf0123456789abcden)],
	["i64.rotl", [1n, 64n], 1n],
	["i64.rotr", [1n, 1n], MIN64],
	["i64.rotr", [0x0123456789abcdefn, 72n], BigInt.asIntN(64, 0xef0123456789abcdn)],
	// bit counts
	...bitCounts("i32", 32n),
	...bitCounts("i64", 64n),
	// changes of width
	["i32.extend8_s", [0x180n], -128n],
	["i32.extend8_s", [-129n], 127n],
	["i32.extend16_s", [0x18000n], -32768n],
	["i64.extend8_s", [0xffn], -1n],
	["i64.extend16_s", [0x7fffn], 0x7fffn],
	["i64.extend32_s", [0x8000_0000n], MIN32],
	["i64.extend32_s", [0x1_7fff_ffffn], MAX32],
	["i64.extend_i32_s", [-1n], -1n],
	["i64.extend_i32_u", [-1n], 0xffff_ffffn],
	["i64.extend_i32_u", [MIN32], 0x8000_0000n],
	["i32.wrap_i64", [0x1_8000_0000n], MIN32],
	["i32.wrap_i64", [-1n], -1n],
	// comparisons at the boundaries
	["i32.eqz", [0n], 1n],
	["i32.eqz", [MIN32], 0n],
	["i64.eqz", [0x1_0000_0000n], 0n],
	["i64.eqz", [0n], 1n],
	["i32.eq", [-1n, -1n], 1n],
	["i64.eq", [0x1_0000_0000n, 0n], 0n],
	["i64.ne", [MIN64, 0n], 1n],
	...boundaries("i32", MIN32, MAX32),
	...boundaries("i64", MIN64, MAX64),
	...boundaries("i64", MIN32, 0xffff_ffffn),
];

function bitCounts(type: "i32" | "i64", width: bigint): (readonly [string, readonly bigint[], bigint])[] {
	const smallest = -(2n ** (width - 1n));
	return [
		[`${type}.clz`, [0n], width],
		[`${type}.clz`, [-1n], 0n],
		[`${type}.clz`, [smallest], 0n],
		[`${type}.clz`, [1n], width - 1n],
		[`${type}.clz`, [0x8000n], width - 16n],
		[`${type}.clz`, [-1n - smallest], 1n],
		[`${type}.ctz`, [0n], width],
		[`${type}.ctz`, [-1n], 0n],
		[`${type}.ctz`, [smallest], width - 1n],
		[`${type}.ctz`, [0x8000n], 15n],
		[`${type}.ctz`, [-1n - smallest], 0n],
		[`${type}.ctz`, [-0x1_0000n], 16n],
		[`${type}.popcnt`, [0n], 0n],
		[`${type}.popcnt`, [-1n], width],
		[`${type}.popcnt`, [smallest], 1n],
		[`${type}.popcnt`, [-1n - smallest], width - 1n],
		[`${type}.popcnt`, [0x55aa_0f01n], 13n],
		[`${type}.popcnt`, [-0x55aa_0f01n], width - 12n],
	];
}

/** Which of two numbers is smaller depends on whether the comparison is signed. */
function boundaries(
	type: "i32" | "i64",
	negative: bigint,
	positive: bigint,
): (readonly [string, readonly bigint[], bigint])[] {
	return (["lt", "le", "gt", "ge"] as const).flatMap((comparison) => {
		const isLess = comparison.startsWith("l");
		const isOrEqual = comparison.endsWith("e");
		return [
			[`${type}.${comparison}_s`, [negative, positive], isLess ? 1n : 0n],
			[`${type}.${comparison}_u`, [negative, positive], isLess ? 0n : 1n],
			[`${type}.${comparison}_s`, [positive, negative], isLess ? 0n : 1n],
			[`${type}.${comparison}_u`, [-1n, 0n], isLess ? 0n : 1n],
			[`${type}.${comparison}_s`, [-1n, 0n], isLess ? 1n : 0n],
			[`${type}.${comparison}_u`, [negative, negative], isOrEqual ? 1n : 0n],
		] as const;
	});
}

/** Operations, with operands for which they trap. */
const TRAPS: readonly (readonly [operation: string, operands: readonly bigint[]])[] = [
	...["div_s", "div_u", "rem_s", "rem_u"].flatMap((operator) => [
		[`i32.${operator}`, [1n, 0n]] as const,
		[`i64.${operator}`, [MIN64, 0n]] as const,
	]),
	["i32.div_s", [MIN32, -1n]],
	["i64.div_s", [MIN64, -1n]],
];

/** Where operands come from. Each operand that is "literal" may become part of the instruction. */
const FORMS = [
	["local", "local"],
	["local", "literal"],
	["literal", "local"],
	["literal", "literal"],
] as const;

const trapsFor = (target: Target) =>
	TRAPS.filter(([operation]) => isFor(target, operation)).flatMap(([operation, operands]) =>
		FORMS.map((form) => ({
			title: `${operation} of ${operands.join(", ")} (${form.join(", ")})`,
			operation,
			operands,
			form,
		})),
	);

describeCpus("integers", (target, sandbox) => {
	const run = (text: string) => sandbox.run(compileWasm(assemble(textFor(target, text)), target).elf);

	it.each(FORMS)("do what WebAssembly says: %s, %s", async (...form) => {
		const rows = ROWS.filter(([operation]) => isFor(target, operation));
		const functions = rows.map(([operation, operands], index) => printFunction(`f${index}`, operation, operands, form));
		const { stdout } = await run(
			printDriver(
				functions,
				rows.map(([operation, operands], index) => printCall(`f${index}`, operation, operands)),
			),
		);
		const actual = rows.map(([operation, operands], index) => [
			operation,
			operands,
			readWord(target, stdout, 8 * index),
		]);
		expect(actual).toEqual(rows);
	});

	it.each(trapsFor(target))("end by a signal: $title", async ({ operation, operands, form }) => {
		const { signal, stdout } = await run(
			printDriver([printFunction("f", operation, operands, form)], [printCall("f", operation, operands)]),
		);
		expect(signal).toMatch(/^SIG(ILL|FPE|TRAP)$/);
		expect(stdout).toHaveLength(0);
	});

	it("end by a signal where code cannot be reached", async () => {
		expect((await run(printDriver([], ["(unreachable)"]))).signal).toMatch(/^SIG(ILL|TRAP)$/);
	});
});

/** On a 32-bit CPU, there is no i64. */
function isFor({ wordSize }: Target, operation: string): boolean {
	return wordSize === 8 || !operation.includes("64");
}

function printFunction(
	name: string,
	operation: string,
	operands: readonly bigint[],
	form: readonly ("local" | "literal")[],
): string {
	const type = operandType(operation);
	const texts = operands.map((operand, index) =>
		form[index] === "local" ? `(local.get ${index})` : `(${type}.const ${operand})`,
	);
	return `(func $${name} (param ${operands.map(() => type).join(" ")}) (result ${resultType(operation)}) (${operation} ${texts.join(" ")}))`;
}

/** A call whose result is sign-extended. */
function printCall(name: string, operation: string, operands: readonly bigint[]): string {
	const call = `(call $${name} ${operands.map((operand) => `(${operandType(operation)}.const ${operand})`).join(" ")})`;
	return resultType(operation) === "i32" ? `(i64.extend_i32_s ${call})` : call;
}

function operandType(operation: string): "i32" | "i64" {
	if (operation.includes("_i32")) return "i32";
	return operation.startsWith("i64") || operation.endsWith("_i64") ? "i64" : "i32";
}

function resultType(operation: string): "i32" | "i64" {
	const isComparison = /\.(eqz?|ne|[lg][te]_[su])$/.test(operation);
	return operation.startsWith("i64") && !isComparison ? "i64" : "i32";
}
