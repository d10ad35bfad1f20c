import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findBinaryProblem } from "../../../src/node/files/binary-file.ts";
import { initPlatforms, readBinaries } from "../../../src/node/files/shipped-init.ts";
import { makeFolder } from "../../cli/run-cli.ts";

/** What is wrong with a file that has this content. */
function problemOf(content: Uint8Array | string, platform: string, mode = 0o755): string | undefined {
	const path = join(makeFolder(), "init");
	writeFileSync(path, content, { mode });
	return findBinaryProblem(path, platform);
}

const POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";

describe.each(readBinaries(initPlatforms))("the init for $platform", ({ platform, bytes }) => {
	const other = platform === "linux/amd64" ? "linux/arm64" : "linux/amd64";

	it.each([
		["as it is", bytes, platform, undefined],
		["for another platform", bytes, other, "other-platform"],
		["without its last byte", bytes.subarray(0, -1), platform, "other-platform"],
		["without its second half", bytes.subarray(0, bytes.length / 2), platform, "other-platform"],
		["without all but its ELF header", bytes.subarray(0, 64), platform, "other-platform"],
	])("%s", (_, content, wanted, problem) => {
		expect(problemOf(content, wanted)).toBe(problem);
	});
});

describe("a file that is not an init", () => {
	it.each([
		["a pointer of Git LFS", POINTER],
		["an empty file", ""],
		["a script", "#!/bin/sh\n"],
	])("is %s", (_, content) => {
		expect(problemOf(content, "linux/amd64")).toBe("other-platform");
	});

	it("is a folder, or not there", () => {
		expect(findBinaryProblem(makeFolder(), "linux/amd64")).toBe("missing");
		expect(findBinaryProblem(join(makeFolder(), "nothing"), "linux/amd64")).toBe("missing");
	});
});

it("a program with more in it, such as this Node.js, is complete as well", () => {
	const platform = `linux/${process.arch === "x64" ? "amd64" : process.arch}`;
	expect(findBinaryProblem(process.execPath, platform)).toBe(undefined);
	expect(problemOf(readFileSync(process.execPath).subarray(0, 1_000_000), platform)).toBe("other-platform");
});

it("an init that not everybody may execute", () => {
	const [first] = readBinaries(["linux/amd64"]);
	expect(problemOf(first?.bytes ?? "", "linux/amd64", 0o700)).toBe("not-executable");
});
