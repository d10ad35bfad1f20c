import { describe, expect, it } from "vitest";
import { shellWords } from "../../src/rewrite/shell-init.ts";

describe("shellWords", () => {
	it.each([
		[
			["/bin/sh", "-c", "tini -- app"],
			["tini", "--", "app"],
		],
		[
			["/bin/sh", "-c", "  exec  /sbin/tini -g app"],
			["/sbin/tini", "-g", "app"],
		],
		[
			["/bin/bash", "-euo", "pipefail", "-c", "exec dumb-init app"],
			["dumb-init", "app"],
		],
		[["/bin/sh", "-c", "exec /init"], ["/init"]],
		[
			["/bin/sh", "-c", "cd /x && tini app"],
			["cd", "/x", "&&", "tini", "app"],
		],
		[["/bin/sh", "tini"], []],
		[["python", "-c", "tini"], []],
		[[], []],
	])("%j begins with %j", (argv, words) => {
		expect(shellWords(argv)).toEqual(words);
	});
});
