import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSmall } from "../../spawn/run.ts";

interface Dialect {
	/** GNU's name for the machine, which is the prefix of the programs for it. */
	readonly prefix: string;
	/** The file format that an objdump has to support. */
	readonly format: string;
	readonly options: readonly string[];
	/** Turns objdump's lines into what our printer writes: one line, with one name, for each of our instructions. */
	readonly unify?: (lines: readonly Disassembled[]) => Disassembled[];
}

const DIALECTS: Readonly<Record<string, Dialect>> = {
	amd64: { prefix: "x86_64-linux-gnu", format: "elf64-x86-64", options: ["-m", "i386:x86-64", "-M", "intel"] },
	arm64: { prefix: "aarch64-linux-gnu", format: "elf64-littleaarch64", options: ["-m", "aarch64"] },
	...Object.fromEntries(
		["armv5", "armv6", "armv7"].map((name): [string, Dialect] => [
			name,
			{ prefix: "arm-linux-gnueabi", format: "elf32-littlearm", options: ["-m", "arm"], unify: unifyArm },
		]),
	),
	s390x: { prefix: "s390x-linux-gnu", format: "elf64-s390", options: ["-m", "s390:64-bit"] },
	"386": { prefix: "i686-linux-gnu", format: "elf32-i386", options: ["-m", "i386", "-M", "intel"], unify: unifyI386 },
	ppc64le: {
		prefix: "powerpc64le-linux-gnu",
		format: "elf64-powerpcle",
		options: ["-m", "powerpc:common64", "-EL"],
		unify: unifyPower,
	},
	mips64le: {
		prefix: "mips64el-linux-gnuabi64",
		format: "elf64-tradlittlemips",
		options: ["-m", "mips:isa64r2", "-EL", "-M", "gpr-names=64"],
		unify: unifyMips,
	},
	riscv64: {
		prefix: "riscv64-linux-gnu",
		format: "elf64-littleriscv",
		options: ["-m", "riscv:rv64"],
		unify: unifyRiscv,
	},
};

export type Objdump =
	| { readonly command: readonly string[]; readonly unify: Required<Dialect>["unify"] }
	| { readonly missing: string };

/** Finds an objdump that supports a CPU, by the name of its target. */
export function findObjdump(target: string): Objdump {
	const dialect = DIALECTS[target];
	if (dialect === undefined) return { missing: `no options of objdump are known for ${target}` };
	const names = [`${dialect.prefix}-objdump`, "objdump"];
	const found = names.find((name) => formatsOf(name).includes(dialect.format));
	return found === undefined
		? { missing: `no objdump is installed that knows ${dialect.format}` }
		: { command: [found, ...dialect.options], unify: dialect.unify ?? ((lines) => [...lines]) };
}

/** What an objdump prints about the formats that it supports: nothing if it is not installed. */
function formatsOf(name: string): string {
	const formats = known.get(name) ?? spawnSync(name, ["-i"], { encoding: "utf8" }).stdout ?? "";
	known.set(name, formats);
	return formats;
}

const known = new Map<string, string>();

export interface Disassembled {
	readonly address: number;
	/** With one space after the mnemonic and without comments; addresses are absolute. */
	readonly text: string;
}

/** Disassembles code that runs at an address. */
export async function disassemble(
	{ command, unify }: Exclude<Objdump, { missing: string }>,
	code: Uint8Array,
	address: number,
): Promise<Disassembled[]> {
	const folder = mkdtempSync(join(tmpdir(), "pidone-objdump-"));
	try {
		const file = join(folder, "code");
		writeFileSync(file, code);
		const options = ["-D", "-z", "-b", "binary", "--no-show-raw-insn", `--adjust-vma=${address}`];
		const { out } = await runSmall([...command, ...options, file], { env: { PATH: process.env.PATH } });
		const lines = [...out.matchAll(/^ *([\da-f]+):\t(.*)$/gm)].map(([, at = "", text = ""]) => ({
			address: Number(`0x${at}`),
			text: text.replace(/\s+/, " "),
		}));
		return unify(lines).map((line) => ({ ...line, text: plain(line.text) }));
	} finally {
		rmSync(folder, { recursive: true });
	}
}

