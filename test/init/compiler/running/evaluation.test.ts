import { expect, it } from "vitest";
import { compileWasm } from "../../../../src/init/compiler/compile.ts";
import { assemble } from "../assemble.ts";
import { printDriver } from "../driver.ts";
import { readWord, textFor } from "../for-target.ts";
import { runInV8 } from "../random/reference.ts";
import { describeCpus } from "./describe-cpus.ts";

/** An address that has to be computed. */
const SOMEWHERE =
	"(i64.add (call $zeroed (i32.const 36) (i32.const 64)) (i64.extend_i32_u (i32.shl (local.get 0) (i32.const 1))))";

const COMPARISONS = ["eq", "ne", "lt_s", "lt_u", "gt_s", "gt_u", "le_s", "le_u", "ge_s", "ge_u"] as const;

/** If a word is an i32, it does not have an upper half. */
const UPPER_HALF = "an i32 has no upper half";

/**
 * Functions that take an i32 and return an i32: the body, an argument, and the result. They show when each part is
 * evaluated, and what has to be kept in the meantime.
 */
const CASES: readonly (readonly [title: string, body: string, argument: number, result: bigint | "trap"])[] = [
	["a local on the left that the right side writes", "(i32.sub (local.get 0) (local.tee 0 (i32.const 3)))", 10, 7n],
	[
		"a local on the left of a comparison that the right side writes",
		"(i32.lt_s (local.get 0) (local.tee 0 (i32.const 3)))",
		2,
		1n,
	],
	[
		"a local that the condition of a select writes",
		"(select (i32.const 1) (local.get 0) (i32.eqz (local.tee 0 (i32.const 9))))",
		5,
		5n,
	],
	[
		"a local that is both arms of a select, and written by its condition",
		"(select (local.get 0) (local.get 0) (local.tee 0 (i32.const 9)))",
		5,
		5n,
	],
	[
		"an address that the stored value writes",
		`(local.set $p (call $zeroed (i32.const 36) (i32.const 64)))
		(call $store32 (local.get $p) (block (result i32)
			(local.set $p (i64.add (local.get $p) (i64.const 4)))
			(local.get 0)))
		(call $load32 (call $zeroed (i32.const 36) (i32.const 64)))`,
		1234,
		1234n,
	],
	["a local that a call's later operand writes", "(call $minus (local.get 0) (local.tee 0 (i32.const 1)))", 5, 4n],
	[
		"values below a call",
		"(i32.sub (i32.mul (local.get 0) (i32.const 7)) (call $minus (local.get 0) (i32.const 1)))",
		5,
		31n,
	],
	[
		"values below a block that is left from the operands of a call",
		`(i32.sub
			(i32.mul (local.get 0) (i32.const 100))
			(block $out (result i32)
				(i32.add
					(i32.shl (local.get 0) (i32.const 1))
					(call $minus (i32.const 1) (br_if $out (i32.const 7) (i32.eq (local.get 0) (i32.const 5)))))))`,
		5,
		493n,
	],
	[
		"values below a block that is not left",
		`(i32.sub
			(i32.mul (local.get 0) (i32.const 100))
			(block $out (result i32)
				(i32.add
					(i32.shl (local.get 0) (i32.const 1))
					(call $minus (i32.const 1) (br_if $out (i32.const 7) (i32.eq (local.get 0) (i32.const 5)))))))`,
		6,
		594n,
	],
	[
		"values below two regions that are left at once",
		`(i32.sub
			(i32.mul (local.get 0) (i32.const 100))
			(block $out (result i32)
				(i32.add
					(i32.shl (local.get 0) (i32.const 1))
					(call $minus (i32.const 1)
						(i32.sub
							(i32.mul (local.get 0) (i32.const 3))
							(call $minus (i32.const 2) (br_if $out (i32.const 7) (local.get 0))))))))`,
		5,
		493n,
	],
	[
		"values below blocks that a branch by number leaves",
		`(i32.sub
			(i32.mul (local.get 0) (i32.const 100))
			(block $out (result i32)
				(block $a
					(block $b
						(drop (i32.add
							(i32.shl (local.get 0) (i32.const 1))
							(call $minus (i32.const 1) (block (result i32) (br_table $a $b $a (local.get 0)) (i32.const 1)))))
						(br $out (i32.const 1)))
					(br $out (i32.const 2)))
				(i32.const 3)))`,
		1,
		98n,
	],
	[
		"a loop with values below it, gone through again from the operands of a call",
		`(i32.sub
			(i32.mul (local.get 0) (i32.const 100))
			(loop $again (result i32)
				(local.set 0 (i32.sub (local.get 0) (i32.const 1)))
				(i32.add (i32.shl (local.get 0) (i32.const 1)) (call $minus (i32.const 1) (block (result i32) (br_if $again (local.get 0)) (i32.const 4))))))`,
		5,
		503n,
	],
	[
		"a value that goes to another depth",
		`(block $out (result i32)
			(i32.add (i32.mul (local.get 0) (i32.const 3)) (i32.add (i32.mul (local.get 0) (i32.const 5)) (br $out (local.get 0)))))`,
		5,
		5n,
	],
	[
		"a return from within operands",
		"(i32.add (i32.mul (local.get 0) (i32.const 3)) (call $minus (i32.const 1) (return (local.get 0))))",
		5,
		5n,
	],
	["more operands than registers", nest(20), 3, 20n * 21n + 3n],
	[
		"more operands than registers around a call",
		nest(12).replace("(local.get 0)", "(call $minus (local.get 0) (i32.const 1))"),
		3,
		12n * 13n + 2n,
	],
	[
		"the answer of a system call below others",
		"(i32.sub (i32.mul (local.get 0) (i32.const 3)) (i32.wrap_i64 (call $close (i64.const -1))))",
		5,
		24n,
	],
	[
		"a local that nothing wrote",
		"(i32.add (local.get 0) (i32.add (i32.wrap_i64 (local.get $p)) (local.get $zero)))",
		5,
		5n,
	],
	["a local written in one arm", "(if (local.get 0) (then (local.set $zero (i32.const 7)))) (local.get $zero)", 0, 0n],
	[
		"a local written after a branch",
		"(block $out (br_if $out (local.get 0)) (local.set $zero (i32.const 7))) (local.get $zero)",
		1,
		0n,
	],
	[
		"a local that is read before the loop writes it",
		`(loop $again
			(local.set 0 (i32.sub (local.get 0) (i32.const 1)))
			(global.set $i32 (i32.add (global.get $i32) (local.get $zero)))
			(local.set $zero (i32.const 7))
			(br_if $again (local.get 0)))
		(local.get $zero)`,
		3,
		7n,
	],
	[
		"& of comparisons: the right side traps all the same",
		"(if (result i32) (i32.and (i32.eq (local.get 0) (i32.const 1)) (i32.eq (i32.div_u (i32.const 1) (local.get 0)) (i32.const 0))) (then (i32.const 1)) (else (i32.const 2)))",
		0,
		"trap",
	],
	[
		"| of comparisons: the right side traps all the same",
		"(if (result i32) (i32.or (i32.eqz (local.get 0)) (i32.eq (i32.rem_s (i32.const 1) (local.get 0)) (i32.const 0))) (then (i32.const 1)) (else (i32.const 2)))",
		0,
		"trap",
	],
	[
		"a select as a condition evaluates both arms",
		"(if (result i32) (select (i32.const 0) (local.tee $zero (i32.const 4)) (local.get 0)) (then (i32.const 1)) (else (local.get $zero)))",
		1,
		4n,
	],
	[
		"a quotient that is dropped traps all the same",
		"(drop (i32.div_s (i32.const 1) (local.get 0))) (i32.const 1)",
		0,
		"trap",
	],
	[
		UPPER_HALF,
		"(i32.wrap_i64 (i64.shr_u (i64.extend_i32_u (i32.wrap_i64 (i64.const -1))) (i64.extend_i32_u (local.get 0))))",
		32,
		0n,
	],
	[
		"a byte of memory that is negative to a signed byte",
		"(call $store8 (call $zeroed (i32.const 36) (i32.const 64)) (i32.const 200)) (i32.lt_s (call $load8 (call $zeroed (i32.const 36) (i32.const 64))) (i32.const 100))",
		0,
		0n,
	],
	[
		"a byte of memory as a condition",
		`(call $store8 (call $zeroed (i32.const 36) (i32.const 64)) (i32.const 200))
		(if (result i32) (i32.gt_s (call $load8 (call $zeroed (i32.const 36) (i32.const 64))) (i32.const 199)) (then (i32.const 1)) (else (i32.const 2)))`,
		0,
		1n,
	],
	["bytes of memory that are less, compared in all ways", compareBytes(), 199, compared({ eq: false, lt: true })],
	["bytes of memory that are equal, compared in all ways", compareBytes(), 200, compared({ eq: true, lt: false })],
	["bytes of memory that are more, compared in all ways", compareBytes(), 201, compared({ eq: false, lt: false })],
	[
		"a store where one register is left",
		nest(
			5,
			`(block (result i32) (call $store32 ${SOMEWHERE} (i32.mul (local.get 0) (i32.const 3))) (call $load32 ${SOMEWHERE}))`,
		),
		4,
		42n,
	],
	[
		"a branch with a value where one register is left",
		nest(
			5,
			"(block $out (result i32) (br_if $out (i32.mul (local.get 0) (i32.const 3)) (i32.shl (local.get 0) (local.get 0))))",
		),
		4,
		42n,
	],
	[
		"six parameters",
		"(call $six (local.get 0) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6))",
		1,
		123456n,
	],
];

