import { isLabel, type Label } from "./instruction.ts";
import type { Image } from "./layout.ts";
import type { Program } from "./lower.ts";
import type { Target } from "./target.ts";

/**
 * The program as text: address, bytes, instruction. Functions have their names in the source; other labels are numbered
 * within their function.
 */
export function printListing(program: Program, image: Image, target: Target): string {
	const names = nameLabels(program);
	const nameOf = (label: Label): string => names.get(label) ?? label.name;
	const lines = image.placed.map(({ item, address, bytes }) => {
		if (isLabel(item))
			return program.functions.includes(item.define) ? `\n${nameOf(item.define)}:` : `${nameOf(item.define)}:`;
		const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
		return `${address.toString(16).padStart(8)}:  ${hex.padEnd(32)} ${target.print(item, nameOf)}`;
	});
	const data = program.rodata.map(
		({ label }) => `${(image.addresses.get(label) ?? 0).toString(16).padStart(8)}:  ${label.name}`,
	);
	return [
		`; ${target.platform}, entry ${image.entry.toString(16)}`,
		...lines,
		"",
		"; read-only data",
		...data.toSorted(),
		"",
	].join("\n");
}

function nameLabels({ functions, code }: Program): ReadonlyMap<Label, string> {
	const names = new Map<Label, string>();
	let count = 0;
	for (const item of code) {
		if (!isLabel(item)) continue;
		if (functions.includes(item.define)) count = 0;
		else names.set(item.define, `.${item.define.name.replace(/^.*[./|]/, "")}_${++count}`);
	}
	return names;
}
