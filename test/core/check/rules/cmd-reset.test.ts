import { describe, expect, it } from "vitest";
import { runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("cmd-reset", source);

describe("cmd-reset", () => {
	it("names the CMD and the stage that sets it", () => {
		expect(run('FROM debian AS base\nCMD ["app", "-p", "80"]\nFROM base\nENTRYPOINT ["tini", "--"]\n')).toEqual([
			{
				text: 'ENTRYPOINT ["tini", "--"]',
				message: 'ENTRYPOINT drops the CMD of the stage base: add CMD ["app", "-p", "80"] to keep it',
				stage: 1,
			},
		]);
	});

	it.each([
		["an image's", 'FROM postgres:16\nENTRYPOINT ["docker-entrypoint.sh"]', "the image postgres:16", '["postgres"]'],
		[
			"an image's, after an init",
			'FROM postgres:16\nENTRYPOINT ["tini", "--", "docker-entrypoint.sh"]',
			"the image postgres:16",
			'["postgres"]',
		],
		[
			"an image's, with a path",
			'FROM redis:7\nENTRYPOINT ["/usr/local/bin/docker-entrypoint.sh"]',
			"the image redis:7",
			'["redis-server"]',
		],
		[
			"a stage's, in front of a script",
			'FROM debian AS a\nCMD ["app"]\nFROM a\nENTRYPOINT ["/entrypoint.sh"]',
			"the stage a",
			'["app"]',
		],
		[
			"the stage before the last",
			'FROM debian AS a\nCMD ["app"]\nFROM a AS b\nRUN true\nFROM b\nENTRYPOINT ["tini", "--"]',
			"the stage a",
			'["app"]',
		],
		[
			"options, where the ENTRYPOINT is stated again",
			'FROM debian AS a\nENTRYPOINT ["app"]\nCMD ["-p", "80"]\nFROM a\nENTRYPOINT ["app"]',
			"the stage a",
			'["-p", "80"]',
		],
		[
			"a shell form",
			'FROM debian AS a\nCMD app\nFROM a\nENTRYPOINT ["tini", "--"]',
			"the stage a",
			'["/bin/sh", "-c", "app"]',
		],
		[
			"a stage's, before a script of its own that uses its arguments",
			'FROM debian AS a\nCMD ["app"]\nFROM a\nRUN printf \'#!/bin/sh\\nexec "$@"\\n\' > /entrypoint.sh\nENTRYPOINT ["/entrypoint.sh"]',
			"the stage a",
			'["app"]',
		],
	])("finds %s", (_, source, from, cmd) => {
		expect(run(`${source}\n`).map(({ message }) => message)).toEqual([
			`ENTRYPOINT drops the CMD of ${from}: add CMD ${cmd} to keep it`,
		]);
	});

	it.each([
		["a CMD in the same stage", 'FROM debian AS a\nCMD ["app"]\nFROM a\nENTRYPOINT ["tini", "--"]\nCMD ["app"]'],
		["a CMD before it", 'FROM debian AS a\nCMD ["app"]\nFROM a\nCMD ["app"]\nENTRYPOINT ["tini", "--"]'],
		["CMD []", 'FROM debian AS a\nCMD ["app"]\nFROM a\nENTRYPOINT ["tini", "--"]\nCMD []'],
		["a whole command", 'FROM debian AS a\nCMD ["npm", "run", "dev"]\nFROM a\nENTRYPOINT ["node", "server.js"]'],
		["the dropped program itself", 'FROM debian AS a\nCMD ["app"]\nFROM a\nENTRYPOINT ["tini", "--", "/usr/bin/app"]'],
		[
			"another program than the options were for",
			'FROM debian AS a\nENTRYPOINT ["app"]\nCMD ["-p", "80"]\nFROM a\nENTRYPOINT ["/entrypoint"]',
		],
		["another program than the image's", 'FROM postgres:16\nENTRYPOINT ["/app"]'],
		["an image that has a CMD only", 'FROM debian:12\nENTRYPOINT ["/entrypoint.sh"]'],
		["an image's script with its words", 'FROM postgres:16\nENTRYPOINT ["docker-entrypoint.sh", "postgres"]'],
		["an ENTRYPOINT of an empty word", 'FROM debian AS a\nCMD ["app"]\nFROM a\nENTRYPOINT [""]'],
		["an ENTRYPOINT that is to clear it", 'FROM debian AS a\nCMD ["app"]\nFROM a\nENTRYPOINT []'],
		["an unknown image", 'FROM acme/x\nENTRYPOINT ["docker-entrypoint.sh"]'],
		[
			"a CMD that ONBUILD sets",
			'FROM debian AS a\nCMD ["app"]\nONBUILD CMD ["other"]\nFROM a\nENTRYPOINT ["tini", "--"]',
		],
		[
			"a script of the stage's own, with the name of the base's",
			'FROM node:22\nCOPY docker-entrypoint.sh /docker-entrypoint.sh\nENTRYPOINT ["/docker-entrypoint.sh"]',
		],
		[
			"a script of the stage's own that uses no arguments",
			'FROM debian AS a\nCMD ["app"]\nFROM a\nRUN printf \'#!/bin/sh\\nexec app\\n\' > /entrypoint.sh\nENTRYPOINT ["/entrypoint.sh"]',
		],
	])("leaves %s alone", (_, source) => {
		expect(run(`${source}\n`)).toEqual([]);
	});
});
