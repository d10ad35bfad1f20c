import { describe, expect, it } from "vitest";
import { check } from "../../../src/core/check/check.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { revert } from "../../../src/core/rewrite/revert.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

const NODE = 'FROM node:22\nWORKDIR /app\nUSER node\nCMD ["node", "server.js"]\n';
const SHELL = "FROM debian:12\nRUN apt-get update && apt-get install -y curl\nENTRYPOINT node server.js\n";
const STAGES =
	'FROM debian:12 AS a\nCMD ["/a"]\n\n# the second\nFROM a AS b\nENTRYPOINT ["/b"]\nFROM alpine:3.20\nCMD /c\n';

const CHILD =
	'FROM debian:12 AS a\nENTRYPOINT ["/a"]\n\n# tests\nFROM a AS b\nRUN x\nFROM alpine:3.20 AS c\nCMD ["/c"]\n';

const FORMS: readonly (readonly [what: string, options: RewriteOptions])[] = [
	["the defaults", {}],
	["tini", { init: "tini" }],
	["dumb-init with an option", { init: "dumb-init", initOptions: ["-c"] }],
	["options", { initOptions: ["--kill-orphans", "php-fpm*"] }],
	["the group", { initOptions: ["-g"] }],
	["one platform", { platforms: ["linux/amd64"] }],
	["another folder", { source: "bin" }],
	["another path", { entrypointPath: "/opt/pidone" }],
	["a named context", { install: "context:bins" }],
	["exec", { exec: true }],
	["a download", { init: "tini", install: "add", platforms: ["linux/arm64"] }],
];
const PAIRS = FORMS.flatMap(([first, before]) =>
	FORMS.map(([second, after]) => [first, second, before, after] as const),
);

