/** A buffer from native.zeroed. */
export interface Buffer {
	readonly name: string;
	/** The address of its name in linear memory, where asc would have put it. */
	readonly pointer: number;
	/** Bytes. */
	readonly size: number;
}

/** The buffers that functions may use. Short offsets reach all of one buffer, but not all of another. */
export const BUFFERS: readonly [Buffer, ...Buffer[]] = [
	{ name: "a", pointer: 36, size: 64 },
	{ name: "b", pointer: 52, size: 300 },
	{ name: "c", pointer: 68, size: 70_000 },
];

/** What the driver writes at the end. */
export const OUTPUT: Buffer = { name: "o", pointer: 20, size: 16_384 };

/** The maximum number of bytes that are written from a buffer. */
const OBSERVED = 512;

/**
 * A module as WebAssembly text: all imports that tests need, functions, and a `start` that stores each result as 8
 * bytes, writes them all and the beginning of each buffer to standard output, and exits.
 * @param functions as text
 * @param results expressions of type i64, as text
 */
export function printDriver(functions: readonly string[], results: readonly string[]): string {
	const stores = results.map(
		(result, index) => `(call $storeWord (i64.add ${printBuffer(OUTPUT)} (i64.const ${8 * index})) ${result})`,
	);
	return `(module
	(import "native" "zeroed" (func $zeroed (param i32 i32) (result i64)))
	(import "native" "load8" (func $load8 (param i64) (result i32)))
	(import "native" "load32" (func $load32 (param i64) (result i32)))
	(import "native" "loadWord" (func $loadWord (param i64) (result i64)))
	(import "native" "store8" (func $store8 (param i64 i32)))
	(import "native" "store32" (func $store32 (param i64 i32)))
	(import "native" "storeWord" (func $storeWord (param i64 i64)))
	(import "sys" "close" (func $close (param i64) (result i64)))
	(import "sys" "write" (func $write (param i64 i64 i64) (result i64)))
	(import "sys" "exit_group" (func $exit_group (param i64) (result i64)))
	(memory (export "memory") 1)
${[OUTPUT, ...BUFFERS].map(printName).join("\n")}
	(global $i32 (mut i32) (i32.const 5))
	(global $i64 (mut i64) (i64.const -7))
	(global $fuel (mut i32) (i32.const 0))
${functions.map((text) => `	${text}`).join("\n")}
	(func $start (export "start") (param i64)
${stores.map((text) => `		${text}`).join("\n")}
		(drop (call $write (i64.const 1) ${printBuffer(OUTPUT)} (i64.const ${8 * results.length})))
${BUFFERS.map((buffer) => `		(drop (call $write (i64.const 1) ${printBuffer(buffer)} (i64.const ${Math.min(buffer.size, OBSERVED)})))`).join("\n")}
		(drop (call $exit_group (i64.const 0)))))
`;
}

/** An AssemblyScript string object, with its length in bytes before it. */
function printName({ name, pointer }: Buffer): string {
	const bytes = [2 * name.length, 0, 0, 0, ...[...name].flatMap((character) => [character.charCodeAt(0), 0])];
	return `	(data (i32.const ${pointer - 4}) "${bytes.map((byte) => `\\${byte.toString(16).padStart(2, "0")}`).join("")}")`;
}

/** A call that reserves a buffer of zeros at its address. */
export function printBuffer({ pointer, size }: Buffer): string {
	return `(call $zeroed (i32.const ${pointer}) (i32.const ${size}))`;
}
