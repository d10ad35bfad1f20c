import { describe, expect, it } from "vitest";
import { beginsWithInit } from "../../../src/core/command/stage-command.ts";

describe("beginsWithInit", () => {
	it.each([
		[["tini", "--", "app"], true],
		[["/bin/sh", "-c", "tini -- app"], true],
		[["/bin/sh", "-c", "  exec  /sbin/tini -g app"], true],
		[["/bin/bash", "-euo", "pipefail", "-c", "exec dumb-init app"], true],
		[["/bin/sh", "-c", "cd /x && tini app"], true],
		[["/usr/bin/env", "A=1", "nice", "-n", "5", "tini", "--", "app"], true],
		[["/bin/sh", "-c", "exec /init"], false],
		[["/bin/sh", "tini"], false],
		[["python", "-c", "tini"], false],
		[["timeout", "5", "tini", "--", "app"], false],
		[[], false],
	])("%j: %j", (argv, expected) => {
		expect(beginsWithInit(argv)).toBe(expected);
	});
});
