import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Dialect {
	/** GNU's name of the machine in front of programs for it. */
	readonly prefix: string;
	/** The format of files that an objdump has to know. */
	readonly format: string;
	readonly options: readonly string[];
}

const DIALECTS: Readonly<Record<string, Dialect>> = {
	amd64: { prefix: "x86_64-linux-gnu", format: "elf64-x86-64", options: ["-m", "i386:x86-64", "-M", "intel"] },
	arm64: { prefix: "aarch64-linux-gnu", format: "elf64-littleaarch64", options: ["-m", "aarch64"] },
};

export type Objdump = { readonly command: readonly string[] } | { readonly missing: string };

/** An objdump that knows a CPU, by the name of its target. */
export function findObjdump(target: string): Objdump {
	const dialect = DIALECTS[target];
	if (dialect === undefined) return { missing: `no options of objdump are known for ${target}` };
	const names = [`${dialect.prefix}-objdump`, "objdump"];
	const found = names.find((name) => spawnSync(name, ["-i"], { encoding: "utf8" }).stdout?.includes(dialect.format));
	return found === undefined
		? { missing: `no objdump is installed that knows ${dialect.format}` }
		: { command: [found, ...dialect.options] };
}

export interface Disassembled {
	readonly address: number;
	/** With one space behind the mnemonic and without comments; addresses are absolute. */
	readonly text: string;
}

/** Disassembles code that runs at an address. */
export function disassemble(command: readonly string[], code: Uint8Array, address: number): Disassembled[] {
	const [name = "", ...options] = command;
	const folder = mkdtempSync(join(tmpdir(), "pidone-objdump-"));
	try {
		const file = join(folder, "code");
		writeFileSync(file, code);
		const args = ["-D", "-z", "-b", "binary", ...options, "--no-show-raw-insn", `--adjust-vma=${address}`, file];
		const { stdout } = spawnSync(name, args, { encoding: "utf8", maxBuffer: 1 << 26 });
		return [...stdout.matchAll(/^ *([\da-f]+):\t(.*)$/gm)].map(([, at = "", text = ""]) => ({
			address: Number(`0x${at}`),
			text: plain(text),
		}));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function plain(text: string): string {
	// The comment tells where an address that counts from the instruction's end lies.
	return text
		.replace(/\[rip[+-]0x[\da-f]+\]\s*# (0x[\da-f]+).*/, "[rip+$1]")
		.replace(/\s*(\/\/|#\s).*/, "")
		.replace(/\s+/, " ")
		.trim();
}
