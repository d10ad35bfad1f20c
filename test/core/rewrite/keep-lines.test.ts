import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import type { RewriteOptions } from "../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { RUNS, SEED } from "../../properties.ts";
import { arbitraryDockerfile } from "./arbitrary-dockerfile.ts";
import { arbitraryOptions } from "./arbitrary-options.ts";
import { tryRead } from "./property-helpers.ts";

/** Rewrites as a build does. */
const keep = (source: string, options: RewriteOptions = {}): string =>
	rewrite(source, { install: "image:init", keepLines: true, ...options }).text;

const COPY = "COPY --from=init /sbin/pidone /sbin/pidone";

describe("keepLines", () => {
	it("edits an ENTRYPOINT within its line, and adds the rest at the end, without a marker", () => {
		expect(keep('FROM debian:12\n# why\nENTRYPOINT ["a"]\n\nCMD ["b"]\n')).toBe(
			`FROM debian:12\n# why\nENTRYPOINT ["/sbin/pidone", "--", "a"]\n\nCMD ["b"]\n${COPY}\n`,
		);
	});

	it("adds an ENTRYPOINT after the CMD that it goes with", () => {
		expect(keep('FROM debian:12\nCMD ["b"]')).toBe(
			`FROM debian:12\nCMD ["b"]\n${COPY}\nENTRYPOINT ["/sbin/pidone", "--"]`,
		);
	});

	it("leaves other stages alone, and restates what the target inherits from them", () => {
		const source = 'FROM debian:12 AS base\nENTRYPOINT ["a"]\nCMD ["b"]\nFROM base AS app\nRUN make\n';
		expect(keep(source)).toBe(`${source}${COPY}\nENTRYPOINT ["/sbin/pidone", "--", "a"]\nCMD ["b"]\n`);
	});

	it("takes the place of blank lines where stages follow the target", () => {
		const source = 'FROM debian:12 AS app\nCMD ["b"]\n \n\n\n# tests\nFROM app AS test\nRUN make test\n';
		expect(keep(source, { target: "app" })).toBe(
			`FROM debian:12 AS app\nCMD ["b"]\n${COPY}\nENTRYPOINT ["/sbin/pidone", "--"]\n\n# tests\nFROM app AS test\nRUN make test\n`,
		);
	});

	it("declares platform arguments although a later stage would inherit them: it is not part of the build", () => {
		const source = 'FROM debian:12 AS app\nCMD ["b"]\nFROM app AS test\nRUN make test\n';
		expect(keep(source, { target: "app", install: "context:init" })).toBe(
			'FROM debian:12 AS app\nCMD ["b"]\nARG TARGETARCH\nCOPY --from=init pidone-linux-${TARGETARCH} /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--"]\nFROM app AS test\nRUN make test\n',
		);
	});

	it("adds no stage, which would move all lines", () => {
		const source = 'FROM debian:12 AS app\nENTRYPOINT --init ["b"]\nFROM app\nRUN make\n';
		expect(() => keep(source, { install: "context:init" })).toThrow(
			/the stage 1, based on it, would inherit ARG TARGETARCH: select one platform/,
		);
	});

	it("runs nothing at the end under a SHELL that is not a POSIX shell", () => {
		const source = 'FROM debian:12\nRUN apt-get update\nENTRYPOINT ["a"]\nSHELL ["/usr/bin/perl", "-e"]\n';
		const { text, outcomes } = rewrite(source, { init: "tini", keepLines: true });
		expect(text).toBe(source);
		expect(outcomes).toMatchObject([
			{
				code: "cannot-install",
				message: expect.stringContaining('the SHELL at the end of the stage, ["/usr/bin/perl","-e"]'),
			},
		]);
	});

	it("switches to root and back at the end for a package", () => {
		const { text } = rewrite('FROM debian:12\nRUN useradd a\nUSER a\nENTRYPOINT ["a"]\nRUN b\n', {
			init: "tini",
			keepLines: true,
		});
		expect(text).toMatch(
			/^FROM debian:12\nRUN useradd a\nUSER a\nENTRYPOINT \["\/usr\/bin\/tini", "--", "a"\]\nRUN b\nUSER root\nRUN apt-get .*USER a\n$/s,
		);
	});

	it("takes --init off in place, and changes the stages that have it", () => {
		const source =
			'FROM debian:12 AS base\nENTRYPOINT --init ["a"]\n\nFROM debian:12 AS other\nENTRYPOINT ["b"]\n\nFROM base\nCMD ["c"]\n';
		expect(keep(source)).toBe(
			`FROM debian:12 AS base\nENTRYPOINT ["/sbin/pidone", "--", "a"]\n${COPY}\nFROM debian:12 AS other\nENTRYPOINT ["b"]\n\nFROM base\nCMD ["c"]\n`,
		);
	});

	it("fills an ENTRYPOINT that is nothing but the flag in on its line", () => {
		expect(keep("FROM postgres:16\nENTRYPOINT --init\nUSER postgres\n")).toBe(
			`FROM postgres:16\nENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]\nUSER postgres\n${COPY}\nCMD ["postgres"]\n`,
		);
	});

	it("moves no instruction of the last stage and of those above it, whatever the file", () => {
		let changed = 0;
		fc.assert(
			fc.property(arbitraryDockerfile, arbitraryOptions, (source, someOptions) => {
				const { target, ...others } = someOptions;
				if (tryRead(source, others) === undefined) return;
				const text = keep(source, others);
				if (text === source) return;
				changed++;
				const lines = new Set(linesOf(text));
				expect(linesOf(source).filter((line) => !lines.has(line))).toEqual([]);
			}),
			{ numRuns: RUNS, seed: SEED },
		);
		expect(changed).toBeGreaterThan(RUNS * 0.1);
	});
});

/** Every instruction, with its lines. */
function linesOf(source: string): string[] {
	const { globalArgs, stages } = parseDockerfile(source);
	return [...globalArgs, ...stages.flatMap(({ from, instructions }) => [from, ...instructions])].map(
		({ keyword, line, endLine }) => `${keyword} ${line}-${endLine}`,
	);
}
