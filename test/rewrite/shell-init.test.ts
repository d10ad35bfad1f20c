import { describe, expect, it } from "vitest";
import { findInitInShellText } from "../../src/rewrite/shell-init.ts";

describe("findInitInShellText", () => {
	it.each([
		[["/bin/sh", "-c", "tini -- app"], "tini"],
		[["/bin/sh", "-c", "  exec  /sbin/tini -g app"], "/sbin/tini"],
		[["/bin/bash", "-euo", "pipefail", "-c", "exec dumb-init app"], "dumb-init"],
		[["/bin/sh", "-c", "exec env tini app"], "tini"],
	])("%j starts %s", (argv, path) => {
		expect(findInitInShellText(argv)).toBe(path);
	});

	it.each([
		[["/bin/sh", "-c", "app tini"]],
		[["/bin/sh", "-c", "cd /x && tini app"]],
		[["/bin/sh", "tini"]],
		[["python", "-c", "tini"]],
		[["/bin/sh", "-c", ""]],
		[[]],
	])("%j starts none", (argv) => {
		expect(findInitInShellText(argv)).toBeUndefined();
	});
});
