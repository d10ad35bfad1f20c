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
const HEADER_BYTES = 20;
const EVERYBODY_EXECUTES = 0o111;

/** Looks at a file that a COPY takes into an image with its mode; undefined when all is well. */
export function findBinaryProblem(file: string, platform: string): BinaryProblem | undefined {
	const stats = statSync(file, { throwIfNoEntry: false });
	if (stats === undefined || !stats.isFile()) return "missing";
	const machine = MACHINES[splitPlatform(platform).architecture];
	const header = readHeader(file);
	if (header !== undefined && machine !== undefined && !isElfFor(header, machine)) return "other-platform";
	// Windows has no such bits; BuildKit sets them there.
	const isExecutable = process.platform === "win32" || (stats.mode & EVERYBODY_EXECUTES) === EVERYBODY_EXECUTES;
	return isExecutable ? undefined : "not-executable";
}

function isElfFor(header: Buffer, machine: number): boolean {
	if (header.length < HEADER_BYTES || !header.subarray(0, 4).equals(Buffer.from("\x7fELF"))) return false;
	const isLittleEndian = header[5] === 1;
	return (isLittleEndian ? header.readUInt16LE(18) : header.readUInt16BE(18)) === machine;
}

/** The first bytes; undefined when they cannot be read. */
function readHeader(file: string): Buffer | undefined {
	try {
		const descriptor = openSync(file, "r");
		try {
			const header = Buffer.alloc(HEADER_BYTES);
			return header.subarray(0, readSync(descriptor, header, 0, HEADER_BYTES, 0));
		} finally {
			closeSync(descriptor);
		}
	} catch {
		return undefined;
	}
}
