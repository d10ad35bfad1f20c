import { describe, expect, it } from "vitest";
import { amd64 } from "../../../src/init/compiler/amd64/target.ts";
import type { Item, Label } from "../../../src/init/compiler/instruction.ts";
import { layOut } from "../../../src/init/compiler/layout.ts";
import type { Program } from "../../../src/init/compiler/lower.ts";
import { layOutReadOnly } from "../../../src/init/compiler/read-only-data.ts";

const HEADERS = 288;

describe("the length of branches", () => {
	const target: Label = { name: "target" };
	const jump: Item = { mnemonic: "jmp", operands: [{ kind: "label", label: target, offset: 0 }] };
	const ret: Item = { mnemonic: "ret", operands: [] };

	it.each([
		[126, 2],
		[127, 2],
		[128, 5],
	])("forward over %d bytes: %d bytes", (distance, expected) => {
		expect(sizes([jump, ...times(distance, ret), { define: target }])[0]).toBe(expected);
	});

	it.each([
		[126, 2],
		[127, 5],
	])("back over %d bytes: %d bytes", (distance, expected) => {
		// The displacement is relative to the end of the jump, which is 2 bytes long. Its limit is -128.
		expect(sizes([{ define: target }, ...times(distance, ret), jump]).at(-1)).toBe(expected);
	});

	it("a branch that grows can push another one out of range", () => {
		const far: Label = { name: "far" };
		const outer: Item = { mnemonic: "je", operands: [{ kind: "label", label: target, offset: 0 }] };
		const inner: Item = { mnemonic: "jmp", operands: [{ kind: "label", label: far, offset: 0 }] };
		// With a short jump inside, the outer branch skips 127 bytes; with a long one, it skips 130.
		const code = (beyond: number): Item[] => [
			outer,
			inner,
			...times(125, ret),
			{ define: target },
			...times(beyond, ret),
			{ define: far },
		];
		expect(sizes(code(2)).slice(0, 2)).toEqual([2, 2]);
		expect(sizes(code(3)).slice(0, 2)).toEqual([6, 5]);
	});

	function sizes(code: readonly Item[]): number[] {
		return layOut(programOf({ code }), amd64, HEADERS)
			.placed.filter(({ bytes }) => bytes.length > 0)
			.map(({ bytes }) => bytes.length);
	}
});

describe("segments", () => {
	it("follow each other in the file, each in a page of its own in memory", () => {
		const code: Item[] = [{ mnemonic: "ret", operands: [] }];
		const image = layOut(programOf({ code, texts: ["hello"], bssSize: 10 }), amd64, HEADERS);
		expect(image.rodata).toMatchObject({ protection: "r", fileOffset: 288, address: 288, memorySize: 6 });
		expect(image.code).toMatchObject({ protection: "rx", fileOffset: 296, address: 4096 + 296, memorySize: 1 });
		expect(image.bss).toMatchObject({ protection: "rw", fileOffset: 0, address: 8192, memorySize: 10 });
		expect(image.entry).toBe(4096 + 296);
	});

	it("takes a label without a place for our mistake", () => {
		const lost: Item = { mnemonic: "jmp", operands: [{ kind: "label", label: { name: "lost" }, offset: 0 }] };
		expect(() => layOut(programOf({ code: [lost] }), amd64, HEADERS)).toThrow("BUG: lost has no address");
	});
});

describe("read-only data", () => {
	it("stores a text that is a suffix of another one once", () => {
		expect(offsetsOf(["world", "hello world", "d", "hell"], 1)).toEqual({
			"hello world": 0,
			world: 6,
			d: 10,
			hell: 12,
		});
	});

	it("aligns each object to two bytes if the CPU requires that", () => {
		expect(offsetsOf(["abc", "ab", "c", "bc"], 2)).toEqual({ abc: 0, ab: 4, bc: 8, c: 2 });
	});

	it("shares a suffix only if it is aligned", () => {
		expect(offsetsOf(["abcd", "bcd", "cd"], 2)).toEqual({ abcd: 0, bcd: 6, cd: 2 });
	});

	it("is the same in any order of texts of equal length", () => {
		expect(offsetsOf(["ab", "ab"], 1)).toEqual({ ab: 0 });
		expect(offsetsOf([], 1)).toEqual({});
	});

	function offsetsOf(texts: readonly string[], alignment: number): Readonly<Record<string, number>> {
		return Object.fromEntries(
			[...layOutReadOnly(programOf({ texts }), alignment).offsets].map(([label, offset]) => [label.name, offset]),
		);
	}
});

function times(count: number, item: Item): Item[] {
	return Array.from({ length: count }, () => item);
}

function programOf({
	code = [],
	texts = [],
	bssSize = 0,
}: {
	code?: readonly Item[];
	texts?: readonly string[];
	bssSize?: number;
}): Program {
	const entry: Label = { name: "_start" };
	const rodata = texts.map((name) => ({ label: { name }, bytes: new TextEncoder().encode(`${name}\0`) }));
	return { entry, code: [{ define: entry }, ...code], functions: [entry], rodata, bss: { name: ".bss" }, bssSize };
}
