import { beforeAll, describe, expect, it } from "vitest";
import { type Instruction, targetOf } from "../../../src/init/compiler/instruction.ts";
import type { Target } from "../../../src/init/compiler/target.ts";
import { disassemble, findObjdump } from "./objdump.ts";

/** The data for the tests of an encoder. Instructions are written as objdump prints them, with one space. */
export interface Encodings {
	readonly target: Target;
	/** Parses an instruction. A label is written as its distance: `.+0x8`. */
	parse(text: string): Instruction;
	/**
	 * Instructions and their bytes in hexadecimal digits, in the order of the file. They cover the boundaries of each
	 * format.
	 */
	readonly rows: readonly (readonly [text: string, bytes: string])[];
	/** Branches that are out of range. */
	readonly beyond: readonly string[];
	/** Branches that are out of range of their short form, and the instructions that they become. */
	readonly long: readonly (readonly [text: string, ...parts: string[]])[];
	/** Instructions that are refused, because they are mistakes in instruction selection. */
	readonly refused: readonly string[];
}

/** Tests an encoder and its printer against each other, and against objdump if it is installed. */
export function describeEncodings({ target, parse, rows, beyond, long, refused }: Encodings): void {
	const encodeText = (text: string, isLong = false): string | undefined => {
		const instruction = parse(text);
		const bytes = target.encode(instruction, targetOf(instruction)?.offset ?? 0, isLong);
		return bytes === undefined ? undefined : Buffer.from(bytes).toString("hex");
	};

	describe(`encoding for ${target.name}`, () => {
		it.each(rows)("%s", (text, bytes) => {
			expect(encodeText(text)).toBe(bytes);
		});

		it.each(rows)("prints %s", (text) => {
			expect(target.print(parse(text), ({ name }) => name).replace(/\s+/, " ")).toBe(text);
		});

		it.each(beyond)("does not reach: %s", (text) => {
			expect(encodeText(text)).toBeUndefined();
		});

		it.each(long)("goes further by other instructions: %s", (text, ...parts) => {
			expect(encodeText(text, true)).toBe(parts.map((part) => encodeText(part)).join(""));
		});

		it.each(refused)("refuses %s", (text) => {
			expect(() => encodeText(text)).toThrow("BUG: ");
		});
	});

	const objdump = findObjdump(target.name);
	describe(`the table for ${target.name} is what objdump says`, () => {
		if ("missing" in objdump) {
			it.skip(`is not tried: ${objdump.missing}`, () => undefined);
			return;
		}
		const code = Buffer.from(rows.map(([, bytes]) => bytes).join(""), "hex");
		let dumped: ReadonlyMap<number, string> = new Map();
		beforeAll(async () => {
			dumped = new Map((await disassemble(objdump, code, START)).map(({ address, text }) => [address, text]));
		});
		let end = START;
		const placed = rows.map(([text, bytes]) => {
			const address = end;
			end += bytes.length / 2;
			return [text, address] as const;
		});

		it.each(placed)("%s", (text, address) => {
			const { offset = 0 } = targetOf(parse(text)) ?? {};
			expect(dumped.get(address)).toBe(text.replace(/\.([+-]0x\w+)?(?=\]?$)/, `0x${(address + offset).toString(16)}`));
		});
	});
}

const START = 0x10000000;
