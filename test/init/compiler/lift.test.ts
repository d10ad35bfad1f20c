import { describe, expect, it } from "vitest";
import { amd64 } from "../../../src/init/compiler/amd64/target.ts";
import { CompileError } from "../../../src/init/compiler/compile-error.ts";
import { lift } from "../../../src/init/compiler/lift.ts";
import { assemble } from "./assemble.ts";

const START = '(func $start (export "start") (param i64))';
const SUBSET = "the init's subset of TypeScript has integers, functions, `native.…` and `sys.…` only";

describe("what cannot be compiled", () => {
	it.each<[string, string, string, (string | undefined)?]>([
		["no entry", "(func $main)", "no entry point: write `export function start(stack: word): void { … }`"],
		[
			"a start function",
			`${START} (func $init) (start $init)`,
			"a top-level variable has an initial value that is computed; give it a constant, and compute the value in a function",
		],
		[
			"a float",
			`${START} (func $half (result f64) (f64.const 0.5))`,
			"a value is neither i32 nor word; write integers only: i32, u32, bool or word",
			"half",
		],
		[
			"a float inside",
			`${START} (func $half (result i32) (i32.trunc_f64_s (f64.const 0.5)))`,
			"a value is neither i32 nor word; write integers only: i32, u32, bool or word",
			"half",
		],
		[
			"a load from linear memory",
			`${START} (memory 1) (func $read (result i32) (i32.load (i32.const 8)))`,
			"objects, arrays, strings and load<T>/store<T> cannot be compiled; use native.load8, load32 or loadWord on memory from native.zeroed",
			"read",
		],
		[
			"a store to linear memory",
			`${START} (memory 1) (func $write (i64.store (i32.const 8) (i64.const 1)))`,
			"objects, arrays, strings and load<T>/store<T> cannot be compiled; use native.store8, store32 or storeWord on memory from native.zeroed",
			"write",
		],
		[
			"the size of linear memory",
			`${START} (memory 1) (func $size (result i32) (memory.size))`,
			`this cannot be compiled (WebAssembly's MemorySize); ${SUBSET}`,
			"size",
		],
		[
			"seven parameters",
			`${START} (func $f (param i32 i32 i32 i32 i32 i32 i32))`,
			"a function has 6 parameters at most; keep the others in top-level variables",
			"f",
		],
		[
			"a number made a float",
			`${START} (func $half (param i32) (drop (f64.convert_i32_s (local.get 0))))`,
			`a float cannot be compiled; ${SUBSET}`,
			"half",
		],
		[
			"a call through a table",
			`${START} (type $f (func)) (table 1 funcref) (func $call (call_indirect (type $f) (i32.const 0)))`,
			`this cannot be compiled (WebAssembly's CallIndirect); ${SUBSET}`,
			"call",
		],
		[
			"an unknown module",
			`(import "env" "abort" (func $abort)) ${START} (func $f (call $abort))`,
			`env.abort does not exist; ${SUBSET}`,
			"f",
		],
		[
			"an unknown intrinsic",
			`(import "native" "load16" (func $load (param i64) (result i32))) ${START} (func $f (drop (call $load (i64.const 0))))`,
			`native.load16 does not exist; ${SUBSET}`,
			"f",
		],
		[
			"a text that is not a literal",
			`(import "native" "text" (func $text (param i32) (result i64))) ${START} (func $f (param i32) (drop (call $text (local.get 0))))`,
			"native.text takes a string literal, written in the call itself",
			"f",
		],
		[
			"a buffer whose size is not a constant",
			`(import "native" "zeroed" (func $zeroed (param i32 i32) (result i64))) ${START} (func $f (param i32) (drop (call $zeroed (i32.const 8) (local.get 0))))`,
			"native.zeroed takes a literal and a constant",
			"f",
		],
		[
			"a buffer of two sizes",
			`(import "native" "zeroed" (func $zeroed (param i32 i32) (result i64))) (memory 1) (data (i32.const 4) "\\02\\00\\00\\00b\\00") ${START}
			(func $f (drop (call $zeroed (i32.const 8) (i32.const 4))) (drop (call $zeroed (i32.const 8) (i32.const 5))))`,
			'the buffer "b" has two sizes; give it one',
			"f",
		],
		[
			"a message that is not ASCII",
			`(import "native" "message" (func $message (param i32) (result i32))) (memory 1) (data (i32.const 4) "\\02\\00\\00\\00\\fc\\00") ${START}
			(func $f (drop (call $message (i32.const 8))))`,
			'a packed text must be ASCII up to "|", but contains "ü"; replace it',
			"f",
		],
		[
			"a message with NUL in it",
			`(import "native" "message" (func $message (param i32) (result i32))) (memory 1) (data (i32.const 4) "\\02\\00\\00\\00\\00\\00") ${START}
			(func $f (drop (call $message (i32.const 8))))`,
			"a message ends at NUL, and must not contain it; write two messages",
			"f",
		],
		[
			"a buffer of no size",
			`(import "native" "zeroed" (func $zeroed (param i32 i32) (result i64))) (memory 1) (data (i32.const 4) "\\02\\00\\00\\00b\\00") ${START}
			(func $f (drop (call $zeroed (i32.const 8) (i32.const 0))))`,
			'the buffer "b" has 0 bytes; give it more than 0',
			"f",
		],
	])("%s", (_, body, message, functionName) => {
		const error = errorOf(`(module ${body})`);
		expect({ message: error.message, functionName: error.functionName }).toEqual({ message, functionName });
	});
});

describe("what is read", () => {
	it("leaves out unused globals of other types", () => {
		const { bss } = lift(
			assemble(`(module (global $pi f64 (f64.const 3)) (global $n (mut i32) (i32.const 5)) ${START})`),
			amd64,
		);
		expect(bss).toEqual([{ symbol: "n", size: 4, alignment: 4, initial: 5n }]);
	});

	it("splits off the constant part of an address", () => {
		const text = `(module (import "native" "load8" (func $load8 (param i64) (result i32)))
			(func $start (export "start") (param i64) (drop (call $load8 (i64.add (local.get 0) (i64.const 9))))))`;
		expect(lift(assemble(text), amd64).functions[0]?.body).toMatchObject({
			value: { kind: "load", size: 1, offset: 9, address: { kind: "local-get", local: 0 } },
		});
	});
});

function errorOf(text: string): CompileError {
	try {
		lift(assemble(text), amd64);
	} catch (error) {
		if (error instanceof CompileError) return error;
		throw error;
	}
	throw new Error("it can be compiled");
}
