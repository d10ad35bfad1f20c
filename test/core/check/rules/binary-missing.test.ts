import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../../src/core/rewrite/rewrite.ts";
import { runRule } from "./run-rule.ts";

const check = (text: string) => runRule("binary-missing", text);
const NODE = 'FROM node:22\nCMD ["node", "x"]\n';
const without = (pattern: RegExp, options: RewriteOptions = {}): string =>
	rewrite(NODE, options).text.replace(pattern, "");

describe("the binary of an init that a rewrite has put in", () => {
	it.each([
		["its COPY is deleted", without(/^COPY .*\n/m), "/sbin/pidone"],
		["its RUN is deleted", without(/^RUN (?:.*\\\n)*.*\n/m, { init: "tini" }), "/usr/bin/tini"],
		["it is copied to another place", rewrite(NODE).text.replace(" /sbin/pidone\n", " /opt/other\n"), "/sbin/pidone"],
	])("is missing where %s", (_, text, path) => {
		expect(check(text).map(({ message }) => message)).toEqual([
			expect.stringMatching(new RegExp(`^no instruction installs ${path} in the image: `)),
		]);
	});

	it.each([
		["its ARG is deleted", without(/^ARG .*\n/m)],
		["its ARG stands below", rewrite(NODE).text.replace(/^(ARG .*\n)(#.*\n)(COPY .*\n)/m, "$2$3$1")],
		["nobody has rewritten the file", 'FROM debian\nCOPY .pidone/tini-linux-$TARGETARCH /tini\nCMD ["x"]\n'],
		[
			"ARG stands in another stage",
			"FROM debian\nARG TARGETARCH\nFROM debian\nCOPY .pidone/pidone-linux-$TARGETARCH /sbin/pidone\n",
		],
	])("lacks its platform where %s", (_, text) => {
		expect(check(text)).toEqual([
			expect.objectContaining({
				text: expect.stringMatching(/^COPY /),
				message: expect.stringMatching(/^the stage does not declare TARGETARCH/),
			}),
		]);
	});

	it("has its platform if a stage that it is built on declares it", () => {
		expect(
			check("FROM debian AS a\nARG TARGETARCH\nFROM a\nCOPY .pidone/pidone-linux-$TARGETARCH /sbin/pidone\n"),
		).toEqual([]);
	});

	it.each([
		["all is as it was", rewrite(NODE).text],
		["it comes from a package", rewrite(NODE, { init: "tini" }).text],
		["it comes from a download", rewrite(NODE, { init: "tini", install: "add", platforms: ["linux/amd64"] }).text],
		[
			"it is copied otherwise by now",
			rewrite(NODE).text.replace(/^COPY .*/m, "COPY --from=acme/init /x/pidone /sbin/pidone"),
		],
		["a folder may bring it", rewrite(NODE).text.replace(/^COPY .*/m, "COPY --from=acme/init /sbin/ /sbin/")],
		["nobody has rewritten the file", 'FROM debian\nENTRYPOINT ["/sbin/pidone", "--", "/x"]\n'],
		["another stage has it", rewrite('FROM debian AS a\nENTRYPOINT ["/a"]\nFROM a\nENTRYPOINT ["/b"]\n').text],
	])("is there where %s", (_, text) => {
		expect(check(text)).toEqual([]);
	});
});