/** `2 · 1 + (2 · 2 + (2 · 3 + …))`: each left operand is kept in a register until it is used. */
function nest(depth: number, innermost = "(local.get 0)"): string {
	let text = innermost;
	for (let number = depth; number >= 1; number--)
		text = `(i32.add (i32.mul (local.get $two) (i32.const ${number})) ${text})`;
	return `(local.set $two (i32.const 2)) ${text}`;
}

/** Compares the argument, as a byte in memory, with 200. The result has one bit for each comparison. */
function compareBytes(): string {
	const byte = "(call $load8 (call $zeroed (i32.const 36) (i32.const 64)))";
	const bits = COMPARISONS.map(
		(comparison, bit) =>
			`(if (result i32) (i32.${comparison} ${byte} (i32.const 200)) (then (i32.const ${1 << bit})) (else (i32.const 0)))`,
	);
	return `(call $store8 (call $zeroed (i32.const 36) (i32.const 64)) (local.get 0)) ${bits.reduce((sum, bit) => `(i32.or ${sum} ${bit})`)}`;
}

/** The result of the code from compareBytes. */
function compared({ eq, lt }: { readonly eq: boolean; readonly lt: boolean }): bigint {
	const holds: Readonly<Record<string, boolean>> = { eq, ne: !eq, lt, gt: !lt && !eq, le: lt || eq, ge: !lt };
	return COMPARISONS.reduce(
		(mask, comparison, bit) => mask | (holds[comparison.slice(0, 2)] ? 1n << BigInt(bit) : 0n),
		0n,
	);
}

