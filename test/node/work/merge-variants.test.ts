import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/core/finding.ts";
import type { Outcome } from "../../../src/core/rewrite/outcome.ts";
import { mergeVariants, type VariantResult } from "../../../src/node/work/merge-variants.ts";
import type { WorkResult } from "../../../src/node/work/work.ts";

const outcome = (code: Outcome["code"]): Outcome => ({ stage: 0, code, message: code, start: 5 });
const finding = (code: Finding["code"], start: number, message: string = code): Finding => ({
	...{ code, level: "warning", message, start, end: start + 1 },
});

function variant(name: string, result: Partial<WorkResult> = {}): VariantResult {
	const all = { source: "FROM a\n", outcomes: [], findings: [], isChanged: false, isWritten: false, newText: "x" };
	return { result: { ...all, ...result }, builds: [`${name} (compose.yaml:1)`, "another"] };
}

const rewritten = { outcomes: [outcome("rewritten")], isChanged: true };

describe("what was found in several ways to build a file", () => {
	it("is that of the only way", () => {
		const only = variant("a", { ...rewritten, missingFrom: ["."] });
		expect(mergeVariants([only])).toBe(only.result);
	});

	it("has the findings of all ways, each once, in the order of the file", () => {
		const merged = mergeVariants([
			variant("a", { findings: [finding("shell-form", 9), finding("cannot-install", 20)] }),
			variant("b", { findings: [finding("shell-form", 9), finding("unknown-base", 3)] }),
			variant("c", { findings: [finding("shell-form", 9, "another message")] }),
		]);
		expect(merged.findings.map(({ code, start, message }) => [code, start, message])).toEqual([
			["unknown-base", 3, "unknown-base"],
			["shell-form", 9, "shell-form"],
			["shell-form", 9, "another message"],
			["cannot-install", 20, "cannot-install"],
		]);
		expect(merged.newText).toBe("x");
	});

	it.each<[what: string, folders: readonly (readonly string[] | undefined)[], expected: readonly string[] | undefined]>(
		[
			["all build contexts", [["a"], ["b", "a"]], ["a", "b"]],
			["none", [undefined, undefined], undefined],
		],
	)("lacks the init in %s", (_, folders, expected) => {
		const [first, ...others] = folders.map((each) => variant("a", each === undefined ? {} : { missingFrom: each }));
		if (first === undefined) throw new Error("BUG: no variant");
		expect(mergeVariants([first, ...others]).missingFrom).toEqual(expected);
	});

	it("is changed if any way changes it to the same text", () => {
		expect(mergeVariants([variant("a"), variant("b", { isChanged: true })]).isChanged).toBe(true);
	});

	it("has no new text where ways need different ones, and names two builds that disagree", () => {
		const merged = mergeVariants([
			variant("a", { ...rewritten, findings: [finding("rewritten", 5), finding("shell-form", 5)] }),
			variant("b", rewritten),
			variant("c", { ...rewritten, newText: "y", findings: [finding("rewritten", 5)] }),
		]);
		const message =
			"c (compose.yaml:1) needs a different rewrite from a (compose.yaml:1): give one of them its own Dockerfile, or use pidone build";
		expect(merged).not.toHaveProperty("newText");
		expect(merged.isChanged).toBe(false);
		expect(merged.outcomes).toEqual([{ ...outcome("rewritten"), code: "cannot-install", message }]);
		expect(merged.findings.map(({ code, message: text }) => [code, text])).toEqual([
			["cannot-install", message],
			["shell-form", "shell-form"],
		]);
	});

	it("keeps what is said of stages that would stay as they are", () => {
		const merged = mergeVariants([
			variant("a", { outcomes: [outcome("already-init"), outcome("rewritten")], isChanged: true }),
			variant("b", { newText: "y" }),
		]);
		expect(merged.outcomes.map(({ code }) => code)).toEqual(["already-init", "cannot-install"]);
	});
});
