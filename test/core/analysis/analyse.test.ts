import { describe, expect, it } from "vitest";
import { type AnalysedStage, analyse, shellAt } from "../../../src/core/analysis/analyse.ts";
import type { AnalysisOptions } from "../../../src/core/analysis/options.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import type { CatalogueEntry } from "../../../src/core/images/catalogue-entry.ts";

/** Bases with their own commands, so that no test depends on the built-in catalogue. */
const bases: readonly CatalogueEntry[] = [
	{ images: ["both"], entrypoint: ["e"], cmd: ["c"], source: "test" },
	{ images: ["entry"], entrypoint: ["e"], source: "test" },
	{ images: ["cmd"], cmd: ["c"], source: "test" },
	{ images: ["bash"], shell: ["/bin/bash", "-ec"], source: "test" },
	{ images: ["user"], user: "app", stopSignal: "SIGQUIT", distro: "alpine", source: "test" },
	{ images: ["pid1"], entrypoint: ["/init"], mustBePid1: "because", source: "test" },
];

function analyseText(source: string, options: AnalysisOptions = {}): AnalysedStage[] {
	return analyse(parseDockerfile(source), { bases, ...options });
}

/** What the last stage runs: ENTRYPOINT, then CMD. */
function commandOf(source: string, options: AnalysisOptions = {}): readonly (readonly string[] | undefined)[] {
	const stage = analyseText(source, options).at(-1);
	return [stage?.end.entrypoint, stage?.end.cmd];
}

const shell = ["/bin/sh", "-c"];

