import { callsOf, type Script } from "./script.ts";

/** The places for an expression of type i32, from the suite's cases that are named `as-…`. HERE marks the place. */
const POSITIONS: Readonly<Record<string, string>> = {
	"first in a block": "(block (result i32) (drop HERE) (i32.const 90))",
	"last in a block": "(block (result i32) (nop) HERE)",
	"in a loop": "(loop (result i32) HERE)",
	"as a condition": "(if (result i32) HERE (then (i32.const 91)) (else (i32.const 92)))",
	"in the first arm": "(if (result i32) (local.get 0) (then HERE) (else (i32.const 93)))",
	"in the other arm": "(if (result i32) (local.get 0) (then (i32.const 94)) (else HERE))",
	"as the first of a select": "(select HERE (i32.const 95) (local.get 0))",
	"as the second of a select": "(select (i32.const 96) HERE (local.get 0))",
	"as the condition of a select": "(select (i32.const 97) (i32.const 98) HERE)",
	"as the first argument": "(call $three HERE (i32.const 2) (i32.const 3))",
	"as the second argument": "(call $three (i32.const 1) HERE (i32.const 3))",
	"as the last argument": "(call $three (i32.const 1) (i32.const 2) HERE)",
	"on the left": "(i32.sub HERE (i32.const 5))",
	"on the right": "(i32.sub (i32.const 5) HERE)",
	"on the left of a comparison": "(i32.lt_s HERE (local.get 0))",
	"on the right of a comparison": "(i32.lt_u (local.get 0) HERE)",
	"as an operand": "(i32.clz HERE)",
	"as what is tested": "(i32.eqz HERE)",
	"set to a local": "(block (result i32) (local.set 0 HERE) (local.get 0))",
	"kept in a local": "(i32.add (local.tee 0 HERE) (local.get 0))",
	"set to a global": "(block (result i32) (global.set $fuel HERE) (global.get $fuel))",
	"in an address": "(call $load32 (i64.add (call $place) (i64.extend_i32_u (i32.and HERE (i32.const 4)))))",
	"as what is stored": "(block (result i32) (call $store32 (call $place) HERE) (call $load32 (call $place)))",
	"carried by a branch": "(block $inner (result i32) (br $inner HERE))",
	"carried by a conditional branch":
		"(block $inner (result i32) (drop (br_if $inner HERE (local.get 0))) (i32.const 99))",
	"as the condition of a branch":
		"(block $inner (result i32) (drop (br_if $inner (i32.const 81) HERE)) (i32.const 82))",
	"carried by a branch by number":
		"(block $inner (result i32) (i32.add (i32.const 1) (block $other (result i32) (br_table $other $inner HERE (local.get 0)))))",
	"as the number of a branch":
		"(block $inner (result i32) (i32.add (i32.const 1) (block $other (result i32) (br_table $other $inner (i32.const 83) HERE))))",
	returned: "(return HERE)",
};

/** Expressions of type i32 to put in each position. `$out` is a block of that type around them. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
	br: "(br $out (i32.const 42))",
	"br_if that is taken": "(br_if $out (i32.const 43) (i32.const 1))",
	"br_if that is not taken": "(br_if $out (i32.const 44) (i32.const 0))",
	"br_if that may be taken": "(br_if $out (i32.const 3) (local.get 0))",
	br_table: "(br_table $out $out $out (i32.const 45) (local.get 0))",
	"br_table from another block": "(block $near (result i32) (br_table $near $out (i32.const 2) (local.get 0)))",
	return: "(return (i32.const 46))",
	"return under a condition": "(if (result i32) (local.get 0) (then (return (i32.const 47))) (else (i32.const 1)))",
	block: "(block (result i32) (nop) (i32.const 4))",
	"block that is left": "(block $near (result i32) (drop (br $near (i32.const 4))) (i32.const 6))",
	loop: "(loop (result i32) (nop) (i32.const 1))",
	if: "(if (result i32) (local.get 0) (then (i32.const 6)) (else (i32.const 0)))",
	call: "(call $three (local.get 0) (i32.const 0) (i32.const 7))",
	"call that may not come back": "(call $three (i32.const 1) (br_if $out (i32.const 5) (local.get 0)) (i32.const 7))",
	"local.get": "(local.get 0)",
	"local.tee": "(local.tee 0 (i32.const 3))",
	"global.get": "(global.get $fuel)",
	select: "(select (i32.const 2) (i32.const 9) (local.get 0))",
	load: "(call $load32 (call $place))",
	popcnt: "(i32.popcnt (local.get 0))",
	"a comparison": "(i32.ge_s (local.get 0) (i32.const 1))",
};

const HELPERS = [
	`(func $three (param i32 i32 i32) (result i32)
		(i32.add (i32.mul (local.get 0) (i32.const 100)) (i32.add (i32.mul (local.get 1) (i32.const 10)) (local.get 2))))`,
	"(func $place (result i64) (call $zeroed (i32.const 36) (i32.const 64)))",
];

/** Puts the expression next to a pending value, with values after it that must not be lost. */
function printFunction(name: string, position: string, expression: string): string {
	const body = position.replace("HERE", expression);
	return `(func $${name} (param i32) (result i32)
		(i32.add (i32.mul (local.get 0) (i32.const 1000)) (block $out (result i32) (i32.add (i32.const 7) ${body}))))`;
}

/** A script for each expression, in all positions. */
export const positionScripts: readonly Script[] = Object.entries(EXPRESSIONS).map(([title, expression]) => {
	const positions = Object.values(POSITIONS);
	return {
		name: `${title} in every position`,
		functions: [...HELPERS, ...positions.map((position, index) => printFunction(`f${index}`, position, expression))],
		calls: positions.flatMap((_, index) => callsOf(`f${index}`, 0, 1, 2)),
	};
});

/** Puts `unreachable` in each position, where control flow reaches it anyway. */
export const unreachableScript: Script = {
	name: "unreachable in every position",
	functions: [
		...HELPERS,
		...Object.values(POSITIONS).map((position, index) => printFunction(`f${index}`, position, "(unreachable)")),
	],
	// The calls that do not evaluate it.
	calls: Object.keys(POSITIONS).flatMap((title, index) => {
		if (title === "in the first arm") return callsOf(`f${index}`, 0);
		return title === "in the other arm" ? callsOf(`f${index}`, 1) : [];
	}),
	traps: Object.keys(POSITIONS).flatMap((title, index) => callsOf(`f${index}`, title === "in the other arm" ? 0 : 1)),
};
