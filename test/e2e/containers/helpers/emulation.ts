import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";

const folder = "/proc/sys/fs/binfmt_misc";
const built = join(import.meta.dirname, "../../../../dist/init");

interface Cpu {
	/** The name of the CPU in QEMU. */
	readonly emulator: string;
	/** From the ELF header: e_machine, EI_CLASS and EI_DATA. */
	readonly machine: number;
	readonly bits: 32 | 64;
	readonly isBigEndian?: boolean;
}

const cpus: Readonly<Record<string, Cpu>> = {
	"linux/amd64": { emulator: "x86_64", machine: 62, bits: 64 },
	"linux/arm64": { emulator: "aarch64", machine: 183, bits: 64 },
	"linux/arm/v7": { emulator: "arm", machine: 40, bits: 32 },
	"linux/arm/v6": { emulator: "arm", machine: 40, bits: 32 },
	"linux/arm/v5": { emulator: "arm", machine: 40, bits: 32 },
	"linux/386": { emulator: "i386", machine: 3, bits: 32 },
	"linux/riscv64": { emulator: "riscv64", machine: 243, bits: 64 },
	"linux/s390x": { emulator: "s390x", machine: 22, bits: 64, isBigEndian: true },
	"linux/ppc64le": { emulator: "ppc64le", machine: 21, bits: 64 },
	"linux/mips64le": { emulator: "mips64el", machine: 8, bits: 64 },
};

/** The e_machine of programs for a platform, from the ELF specification. */
export const machineOf = (platform: string): number | undefined => cpus[platform]?.machine;

/**
 * Lets this machine run programs for a platform until the tests of the file have ended. Call it outside of tests,
 * because a test cannot register anything for the end. Returns the reason if this is not possible, or undefined.
 */
export const emulate = (platform: string): string | undefined => {
	const cpu = cpus[platform];
	if (cpu === undefined) return `no emulator is known for ${platform}`;
	const name = platform.split("/").slice(1).join("");
	if (spawnSync(join(built, `pidone-linux-${name}`), ["--version"]).status === 0) return undefined;
	const interpreter = [
		`/usr/bin/qemu-${cpu.emulator}-static`,
		`/usr/libexec/qemu-binfmt/${cpu.emulator}-binfmt-P`,
	].find(existsSync);
	if (interpreter === undefined) return `qemu-${cpu.emulator}-static is not installed`;
	try {
		register(cpu, interpreter);
		return undefined;
	} catch (error) {
		return `binfmt_misc takes no entry: ${error instanceof Error ? error.message : error}`;
	}
};

// F: the kernel opens the interpreter now, so that it does not have to be in the container.
const register = (cpu: Cpu, interpreter: string): void => {
	mount();
	const entry = `pidone-e2e-${cpu.emulator}`;
	if (readdirSync(folder).includes(entry)) return;
	writeFileSync(`${folder}/register`, `:${entry}:M::${magicOf(cpu)}:${mask(cpu)}:${interpreter}:F`);
	afterAll(() => writeFileSync(`${folder}/${entry}`, "-1"));
};

let isMounted = existsSync(`${folder}/register`);

const mount = (): void => {
	if (isMounted) return;
	execFileSync("mount", ["-t", "binfmt_misc", "binfmt_misc", folder], { stdio: "pipe" });
	isMounted = true;
	// Runs last: everything that is registered in it is removed first.
	afterAll(() => void execFileSync("umount", [folder]));
};

/** The first bytes of an ELF file for the CPU: any version of any ABI, an executable or a shared object. */
const magicOf = ({ machine, bits, isBigEndian = false }: Cpu): string =>
	escape([
		...[0x7f, 0x45, 0x4c, 0x46, bits / 32, isBigEndian ? 2 : 1, 1],
		...new Array<number>(9).fill(0),
		...halves([2, machine], isBigEndian),
	]);

const mask = ({ isBigEndian = false }: Cpu): string =>
	escape([
		...new Array<number>(7).fill(0xff),
		0,
		0,
		...new Array<number>(7).fill(0xff),
		...halves([0xfffe, 0xffff], isBigEndian),
	]);

/** 16-bit numbers as bytes in a byte order. */
const halves = (values: readonly number[], isBigEndian: boolean): number[] =>
	values.flatMap((value) => (isBigEndian ? [value >> 8, value & 0xff] : [value & 0xff, value >> 8]));

const escape = (bytes: readonly number[]): string =>
	bytes.map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join("");
