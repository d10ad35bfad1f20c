import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encode } from "../../../../src/init/compiler/arm64/encode.ts";
import { print } from "../../../../src/init/compiler/arm64/print.ts";
import { targetOf } from "../../../../src/init/compiler/instruction.ts";
import { parseInstruction } from "./parse-instruction.ts";

/**
 * Instructions as objdump prints them, with labels as distances, and their words. They cover the boundaries of each
 * format.
 */
const ROWS = [
	// add and sub, immediate
	["add x0, x1, #0x0", "91000020"],
	["add w0, w1, #0xfff", "113ffc20"],
	["add x30, x17, #0x1, lsl #12", "9140063e"],
	["add sp, sp, #0xfff, lsl #12", "917fffff"],
	["sub sp, sp, #0x10", "d10043ff"],
	["sub w27, w28, #0xfff, lsl #12", "517fff9b"],
	["cmp w0, #0x0", "7100001f"],
	["cmp x7, #0xfff", "f13ffcff"],
	["cmp x7, #0x1, lsl #12", "f14004ff"],
	["cmn w16, #0x1", "3100061f"],
	["cmn x16, #0xfff, lsl #12", "b17ffe1f"],
	// add and sub, register
	["add w0, w30, w17", "0b1103c0"],
	["add x30, x0, x1", "8b01001e"],
	["sub x0, x30, x1", "cb0103c0"],
	["cmp w0, w30", "6b1e001f"],
	["cmp x30, x0", "eb0003df"],
	["neg w16, w2", "4b0203f0"],
	["neg x30, x30", "cb1e03fe"],
	// one source
	["clz w0, w30", "5ac013c0"],
	["clz x30, x0", "dac0101e"],
	["rbit w0, w1", "5ac00020"],
	["rbit x30, x17", "dac0023e"],
	// logical, immediate
	["and w0, w1, #0x1", "12000020"],
	["and w0, w1, #0x80000000", "12010020"],
	["and w0, w1, #0xfffffffe", "121f7820"],
	["and w0, w1, #0x7fffffff", "12007820"],
	["and w0, w1, #0x55555555", "1200f020"],
	["orr w0, w1, #0xaaaaaaaa", "3201f020"],
	["orr w0, w1, #0xf000000f", "32041c20"],
	["eor w0, w1, #0xff00ff", "52009c20"],
	["eor x30, x17, #0x1", "d240023e"],
	["and x0, x1, #0x8000000000000000", "92410020"],
	["and x0, x1, #0x7fffffffffffffff", "9240f820"],
	["and x0, x1, #0xfffffffffffffffe", "927ff820"],
	["orr x0, x1, #0x5555555555555555", "b200f020"],
	["orr x0, x1, #0x3333333333333333", "b200e420"],
	["orr x0, x1, #0x8181818181818181", "b201c420"],
	["orr x0, x1, #0xfffefffefffefffe", "b20fb820"],
	["eor x0, x1, #0xffffffff00000000", "d2607c20"],
	["eor x0, x1, #0x8000000080000000", "d2010020"],
	// logical, register
	["and w0, w1, w30", "0a1e0020"],
	["orr x30, x1, x2", "aa02003e"],
	["eor x0, x30, x2", "ca0203c0"],
	// mov, register
	["mov x0, sp", "910003e0"],
	["mov sp, x30", "910003df"],
	["mov x30, x0", "aa0003fe"],
	["mov w0, w30", "2a1e03e0"],
	// mov, movz and movn
	["mov w0, #0x0", "52800000"],
	["mov w30, #0xffff", "529ffffe"],
	["mov w0, #0x10000", "52a00020"],
	["mov w0, #0xffff0000", "52bfffe0"],
	["mov x0, #0x0", "d2800000"],
	["mov x0, #0xffff000000000000", "d2ffffe0"],
	["mov w0, #0xffffffff", "12800000"],
	["mov w0, #0xffff0001", "129fffc0"],
	["mov w0, #0x1ffff", "12bfffc0"],
	["mov x0, #0xffffffffffffffff", "92800000"],
	["mov x30, #0x1ffffffffffff", "92ffffde"],
	["mov x0, #0xffffffffffff0000", "929fffe0"],
	// mov, logical immediate
	["mov w0, #0xff00ff", "32009fe0"],
	["mov x0, #0x7fffffff80000000", "b2617fe0"],
	["mov x0, #0x5555555555555555", "b200f3e0"],
	// movk
	["movk w0, #0x0", "72800000"],
	["movk w0, #0xffff, lsl #16", "72bfffe0"],
	["movk x30, #0x1234", "f282469e"],
	["movk x0, #0x8000, lsl #48", "f2f00000"],
	// shifts
	["lsl w0, w1, #1", "531f7820"],
	["lsl w0, w1, #31", "53010020"],
	["lsl x30, x17, #63", "d341023e"],
	["lsr w0, w1, #1", "53017c20"],
	["lsr x0, x1, #63", "d37ffc20"],
	["asr w0, w1, #31", "131f7c20"],
	["asr x0, x1, #32", "9360fc20"],
	["ror w0, w1, #1", "13810420"],
	["ror w0, w1, #31", "13817c20"],
	["ror x30, x17, #63", "93d1fe3e"],
	["lsl w0, w1, w30", "1ade2020"],
	["lsr x0, x30, x2", "9ac227c0"],
	["asr w30, w1, w2", "1ac2283e"],
	["ror x0, x1, x2", "9ac22c20"],
	// extensions
	["sxtb w0, w30", "13001fc0"],
	["sxtb x30, w0", "93401c1e"],
	["sxth w0, w1", "13003c20"],
	["sxth x0, w1", "93403c20"],
	["sxtw x0, w30", "93407fc0"],
	// multiplication and division
	["mul w0, w1, w30", "1b1e7c20"],
	["mul x30, x1, x2", "9b027c3e"],
	["msub w0, w16, w30, w1", "1b1e8600"],
	["msub x0, x16, x2, x30", "9b02fa00"],
	["udiv w0, w1, w30", "1ade0820"],
	["udiv x30, x1, x2", "9ac2083e"],
	["sdiv w0, w30, w2", "1ac20fc0"],
	["sdiv x0, x1, x2", "9ac20c20"],
	// conditions
	["cset w0, eq", "1a9f17e0"],
	["cset w30, ne", "1a9f07fe"],
	["cset w0, cs", "1a9f37e0"],
	["cset w0, cc", "1a9f27e0"],
	["cset w0, hi", "1a9f97e0"],
	["cset w0, ls", "1a9f87e0"],
	["cset w0, ge", "1a9fb7e0"],
	["cset w0, lt", "1a9fa7e0"],
	["cset w0, gt", "1a9fd7e0"],
	["cset w0, le", "1a9fc7e0"],
	// addresses
	["adr x28, .", "1000001c"],
	["adr x0, .+0x1", "30000000"],
	["adr x30, .+0xfffff", "707ffffe"],
	["adr x0, .-0x100000", "10800000"],
	["adr x0, .-0x1", "70ffffe0"],
	// branches
	["b .", "14000000"],
	["b .+0x7fffffc", "15ffffff"],
	["b .-0x8000000", "16000000"],
	["bl .+0x7fffffc", "95ffffff"],
	["bl .-0x4", "97ffffff"],
	["b.eq .+0xffffc", "547fffe0"],
	["b.ne .-0x100000", "54800001"],
	["b.vc .+0x8", "54000047"],
	["b.hi .-0x4", "54ffffe8"],
	["b.le .+0x4", "5400002d"],
	["cbz w0, .+0xffffc", "347fffe0"],
	["cbz x30, .-0x100000", "b480001e"],
	["cbnz w30, .-0x4", "35fffffe"],
	["cbnz x0, .+0x8", "b5000040"],
	["tbz w0, #31, .+0x7ffc", "36fbffe0"],
	["tbz x30, #63, .-0x8000", "b6fc001e"],
	["tbnz w30, #0, .-0x4", "3707fffe"],
	["tbnz x0, #32, .+0x8", "b7000040"],
	["ret", "d65f03c0"],
	["svc #0x0", "d4000001"],
	["svc #0xffff", "d41fffe1"],
	["udf #1", "00000001"],
	["udf #65535", "0000ffff"],
	// loads and stores, 12-bit offset
	["ldrb w0, [x1]", "39400020"],
	["ldrb w30, [sp, #4095]", "397ffffe"],
	["ldr w0, [x1, #16380]", "b97ffc20"],
	["ldr x0, [sp, #32760]", "f97fffe0"],
	["ldr x30, [x28, #8]", "f940079e"],
	["strb w0, [x1, #1]", "39000420"],
	["strb w0, [x30, #4095]", "393fffc0"],
	["str w30, [sp, #4]", "b90007fe"],
	["str w0, [x1, #16380]", "b93ffc20"],
	["str x0, [x1]", "f9000020"],
	["str x0, [x1, #32760]", "f93ffc20"],
	// loads and stores, 9-bit offset
	["ldurb w0, [x1, #-256]", "38500020"],
	["ldurb w30, [sp, #-1]", "385ff3fe"],
	["ldur w0, [x1, #255]", "b84ff020"],
	["ldur w0, [x1, #-256]", "b8500020"],
	["ldur x30, [x1, #-8]", "f85f803e"],
	["sturb w0, [x1, #-1]", "381ff020"],
	["stur w0, [x30, #-256]", "b81003c0"],
	["stur x0, [x1, #255]", "f80ff020"],
	// pairs, and moving the stack pointer
	["stp x19, x20, [sp, #-16]!", "a9bf53f3"],
	["stp x19, x30, [sp, #-512]!", "a9a07bf3"],
	["stp x21, x22, [sp, #16]", "a9015bf5"],
	["stp x0, x30, [x1, #504]", "a91ff820"],
	["ldp x19, x20, [sp], #16", "a8c153f3"],
	["ldp x19, x30, [sp], #504", "a8dffbf3"],
	["ldp x21, x22, [sp, #-512]", "a9605bf5"],
	["ldp w0, w1, [sp, #252]", "295f87e0"],
	["str x30, [sp, #-16]!", "f81f0ffe"],
	["str x30, [sp, #-256]!", "f8100ffe"],
	["ldr x30, [sp], #16", "f84107fe"],
	["ldr x30, [sp], #255", "f84ff7fe"],
] as const;

