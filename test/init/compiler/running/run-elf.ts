import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Target } from "../../../../src/init/compiler/target.ts";
import { type Ending, spawnSmall } from "../../../spawn/spawn.ts";

/** How programs for a CPU can run here: natively, in an emulator, or not at all. */
type Runner = { readonly command: readonly string[] } | { readonly missing: string };

const OURS: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

/** The names of qemu's emulators that are not the same as those of the architecture. */
const EMULATORS: Readonly<Record<string, string>> = {
	amd64: "x86_64",
	arm64: "aarch64",
	armv5: "arm",
	armv6: "arm",
	armv7: "arm",
	"386": "i386",
	mips64le: "mips64el",
};

/** The emulator that runs programs for a CPU, by the name of its target. */
export function emulatorOf(name: string): string {
	return `qemu-${EMULATORS[name] ?? name}-static`;
}

/** Whether programs for a CPU run here natively. */
export function isOwnCpu({ name }: Target): boolean {
	return OURS[process.arch] === name;
}

/** How to run a program for a target on this machine, or what is missing to run it. */
export function findRunner(target: Target): Runner {
	if (process.platform !== "linux") return { missing: `this is ${process.platform}, and the programs are for Linux` };
	if (isOwnCpu(target)) return { command: [] };
	const { name } = target;
	const emulator = emulatorOf(name);
	return spawnSync(emulator, ["--version"]).error === undefined
		? { command: [emulator] }
		: { missing: `this CPU is not ${name}, and ${emulator} is not installed` };
}

/** How a program ended, and what it wrote. */
export interface Ran extends Ending {
	readonly stdout: Buffer;
}

/** Runs programs from their own folder. */
export class Sandbox {
	#folder: string | undefined;
	readonly #command: readonly string[];

	constructor(command: readonly string[]) {
		this.#command = command;
	}

	async run(elf: Uint8Array): Promise<Ran> {
		this.#folder ??= mkdtempSync(join(tmpdir(), "pidone-compiler-"));
		const file = join(this.#folder, "program");
		// Creates a new file each time, because a file cannot be written to while it is being executed.
		rmSync(file, { force: true });
		writeFileSync(file, elf, { mode: 0o755 });
		const output: Uint8Array[] = [];
		const program = spawnSmall([...this.#command, file], { timeout: 20_000 }, (stream, bytes) => {
			if (stream === "stdout") output.push(bytes);
		});
		return { ...(await program.ending), stdout: Buffer.concat(output) };
	}

	remove(): void {
		if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true });
	}
}
