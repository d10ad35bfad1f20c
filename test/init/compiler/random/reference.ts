import { webAssembly } from "../../simulation/helpers/web-assembly.ts";
import { BUFFERS, OUTPUT } from "../driver.ts";

/** An address that no buffer reaches beyond. */
const SPACING = 1 << 17;

/** Runs a program's WebAssembly in V8. @returns what it writes, or undefined when it traps */
export function runInV8(wasm: Uint8Array): Buffer | undefined {
	const memory = Buffer.alloc(SPACING * (BUFFERS.length + 1));
	const addresses = new Map([OUTPUT, ...BUFFERS].map(({ pointer }, index) => [pointer, BigInt(index * SPACING)]));
	const written: Buffer[] = [];
	const native = {
		zeroed: (pointer: number) => addresses.get(pointer),
		load8: (at: bigint) => memory.readUInt8(Number(at)),
		load32: (at: bigint) => memory.readInt32LE(Number(at)),
		loadWord: (at: bigint) => memory.readBigInt64LE(Number(at)),
		store8: (at: bigint, value: number) => void memory.writeUInt8(value & 0xff, Number(at)),
		store32: (at: bigint, value: number) => void memory.writeInt32LE(value, Number(at)),
		storeWord: (at: bigint, value: bigint) => void memory.writeBigInt64LE(value, Number(at)),
	};
	const EBADF = 9n;
	const sys = {
		close: () => -EBADF,
		write: (_: bigint, at: bigint, length: bigint) => {
			written.push(Buffer.from(memory.subarray(Number(at), Number(at + length))));
			return length;
		},
		exit_group: () => 0n,
	};
	const instance = new webAssembly.Instance(new webAssembly.Module(wasm), { native, sys });
	try {
		(instance.exports.start as (stack: bigint) => void)(0n);
	} catch (error) {
		if (!(error instanceof webAssembly.RuntimeError)) throw error;
		return undefined;
	}
	return Buffer.concat(written);
}
