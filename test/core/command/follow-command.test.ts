import { describe, expect, it } from "vitest";
import { StageCommands } from "../../../src/core/command/stage-commands.ts";
import { lastStage, read } from "../rewrite/helpers.ts";
import { type ChainCase, describeChain } from "./chains/chain-case.ts";
import { copiedFiles } from "./chains/copied-files.ts";
import { handedOn } from "./chains/handed-on.ts";
import { images } from "./chains/images.ts";
import { inits } from "./chains/inits.ts";
import { scripts } from "./chains/scripts.ts";
import { shells } from "./chains/shells.ts";
import { unknowns } from "./chains/unknowns.ts";
import { wrappers } from "./chains/wrappers.ts";
import { writtenFiles } from "./chains/written-files.ts";

function chainsOf({ dockerfile, files = {} }: ChainCase): string[] {
	const file = read(dockerfile.startsWith("FROM") ? dockerfile : `FROM debian:12\n${dockerfile}`);
	const readContextFile = (path: string): string | undefined => (Object.hasOwn(files, path) ? files[path] : undefined);
	return new StageCommands(file, { readContextFile }).of(lastStage(file)).chains.map(describeChain);
}

describe("StageCommands finds the program at the end", () => {
	describe.each([
		["of shells", shells],
		["of programs that run others", wrappers],
		["of inits", inits],
		["of scripts", scripts],
		["of scripts that hand their environment on", handedOn],
		["of scripts that COPY and ADD bring", copiedFiles],
		["of scripts that a RUN writes or moves", writtenFiles],
		["of images that people use", images],
		["or says why it is not known", unknowns],
	])("%s", (_, cases) => {
		it.each(cases)("$title", (row) => {
			expect(chainsOf(row)).toEqual(row.chains);
		});
	});
});
