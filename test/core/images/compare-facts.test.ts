import { describe, expect, it } from "vitest";
import type { ImageDeclaration } from "../../../src/core/images/catalogue-entry.ts";
import { compareFacts } from "../../../src/core/images/compare-facts.ts";
import { toFacts } from "../../../src/core/images/facts.ts";

function compare(stated: Omit<ImageDeclaration, "source">, found: Omit<ImageDeclaration, "source">): string {
	const [left, right] = [stated, found].map((each) => toFacts({ ...each, source: "test" }, undefined));
	if (left === undefined || right === undefined) return expect.fail();
	return compareFacts(left, right)
		.map(({ instruction, stated: is, found: was }) => `${instruction} ${is} ${was}`)
		.join("; ");
}

describe("compareFacts", () => {
	it.each<[string, Omit<ImageDeclaration, "source">, Omit<ImageDeclaration, "source">, string]>([
		["the same", { cmd: ["a"] }, { cmd: ["a"], env: ["A=b"], onBuild: ["RUN x"] }, ""],
		["another command", { cmd: ["a"] }, { cmd: ["b"], entrypoint: ["c"] }, 'ENTRYPOINT [] ["c"]; CMD ["a"] ["b"]'],
		["a command that varies", { cmd: "varies" }, { cmd: ["b"] }, ""],
		["a shell that varies", { shell: "varies" }, { shell: ["bash", "-c"] }, ""],
		["other spellings of root", { user: "root" }, { user: "0:0" }, ""],
		["another user", {}, { user: "app" }, "USER root app"],
		["another shell", {}, { shell: ["bash", "-c"] }, 'SHELL ["/bin/sh","-c"] ["bash","-c"]'],
		["other spellings of a signal", {}, { stopSignal: "TERM" }, ""],
		["another signal", {}, { stopSignal: "SIGQUIT" }, "STOPSIGNAL SIGTERM SIGQUIT"],
	])("compares %s", (_, stated, found, expected) => {
		expect(compare(stated, found)).toBe(expected);
	});
});
