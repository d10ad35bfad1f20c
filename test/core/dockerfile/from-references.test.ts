import { describe, expect, it } from "vitest";
import { sourcesOf, stageNumber } from "../../../src/core/dockerfile/from-references.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

describe("sourcesOf", () => {
	it.each([
		["COPY --from=build /a /a", ["build"]],
		["COPY --chown=1 --from=0 /a /a", ["0"]],
		['COPY --from="a b" /a /a', ["a b"]],
		["COPY a --from=0", []],
		["ADD a b", []],
		["RUN --mount=type=bind,from=build,target=/x a", ["build"]],
		["RUN --mount=type=cache,target=/x --mount=FROM=1,target=/y a", ["1"]],
		['RUN --mount=type=bind,"from=build",target=/x a', ["build"]],
		['RUN --mount=type=bind,\\"from=build\\",target=/x a', ["build"]],
		["RUN --mount=from=a,target=/x,from=b c", ["b"]],
		["RUN --mount=type=bind,target=/from=x a", []],
		["RUN echo --mount=from=1", []],
		["RUN --network=none a", []],
	])("%s", (line, expected) => {
		const [stage] = parseDockerfile(`FROM a\n${line}\n`).stages;
		expect(stage?.instructions.flatMap(sourcesOf).map((source) => source.text)).toEqual(expected);
	});
});

describe("stageNumber", () => {
	it.each([
		["0", 0],
		["12", 12],
		["+1", 1],
		["01", 1],
		["-1", undefined],
		["a1", undefined],
		["1a", undefined],
		["", undefined],
	])("%s: %s", (text, expected) => {
		expect(stageNumber(text)).toBe(expected);
	});
});
