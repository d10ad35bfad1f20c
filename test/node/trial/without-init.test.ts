import { expect, it } from "vitest";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";
import { withoutInit } from "../../../src/node/trial/without-init.ts";

const PLAIN = 'FROM debian\nENTRYPOINT ["/e"]\nCMD ["x"]\n';

it.each([
	["has none", PLAIN, PLAIN],
	["was rewritten", rewrite(PLAIN).text, PLAIN],
	["asks for one", 'FROM debian\nENTRYPOINT --init=tini ["/e"]\nCMD ["x"]\n', PLAIN],
	["asks for one with nothing else", 'FROM debian\nENTRYPOINT --init\nCMD ["x"]\n', 'FROM debian\nCMD ["x"]\n'],
	["has an init of its author", 'FROM debian\nENTRYPOINT ["tini", "--"]\n', 'FROM debian\nENTRYPOINT ["tini", "--"]\n'],
])("a Dockerfile that %s, without it", (_what, source, text) => {
	expect(withoutInit(source)).toBe(text);
});
