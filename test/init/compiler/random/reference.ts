import type { Target } from "../../../../src/init/compiler/target.ts";
import { webAssembly } from "../../simulation/helpers/web-assembly.ts";
import { BUFFERS, OUTPUT } from "../driver.ts";

/** The distance between the addresses of buffers. No buffer is larger. */
const SPACING = 1 << 17;

/** A word of WebAssembly in JavaScript: a number if it is an i32. */
type Word = bigint | number;

const EBADF = 9n;

/**
 * Runs a program's WebAssembly in V8.
 * @param target native memory has the word size and byte order of this target
 * @returns what the program writes, or undefined if it traps
 */
export function runInV8(wasm: Uint8Array, target: Target): Buffer | undefined {
	const memory = new DataView(new ArrayBuffer(SPACING * (BUFFERS.length + 1)));
	const written: Buffer[] = [];
	const word = (value: bigint): Word => (target.wordSize === 4 ? Number(value) : value);
	const sys = {
		close: () => word(-EBADF),
		write: (_: Word, at: Word, length: Word) => {
			written.push(Buffer.from(memory.buffer.slice(Number(at), Number(at) + Number(length))));
			return length;
		},
		exit_group: () => word(0n),
	};
	const native = nativeMemory(memory, target);
	const instance = new webAssembly.Instance(new webAssembly.Module(wasm), { native, sys });
	try {
		(instance.exports.start as (stack: Word) => void)(word(0n));
	} catch (error) {
		if (!(error instanceof webAssembly.RuntimeError)) throw error;
		return undefined;
	}
	return Buffer.concat(written);
}

function nativeMemory(memory: DataView, { wordSize, isBigEndian }: Target) {
	const isLittle = !isBigEndian;
	const addresses = new Map([OUTPUT, ...BUFFERS].map(({ pointer }, index) => [pointer, index * SPACING]));
	const narrow = {
		loadWord: (at: Word) => memory.getInt32(Number(at), isLittle),
		storeWord: (at: Word, value: Word) => memory.setInt32(Number(at), Number(value), isLittle),
	};
	const wide = {
		loadWord: (at: Word) => memory.getBigInt64(Number(at), isLittle),
		storeWord: (at: Word, value: Word) => memory.setBigInt64(Number(at), BigInt(value), isLittle),
	};
	return {
		zeroed: (pointer: number) => (wordSize === 4 ? addresses.get(pointer) : BigInt(addresses.get(pointer) ?? 0)),
		load8: (at: Word) => memory.getUint8(Number(at)),
		load32: (at: Word) => memory.getInt32(Number(at), isLittle),
		store8: (at: Word, value: number) => memory.setUint8(Number(at), value),
		store32: (at: Word, value: number) => memory.setInt32(Number(at), value, isLittle),
		...(wordSize === 4 ? narrow : wide),
	};
}
