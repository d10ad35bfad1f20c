import { describe, expect, it } from "vitest";
import { applyEdits, type Edit } from "../../../src/core/edit/edit.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { proveRewrite } from "../../../src/core/rewrite/prove.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { read } from "./helpers.ts";

const SOURCE = `FROM debian:12 AS base
USER app
# what it serves
RUN make
ENTRYPOINT ["/app"]
CMD ["--x"]
RUN later
`;

/** Proves a rewrite after somebody has tampered with its edits. */
function prove(
	source: string,
	tamper: (edits: readonly Edit[]) => readonly Edit[],
	options: RewriteOptions = {},
): void {
	const before = read(source, options);
	const { edits, outcomes } = rewrite(source, options);
	const tampered = tamper(edits);
	proveRewrite(before, read(applyEdits(source, tampered), options), tampered, { outcomes, options });
}

/** An edit that replaces one piece of the source. */
function swap(from: string, to: string, source: string = SOURCE): Edit {
	const start = source.indexOf(from);
	expect(start).toBeGreaterThan(-1);
	return { start, end: start + from.length, text: to };
}

/** An edit that inserts a line above one of the source. */
function insert(line: string, above: string): Edit {
	const start = SOURCE.indexOf(`\n${above}`) + 1;
	expect(start).toBeGreaterThan(0);
	return { start, end: start, text: `${line}\n` };
}

describe("proveRewrite", () => {
	it.each<[string, RewriteOptions]>([
		["by default", {}],
		["with a package", { init: "tini" }],
		["with one platform", { platforms: ["linux/amd64"] }],
	])("accepts a rewrite %s", (_, options) => {
		prove(SOURCE, (edits) => edits, options);
	});

	it.each<[string, (edits: readonly Edit[]) => readonly Edit[], RegExp]>([
		[
			"a changed ENTRYPOINT",
			(edits) => [...edits, swap('app"]', 'other"]')],
			/the ENTRYPOINT of stage 0 would run \["\/other"\] instead of \["\/app"\]/,
		],
		["a changed CMD", (edits) => [...edits, swap("--x", "--y")], /the CMD of stage 0 would run/],
		["a changed RUN", (edits) => [...edits, swap("make", "made")], /line 4 has changed/],
		["another USER", (edits) => [...edits, swap("app", "root")], /line 2 has changed/],
		["an added USER", (edits) => [...edits, insert("USER x", "CMD")], /the user at line/],
		["a removed RUN", (edits) => [...edits, swap("RUN make\n", "")], /is not an instruction of the original/],
		[
			"a removed last instruction",
			(edits) => [...edits.filter(({ start }) => start < SOURCE.indexOf("RUN later")), swap("RUN later\n", "")],
			/missing/,
		],
		["an added WORKDIR", (edits) => [...edits, insert("WORKDIR /x", "RUN make")], /WORKDIR must not be added/],
		["an added ENV", (edits) => [...edits, insert("ENV A=1", "RUN make")], /ENV must not be added/],
		["an added SHELL", (edits) => [...edits, insert('SHELL ["a"]', "RUN make")], /SHELL must not be added/],
		[
			"an ARG before a RUN",
			(edits) => [...edits, insert("ARG TARGETARCH", "RUN make")],
			/would see the added ARG TARGETARCH/,
		],
		["another base", (edits) => [...edits, swap("debian:12", "debian:13")], /FROM of stage 0 has changed/],
		["another name of the stage", (edits) => [...edits, swap("AS base", "AS other")], /FROM of stage 0 has changed/],
		["an added HEALTHCHECK", (edits) => [...edits, insert("HEALTHCHECK NONE", "CMD")], /HEALTHCHECK must not be added/],
		["an added stage", (edits) => [...edits, swap("FROM", "FROM scratch\nFROM")], /the number of stages has changed/],
		[
			"a directive",
			(edits) => [...edits, { start: 0, end: 0, text: "# check=skip=all\n" }],
			/the directives has changed/,
		],
		["no init at all", () => [], /has no init/],
	])("refuses %s", (_, tamper, message) => {
		const tampered = (): void => prove(SOURCE, tamper);
		expect(tampered).toThrow(/^BUG: the rewrite is not proven/);
		expect(tampered).toThrow(message);
	});

	it.each<[string, (text: string) => string]>([
		["a lost comment byte", (text) => text.replace("# what it", "# what t")],
		["a lost final line end", (text) => text.replace(/\n$/, "")],
		["another line end", (text) => text.replace("make\n", "make\r\n")],
		["a blank more", (text) => text.replace("USER app", "USER  app")],
		["an edit that is not there", (text) => text.replace("# pidone: ", "# pidoné: ")],
	])("refuses %s that no edit accounts for", (_, change) => {
		const { edits, outcomes, text } = rewrite(SOURCE);
		const output = change(text);
		expect(output).not.toBe(text);
		expect(() => proveRewrite(read(SOURCE), read(output), edits, { outcomes, options: {} })).toThrow(
			/^BUG: the rewrite is not proven: the (?:text|edit)/,
		);
	});

	it("refuses exec where it was not asked for", () => {
		const source = "FROM debian:12\nCMD app\n";
		const before = read(source);
		const { edits, outcomes, text } = rewrite(source, { exec: true });
		expect(() => proveRewrite(before, read(text), edits, { outcomes, options: {} })).toThrow(
			/the CMD of stage 0 would run/,
		);
		expect(() => proveRewrite(before, read(text), edits, { outcomes, options: { exec: true } })).not.toThrow();
	});

	it("refuses another init where --replace was not asked for", () => {
		const source = 'FROM debian:12\nENTRYPOINT ["tini", "--", "/app"]\n';
		const { edits, outcomes, text } = rewrite(source, { replace: true });
		expect(() => proveRewrite(read(source), read(text), edits, { outcomes, options: {} })).toThrow(
			/the ENTRYPOINT of stage 0 would run/,
		);
	});

	it("looks at what is left to ONBUILD", () => {
		const source = 'FROM debian:12\nONBUILD ENTRYPOINT ["/app"]\n';
		expect(() => prove(source, (edits) => [...edits, swap('app"]', 'other"]', source)])).toThrow(
			/what stage 0 leaves to ONBUILD/,
		);
	});

	it("looks at the later stages", () => {
		const source = `${SOURCE}\nFROM base AS child\nCMD ["child"]\n`;
		expect(() => prove(source, (edits) => [...edits, swap('"child"', '"kid"', source)])).toThrow(/the CMD of stage 1/);
	});
});

