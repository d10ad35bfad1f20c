import { describe, expect, it } from "vitest";
import { print } from "../../../../src/init/compiler/arm64/print.ts";
import { SP, X0, X1, X2, X19, X20, X21, X28 } from "../../../../src/init/compiler/arm64/registers.ts";
import { select } from "../../../../src/init/compiler/arm64/select.ts";
import { type Item, isLabel, type Label } from "../../../../src/init/compiler/instruction.ts";

const label: Label = { name: "label" };

describe("selection for arm64", () => {
	it.each<[string, Item[], string]>([
		["0", select.constant(64, X0, 0n), "mov w0, #0x0"],
		["-1 of 32 bits", select.constant(32, X0, -1n), "mov w0, #0xffffffff"],
		["-1 of 64 bits", select.constant(64, X0, -1n), "mov x0, #0xffffffffffffffff"],
		["32 bits in a register of 64", select.constant(64, X0, 0xffff1234n), "mov w0, #0xffff1234"],
		["two halfwords", select.constant(64, X0, 0x12340000abcdn), "mov x0, #0xabcd; movk x0, #0x1234, lsl #32"],
		[
			"a halfword of 0 among ones",
			select.constant(64, X0, 0xffff_0000_ffff_1234n),
			"mov x0, #0xffffffffffff1234; movk x0, #0x0, lsl #32",
		],
		["a repeated element", select.constant(64, X0, 0x0f0f0f0f0f0f0f0fn), "mov x0, #0xf0f0f0f0f0f0f0f"],
		[
			"all halfwords",
			select.constant(64, X0, 0x1111222233334444n),
			"mov x0, #0x4444; movk x0, #0x3333, lsl #16; movk x0, #0x2222, lsl #32; movk x0, #0x1111, lsl #48",
		],
	])("makes the constant %s", (_, items, expected) => {
		expect(listingOf(items)).toBe(expected);
	});

	it.each<[number, string]>([
		[0, "ldr x0, [x1]"],
		[32760, "ldr x0, [x1, #32760]"],
		[-256, "ldur x0, [x1, #-256]"],
		[255, "ldur x0, [x1, #255]"],
		[32768, "add x16, x1, #0x8, lsl #12; ldr x0, [x16]"],
		[0x10008, "add x16, x1, #0x10, lsl #12; ldr x0, [x16, #8]"],
		[-264, "sub x16, x1, #0x1, lsl #12; ldr x0, [x16, #3832]"],
		[0x10001, "add x16, x1, #0x10, lsl #12; add x16, x16, #0x1; ldr x0, [x16]"],
		[-0x100000, "sub x16, x1, #0x100, lsl #12; ldr x0, [x16]"],
		[0x1000000, "mov w16, #0x1000000; add x16, x1, x16; ldr x0, [x16]"],
	])("loads at offset %d", (offset, expected) => {
		expect(listingOf(select.load(8, 64, X0, X1, offset))).toBe(expected);
	});

	it("stores with bytes of any offset", () => {
		expect(listingOf(select.store(1, X0, X1, 4095))).toBe("strb w0, [x1, #4095]");
		expect(listingOf(select.store(1, X0, X1, -1))).toBe("sturb w0, [x1, #-1]");
		expect(listingOf(select.store(4, X0, X28, 16384))).toBe("add x16, x28, #0x4, lsl #12; str w0, [x16]");
	});

	it.each<[string, Item[], string]>([
		["24 bits", select.binary("add", 64, X0, X0, 0x123456n), "add x0, x0, #0x123, lsl #12; add x0, x0, #0x456"],
		["a negative number", select.binary("add", 32, X0, X1, -5n), "sub w0, w1, #0x5"],
		["0", select.binary("sub", 32, X0, X0, 0n), ""],
		["a rotation to the left", select.binary("rotl", 32, X0, X1, 1n), "ror w0, w1, #31"],
		["a rotation by 0", select.binary("rotl", 64, X0, X1, 0n), "mov x0, x1"],
		["a rotation by a register", select.binary("rotl", 64, X0, X1, X0), "neg w16, w0; ror x0, x1, x16"],
		["a mask", select.binary("and", 32, X0, X1, -16n), "and w0, w1, #0xfffffff0"],
		["a divisor that cannot trap", select.binary("div_s", 32, X0, X0, 10n), "mov w17, #0xa; sdiv w0, w0, w17"],
		[
			"a remainder in place of its divisor",
			select.binary("rem_u", 64, X1, X0, X1),
			"cbnz x1, label; udf #1; udiv x16, x0, x1; msub x1, x16, x1, x0",
		],
		[
			"a divisor that may trap",
			select.binary("div_s", 32, X0, X0, X1),
			"cbnz w1, label; udf #1; cmn w1, #0x1; b.ne label; cmp w0, #0x1; b.vc label; udf #1; sdiv w0, w0, w1",
		],
	])("computes with %s", (_, items, expected) => {
		expect(listingOf(items)).toBe(expected);
	});

	it("accepts only immediates on which a division cannot trap", () => {
		const values = [0n, -1n, 1n, -(2n ** 31n)];
		expect(values.map((value) => select.hasImmediate("div_s", 32, value))).toEqual([false, false, true, true]);
		expect(select.hasImmediate("div_u", 32, 0xffffffffn)).toBe(false);
		expect(select.hasImmediate("mul", 32, 3n)).toBe(false);
	});

	it.each<[string, Item[], string]>([
		["0", select.branchIf("eq", 64, X0, 0n, label), "cbz x0, label"],
		["the sign", select.branchIf("lt_s", 32, X0, 0n, label), "tbnz w0, #31, label"],
		["no sign", select.branchIf("ge_s", 64, X0, 0n, label), "tbz x0, #63, label"],
		["a number", select.branchIf("gt_u", 64, X0, 4096n, label), "cmp x0, #0x1, lsl #12; b.hi label"],
		["a negative number", select.branchIf("lt_s", 32, X0, 0xffffffffn, label), "cmn w0, #0x1; b.lt label"],
		["a register", select.branchIf("lt_u", 32, X0, X1, label), "cmp w0, w1; b.cc label"],
	])("branches by %s", (_, items, expected) => {
		expect(listingOf(items)).toBe(expected);
	});

	it.each([
		[{ slots: 0, saved: [], hasCalls: false }, "", "ret"],
		[{ slots: 0, saved: [], hasCalls: true }, "str x30, [sp, #-16]!", "ldr x30, [sp], #16; ret"],
		[{ slots: 1, saved: [], hasCalls: false }, "sub sp, sp, #0x10", "add sp, sp, #0x10; ret"],
		[
			{ slots: 513, saved: [X19, X20, X21], hasCalls: false },
			"stp x19, x20, [sp, #-32]!; str x21, [sp, #16]; sub sp, sp, #0x1, lsl #12; sub sp, sp, #0x10",
			"add sp, sp, #0x1, lsl #12; add sp, sp, #0x10; ldr x21, [sp, #16]; ldp x19, x20, [sp], #32; ret",
		],
	])("keeps the frame %j", (frame, prologue, epilogue) => {
		expect(listingOf(select.prologue(frame))).toBe(prologue);
		expect(listingOf(select.epilogue(frame))).toBe(epilogue);
	});

	it("calls the kernel, which has no fork", () => {
		expect(listingOf(select.systemCall("fork", 64, 0))).toBe("mov w0, #0x11; mov w1, #0x0; mov w8, #0xdc; svc #0x0");
		expect(listingOf(select.systemCall("getpid", 32, 0))).toBe("mov w8, #0xac; svc #0x0; mov w0, w0");
		expect(() => select.systemCall("open", 64, 0)).toThrow("BUG: arm64 has no number for the system call open");
	});

	it("moves the stack pointer, and nothing onto itself", () => {
		expect(listingOf(select.start(label))).toBe("mov x0, sp; adr x28, label");
		expect(listingOf(select.move(32, X2, X2))).toBe("");
		expect(listingOf(select.unary("wrap", 32, X2, X2))).toBe("mov w2, w2");
		expect(listingOf(select.dataAddress(X0, 0))).toBe("mov x0, x28");
		expect(listingOf(select.loadSlot(X0, 4096))).toBe(listingOf(select.load(8, 64, X0, SP, 32768)));
	});
});

function listingOf(items: readonly Item[]): string {
	return items
		.filter((item) => !isLabel(item))
		.map((item) => (isLabel(item) ? "" : print(item, () => "label").replace("\t", " ")))
		.join("; ");
}
