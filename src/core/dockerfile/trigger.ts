import { flatMap } from "../flat-map.ts";
import type { Instruction } from "./instruction.ts";
import { LogicalText } from "./logical-text.ts";
import { keywordOf, splitInstruction } from "./scan.ts";

/** The instruction in an ONBUILD, with offsets in the file. */
export function triggerOf(onbuild: Instruction, escape: string): Instruction {
	const { written, flags, argument } = splitInstruction(onbuild.argument, escape);
	return {
		...onbuild,
		keyword: keywordOf(written),
		written,
		start: onbuild.argument.offsetAt(0),
		flags,
		argument,
		isTrigger: true,
	};
}

const DECIDING: ReadonlySet<string> = new Set(["ARG", "CMD", "ENTRYPOINT", "ENV", "SHELL", "STOPSIGNAL", "USER"]);

/**
 * The instructions in an image's ONBUILDs that decide what runs. BuildKit parses them with the backslash as the escape
 * character. They come from another file, so they get the position of FROM.
 */
export function triggersOfImage(onBuild: readonly string[], from: Instruction): Instruction[] {
	return flatMap(onBuild, (text) => {
		const logical = LogicalText.join(Array.from(text, (character) => ({ offset: from.start, text: character })));
		const { written, flags, argument } = splitInstruction(logical, "\\");
		const keyword = keywordOf(written);
		return DECIDING.has(keyword)
			? { ...from, keyword, written, flags, argument, hasHeredoc: false, isTrigger: true }
			: [];
	});
}