describe("proveRewrite, with a stage that is added", () => {
	const APP =
		'FROM debian:12 AS build\nRUN make\nFROM debian:12 AS app\nCOPY --from=0 /a /a\nCMD ["/a"]\nFROM app AS test\nRUN make test\n';
	const HELPER = "FROM scratch AS pidone-binary";

	/** The edits, with a different text in the added stage. */
	const replace = (from: string | RegExp, to: string) => (edits: readonly Edit[]) =>
		edits.map((edit) => (edit.text.includes(HELPER) ? { ...edit, text: edit.text.replace(from, to) } : edit));

	it("accepts it, before the stage that needs it", () => {
		prove(APP, (edits) => edits);
	});

	it.each<[string, (edits: readonly Edit[]) => readonly Edit[], RegExp]>([
		[
			"one that moves a number",
			(edits) => edits.map((edit) => (edit.text.includes(HELPER) ? { ...edit, start: 0, end: 0 } : edit)),
			/the stage 0 of a --from=0 is another one/,
		],
		["one with another base", replace("scratch", "debian:12"), /is not a named one on scratch/],
		["one without a name", replace(" AS pidone-binary", ""), /is not a named one on scratch/],
		["one for another platform", replace("scratch", "--platform=linux/arm64 scratch"), /is not a named one on scratch/],
		[
			"one that has the name of another",
			replace("pidone-binary", "build"),
			/the name build of an added stage means something else/,
		],
		[
			"one that takes the place of a stage",
			replace("pidone-binary", "app"),
			/the name app of an added stage means something else/,
		],
		["one that runs something", replace("COPY", "RUN"), /line \d must not stand in an added stage/],
		[
			"a last one",
			(edits) => [...edits, { start: APP.length, end: APP.length, text: "FROM scratch AS x\n" }],
			/the last stage is an added one/,
		],
	])("refuses %s", (_, tamper, message) => {
		expect(() => prove(APP, tamper)).toThrow(message);
	});
});

describe("proveRewrite, of many stages", () => {
	it("follows them without recursion, and each but once", () => {
		const chain = Array.from(
			{ length: 20_000 },
			(_, index) => `FROM ${index === 0 ? "debian:12" : `s${index - 1}`} AS s${index}\n`,
		);
		prove(`${chain.join("")}CMD ["x"]\n`, (edits) => edits);
	});
});

describe("proveRewrite, of a file with --init", () => {
	const FLAGGED =
		'FROM debian:12 AS base\nENTRYPOINT --init ["/app"]\nFROM base\nENTRYPOINT --init\nFROM debian:12\nCMD x\n';
	const at = FLAGGED.indexOf("ENTRYPOINT --init\n");
	const TAKEN_OUT: Edit = { start: at, end: at, text: "# pidone: took out " };
	const withoutFlagEdit = (edits: readonly Edit[]): readonly Edit[] =>
		edits.filter(({ text, start, end }) => text !== "" || end - start !== "--init ".length);

	it("accepts a rewrite", () => {
		prove(FLAGGED, (edits) => edits);
	});

	it.each<[string, (edits: readonly Edit[]) => readonly Edit[], RegExp]>([
		["a flag that is left", withoutFlagEdit, /stage 0 still has --init/],
		[
			"an ENTRYPOINT with the flag that is gone",
			(edits) =>
				edits.map((edit) => (edit.text.includes("took out") ? swap("ENTRYPOINT --init\n", "\n", FLAGGED) : edit)),
			/missing/,
		],
		[
			"a stage whose init is missing",
			() => [swap("--init [", "[", FLAGGED), TAKEN_OUT],
			/the command of line 2 had --init, and has no init/,
		],
	])("refuses %s", (_, tamper, message) => {
		const before = read(FLAGGED);
		const { edits, outcomes } = rewrite(FLAGGED);
		const tampered = tamper(edits);
		const claim = { outcomes: outcomes.map((outcome) => ({ ...outcome, code: "already-init" as const })), options: {} };
		expect(() => proveRewrite(before, read(applyEdits(FLAGGED, tampered)), tampered, claim)).toThrow(message);
	});
});
