import { describe, expect, it } from "vitest";
import { refusePreprocessed } from "../../../src/node/files/preprocessed.ts";

describe("refusePreprocessed", () => {
	it.each([
		['FROM alpine\n#include "common.in"\n', 2],
		["#include <common>\nFROM alpine\n", 1],
		['# include "common.in"\nFROM alpine\n', 1],
		["#define VERSION 3\nFROM alpine:VERSION\n", 1],
		["FROM alpine\n#ifdef DEBUG\nRUN a\n#endif\n", 2],
		["FROM alpine\n#ifndef DEBUG\nRUN a\n#endif\n", 2],
		["FROM alpine\n#if DEBUG\nRUN a\n#else\nRUN b\n#endif\n", 6],
	])("refuses Dockerfile.in with %j, and names the line", (source, line) => {
		for (const name of ["Dockerfile.in", "sub/Containerfile.in", "web.Dockerfile.in"])
			expect(() => refusePreprocessed(name, source)).toThrow(
				expect.objectContaining({ name: "DockerfileSyntaxError", line, isParsed: true }),
			);
		for (const name of ["Dockerfile", "Dockerfile.inc", "in", "-"])
			expect(() => refusePreprocessed(name, source)).not.toThrow();
	});

	it.each([
		"# include the config\nFROM alpine\n",
		"#include the config\nFROM alpine\n",
		"# define what is built\nFROM alpine:@VERSION@\n",
		"# if you want more\n# else\nFROM alpine\n",
		"#if [ -f x ]; then\nFROM alpine\n",
		"FROM alpine\nRUN echo '#include <x>'\n",
	])("takes the comments of %j for what they are", (source) => {
		expect(() => refusePreprocessed("Dockerfile.in", source)).not.toThrow();
	});
});
