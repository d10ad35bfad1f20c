import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import { type Change, formatMarker } from "../../../src/core/rewrite/marker.ts";
import { changeForDigest, digestOf } from "../../../src/core/rewrite/marker-digest.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { readRequestedInits } from "../../../src/core/rewrite/requested-inits.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { thrownBy } from "./helpers.ts";

function marksIn(source: string): unknown {
	return Object.fromEntries(
		[...readRequestedInits(parseDockerfile(source))].map(([stage, { init, options, flags }]) => [
			stage,
			[init, options, flags.length],
		]),
	);
}

function refusal(action: () => unknown): string {
	const error = thrownBy(action);
	if (!(error instanceof DockerfileSyntaxError)) throw error;
	return `${error.line}:${error.column} ${error.message}`;
}

describe("readRequestedInits", () => {
	it("finds none in a file without the flag", () => {
		expect(marksIn("FROM a\nCMD x --init\n# pidone: wrapped CMD\nRUN x --init\n")).toEqual({});
	});

	it("finds the init, its options and the flags of each stage", () => {
		expect(
			marksIn(
				"FROM a\nCMD --init x\nFROM b\nCMD x\nFROM c\nENTRYPOINT --init=tini,-g x\nCMD --init x\nONBUILD CMD --init=tini,-g x\n",
			),
		).toEqual({
			0: [undefined, [], 1],
			2: ["tini", ["-g"], 3],
		});
	});

	it("knows the flags that a rewrite has taken off", () => {
		const source =
			"FROM debian\nENTRYPOINT --init=tini,-g x\nFROM debian\nCMD --init  x\nFROM jenkins/jenkins\nENTRYPOINT --init=dumb-init\nFROM node\nENTRYPOINT --init";
		const { text } = rewrite(source);
		expect(marksIn(text)).toEqual({
			0: ["tini", ["-g"], 0],
			1: [undefined, [], 0],
			2: ["dumb-init", [], 0],
			3: [undefined, [], 0],
		});
	});

	it.each([
		[
			"ENTRYPOINT --init=tini a\nCMD --init=dumb-init b",
			"3:5 --init=dumb-init contradicts --init=tini in the same stage: request only one init",
		],
		[
			"ENTRYPOINT --init=tini a\nCMD --init=tini,-g b",
			"3:5 --init=tini,-g contradicts --init=tini in the same stage: request only one init",
		],
		[
			"ONBUILD CMD --init=tini a\nONBUILD ENTRYPOINT --init=pidone b",
			"3:20 --init=pidone contradicts --init=tini in the same stage: request only one init",
		],
		[
			"# pidone: took --init=tini off CMD (00000000)\nCMD a\nENTRYPOINT --init=pidone b",
			"4:12 --init=tini contradicts --init=pidone in the same stage: request only one init",
		],
		[
			"CMD --init=sysvinit a",
			'2:5 --init=sysvinit: unknown init "sysvinit": it must be one of pidone, tini, dumb-init',
		],
		[
			"ENTRYPOINT a\nENTRYPOINT --init",
			"3:12 --init without a command means that of the base image, and line 2 sets ENTRYPOINT as well: put the flag there",
		],
		[
			"ENTRYPOINT --init\nENTRYPOINT --init=tini",
			"2:12 --init without a command means that of the base image, and line 3 sets ENTRYPOINT as well: put the flag there",
		],
	])("refuses %j", (lines, expected) => {
		expect(refusal(() => readRequestedInits(parseDockerfile(`FROM a\n${lines}\n`)))).toBe(expected);
	});
});