describe("encoding for arm64", () => {
	it.each(ROWS)("%s", (text, word) => {
		expect(encodeText(text)).toBe(word);
	});

	it.each(ROWS)("prints %s", (text) => {
		expect(print(parseInstruction(text), ({ name }) => name).replace("\t", " ")).toBe(text);
	});

	it.each([
		["adr x0, .+0x100000"],
		["adr x0, .-0x100001"],
		["b .+0x8000000"],
		["bl .-0x8000004"],
		["b.eq .+0x100000"],
		["cbz x0, .-0x100004"],
		["tbz x0, #63, .+0x8000"],
		["tbnz w0, #0, .-0x8004"],
	])("does not reach: %s", (text) => {
		expect(encodeText(text)).toBeUndefined();
	});

	it.each([
		["tbz x0, #63, .+0x8000", "tbnz x0, #63, .+0x8", "b .+0x7ffc"],
		["tbnz w0, #31, .-0x8004", "tbz w0, #31, .+0x8", "b .-0x8008"],
	])("goes further by the opposite branch over a jump: %s", (text, opposite, jump) => {
		expect(encodeText(text, true)).toBe(`${encodeText(opposite)}${encodeText(jump)}`);
	});

	it.each([
		["add x0, x1, #0x1001"],
		["and x0, x1, #0x0"],
		["and w0, w1, #0xffffffff"],
		["orr x0, x1, #0x5"],
		["mov x0, #0x10001"],
		["lsl w0, w1, #32"],
		["ldr x0, [x1, #4]"],
		["ldr x0, [x1, #32768]"],
		["ldrb w0, [x1, #-1]"],
		["ldur x0, [x1, #256]"],
		["stp x0, x1, [sp, #512]"],
		["add sp, sp, x0"],
		["popcnt x0, x1"],
	])("refuses %s", (text) => {
		expect(() => encodeText(text)).toThrow("BUG: ");
	});
});

