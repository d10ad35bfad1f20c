import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileWasm } from "../../../src/init/compiler/compile.ts";
import type { Target } from "../../../src/init/compiler/target.ts";
import { targets } from "../../../src/init/compiler/targets.ts";
import { assemble } from "./assemble.ts";
import { printDriver } from "./driver.ts";
import { textFor } from "./for-target.ts";
import { readElf } from "./read-elf.ts";

const PT_LOAD = 1;
const PT_GNU_STACK = 0x6474e551;
const R = 4;
const RX = 5;
const RW = 6;

const small = readFileSync(new URL("listings/system-call.wat", import.meta.url), "utf8");
const large = printDriver([], ["(i64.extend_i32_u (call $load32 (call $zeroed (i32.const 68) (i32.const 70000))))"]);

describe.each(targets.map((target) => [target.name, target] as const))("the file for %s", (_, target) => {
	it.each([
		["small", small],
		["large", large],
	])("has three segments and a stack, none both writable and executable: %s", (_title, text) => {
		const { programHeaders } = read(text, target);
		expect(programHeaders.map(({ type, flags }) => [type, flags])).toEqual([
			[PT_LOAD, R],
			[PT_LOAD, RX],
			[PT_LOAD, RW],
			[PT_GNU_STACK, RW],
		]);
	});

	it("is position-independent, and needs no loader", () => {
		const ET_DYN = 3;
		const { header, programHeaders } = read(small, target);
		expect(header).toMatchObject({
			type: ET_DYN,
			machine: target.elf.machine,
			flags: target.elf.flags,
			version: 1,
			sectionCount: 0,
		});
		const PT_DYNAMIC = 2;
		const PT_INTERP = 3;
		expect(programHeaders.map(({ type }) => type)).not.toContain(PT_DYNAMIC);
		expect(programHeaders.map(({ type }) => type)).not.toContain(PT_INTERP);
	});

	it("is of the target's word size and byte order", () => {
		const { ident } = read(small, target);
		expect([...ident.subarray(0, 8)]).toEqual([
			0x7f,
			0x45,
			0x4c,
			0x46,
			target.wordSize === 8 ? 2 : 1,
			target.isBigEndian ? 2 : 1,
			1,
			0,
		]);
	});

	it("begins in the segment of the code", () => {
		const { header, programHeaders } = read(small, target);
		const code = programHeaders.find(({ flags }) => flags === RX);
		expect(header.entry).toBe(code?.address);
		expect(code?.memorySize).toBe(code?.fileSize);
	});

	it("can be mapped: offsets and addresses agree modulo the page, and no two segments share a page", () => {
		const { programHeaders, size } = read(large, target);
		const loads = programHeaders.filter(({ type }) => type === PT_LOAD);
		let end = 0;
		for (const { offset, address, physicalAddress, fileSize, memorySize, alignment } of loads) {
			expect(alignment).toBe(target.elf.pageSize);
			expect(address % alignment).toBe(offset % alignment);
			expect(physicalAddress).toBe(address);
			expect(fileSize).toBeLessThanOrEqual(memorySize);
			expect(offset + fileSize).toBeLessThanOrEqual(size);
			expect(Math.floor(address / alignment)).toBeGreaterThanOrEqual(Math.ceil(end / alignment));
			end = address + memorySize;
		}
	});

	it("ends with its code, without .bss", () => {
		const { programHeaders, size } = read(large, target);
		const [headers, code, bss] = programHeaders;
		expect(headers).toMatchObject({ offset: 0, address: 0 });
		expect((code?.offset ?? 0) + (code?.fileSize ?? 0)).toBe(size);
		expect(bss?.fileSize).toBe(0);
		expect(bss?.memorySize).toBeGreaterThanOrEqual(70_000);
		expect(bss?.memorySize).toBeLessThan(70_000 + 32_768);
	});

	it("is the same every time", () => {
		expect(compileText(large, target)).toEqual(compileText(large, target));
	});
});

function read(text: string, target: Target): ReturnType<typeof readElf> {
	return readElf(compileText(text, target));
}

function compileText(text: string, target: Target): Uint8Array {
	return compileWasm(assemble(textFor(target, text)), target).elf;
}