describe("a stage with the flag that cannot get its init", () => {
	it.each<[lines: string, message: string, options?: RewriteOptions]>([
		[
			"FROM acme/x\nCMD --init x",
			"2:5 CMD --init gets no init: pidone does not know the image acme/x; whether it declares an ENTRYPOINT decides what runs:",
		],
		["FROM acme/x\nENTRYPOINT --init", "2:12 ENTRYPOINT --init gets no init: pidone does not know the image acme/x;"],
		[
			'FROM debian AS a-amd64\nENTRYPOINT ["e"]\nCMD ["x"]\nFROM debian AS a-arm64\nENTRYPOINT ["e"]\nCMD ["y"]\nFROM a-$TARGETARCH\nENTRYPOINT --init',
			"8:12 ENTRYPOINT --init gets no init: the CMD that it inherits differs between the platforms",
		],
		[
			"FROM scratch\nENTRYPOINT --init",
			"2:12 ENTRYPOINT --init gets no init: the stage declares no command, and neither does its base",
		],
		['FROM debian\nENTRYPOINT --init ["/init"]', "2:12 ENTRYPOINT --init gets no init: /init is s6-overlay's"],
		["FROM lscr.io/linuxserver/nginx\nENTRYPOINT --init", "2:12 ENTRYPOINT --init gets no init: s6-overlay's /init"],
		[
			"FROM mcr.microsoft.com/windows/nanoserver:ltsc2022\nCMD --init x",
			"2:5 CMD --init gets no init: its base is a Windows image",
		],
		['FROM scratch\nENTRYPOINT --init=tini ["x"]', "2:12 ENTRYPOINT --init=tini gets no init: no package:"],
		[
			'FROM debian\nCMD --init ["tini", "-Z", "--"]',
			"2:5 CMD --init gets no init: pidone has no counterpart of -Z of tini",
			{ replace: true },
		],
		[
			"FROM debian\n# pidone ignore=rewritten because\nCMD --init x",
			"3:5 CMD --init gets no init: exempted by a comment (because)",
		],
		['FROM debian\nONBUILD CMD --init ["/init"]', "2:13 ONBUILD CMD --init gets no init: /init is s6-overlay's"],
		[
			'FROM debian\nONBUILD SHELL ["/init"]\nONBUILD CMD --init x',
			"3:13 ONBUILD CMD --init gets no init: /init is s6-overlay's",
		],
		[
			"FROM acme/x\nONBUILD CMD --init x",
			"2:13 ONBUILD CMD --init gets no init: pidone does not know the image acme/x",
		],
		[
			'FROM acme/x\nCMD --init ["x"]\nONBUILD ENTRYPOINT ["y"]',
			"2:5 CMD --init gets no init: pidone does not know the image acme/x",
		],
		[
			'FROM acme/x\nENTRYPOINT ["y"]\nONBUILD ENTRYPOINT --init z',
			"3:20 ONBUILD ENTRYPOINT --init gets no init: write the init into the command itself",
		],
	])("is an error at its flag: %j", (source, message, options = {}) => {
		expect(refusal(() => rewrite(`${source}\n`, options))).toContain(message);
	});

	it("is none where no stage has the flag", () => {
		expect(rewrite("FROM acme/x\nCMD x\n").outcomes).toMatchObject([{ code: "unknown-base" }]);
	});
});

describe("a stage that gets its init from elsewhere", () => {
	it.each([
		["in the trigger", 'FROM debian\nONBUILD ENTRYPOINT --init ["tini", "--", "x"]\n'],
		["in a shell's text", "FROM debian\nENTRYPOINT --init exec tini -- x\n"],
		["before a CMD that a trigger sets", 'FROM debian\nENTRYPOINT ["tini", "--"]\nONBUILD CMD --init ["x"]\n'],
	])("only loses its flag: %s", (_, source) => {
		const { text, outcomes } = rewrite(source);
		expect(text.replace(/# pidone: .*\n/, "")).toBe(source.replace("--init ", ""));
		expect(outcomes).not.toMatchObject([{ code: "rewritten" }]);
		expect(revert(text).text).toBe(source);
	});

	it("is not one whose parent has an init in front of its CMD alone", () => {
		const { text, outcomes } = rewrite('FROM debian AS a\nCMD --init ["tini", "--", "x"]\nFROM a\nCMD --init ["y"]\n');
		expect(outcomes.map(({ code }) => code)).toEqual(["already-init", "rewritten"]);
		expect(text).toContain('ENTRYPOINT ["/sbin/pidone", "--"]\nCMD ["y"]\n');
	});
});

describe("revert", () => {
	const CMD_FLAG: Change = { kind: "init-taken-off", keyword: "CMD", was: "--init " };
	const FILLED: Change = { kind: "init-filled", keyword: "ENTRYPOINT", was: "--init" };

	it.each<[change: Change, line: string, what: string]>([
		[CMD_FLAG, "RUN x", "another instruction"],
		[CMD_FLAG, "C\\\nMD x", "a keyword in two lines"],
		[CMD_FLAG, "CMD", "no blank after the keyword"],
		[FILLED, "ENTRYPOINT a", "no init in the place of the flag"],
	])("refuses $kind above %j: %s", (change, line) => {
		const digest = digestOf([changeForDigest(change, [])]);
		const marker = formatMarker({ above: 0, below: 0, changes: [change], digest });
		expect(refusal(() => revert(`FROM debian\n${marker}\n${line}\n`))).toMatch(
			/^2:1 the comment "# pidone: …" does not match/,
		);
	});

	it("leaves flags alone that are there", () => {
		const source = "FROM debian\nCMD --init x\n";
		expect(revert(source)).toEqual({ text: source, isChanged: false, edits: [] });
	});
});
