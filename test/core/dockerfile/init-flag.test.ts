import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { thrownBy } from "../rewrite/helpers.ts";

function flagsIn(source: string): readonly { readonly [name: string]: unknown }[] {
	return parseDockerfile(source).stages.flatMap(({ initFlags }) =>
		initFlags.map(({ instruction, text, value, start, end, blanks, isBare }) => {
			expect(source.slice(start, end)).toBe(text);
			expect(source.slice(end, end + blanks.length)).toBe(blanks);
			return {
				keyword: `${instruction.isTrigger ? "ONBUILD " : ""}${instruction.keyword}`,
				text,
				value,
				blanks,
				isBare,
			};
		}),
	);
}

describe("--init after ENTRYPOINT or CMD", () => {
	it.each([
		['ENTRYPOINT --init ["a"]', "ENTRYPOINT", "--init", undefined, " "],
		["CMD --init a --b", "CMD", "--init", undefined, " "],
		["entrypoint --init=tini a", "ENTRYPOINT", "--init=tini", "tini", " "],
		["Cmd\t--init=pidone,-g\t \t['a']", "CMD", "--init=pidone,-g", "pidone,-g", "\t \t"],
		['  ENTRYPOINT   --init= ["a"]', "ENTRYPOINT", "--init=", "", " "],
		['ENTRYPOINT --init \\\n  ["a"]', "ENTRYPOINT", "--init", undefined, " "],
		['ENTRYPOINT --init -- ["a"]', "ENTRYPOINT", "--init", undefined, " "],
		['ONBUILD CMD --init ["a"]', "ONBUILD CMD", "--init", undefined, " "],
		["onbuild \\\n  entrypoint --init=tini a", "ONBUILD ENTRYPOINT", "--init=tini", "tini", " "],
	])("is found in %j", (line, keyword, text, value, blanks) => {
		expect(flagsIn(`FROM a\n${line}\n`)).toEqual([{ keyword, text, value, blanks, isBare: false }]);
		expect(flagsIn(`FROM a\r\n${line.replaceAll("\n", "\r\n")}`)).toEqual([
			{ keyword, text, value, blanks, isBare: false },
		]);
	});

	it.each(["ENTRYPOINT --init", "ENTRYPOINT --init  \t", "  ENTRYPOINT\t--init"])("may stand alone: %j", (line) => {
		for (const end of ["", "\n", "\r\n", "\r"])
			expect(flagsIn(`FROM a\n${line}${end}`)).toMatchObject([{ keyword: "ENTRYPOINT", isBare: true }]);
	});

	it.each([
		"RUN docker run --init x",
		"CMD docker run --init",
		'CMD ["--init"]',
		"# CMD --init x\nCMD x",
		"RUN <<A\nCMD --init x\nA",
		"HEALTHCHECK CMD --init x",
	])("is something else in %j", (lines) => {
		expect(flagsIn(`FROM a\n${lines}\n`)).toEqual([]);
	});

	it("is that of its stage", () => {
		const { stages } = parseDockerfile(
			"FROM a\nCMD --init x\nFROM b\nENTRYPOINT x\nCMD x\nFROM c\nENTRYPOINT --init x\nCMD --init y\n",
		);
		expect(stages.map(({ initFlags }) => initFlags.length)).toEqual([1, 0, 2]);
	});

	const misplaced = "--init must be directly after CMD, on the same line and without quotes: write CMD --init";
	const pieces = "--init must be one word, without quotes and escapes, followed by a blank: write CMD --init";
	it.each([
		["CMD \\\n  --init x", "2:5", misplaced],
		["CMD\\\n --init x", "2:4", misplaced],
		["C\\\nMD --init x", "3:1", misplaced],
		['CMD --"init" x', "2:5", misplaced],
		["CMD --in\\\nit x", "2:5", misplaced],
		['CMD --init="tini" x', "2:5", `${pieces}=tini`],
		["CMD --init='tini,-g' x", "2:5", `${pieces}=tini,-g`],
		['CMD --init="dumb-init -c  -v" x', "2:5", `${pieces}=dumb-init,-c,-v`],
		["CMD --init=ti\\ni x", "2:5", `${pieces}=tini`],
		["CMD --init=ti\\\nni x", "2:5", `${pieces}=tini`],
		["CMD --init\rx", "2:5", pieces],
		["CMD --init --init x", "2:5", "CMD has --init twice: write it once"],
		["CMD --init=tini --init=tini x", "2:5", "CMD has --init twice: write it once"],
		["ONBUILD CMD --init --x y", "2:13", "unknown flag: --x (CMD has only --init)"],
		[
			"ONBUILD CMD --x --init y",
			"2:13",
			"--init must be directly after CMD, on the same line and without quotes: write CMD --x",
		],
		[
			"CMD --init",
			"2:5",
			"CMD --init has no command: write one after it, or ENTRYPOINT --init for the command of the base image",
		],
		["ONBUILD ENTRYPOINT --init=tini", "2:20", "ENTRYPOINT --init=tini has no command: write one after it"],
		["ENTRYPOINT --init \\\n", "2:12", "only blanks may follow ENTRYPOINT --init without a command"],
		["ENTRYPOINT --init \\\n  \\\n\nRUN x", undefined, undefined],
		["ENTRYPOINT --init --", "2:12", "only blanks may follow ENTRYPOINT --init without a command"],
		["ENTRYPOINT --init=tini\u00a0", "2:12", "only blanks may follow ENTRYPOINT --init=tini without a command"],
		["CMD --init --x y", "2:1", "unknown flag: --x (CMD takes none)"],
		['CMD --init["a"]', "2:1", "unknown flag: --init[a]: write a space after --init, or = and the name of an init"],
		["CMD --INIT x", "2:1", "unknown flag: --INIT (CMD takes none)"],
		["RUN --init x", "2:1", "unknown flag: --init"],
		["HEALTHCHECK --init CMD x", "2:1", "unknown flag: --init"],
		["SHELL --init ['a']", "2:1", 'SHELL requires the arguments to be in JSON form: SHELL ["/bin/bash", "-c"]'],
	])("is refused in %j", (lines, at, message) => {
		if (message === undefined) return expect(flagsIn(`FROM a\n${lines}\n`)).toMatchObject([{ isBare: false }]);
		const error = thrownBy(() => parseDockerfile(`FROM a\n${lines}`));
		if (!(error instanceof DockerfileSyntaxError)) throw error;
		expect(`${error.line}:${error.column} ${error.message}`).toBe(`${at} ${message}`);
	});
});
