import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { headersSize } from "../../../src/init/compiler/elf.ts";
import { isLabel } from "../../../src/init/compiler/instruction.ts";
import { layOut } from "../../../src/init/compiler/layout.ts";
import { lift } from "../../../src/init/compiler/lift.ts";
import { lower } from "../../../src/init/compiler/lower.ts";
import { packTexts } from "../../../src/init/compiler/pack-texts.ts";
import type { Target } from "../../../src/init/compiler/target.ts";
import { targets } from "../../../src/init/compiler/targets.ts";
import { assemble } from "./assemble.ts";
import { textFor } from "./for-target.ts";
import { disassemble, findObjdump } from "./objdump.ts";
import { generateProgram } from "./random/generate.ts";
import { printModule } from "./random/module-text.ts";

const FOLDER = new URL("listings/", import.meta.url);
const PROGRAMS: readonly (readonly [title: string, text: string])[] = [
	...readdirSync(FOLDER)
		.filter((name) => name.endsWith(".wat"))
		.map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")] as const),
	...Array.from(
		{ length: 5 },
		(_, index) => [`random module ${index + 1}`, printModule(generateProgram(index + 1))] as const,
	),
];

describe.each(targets.map((target) => [target.name, target] as const))(
	"objdump reads what the listing says, for %s",
	(name, target) => {
		const objdump = findObjdump(name);
		if ("missing" in objdump) {
			it.skip(`is not tried: ${objdump.missing}`, () => undefined);
			return;
		}

		it.each(PROGRAMS)("%s", async (_, text) => {
			const { code, lines } = printWithAddresses(assemble(textFor(target, text)), target);
			expect(await disassemble(objdump, code.bytes, code.address)).toEqual(lines);
		});
	},
);

/** The instructions as in the listing, with addresses instead of labels. */
function printWithAddresses(wasm: Uint8Array, target: Target) {
	const image = layOut(lower(packTexts(lift(wasm, target)), target), target, headersSize(target));
	const lines = image.placed.flatMap(({ item, address }) => {
		if (isLabel(item)) return [];
		const text = target.print(item, (label) => `0x${(image.addresses.get(label) ?? 0).toString(16)}`);
		return {
			address,
			text: text
				.replace(/\s+/, " ")
				.replace(
					/(0x[\da-f]+)\+(0x[\da-f]+)/,
					(_, label, offset) => `0x${(Number(label) + Number(offset)).toString(16)}`,
				),
		};
	});
	return { code: image.code, lines };
}