function plain(text: string): string {
	// The comment has the absolute form of an address that is relative to the end of the instruction.
	return text
		.replace(/\[rip[+-]0x[\da-f]+\]\s*# (0x[\da-f]+).*/, "[rip+$1]")
		.replace(/\s*(\/\/|[#;@]\s).*/, "")
		.trim();
}

/**
 * Merges an auipc and the addi that follows it into `la`. Up to version 2.40, binutils leaves out the i of instructions
 * with immediates.
 */
function unifyRiscv(lines: readonly Disassembled[]): Disassembled[] {
	return lines.flatMap((line, index) => {
		const isSecond = lines[index - 1]?.text.startsWith("auipc ") ?? false;
		if (isSecond) return [];
		const [, to] = /^auipc (\w+),/.exec(line.text) ?? [];
		const [, at] = /# (0x[\da-f]+)$/.exec(lines[index + 1]?.text ?? "") ?? [];
		if (to !== undefined) return { ...line, text: `la ${to},${at}` };
		return { ...line, text: line.text.replace(/^(add|and|or|xor|sll|srl|sra)(w?)(?= \w+,\w+,-?\d)/, "$1i$2") };
	});
}

/** Merges an addition to the program counter, and the additions of more parts that follow it, into `adr`. */
function unifyArm(lines: readonly Disassembled[]): Disassembled[] {
	const unified: Disassembled[] = [];
	let open: { readonly address: number; readonly operation: string; readonly to: string; value: number } | undefined;
	for (const { address, text } of lines) {
		const [, operation = "", to = "", from, part] = /^(add|sub) (\w+), (\w+), #(\d+)/.exec(text) ?? [];
		const sign = operation === "sub" ? -1 : 1;
		const isNext = open !== undefined && from === to && to === open.to && operation === open.operation;
		if (open !== undefined && isNext) {
			open.value += sign * Number(part);
			unified[unified.length - 1] = { address: open.address, text: `adr ${to}, 0x${open.value.toString(16)}` };
			continue;
		}
		open = from === "pc" ? { address, operation, to, value: address + 8 + sign * Number(part) } : undefined;
		unified.push({ address, text: open === undefined ? text : `adr ${to}, 0x${open.value.toString(16)}` });
	}
	return unified;
}

/** Merges a call of the next instruction, a pop and an addition into `la`. */
function unifyI386(lines: readonly Disassembled[]): Disassembled[] {
	const isAddress = (at: number): boolean => {
		const next = lines[at + 1];
		return next !== undefined && lines[at]?.text.trim() === `call 0x${next.address.toString(16)}`;
	};
	return lines.flatMap((line, at) => {
		if (isAddress(at - 1) || isAddress(at - 2)) return [];
		const [, to, distance] = /^add +(\w+),(0x[\da-f]+)/.exec(lines[at + 2]?.text ?? "") ?? [];
		if (!isAddress(at) || to === undefined) return line;
		const address = (lines[at + 1]?.address ?? 0) + Number(BigInt.asIntN(32, BigInt(distance ?? 0)));
		return { ...line, text: `la ${to},0x${address.toString(16)}` };
	});
}

/** Merges a branch to the next instruction, moves of the link register and two additions into `la`. */
function unifyPower(lines: readonly Disassembled[]): Disassembled[] {
	const isAddress = (at: number): boolean => lines[at + 1]?.text.startsWith("bcl ") ?? false;
	return lines.flatMap((line, at) => {
		if ([1, 2, 3, 4, 5].some((back) => isAddress(at - back))) return [];
		if (!isAddress(at)) return line;
		const [, to = "", high] = /^addis (r\d+),r\d+,(-?\d+)/.exec(lines[at + 4]?.text ?? "") ?? [];
		const [, low] = /,(-?\d+)$/.exec(lines[at + 5]?.text ?? "") ?? [];
		const address = line.address + 8 + Number(high) * 0x10000 + Number(low);
		return { ...line, text: `la ${to},0x${address.toString(16)}` };
	});
}

/** Merges a branch to the instruction after the next one, moves of ra and two additions into `la`. */
function unifyMips(lines: readonly Disassembled[]): Disassembled[] {
	const isAddress = (at: number): boolean =>
		lines[at]?.text === "move t1,ra" && /^bal /.test(lines[at + 1]?.text ?? "");
	return lines.flatMap((line, at) => {
		if ([1, 2, 3, 4, 5].some((back) => isAddress(at - back))) return [];
		if (!isAddress(at)) return line;
		const [, to = "", high] = /^lui (\w+),(0x[\da-f]+)/.exec(lines[at + 2]?.text ?? "") ?? [];
		const [, low] = /,(-?\d+)$/.exec(lines[at + 5]?.text ?? "") ?? [];
		const address = line.address + 12 + ((Number(high) << 16) >> 0) + Number(low);
		return { ...line, text: `la ${to},0x${address.toString(16)}` };
	});
}