describe("analyse", () => {
	it.each([
		["inherits both from the base", "FROM both", ["e"], ["c"]],
		["keeps the base's ENTRYPOINT below an own CMD", 'FROM both\nCMD ["x"]', ["e"], ["x"]],
		["drops the base's CMD with an own ENTRYPOINT", 'FROM both\nENTRYPOINT ["x"]', ["x"], []],
		["drops the base's CMD with an own ENTRYPOINT in shell form", "FROM both\nENTRYPOINT x", [...shell, "x"], []],
		["keeps an own CMD before an own ENTRYPOINT", 'FROM both\nCMD ["y"]\nENTRYPOINT ["x"]', ["x"], ["y"]],
		["keeps an own CMD after an own ENTRYPOINT", 'FROM both\nENTRYPOINT ["x"]\nCMD ["y"]', ["x"], ["y"]],
		["drops a CMD with ENTRYPOINT []", "FROM both\nENTRYPOINT []", [], []],
		['takes ENTRYPOINT [""] for none, as engines do', 'FROM both\nENTRYPOINT [""]', [], []],
		['keeps an own CMD with ENTRYPOINT [""]', 'FROM both\nENTRYPOINT [""]\nCMD [""]', [], [""]],
		["keeps an empty word before others", 'FROM both\nENTRYPOINT ["", "x"]', ["", "x"], []],
		["keeps an own CMD with ENTRYPOINT []", 'FROM both\nENTRYPOINT []\nCMD ["y"]', [], ["y"]],
		["keeps the base's ENTRYPOINT with CMD []", "FROM both\nCMD []", ["e"], []],
		["counts CMD [] as a CMD of its own", 'FROM both\nCMD []\nENTRYPOINT ["x"]', ["x"], []],
		["reads a bare ENTRYPOINT as shell form of nothing", "FROM both\nENTRYPOINT", [...shell, ""], []],
		["reads a bare CMD as shell form of nothing", "FROM both\nCMD", ["e"], [...shell, ""]],
		["takes the last ENTRYPOINT", 'FROM both\nENTRYPOINT ["x"]\nENTRYPOINT ["y"]', ["y"], []],
		["takes the last CMD", 'FROM both\nCMD ["x"]\nCMD ["y"]', ["e"], ["y"]],
		[
			"keeps an own CMD over two ENTRYPOINTs",
			'FROM both\nENTRYPOINT ["x"]\nCMD ["c2"]\nENTRYPOINT ["y"]',
			["y"],
			["c2"],
		],
		["expands nothing", 'FROM both\nENV A=1\nENTRYPOINT ["$A"]\nCMD $A ${A}', ["$A"], [...shell, "$A ${A}"]],
		["knows no heredocs in them", "FROM both\nENTRYPOINT <<EOF\nCMD <<EOF", [...shell, "<<EOF"], [...shell, "<<EOF"]],
		["joins a continued shell form", "FROM both\nCMD a \\\n  # b\n  c", ["e"], [...shell, "a   c"]],
		[
			"reads an array with a comment after it as shell form",
			'FROM both\nCMD ["a"] # b',
			["e"],
			[...shell, '["a"] # b'],
		],
		["starts with nothing on scratch", "FROM scratch", [], []],
	])("%s", (_, source, entrypoint, cmd) => {
		expect(commandOf(source)).toEqual([entrypoint, cmd]);
	});

	it.each([
		[
			"takes the SHELL in force at that line",
			'FROM cmd\nENTRYPOINT a\nSHELL ["/bin/bash", "-c"]\nCMD b',
			[...shell, "a"],
			["/bin/bash", "-c", "b"],
		],
		["takes the last SHELL", 'FROM cmd\nSHELL ["x"]\nSHELL ["y", "z"]\nCMD b', [], ["y", "z", "b"]],
		["takes the SHELL of the base", "FROM bash\nCMD b", [], ["/bin/bash", "-ec", "b"]],
		["takes the SHELL of an earlier stage", 'FROM cmd AS one\nSHELL ["x"]\nFROM one\nCMD b', [], ["x", "b"]],
		[
			"does not take the SHELL of a stage it is not built on",
			'FROM cmd AS one\nSHELL ["x"]\nFROM cmd\nCMD b',
			[],
			[...shell, "b"],
		],
		["takes no SHELL for exec form", 'FROM bash\nCMD ["b"]', [], ["b"]],
	])("%s", (_, source, entrypoint, cmd) => {
		expect(commandOf(source)).toEqual([entrypoint, cmd]);
	});

	it.each([
		["inherits both", 'FROM cmd AS one\nENTRYPOINT ["x"]\nCMD ["y"]\nFROM one', ["x"], ["y"]],
		[
			"keeps the ENTRYPOINT below an own CMD",
			'FROM cmd AS one\nENTRYPOINT ["x"]\nCMD ["y"]\nFROM one\nCMD ["z"]',
			["x"],
			["z"],
		],
		[
			"drops the CMD with an own ENTRYPOINT",
			'FROM cmd AS one\nENTRYPOINT ["x"]\nCMD ["y"]\nFROM one\nENTRYPOINT ["z"]',
			["z"],
			[],
		],
		["finds a name in another case where it is given", 'FROM cmd AS One\nCMD ["y"]\nFROM one', [], ["y"]],
		[
			"takes the last of two stages with the same name",
			'FROM cmd AS one\nCMD ["x"]\nFROM cmd AS one\nCMD ["y"]\nFROM one',
			[],
			["y"],
		],
		["takes the image with FROM node AS node", 'FROM both AS both\nCMD ["x"]', ["e"], ["x"]],
		["takes the stage after FROM node AS node", 'FROM both AS both\nCMD ["x"]\nFROM both', ["e"], ["x"]],
		["does not look at later stages", 'FROM both\nFROM cmd AS both\nCMD ["x"]\nFROM cmd', [], ["c"]],
		["finds a name in a variable", 'ARG S=one\nFROM cmd AS one\nCMD ["x"]\nFROM $S', [], ["x"]],
		["does not build on an index", 'FROM cmd AS one\nCMD ["x"]\nFROM 0', undefined, undefined],
		[
			"goes through several stages",
			'FROM cmd AS one\nENTRYPOINT ["x"]\nFROM one AS two\nCMD ["y"]\nFROM two',
			["x"],
			["y"],
		],
	])("on an earlier stage %s", (_, source, entrypoint, cmd) => {
		expect(commandOf(source)).toEqual([entrypoint, cmd]);
	});

	it("does not find a stage by a name in upper case", () => {
		const [, stage] = analyseText("FROM cmd AS one\nFROM ONE");
		expect(stage?.bases).toMatchObject([{ kind: "unknown", text: "ONE" }]);
	});

	describe("ONBUILD", () => {
		it.each([
			["does nothing in its own stage", 'FROM both\nONBUILD CMD ["x"]', ["e"], ["c"]],
			["fires in the next stage", 'FROM both AS one\nONBUILD CMD ["x"]\nFROM one', ["e"], ["x"]],
			[
				"fires in front of that stage's own instructions",
				'FROM both AS one\nONBUILD CMD ["x"]\nFROM one\nCMD ["y"]',
				["e"],
				["y"],
			],
			[
				"counts as that stage's own CMD",
				'FROM both AS one\nONBUILD CMD ["x"]\nFROM one\nENTRYPOINT ["y"]',
				["y"],
				["x"],
			],
			["resets the CMD with an ENTRYPOINT", 'FROM both AS one\nONBUILD ENTRYPOINT ["x"]\nFROM one', ["x"], []],
			[
				"does not fire a second time",
				'FROM both AS one\nONBUILD ENTRYPOINT ["x"]\nFROM one AS two\nENTRYPOINT ["y"]\nFROM two',
				["y"],
				[],
			],
			["keeps its order", 'FROM both AS one\nONBUILD CMD ["x"]\nONBUILD CMD ["y"]\nFROM one', ["e"], ["y"]],
			[
				"takes the SHELL that is in force where it fires",
				'FROM both AS one\nONBUILD CMD x\nSHELL ["s"]\nFROM one',
				["e"],
				["s", "x"],
			],
			["can set the SHELL", 'FROM both AS one\nONBUILD SHELL ["s"]\nFROM one\nCMD x', ["e"], ["s", "x"]],
			["is read in any case", 'FROM both AS one\nonbuild cmd ["x"]\nFROM one', ["e"], ["x"]],
		])("%s", (_, source, entrypoint, cmd) => {
			expect(commandOf(source)).toEqual([entrypoint, cmd]);
		});

		it("is known with what the next stage begins with", () => {
			const [stage] = analyseText('FROM both\nONBUILD ENTRYPOINT ["x"]\nONBUILD USER u');
			expect(stage?.triggers.map(({ keyword, argument, isTrigger }) => [keyword, argument.text, isTrigger])).toEqual([
				["ENTRYPOINT", '["x"]', true],
				["USER", "u", true],
			]);
			expect(stage?.afterTriggers).toMatchObject({ entrypoint: ["x"], cmd: [], user: "u" });
			expect(stage?.end).toMatchObject({ entrypoint: ["e"], cmd: ["c"], user: "root" });
		});

		it("keeps an own CMD of its stage out of what fires", () => {
			const [stage] = analyseText('FROM both\nCMD ["own"]\nONBUILD ENTRYPOINT ["x"]');
			expect(stage?.afterTriggers).toMatchObject({ entrypoint: ["x"], cmd: [] });
		});
	});

	describe("USER and STOPSIGNAL", () => {
		it.each([
			["come from the base", "FROM user", "app", "SIGQUIT"],
			["are root and SIGTERM unless said otherwise", "FROM cmd", "root", "SIGTERM"],
			["are the last ones", "FROM user\nUSER a\nUSER b\nSTOPSIGNAL SIGINT\nSTOPSIGNAL 9", "b", "9"],
			["are inherited from an earlier stage", "FROM cmd AS one\nUSER a\nSTOPSIGNAL SIGINT\nFROM one", "a", "SIGINT"],
			["expand ENV", "FROM cmd\nENV U=a S=SIGINT\nUSER $U:${G:-g}\nSTOPSIGNAL $S", "a:g", "SIGINT"],
			["expand ARG", "FROM cmd\nARG U=a\nUSER $U", "a", "SIGTERM"],
			["expand an ENV of an earlier stage", "FROM cmd AS one\nENV U=a\nFROM one\nUSER $U", "a", "SIGTERM"],
			[
				"are not known when a variable may come from the base",
				"FROM cmd\nUSER $U\nSTOPSIGNAL $S",
				undefined,
				undefined,
			],
			["are not known when they cannot be expanded", "FROM cmd\nUSER ${U^^}", undefined, "SIGTERM"],
			["do not see a global ARG", "ARG U=a\nFROM cmd\nUSER $U", undefined, "SIGTERM"],
			["see a global ARG that is redeclared", "ARG U=a\nFROM cmd\nARG U\nUSER $U", "a", "SIGTERM"],
			["see a redeclared ARG's own default", "ARG U=a\nFROM cmd\nARG U=b\nUSER $U", "b", "SIGTERM"],
			["remove quotes", 'FROM cmd\nUSER "a b"', "a b", "SIGTERM"],
			["use the file's escape character", "# escape=`\nFROM cmd\nUSER a`$b\\c", "a$b\\c", "SIGTERM"],
		])("%s", (_, source, user, stopSignal) => {
			const stage = analyseText(source).at(-1);
			expect([stage?.end.user, stage?.end.stopSignal]).toEqual([user, stopSignal]);
		});

		it("take a build argument", () => {
			const stage = analyseText("ARG U=a\nFROM cmd\nARG U\nUSER $U", { buildArgs: { U: "b" } }).at(-1);
			expect(stage?.end.user).toBe("b");
		});

		it("see a platform argument that is declared in the stage", () => {
			const stage = analyseText("FROM cmd\nARG TARGETARCH\nUSER $TARGETARCH", { platforms: ["linux/arm64"] }).at(-1);
			expect(stage?.end.user).toBe("arm64");
		});
	});

	it("gives the config before every instruction", () => {
		const [stage] = analyseText('FROM both\nUSER a\nSHELL ["s"]\nENTRYPOINT x\nCMD y');
		expect(stage?.configs.map(({ user, shell: words, entrypoint, cmd }) => [user, words, entrypoint, cmd])).toEqual([
			["root", shell, ["e"], ["c"]],
			["a", shell, ["e"], ["c"]],
			["a", ["s"], ["e"], ["c"]],
			["a", ["s"], ["s", "x"], []],
		]);
	});

	it("gives the stage's own last ENTRYPOINT and CMD", () => {
		const [one, two] = analyseText(
			'FROM both AS one\nENTRYPOINT ["a"]\nCMD b\nENTRYPOINT ["c"]\nFROM one\nONBUILD CMD x',
		);
		expect([one?.entrypoint?.line, one?.cmd?.line]).toEqual([4, 3]);
		expect([two?.entrypoint, two?.cmd]).toEqual([undefined, undefined]);
	});

	it("gives the variables of a stage and of those that it is built on", () => {
		const [, stage] = analyseText("FROM cmd AS one\nENV A=1\nARG B=2\nFROM one\nENV C=$A$B");
		expect(stage?.variables.get("C")).toBe("12");
	});

	it.each([
		["what ENV sets", "FROM cmd\nENV E=1", "1"],
		["the old form of ENV", "FROM cmd\nENV E a b", "a b"],
		["not what ARG sets", "FROM cmd\nARG E=1", "none"],
		["what ENV takes from an ARG", "FROM cmd\nARG A=2\nENV E=$A", "2"],
		["what ENV takes from a build argument", "FROM cmd\nARG G\nENV E=$G", "given"],
		["the environment before the instruction", "FROM cmd\nENV A=1\nENV A=2 E=$A", "1"],
		["that a value of the base image is not known", "FROM cmd\nENV E=$X", "unknown"],
		["that a part of a value is not known", "FROM cmd\nENV E=a$X", "unknown"],
		["what an earlier stage sets", "FROM cmd AS one\nENV E=1\nFROM one", "1"],
		["not what an unrelated stage sets", "FROM cmd AS one\nENV E=1\nFROM cmd", "none"],
		["not what it leaves to other stages by ONBUILD", "FROM cmd\nONBUILD ENV E=1", "none"],
		["what an ONBUILD of its base has set", "FROM cmd AS one\nONBUILD ENV E=1\nFROM one", "1"],
	])("gives the environment: %s", (_, source, expected) => {
		const environment = analyseText(source, { buildArgs: { G: "given" } }).at(-1)?.environment;
		expect(environment?.has("E") ? (environment.get("E") ?? "unknown") : "none").toBe(expected);
	});

	it("does not know the shell form without a known SHELL", () => {
		const [stage] = analyseText("FROM unknown/image\nCMD a");
		expect(stage?.end).toMatchObject({ entrypoint: undefined, cmd: undefined, user: undefined });
	});

	it("knows an ENTRYPOINT in exec form on an unknown base", () => {
		const [stage] = analyseText('FROM unknown/image\nENTRYPOINT ["a"]');
		expect(stage?.end).toMatchObject({ entrypoint: ["a"], cmd: [] });
	});

	it("keeps why a base must be PID 1, in stages built on it too", () => {
		const stages = analyseText("FROM pid1 AS one\nFROM one");
		expect(stages.map(({ end }) => end.mustBePid1)).toEqual(["because", "because"]);
	});

	it("runs shell forms with one shell where the builder does not look at SHELL", () => {
		const commandShell = shell;
		expect(commandOf("FROM bash\nENTRYPOINT x", { commandShell })).toEqual([[...shell, "x"], []]);
		expect(commandOf('FROM both\nSHELL ["/bin/sh", "-ec"]\nCMD x', { commandShell })).toEqual([["e"], [...shell, "x"]]);
		expect(analyseText('FROM both\nSHELL ["/bin/sh", "-ec"]', { commandShell }).at(-1)?.end.shell).toEqual([
			"/bin/sh",
			"-ec",
		]);
	});
});

describe("shellAt", () => {
	it("is the SHELL in force at the instruction, not after it", () => {
		const stage = analyseText('FROM cmd\nENTRYPOINT a\nSHELL ["/bin/ash", "-c"]\nCMD b').at(-1);
		const [entrypoint, , cmd] = stage?.stage.instructions ?? [];
		expect(stage && entrypoint && shellAt(stage, entrypoint)).toEqual(shell);
		expect(stage && cmd && shellAt(stage, cmd)).toEqual(["/bin/ash", "-c"]);
	});
});
