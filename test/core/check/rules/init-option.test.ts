import { describe, expect, it } from "vitest";
import { runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("init-option", source);

describe("init-option", () => {
	it("reports an option that the init does not have, and lists those that it has", () => {
		expect(run('FROM debian\nENTRYPOINT ["dumb-init", "-g", "--"]\nCMD ["app"]\n')).toEqual([
			{
				text: 'ENTRYPOINT ["dumb-init", "-g", "--"]',
				message: "dumb-init has no option -g: it has -c, -v, -r; the container does not start",
				stage: 0,
			},
		]);
	});

	it.each([
		['ENTRYPOINT ["tini", "-c", "--", "app"]', "tini has no option -c: it has -g, -s, -v, -w, -p, -e"],
		['ENTRYPOINT ["tini", "--single-child", "--", "app"]', "tini has no option --single-child"],
		['ENTRYPOINT ["/usr/bin/env", "tini", "-x", "app"]', "tini has no option -x"],
		['ENTRYPOINT ["tini", "-p", "TERM", "--", "app"]', '-p of tini does not accept "TERM"'],
		['ENTRYPOINT ["tini", "-e", "300", "--", "app"]', '-e of tini does not accept "300"'],
		['ENTRYPOINT ["dumb-init", "-r", "TERM:QUIT", "app"]', '-r of dumb-init does not accept "TERM:QUIT"'],
		['ENTRYPOINT ["dumb-init", "--rewrite=15", "app"]', '-r of dumb-init does not accept "15"'],
		['ENTRYPOINT ["dumb-init", "--foo", "app"]', "dumb-init has no option --foo"],
		['ENTRYPOINT ["pidone", "--graceful", "app"]', "pidone has no option --graceful"],
		["CMD exec dumb-init -g app", "dumb-init has no option -g"],
	])("finds a mistake in %s", (instruction, message) => {
		const findings = run(`FROM debian\n${instruction}\n`);
		expect(findings.map(({ text }) => text)).toEqual([instruction]);
		expect(findings[0]?.message).toContain(message);
	});

	it.each([
		[
			'ENTRYPOINT ["tini", "app", "--single-child"]',
			'without -- before app, tini takes --single-child for its own option: write "--" before app; the container does not start',
		],
		[
			'ENTRYPOINT ["tini", "-s", "sh"]\nCMD ["-c", "exec app"]',
			'without -- before sh, tini takes -c for its own option: write "--" before sh; the container does not start',
		],
		[
			'ENTRYPOINT ["tini", "app", "-v"]',
			'without -- before app, tini takes -v for its own option: write "--" before app; app does not get it',
		],
	])("says what tini does with the options of its program in %s", (instructions, message) => {
		expect(run(`FROM debian\n${instructions}\n`).map((finding) => finding.message)).toEqual([message]);
		expect(run(`FROM alpine\n${instructions}\n`)).toEqual([]);
		expect(run(`FROM acme/unknown\n${instructions}\n`)).toEqual([]);
	});

	it.each([
		'ENTRYPOINT ["tini", "-gvvv", "-p", "SIGTERM", "-e143", "--", "app", "-x"]',
		'ENTRYPOINT ["tini", "app", "single-child"]',
		'ENTRYPOINT ["tini", "app", "--", "--single-child"]',
		"ENTRYPOINT exec tini app $OPTIONS -x",
		'ENTRYPOINT ["dumb-init", "-c", "-v", "-r", "15:3", "--rewrite=1:0", "app", "-g"]',
		'ENTRYPOINT ["dumb-init", "--single", "--rew", "15:3", "--", "app"]',
		'ENTRYPOINT ["pidone", "-g", "--grace=5", "-rTERM:QUIT,HUP:0", "--", "app"]',
		'ENTRYPOINT ["catatonit", "-P", "--", "app"]',
		"ENTRYPOINT exec tini $OPTIONS -- app",
		"ENTRYPOINT exec tini -p $SIGNAL -- app",
	])("leaves %s alone", (instruction) => {
		expect(run(`FROM debian\n${instruction}\n`)).toEqual([]);
	});
});