const HELPERS = [
	"(func $minus (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1)))",
	`(func $six (param i32 i32 i32 i32 i32 i32) (result i32) ${[0, 1, 2, 3, 4, 5].reduce((sum, index) => `(i32.add (i32.mul ${sum} (i32.const 10)) (local.get ${index}))`, "(i32.const 0)")})`,
];

describeCpus("evaluation", (target, sandbox) => {
	it.each(CASES.filter(([title]) => target.wordSize === 8 || title !== UPPER_HALF))(
		"%s",
		async (_title, body, argument, result) => {
			const test = `(func $test (param i32) (result i32) (local $p i64) (local $zero i32) (local $two i32) ${body})`;
			// Registers hold values other than 0 when the function is called.
			const dirty = `(func $dirty (param i32) (result i32) ${"(local i32)".repeat(12)} ${[...Array(12).keys()].map((local) => `(local.set ${local + 1} (i32.sub (i32.const -${local + 1}) (local.get 0)))`).join(" ")} (i32.add (call $test (local.get 0)) (i32.mul (i32.const 0) (local.get 12))))`;
			const text = printDriver([...HELPERS, test, dirty], [`(i64.extend_i32_s (call $dirty (i32.const ${argument})))`]);
			const wasm = assemble(textFor(target, text));
			const { stdout, signal } = await sandbox.run(compileWasm(wasm, target).elf);
			expect(signal === null ? readWord(target, stdout, 0) : "trap").toBe(result);
			const reference = runInV8(wasm, target);
			expect(reference === undefined ? "trap" : readWord(target, reference, 0)).toBe(result);
		},
	);
});
