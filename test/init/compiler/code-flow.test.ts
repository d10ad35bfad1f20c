import { describe, expect, it } from "vitest";
import { print } from "../../../src/init/compiler/amd64/print.ts";
import { amd64 } from "../../../src/init/compiler/amd64/target.ts";
import { threadJumps } from "../../../src/init/compiler/code-flow.ts";
import { type Item, isLabel, type Label } from "../../../src/init/compiler/instruction.ts";
import { shareTails } from "../../../src/init/compiler/share-tails.ts";
import { parseInstruction } from "./amd64/parse-instruction.ts";

describe("tails", () => {
	it.each<[title: string, code: string, expected: string]>([
		[
			"that are equal become a jump into one of them",
			"a: add rdi,0x8; mov rsi,rdi; ret; b: mov rsi,rdi; ret",
			"a: add rdi,0x8; tail: mov rsi,rdi; ret; b: jmp tail",
		],
		[
			"share with the one that needs no jump",
			"a: mov rsi,rdi; jmp end; b: mov rsi,rdi; end: pop rbp; ret",
			"a: jmp tail; b: tail: mov rsi,rdi; end: pop rbp; ret",
		],
		["stay where a jump is not shorter", "a: pop rbp; ret; b: pop rbp; ret", "a: pop rbp; ret; b: pop rbp; ret"],
		[
			"stay where they go on at different places",
			"a: mov rsi,rdi; jmp c; b: mov rsi,rdi; jmp d; c: ret; d: ud2",
			"a: mov rsi,rdi; jmp c; b: mov rsi,rdi; jmp d; c: ret; d: ud2",
		],
		[
			"that reach over a label stay",
			"a: add rdi,0x8; c: pop rbp; ret; b: add rdi,0x8; pop rbp; ret",
			"a: add rdi,0x8; c: pop rbp; ret; b: add rdi,0x8; pop rbp; ret",
		],
		[
			"branch to the same place",
			"a: je c; mov rsi,rdi; ret; b: je d; mov rsi,rdi; ret; c: d: ud2",
			"a: tail: je c; mov rsi,rdi; ret; b: jmp tail; c: d: ud2",
		],
	])("%s", (_, code, expected) => {
		expect(write(shareTails(read(code), amd64))).toBe(expected);
	});
});

describe("jumps", () => {
	it.each<[title: string, code: string, expected: string]>([
		["to jumps go where those go", "a: je b; ret; b: jmp c; c: ud2", "a: je c; ret; c: ud2"],
		["in a circle stay", "a: jmp b; b: jmp a", "a: jmp b; b: jmp a"],
		["leave nothing behind them that nobody reaches", "a: jmp c; pop rbp; b: pop rbp; c: ret", "a: jmp c; c: ret"],
		["keep what is called", "a: call b; ud2; b: ret", "a: call b; ud2; b: ret"],
	])("%s", (_, code, expected) => {
		const items = read(code);
		const [first] = items;
		const kept = new Set(first !== undefined && isLabel(first) ? [first.define] : []);
		expect(write(threadJumps(items, amd64, kept))).toBe(expected);
	});
});

/** Parses `label: instruction; instruction`. */
function read(code: string): Item[] {
	const labels = new Map<string, Label>();
	const labelOf = (name: string): Label => {
		const label = labels.get(name) ?? { name };
		labels.set(name, label);
		return label;
	};
	return code.split(/(?<=:) |; /).map((text): Item => {
		if (text.endsWith(":")) return { define: labelOf(text.slice(0, -1)) };
		const [, mnemonic = "", name = ""] = /^(j\w+|call) (\w+)$/.exec(text) ?? [];
		return name === ""
			? parseInstruction(text)
			: { mnemonic, operands: [{ kind: "label", label: labelOf(name), offset: 0 }] };
	});
}

function write(items: readonly Item[]): string {
	const texts = items.map((item) =>
		isLabel(item) ? `${item.define.name}:` : `${print(item, ({ name }) => name).replace(/ +/, " ")};`,
	);
	return texts.join(" ").replace(/;$/, "");
}
