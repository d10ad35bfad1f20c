import { describe, expect, it } from "vitest";
import { scanDockerfile } from "../../../src/core/dockerfile/scan.ts";
import { keepsAptLists, needsAptLists } from "../../../src/core/install/apt-lists.ts";

function read(text: string) {
	return scanDockerfile(text).instructions;
}

describe("needsAptLists", () => {
	it.each([
		["RUN apt-get install -y b", true],
		["RUN apt install -y b", true],
		["RUN apt-get -y upgrade", true],
		["RUN apt-get install b && apt-get update", true],
		["RUN apt-get update && apt-get install -y b", false],
		["RUN apt-get -qq update; apt-get -qq install b", false],
		["RUN <<E\napt-get install -y b\nE", true],
		['RUN ["apt-get", "install", "b"]', true],
		["RUN <<E\napt-get update\napt-get install -y b\nE", false],
		["RUN apt-get update", false],
		["RUN apt-get clean", false],
		["RUN a", false],
	])("of %j is %s", (text, expected) => {
		const [run] = read(text);
		expect(run && needsAptLists(run, text)).toBe(expected);
	});
});

describe("keepsAptLists", () => {
	function keeps(before: string, after: string): boolean {
		const source = `${before}\n${after}\n`;
		const instructions = read(source);
		const count = read(before).length;
		return keepsAptLists(instructions.slice(0, count), instructions.slice(count), source);
	}

	it.each([
		["RUN apt-get update", "RUN apt-get install -y b"],
		["RUN apt-get update", "RUN ./install.sh"],
		["RUN apt-get update && apt-get install -y b", "COPY a /\nRUN ./install.sh"],
		["RUN <<E\napt-get update\nE", "RUN make"],
		["RUN rm -rf /var/lib/apt/lists/* && apt-get update", "RUN make"],
		["RUN apt-get update\nRUN a", "RUN make"],
		["COPY a b", "RUN apt-get install -y b"],
	])("after %j, before %j", (before, after) => {
		expect(keeps(before, after)).toBe(true);
	});

	it.each([
		["RUN apt-get update", "COPY a b"],
		["RUN apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*", "RUN make"],
		["RUN apt-get update && apt-get install -y b && rm -rf /tmp/* /var/lib/apt", "RUN make"],
		["RUN apt-get update\nRUN rm -rf /var/lib/apt/lists/*", "RUN make"],
		["RUN apt-get update && apt-get distclean", "RUN make"],
		["RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update", "RUN make"],
		["RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update", "RUN make"],
		["RUN make", "RUN make"],
		["RUN apt-get clean", "RUN make"],
	])("not after %j, before %j", (before, after) => {
		expect(keeps(before, after)).toBe(false);
	});
});
