import { describe, expect, it } from "vitest";
import { runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("init-nested", source);

describe("init-nested", () => {
	it.each([
		[
			"in one ENTRYPOINT",
			'FROM debian\nENTRYPOINT ["tini", "-g", "--", "dumb-init", "--", "app"]',
			'ENTRYPOINT ["tini", "-g", "--", "dumb-init", "--", "app"]',
			"tini → dumb-init",
		],
		[
			"in ENTRYPOINT and CMD",
			'FROM debian\nENTRYPOINT ["/sbin/tini", "--"]\nCMD ["/usr/bin/dumb-init", "app"]',
			'CMD ["/usr/bin/dumb-init", "app"]',
			"tini → dumb-init",
		],
		[
			"with the base's ENTRYPOINT",
			'FROM debian AS base\nENTRYPOINT ["tini", "--"]\nFROM base\nCMD ["pidone", "--", "app"]',
			'CMD ["pidone", "--", "app"]',
			"tini → pidone",
		],
		[
			"three of them",
			'FROM debian\nENTRYPOINT ["pidone", "--", "tini", "--", "dumb-init", "app"]',
			'ENTRYPOINT ["pidone", "--", "tini", "--", "dumb-init", "app"]',
			"pidone → tini → dumb-init",
		],
		[
			"after a script",
			'FROM debian\nENTRYPOINT ["tini", "--", "docker-entrypoint.sh"]\nCMD ["tini", "--", "app"]',
			'CMD ["tini", "--", "app"]',
			"tini → tini",
		],
		[
			"in a shell's text",
			'FROM debian\nENTRYPOINT ["tini", "--"]\nCMD exec dumb-init app',
			"CMD exec dumb-init app",
			"tini → dumb-init",
		],
		[
			"after env",
			'FROM debian\nENTRYPOINT ["tini", "--", "/usr/bin/env", "dumb-init", "app"]',
			'ENTRYPOINT ["tini", "--", "/usr/bin/env", "dumb-init", "app"]',
			"tini → dumb-init",
		],
	])("finds inits %s", (_, source, text, chain) => {
		const found = run(`${source}\n`);
		expect(found.map((each) => each.text)).toEqual([text]);
		expect(found[0]?.message).toMatch(new RegExp(`^${chain}: `));
	});

	it.each([
		["one init", 'FROM debian\nENTRYPOINT ["tini", "--"]\nCMD ["app"]'],
		["an init's name as an argument", 'FROM debian\nENTRYPOINT ["tini", "--", "app", "dumb-init"]'],
		[
			"an ENTRYPOINT that replaces the base's",
			'FROM debian AS base\nENTRYPOINT ["tini", "--"]\nFROM base\nENTRYPOINT ["dumb-init", "app"]',
		],
		["a CMD that a shell's text ignores", 'FROM debian\nENTRYPOINT exec tini app\nCMD ["dumb-init"]'],
		["a child that sets no command", 'FROM debian AS base\nENTRYPOINT ["tini", "--"]\nFROM base\nRUN true'],
	])("leaves %s alone", (_, source) => {
		expect(run(`${source}\n`)).toEqual([]);
	});

	it("reports a chain once, where it begins", () => {
		expect(
			run('FROM debian AS base\nENTRYPOINT ["tini", "--", "dumb-init", "--"]\nCMD ["a"]\nFROM base\nCMD ["b"]\n').map(
				({ stage }) => stage,
			),
		).toEqual([0]);
	});
});