describe("a file that was rewritten before", () => {
	it.each(PAIRS)(
		"with %s becomes what was asked for with %s, and goes back to the original",
		(_first, _second, before, after) => {
			for (const source of [NODE, SHELL, STAGES, CHILD]) {
				const { text } = rewrite(source, before);
				const again = rewrite(text, after);
				expect(rewrite(again.text, after)).toMatchObject({ text: again.text, isChanged: false });
				expect(revert(again.text).text).toBe(source);
				if (Object.keys(after).length === 0) expect(again.text).toBe(text);
				expect(again.isChanged).toBe(again.text !== text);
				expect(rewrite(again.text).text).toBe(again.text);
			}
		},
	);

	it.each<[what: string, before: RewriteOptions, after: RewriteOptions, expected: RewriteOptions]>([
		["gets options", {}, { initOptions: ["--kill-orphans", "nginx"] }, { initOptions: ["--kill-orphans", "nginx"] }],
		["gets other options", { initOptions: ["-v"] }, { initOptions: ["-w"] }, { initOptions: ["-w"] }],
		["gets another init", {}, { init: "tini" }, { init: "tini" }],
		["gets another init, whose options are others", { initOptions: ["-a"] }, { init: "tini" }, { init: "tini" }],
		["keeps its init", { init: "tini" }, { platforms: ["linux/amd64"] }, { init: "tini", platforms: ["linux/amd64"] }],
		[
			"keeps its options",
			{ initOptions: ["-v"] },
			{ platforms: ["linux/amd64"] },
			{ initOptions: ["-v"], platforms: ["linux/amd64"] },
		],
		[
			"keeps its platform",
			{ platforms: ["linux/arm64"] },
			{ initOptions: ["-v"] },
			{ initOptions: ["-v"], platforms: ["linux/arm64"] },
		],
		[
			"keeps its folder and path",
			{ source: "x/y", entrypointPath: "/p/pidone" },
			{ initOptions: ["-v"] },
			{ source: "x/y", entrypointPath: "/p/pidone", initOptions: ["-v"] },
		],
		[
			"keeps where it comes from",
			{ install: "image:acme/init" },
			{ initOptions: ["-v"] },
			{ install: "image:acme/init", initOptions: ["-v"] },
		],
		["keeps the group of a shell form", {}, { initOptions: ["-v"] }, { initOptions: ["-v"] }],
		["keeps exec", { exec: true }, { initOptions: ["-v"] }, { exec: true, initOptions: ["-v"] }],
		[
			"gets pidone where an option is its own",
			{ init: "tini" },
			{ initOptions: ["--kill-orphans", "nginx"] },
			{ initOptions: ["--kill-orphans", "nginx"] },
		],
	])("%s", (_, before, after, expected) => {
		for (const source of [NODE, SHELL, STAGES, CHILD]) {
			const { text, outcomes } = rewrite(rewrite(source, before).text, after);
			expect(text).toBe(rewrite(source, expected).text);
			expect(
				outcomes.filter(({ code }) => code === "rewritten").every(({ message }) => message.startsWith("updated: ")),
			).toBe(true);
		}
	});

	it("keeps edits of the author", () => {
		const edit = (text: string): string =>
			text.replace("WORKDIR /app", "WORKDIR /srv\nEXPOSE 80").replace("server.js", "other.js");
		expect(rewrite(edit(rewrite(NODE).text), { init: "tini" }).text).toBe(rewrite(edit(NODE), { init: "tini" }).text);
	});

	it("is not reported where no option says how it is to be", () => {
		const { findings, outcomes } = check(rewrite(NODE, { init: "tini", initOptions: ["-v"] }).text);
		expect(findings).toEqual([]);
		expect(outcomes.map(({ code }) => code)).toEqual(["already-init"]);
	});

	it("is reported where an option asks for something else", () => {
		const { findings } = check(rewrite(NODE).text, { init: "tini" });
		expect(findings.map(({ code, message }) => `${code}: ${message}`)).toEqual([
			expect.stringMatching(
				/^rewritten: the init that a rewrite added does not match the options: updated: .* tini is installed with apt-get/,
			),
		]);
	});

	it("gives edits of its text", () => {
		const { text } = rewrite(STAGES);
		const { edits, text: updated } = rewrite(text, { initOptions: ["-v"] });
		expect(edits.length).toBe(3);
		for (const { start, end } of edits) expect(text.slice(start, end)).toMatch(/pidone/);
		expect(updated).not.toBe(text);
	});

	it("leaves another author's init alone, beside its own", () => {
		const own = 'FROM debian:12 AS own\nENTRYPOINT ["tini", "-g", "--", "/x"]\n';
		const { text, outcomes } = rewrite(rewrite(own + NODE).text, { init: "dumb-init" });
		expect(text.startsWith(own)).toBe(true);
		expect(outcomes.map(({ code }) => code)).toEqual(["already-init", "rewritten"]);
	});

	it.each<[what: string, text: string, options: RewriteOptions, message: RegExp]>([
		[
			"it was edited by hand",
			rewrite(NODE).text.replace(/^COPY .*\n/m, ""),
			{ init: "tini" },
			/stays as it is, despite the options: the comment "# pidone: …" does not match/,
		],
		[
			"there is no way to install it",
			rewrite('FROM scratch\nCMD ["/x"]\n').text,
			{ init: "tini", install: "apk" },
			/stays as it is, .*: pidone knows no package of tini for scratch/,
		],
		[
			"its base is not known",
			rewrite('FROM acme/x\nCMD ["/x"]\n', { anyBase: { images: [], source: "", entrypoint: ["/e"] } }).text,
			{ init: "tini" },
			/stays as it is, .*: pidone does not know the image acme\/x/,
		],
		[
			"it took the place of another",
			rewrite('FROM debian\nENTRYPOINT ["tini", "--", "/x"]\n', { replace: true }).text,
			{ initOptions: ["-v"] },
			/so --replace is needed/,
		],
		[
			"a comment forbids it",
			rewrite(NODE).text.replace("ENTRYPOINT", "# pidone ignore=rewritten ours\nENTRYPOINT"),
			{ init: "tini" },
			/does not match/,
		],
	])("keeps what it has where %s", (_, text, options, message) => {
		const result = rewrite(text, options);
		expect(result).toMatchObject({ text, isChanged: false });
		expect(result.outcomes.at(-1)).toMatchObject({ message: expect.stringMatching(message) });
	});

	it("takes the place of another again with --replace", () => {
		const source = 'FROM debian\nENTRYPOINT ["tini", "-g", "--", "/x"]\n';
		const before = rewrite(source, { replace: true }).text;
		const after = { replace: true, initOptions: ["-v"] };
		expect(rewrite(before, after).text).toBe(rewrite(source, after).text);
	});

	it("keeps the init that its flag names", () => {
		const { text } = rewrite('FROM debian\nCMD --init=tini ["/x"]\n');
		expect(rewrite(text, { init: "dumb-init" })).toMatchObject({ text, isChanged: false });
		expect(rewrite(text, { install: "add", platforms: ["linux/amd64"] }).text).toContain("ADD --checksum");
	});

	it("keeps the init of a flag that names none", () => {
		const { text } = rewrite('FROM debian\nCMD --init ["/x"]\n', { init: "tini", initOptions: ["-v"] });
		const platforms = ["linux/amd64"];
		expect(rewrite(text, { platforms })).toMatchObject({ text, isChanged: false });
		expect(rewrite(text, { initOptions: [] }).text).toBe(
			rewrite('FROM debian\nCMD --init ["/x"]\n', { init: "tini" }).text,
		);
	});

	it("does not take an author's own init for the one that it added to ONBUILD", () => {
		const source = 'FROM debian\nENTRYPOINT ["dumb-init", "-c", "--", "/x"]\nONBUILD ENTRYPOINT ["/y"]\n';
		const { text } = rewrite(source);
		expect(rewrite(text, { platforms: ["linux/amd64", "linux/arm64"] })).toMatchObject({ text, isChanged: false });
	});

	it("reads the options of stages whose inits are at paths of their own", () => {
		const source =
			"FROM alpine AS build\nENTRYPOINT \n\nFROM base-arm64 AS build\nENTRYPOINT []\n# comment\nFROM build\n";
		const options: RewriteOptions = { init: "dumb-init", platforms: ["linux/amd64"] };
		const { text } = rewrite(source, options);
		expect(rewrite(text)).toMatchObject({ text, isChanged: false });
		expect(rewrite(text, options)).toMatchObject({ text, isChanged: false });
	});

	it.each([{ keepLines: true }, { keepRewritten: true }])("stays as it is with %j", (keep) => {
		const { text } = rewrite(NODE);
		expect(rewrite(text, { ...keep, init: "tini" })).toMatchObject({ text, isChanged: false });
	});
});
