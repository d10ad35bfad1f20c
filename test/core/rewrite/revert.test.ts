import { describe, expect, it } from "vitest";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { thrownBy } from "./helpers.ts";

const CMD_ONLY = 'FROM debian:12\nCMD ["/app"]\n';
const EXEC = 'FROM debian:12\nENTRYPOINT ["/app"]\n';
const SHELL = "FROM debian:12\nENTRYPOINT /app\n";

/** A rewritten text in which somebody changed one thing by hand. */
function tampered(source: string, from: string | RegExp, to: string, options: RewriteOptions = {}): string {
	const { text } = rewrite(source, options);
	const changed = text.replace(from, to);
	expect(changed).not.toBe(text);
	return changed;
}

function syntaxError(text: string): DockerfileSyntaxError {
	const error = thrownBy(() => revert(text));
	if (!(error instanceof DockerfileSyntaxError)) throw error;
	return error;
}

describe("revert", () => {
	it.each([
		["without blanks", (words: readonly string[]) => words.join(",")],
		["with more blanks", (words: readonly string[]) => ` ${words.join(" , ")} `],
	])("recognizes a command that was added and that a formatter has written %s", (_, join) => {
		const respaced = (text: string): string =>
			text.replace(/(?<=(?:ENTRYPOINT|CMD) \[)"[^\]]*"(?=\])/g, (words) => join(words.split(", ")));
		for (const source of ['FROM node:22\nCMD ["node", "a.js"]\n', "FROM debian:12\nONBUILD CMD a b\n"]) {
			const { text } = rewrite(source);
			expect(respaced(text)).not.toBe(text);
			expect(revert(respaced(text)).text).toBe(respaced(source));
		}
	});

	it.each([
		'FROM debian:12\nRUN apt-get install -y tini\nENTRYPOINT ["tini", "--", "/app"]\n',
		'FROM debian:12\nCOPY pidone /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--", "/app"]\n',
		'FROM debian:12\n# pidone: we put it in by hand\nENTRYPOINT ["/sbin/pidone", "--"]\n',
		"FROM debian:12\r\nCMD x",
		'FROM debian:12\n# pidone: wrapped ENTRYPOINT\nENTRYPOINT ["/sbin/pidone", "--", "x"]\n',
		"FROM debian:12\nRUN <<EOF\n# pidone: added the next instruction (00000000)\nEOF\nRUN x\n",
		"FROM debian:12\nRUN a \\\n# pidone: added the next instruction (00000000)\n b\nRUN x\n",
	])("leaves a file without markers alone: %j", (source) => {
		expect(revert(source)).toEqual({ text: source, isChanged: false, edits: [] });
	});

	it.each<[name: string, recase: (keyword: string) => string]>([
		["upper", (keyword) => keyword.toUpperCase()],
		["lower", (keyword) => keyword.toLowerCase()],
	])("recognizes what was added in a file whose keywords a formatter has written in %s case", (_, recase) => {
		const inCase = (text: string): string => text.replace(/^(?:onbuild )?[a-z]+(?= )/gim, recase);
		const sources = [
			"from debian:12\nrun apt-get update && apt-get install -y curl\ncmd /app\n",
			"FROM debian:12\nRUN apt-get update && apt-get install -y curl\nCMD /app\n",
			'FROM debian:12 AS a\nCMD ["/app"]\nFROM a\nRUN make\n',
		];
		for (const source of sources)
			for (const init of ["pidone", "tini"] as const) {
				const { text, isChanged } = rewrite(source, { init });
				expect(isChanged).toBe(true);
				expect(revert(inCase(text)).text).toBe(inCase(source));
			}
	});

	it("keeps the init that the author has installed", () => {
		const source = "FROM debian:12\nRUN apt-get update && apt-get install -y tini\nCMD /app\n";
		const { text } = rewrite(source, { init: "tini" });
		expect(text).toContain('ENTRYPOINT ["/usr/bin/tini", "-g", "--"]');
		expect(revert(text).text).toBe(source);
	});

	it("keeps an author's own init in another stage", () => {
		const source = `FROM debian:12 AS a\nCOPY tini /tini\nENTRYPOINT ["/tini", "--"]\n\n${EXEC}`;
		expect(revert(rewrite(source).text).text).toBe(source);
	});

	it("keeps a command that begins with an init which only the rewrite installs, as its author wrote it", () => {
		const source = 'FROM debian:12 AS a\nENTRYPOINT ["/a"]\nFROM a\nENTRYPOINT ["/usr/bin/tini"]\nCMD ["/b"]\n';
		const { text, isChanged } = rewrite(source, { init: "tini" });
		expect(isChanged).toBe(true);
		expect(revert(text).text).toBe(source);
	});

	it("gives back the init that was replaced", () => {
		const source = 'FROM debian:12\nENTRYPOINT [ "tini","-g" , "--","/app"]\n';
		expect(revert(rewrite(source, { replace: true }).text).text).toBe(source);
	});

	it.each<[what: string, source: string, options: RewriteOptions]>([
		[
			"a command of that name that was never installed",
			'\nFROM alpine AS app\n# comment\nFROM app\nENTRYPOINT ["tini"]\n',
			{ init: "tini", inherited: true, target: "app" },
		],
		[
			"a command of that name beside one with the flag",
			'# pidone: nonsense\n\nFROM alpine\nENTRYPOINT --init ["tini"]\nFROM alpine\nENTRYPOINT --init\n\nFROM build\n',
			{ init: "tini" },
		],
	])("takes its own init out and keeps %s", (_, source, options) => {
		const { text } = rewrite(source, options);
		expect(text).not.toBe(source);
		expect(revert(text).text).toBe(source);
	});

	it("keeps what was changed by hand elsewhere", () => {
		const text = tampered(CMD_ONLY, 'CMD ["/app"]', 'EXPOSE 80\nCMD ["/other"]');
		expect(revert(text).text).toBe('FROM debian:12\nEXPOSE 80\nCMD ["/other"]\n');
	});

	it("keeps words that were added to a wrapped ENTRYPOINT", () => {
		expect(revert(tampered(EXEC, '"/app"', '"/app", "-v"')).text).toBe('FROM debian:12\nENTRYPOINT ["/app", "-v"]\n');
	});

	it("keeps a changed text of a wrapped shell form", () => {
		expect(revert(tampered(SHELL, '"/app"', '"/app \\"x\\""')).text).toBe('FROM debian:12\nENTRYPOINT /app "x"\n');
	});

	it("takes out an init whose options were changed by hand", () => {
		expect(revert(tampered(EXEC, '"--"', '"-e", "143", "--"')).text).toBe(EXEC);
	});

	it.each([
		["an added instruction that was changed", tampered(CMD_ONLY, /COPY .*/, "COPY app /app"), 3],
		["an added instruction of another kind", tampered(CMD_ONLY, /COPY .*/, "WORKDIR /x"), 3],
		["an ARG that was changed", tampered(CMD_ONLY, "ARG TARGETARCH", "ARG VERSION"), 3],
		[
			"a count that is too large",
			tampered(CMD_ONLY, "next 2 instructions", "next 3 instructions").replace(/CMD.*/, "EXPOSE 80"),
			3,
		],
		["a count beyond the end", tampered(CMD_ONLY, "next 2 instructions", "next 7 instructions"), 3],
		["a marker at the end of the file", "FROM debian:12\nRUN x\n# pidone: added the next instruction (00000000)\n", 3],
		["a wrapped ENTRYPOINT that is shell form now", tampered(EXEC, /ENTRYPOINT \[.*/, "ENTRYPOINT /app"), 3],
		["a wrapped ENTRYPOINT without an init", tampered(EXEC, '"/sbin/pidone", "--", ', ""), 3],
	])("refuses, with the position: %s", (_, text, line) => {
		const error = syntaxError(text);
		expect(error.line).toBe(line);
		expect(error.column).toBe(1);
		expect(error.message).toMatch(/pidone/);
	});

	const NODE = 'FROM node:22\nWORKDIR /app\nUSER node\nCMD ["node", "server.js"]\nEXPOSE 80\n';
	const TINI: RewriteOptions = { init: "tini" };

	it.each<[what: string, text: string]>([
		["the COPY deleted", tampered(NODE, /COPY .*\n/, "")],
		["the COPY deleted, for one platform", tampered(NODE, /COPY .*\n/, "", { platforms: ["linux/amd64"] })],
		["the added ENTRYPOINT deleted", tampered(NODE, /ENTRYPOINT .*\n/, "")],
		["the ARG deleted", tampered(NODE, /ARG .*\n/, "")],
		["the comment moved up", tampered(NODE, /(ARG .*\n)(# pidone.*\n)/, "$2$1")],
		["the comment moved down", tampered(NODE, /(# pidone.*\n)(COPY .*\n)/, "$2$1")],
		[
			"the comment moved to the end",
			`${tampered(NODE, /# pidone.*\n/, "")}# pidone: added the ARG above and the next 2 instructions (00000000)\n`,
		],
		[
			"the comment moved to the end, below that of another stage",
			tampered(`${NODE.replace("22", "22 AS a")}${NODE}`, /(# pidone.*\n)([\s\S]*)$/, "$2$1", {
				platforms: ["linux/amd64"],
			}),
		],
		["words of the comment changed", tampered(NODE, "added the", "inserted the")],
		[
			"words of one of two comments changed",
			tampered(`${NODE.replace("22", "22 AS a")}${NODE}`, "added the", "adds the"),
		],
		["an instruction in between", tampered(NODE, "ENTRYPOINT", "EXPOSE 81\nENTRYPOINT")],
		["a comment in between", tampered(NODE, "ENTRYPOINT", "# ours\nENTRYPOINT")],
		["the order changed", tampered(NODE, /(COPY .*\n)(ENTRYPOINT .*\n)/, "$2$1")],
		["words added to the added ENTRYPOINT", tampered(NODE, '"docker-entrypoint.sh"', '"docker-entrypoint.sh", "-v"')],
		["a destination changed", tampered(NODE, / \/sbin\/pidone\n/, " /opt/pidone\n")],
		["the comment twice", tampered(NODE, /(# pidone.*\n)/, "$1$1")],
		["all that was added twice", tampered(NODE, /(ARG .*\n# pidone.*\n(?:.*\n){2})/, "$1$1")],
		[
			"the added RUN changed",
			tampered(NODE, "--no-install-recommends tini", "--no-install-recommends tini curl", TINI),
		],
		["a comment within the added RUN", tampered(NODE, " && apt-get install", "# ours\n && apt-get install", TINI)],
		["one of two comments deleted, that of the command", tampered(NODE, /# pidone.*\nENTRYPOINT/, "ENTRYPOINT", TINI)],
		[
			"one of two comments deleted, that of the installation",
			tampered(NODE, /# pidone.*\nUSER root|# pidone.*\nRUN/, "RUN", TINI),
		],
		["a wrapped ENTRYPOINT deleted", tampered(`${EXEC}CMD ["-v"]\n`, /^ENTRYPOINT .*\n/m, "")],
		["another init in the wrapped ENTRYPOINT", tampered(EXEC, '"/sbin/pidone"', '"/usr/bin/tini"')],
		["another shell in the wrapped ENTRYPOINT", tampered(SHELL, "/bin/sh", "/bin/bash")],
		[
			"a flag that would be put back twice",
			tampered('FROM debian:12\nCMD --init ["/app"]\n', /(# pidone.*\n)/, "$1$1"),
		],
		[
			"two stages made one, with the comments of both",
			tampered(`FROM debian:12 AS a\n${EXEC.slice(15)}${EXEC}`, /(?<=.\n)FROM .*\n/, ""),
		],
		[
			"the init's marker of a stage that inherits its installation",
			tampered(
				`FROM debian:12 AS a\n${EXEC.slice(15)}FROM a\nENTRYPOINT ["/b"]\n`,
				/# pidone: wrapped ENTRYPOINT .*\n/,
				"",
			),
		],
	])("refuses, and loses nothing: %s", (_, text) => {
		expect(syntaxError(text).message).toMatch(/does not match what is here now/);
	});

	it.each<[what: string, edit: (text: string) => string]>([
		[
			"lines put above and below",
			(text) => text.replace("WORKDIR", "LABEL a=b\nWORKDIR").replace("EXPOSE", "# ours\nEXPOSE"),
		],
		["CRLF line ends", (text) => text.replaceAll("\n", "\r\n")],
		["indentation", (text) => text.replace(/^(?!FROM)/gm, "  ")],
		["another base", (text) => text.replace("node:22", "python:3.12")],
		["another command", (text) => text.replace('"server.js"', '"other.js"')],
		["the last line deleted", (text) => text.replace("EXPOSE 80\n", "")],
		["another stage before it", (text) => `FROM debian AS build\nRUN make\n${text}`],
		["a stage after it", (text) => `${text}FROM debian\nRUN make\n`],
	])("reverts all the same after an edit elsewhere: %s", (_, edit) => {
		for (const options of [{}, TINI, { platforms: ["linux/amd64"] }]) {
			expect(revert(edit(rewrite(NODE, options).text)).text).toBe(edit(NODE));
		}
	});

	describe("of a stage that was added for the binary", () => {
		const CHILD = 'FROM debian:12 AS a\nENTRYPOINT ["/a"]\n\n# tests\nFROM a AS b\nRUN x\n';
		const text = rewrite(CHILD).text;

		it("takes it out", () => {
			expect(text).toMatch(
				/^FROM scratch AS pidone-binary\nARG TARGETARCH\n# pidone: added the FROM and ARG above and the next instruction \([0-9a-f]{8}\)\n/,
			);
			expect(revert(text).text).toBe(CHILD);
			expect(revert(text.replace("RUN x", "RUN y")).text).toBe(CHILD.replace("RUN x", "RUN y"));
		});

		it.each<[what: string, edited: string]>([
			["its name changed", text.replaceAll("pidone-binary", "bin")],
			["its COPY deleted", text.replace(/^COPY \.pidone.*\n/m, "")],
			["an instruction of its own", text.replace(/^(COPY \.pidone.*\n)/m, "LABEL a=b\n$1")],
			[
				"the marker of the stage that needs it deleted",
				text.replace(/# pidone: added the next instruction; wrapped.*\n/, ""),
			],
			["another stage that copies from it", text.replace("RUN x", "COPY --from=pidone-binary /pidone /x")],
			["another stage that is named by its number", text.replace("RUN x", "COPY --from=1 /a /b")],
		])("refuses with %s", (_, edited) => {
			expect(edited).not.toBe(text);
			expect(syntaxError(edited).message).toMatch(/does not match what is here now/);
		});
	});

	it("refuses a file that does not parse", () => {
		expect(syntaxError("FROM a\nNOPE\n").line).toBe(2);
	});
});
