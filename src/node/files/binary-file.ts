import { closeSync, openSync, readSync, statSync } from "node:fs";
import { splitPlatform } from "../../core/platform.ts";

/** What is wrong with a file that is to be an executable for a platform. */
export type BinaryProblem = "missing" | "not-executable" | "other-platform";

/** The numbers of CPUs in ELF files: e_machine of the System V ABI. */
const MACHINES: Readonly<Record<string, number>> = {
	"386": 3,
	mips64le: 8,
	ppc64le: 21,
	s390x: 22,
	arm: 40,
	amd64: 62,
	arm64: 183,
	riscv64: 243,
};
/** The ELF header and the program headers of most programs. */
const HEAD_BYTES = 4096;
const EVERYBODY_EXECUTES = 0o111;

/** Looks at a file that a COPY takes into an image with its mode; undefined if all is well. */
export function findBinaryProblem(file: string, platform: string): BinaryProblem | undefined {
	const stats = statSync(file, { throwIfNoEntry: false });
	if (stats === undefined || !stats.isFile()) return "missing";
	const machine = MACHINES[splitPlatform(platform).architecture];
	const head = readHead(file);
	if (head !== undefined && machine !== undefined && !isElfFor(head, machine, stats.size)) return "other-platform";
	// Windows has no such bits; BuildKit sets them there.
	const isExecutable = process.platform === "win32" || (stats.mode & EVERYBODY_EXECUTES) === EVERYBODY_EXECUTES;
	return isExecutable ? undefined : "not-executable";
}

/** Whether a file is an executable for a CPU, with all of its segments (System V ABI: ELF header, program header). */
function isElfFor(head: DataView, machine: number, size: number): boolean {
	if (head.byteLength < 64 || head.getUint32(0) !== 0x7f454c46) return false;
	const is64 = head.getUint8(4) === 2;
	const isLittle = head.getUint8(5) === 1;
	if (head.getUint16(18, isLittle) !== machine) return false;
	const word = (at: number): number => (is64 ? Number(head.getBigUint64(at, isLittle)) : head.getUint32(at, isLittle));
	const [start, entry, count] = is64 ? [word(32), 54, 56] : [word(28), 42, 44];
	const length = head.getUint16(entry, isLittle);
	for (let index = 0; index < head.getUint16(count, isLittle); index++) {
		const at = start + index * length;
		// Program headers further on are not read: that says nothing of the file.
		if (at + 56 > head.byteLength) return at + length <= size;
		const [offset, bytes] = is64 ? [word(at + 8), word(at + 32)] : [word(at + 4), word(at + 16)];
		if (offset + bytes > size) return false;
	}
	return true;
}

/** The first bytes; undefined if they cannot be read. */
function readHead(file: string): DataView | undefined {
	try {
		const descriptor = openSync(file, "r");
		try {
			const head = new DataView(new ArrayBuffer(HEAD_BYTES));
			return new DataView(head.buffer, 0, readSync(descriptor, head, 0, HEAD_BYTES, 0));
		} finally {
			closeSync(descriptor);
		}
	} catch {
		return undefined;
	}
}
