import { expect, it } from "vitest";
import { followSource } from "../../../src/core/command/follow-source.ts";
import { rewriteFile } from "../../../src/core/rewrite/rewrite.ts";
import { findIgnoredContext } from "../../../src/node/work/context-ignored.ts";

const result = rewriteFile(followSource('FROM debian\nCMD ["a"]\n', {}), {});

it.each<[files: Record<string, string>, isFound: boolean]>([
	[{}, false],
	[{ ".dockerignore": "node_modules\n" }, false],
	[{ ".dockerignore": ".*\n" }, true],
	[{ ".dockerignore": "*\n!src\n" }, true],
	[{ ".dockerignore": "*\n!.pidone\n" }, false],
	[{ ".dockerignore": "+.*\n+docs\n(a|b)*\nx{2*\n" }, false],
	[{ ".dockerignore": "+.*\n.*\n" }, true],
	[{ ".dockerignore": ".[a-z]idone\n" }, true],
	[{ ".dockerignore": "[z-a]\n" }, false],
	[{ ".dockerignore": "*\n", "Dockerfile.dockerignore": "x\n" }, false],
])("with %j, whether the init is kept out of the context: %s", (files, isFound) => {
	const findings = findIgnoredContext(result, "a/Dockerfile", { readContextFile: (path) => files[path] });
	expect(findings.map(({ code }) => code)).toEqual(isFound ? ["context-ignored"] : []);
});
