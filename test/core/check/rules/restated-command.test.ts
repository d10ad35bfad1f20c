import { describe, expect, it } from "vitest";
import type { RewriteOptions } from "../../../../src/core/rewrite/options.ts";
import { rewrite } from "../../../../src/core/rewrite/rewrite.ts";
import { runRule } from "./run-rule.ts";

const check = (text: string) => runRule("restated-command", text);

/** A rewritten file whose base has been changed since. */
function rebased(source: string, from: string, to: string, options: RewriteOptions = {}): string {
	return rewrite(source, options).text.replace(from, to);
}

describe("a restated command", () => {
	it.each<[what: string, text: string, message: string]>([
		[
			"is gone",
			rebased('FROM node:22\nCMD ["node", "x"]\n', "node:22", "python:3.12"),
			"restated docker-entrypoint.sh of the base image, but python:3.12 has no ENTRYPOINT now",
		],
		[
			"is another one",
			rebased('FROM node:22\nCMD ["node", "x"]\n', "node:22", "php:8.3-cli"),
			"restated docker-entrypoint.sh of the base image, but that of php:8.3-cli is docker-php-entrypoint now",
		],
		[
			"has come",
			rebased('FROM debian:12\nCMD ["x"]\n', "debian:12", "node:22"),
			"restated an empty ENTRYPOINT of the base image, but that of node:22 is docker-entrypoint.sh now",
		],
		[
			"for a flag",
			rebased("FROM node:22\nENTRYPOINT --init\n", "node:22", "redis:7"),
			"restated node of the base image, but that of redis:7 is redis-server now",
		],
		[
			"in an ONBUILD",
			rebased('FROM node:22 AS a\nONBUILD CMD ["x"]\n', "node:22", "debian:12"),
			"has no ENTRYPOINT now",
		],
		[
			"of another base, inherited",
			rebased("FROM postgres:16\n", "postgres:16", "redis:7", { inherited: true }),
			"restated postgres of the base image, but that of redis:7 is redis-server now",
		],
	])("that %s", (_, text, message) => {
		expect(
			check(text)
				.map((finding) => finding.message)
				.join("\n"),
		).toContain(message);
	});

	it.each<[what: string, text: string]>([
		["is the base's", rewrite('FROM node:22\nCMD ["node", "x"]\n').text],
		["is that of a newer tag", rebased('FROM node:22\nCMD ["node", "x"]\n', "node:22", "node:24")],
		[
			"may be that of a base about which nothing is known",
			rebased('FROM node:22\nCMD ["node", "x"]\n', "node:22", "acme/x"),
		],
		["was written by hand", 'FROM python:3.12\nENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]\nCMD ["x"]\n'],
		["is the author's own", rebased('FROM node:22\nENTRYPOINT ["/x"]\n', "node:22", "python:3.12")],
		[
			"is a CMD that only stands where something has been deleted",
			rewrite('FROM node:22\nCMD ["node", "x"]\n').text.replace(/^COPY .*\n/m, ""),
		],
		["is empty after another stage's init", rewrite('FROM debian AS a\nENTRYPOINT ["/a"]\nFROM a\nCMD ["b"]\n').text],
	])("is nothing to report where it %s", (_, text) => {
		expect(check(text)).toEqual([]);
	});
});