const OBJDUMP = "aarch64-linux-gnu-objdump";
const START = 0x10000000;

const isInstalled = spawnSync(OBJDUMP, ["--version"]).error === undefined;

describe.skipIf(!isInstalled)(`the table is what ${OBJDUMP} says (skipped where it is not installed)`, () => {
	// This runs even if the tests are skipped.
	const dumped = isInstalled ? dump(ROWS.map(([, word]) => word)) : [];

	it.each(ROWS.map(([text], index) => [text, index] as const))("%s", (text, index) => {
		const { offset = 0 } = targetOf(parseInstruction(text)) ?? {};
		expect(dumped[index]).toBe(text.replace(/\.([+-]0x\w+)?$/, `0x${(START + 4 * index + offset).toString(16)}`));
	});
});

/** The words of an instruction as hexadecimal digits. */
function encodeText(text: string, isLong = false): string | undefined {
	const instruction = parseInstruction(text);
	const bytes = encode(instruction, targetOf(instruction)?.offset ?? 0, isLong);
	if (bytes === undefined) return undefined;
	const { buffer } = Uint8Array.from(bytes);
	return Array.from({ length: bytes.length / 4 }, (_, index) =>
		new DataView(buffer)
			.getUint32(4 * index, true)
			.toString(16)
			.padStart(8, "0"),
	).join("");
}

/** What objdump prints for words, without comments. */
function dump(words: readonly string[]): string[] {
	const folder = mkdtempSync(join(tmpdir(), "pidone-"));
	try {
		const file = join(folder, "code");
		writeFileSync(file, Buffer.concat(words.map((word) => Buffer.from(word, "hex").reverse())));
		const { stdout } = spawnSync(
			OBJDUMP,
			["-D", "-z", "-b", "binary", "-m", "aarch64", `--adjust-vma=${START}`, file],
			{ encoding: "utf8" },
		);
		return [...stdout.matchAll(/^ *\w+:\t\w+ \t(.*)$/gm)].map(([, text = ""]) =>
			text
				.replace(/\s*\/\/.*/, "")
				.replace("\t", " ")
				.trimEnd(),
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
