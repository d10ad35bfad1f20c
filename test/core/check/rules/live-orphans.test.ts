import { describe, expect, it } from "vitest";
import { runRule, runRuleOnFixture, type Seen } from "./run-rule.ts";

const code = "live-orphans";
const run = (source: string): Seen[] => runRule(code, `${source}\n`);
const orphansIn = (found: readonly Seen[]): (string | undefined)[] =>
	found.map(({ message }) => /--kill-orphans '(.*?)'/.exec(message)?.[1]);

describe(code, () => {
	it("proposes the option, and says why it is not done unasked", () => {
		expect(
			run('FROM debian:12\nRUN apt-get install -y supervisor php8.2-fpm\nCMD ["/usr/bin/supervisord", "-n"]'),
		).toEqual([
			{
				text: 'CMD ["/usr/bin/supervisord", "-n"]',
				message:
					"if the master of php-fpm dies, its workers keep the port, and supervisord cannot start it again: pidone rewrite --kill-orphans 'php-fpm*' ends them (not automatic, because a daemon that detaches itself on purpose looks the same)",
				stage: 0,
			},
		]);
	});

	it.each([
		["php-fpm in a RUN", 'FROM alpine:3.20\nRUN apk add php83-fpm supervisor\nCMD ["supervisord"]', "php-fpm*"],
		["php-fpm as the base", 'FROM php:8.3-fpm-alpine\nCMD ["supervisord"]', "php-fpm*"],
		["nginx as the base", 'FROM nginx:1.27\nCMD ["supervisord"]', "nginx"],
		["nginx in a COPY", 'FROM debian:12\nCOPY nginx.conf /etc/\nCMD ["supervisord"]', "nginx"],
		["both", 'FROM php:8.3-fpm\nRUN apt-get install nginx\nCMD ["supervisord"]', "php-fpm*,nginx"],
		["in an earlier stage", 'FROM nginx:1.27 AS a\nFROM a\nCMD ["supervisord"]', "nginx"],
		["after an init", 'FROM debian:12\nRUN apt-get install nginx\nENTRYPOINT ["pidone", "--", "supervisord"]', "nginx"],
		["after a script", 'FROM php:8.3-fpm\nENTRYPOINT ["docker-php-entrypoint"]\nCMD ["supervisord"]', "php-fpm*"],
		["in a shell form", "FROM debian:12\nRUN apt-get install nginx\nCMD service ssh start && supervisord -n", "nginx"],
	])("finds %s", (_, source, orphans) => {
		expect(orphansIn(run(source))).toEqual([orphans]);
	});

	it("believes a configuration that it can read", () => {
		expect(orphansIn(runRuleOnFixture(code, "config-with-php-fpm"))).toEqual(["php-fpm*"]);
		expect(runRuleOnFixture(code, "config-without")).toEqual([]);
	});

	it("does not when that includes others", () => {
		expect(orphansIn(runRuleOnFixture(code, "config-with-include"))).toEqual(["nginx"]);
	});

	it("says nothing when a rewrite is asked to do it", () => {
		const source = 'FROM nginx:1.27\nCMD ["supervisord"]\n';
		expect(runRule(code, source, {}, { initOptions: ["--kill-orphans", "nginx"] })).toEqual([]);
	});

	it.each([
		["supervisord with other programs", 'FROM debian:12\nRUN apt-get install redis\nCMD ["supervisord"]'],
		["nginx alone", 'FROM nginx:1.27\nCMD ["nginx", "-g", "daemon off;"]'],
		["a comment or a label", 'FROM debian:12\n# nginx\nLABEL a=nginx\nCMD ["supervisord"]'],
		[
			"pidone with the option",
			'FROM nginx:1.27\nENTRYPOINT ["pidone", "--kill-orphans", "nginx", "--", "supervisord"]',
		],
		[
			"pidone with the option in the environment",
			'FROM nginx:1.27\nENV PIDONE_KILL_ORPHANS=nginx\nENTRYPOINT ["pidone", "--", "supervisord"]',
		],
		["supervisorctl", 'FROM nginx:1.27\nCMD ["supervisorctl"]'],
	])("leaves %s alone", (_, source) => {
		expect(run(source)).toEqual([]);
	});

	it.each([
		["php-fpm -D", 'CMD ["sh", "-c", "php-fpm -D && nginx -g \'daemon off;\'"]'],
		["php-fpm8.2 --daemonize", "CMD php-fpm8.2 --daemonize; exec nginx -g 'daemon off;'"],
		["service php8.2-fpm start", "CMD service php8.2-fpm start && nginx -g 'daemon off;'"],
		["/etc/init.d/php7.4-fpm start", "CMD /etc/init.d/php7.4-fpm start; exec nginx -g 'daemon off;'"],
		["rc-service php-fpm82 start", "CMD rc-service php-fpm82 start; exec nginx -g 'daemon off;'"],
	])("warns that a daemon looks like an orphan: %s", (command, text) => {
		const found = runRule(code, `FROM debian\n${text}\n`, {}, { initOptions: ["--kill-orphans", "php-fpm*"] });
		expect(found.map(({ message }) => message)).toEqual([
			expect.stringContaining(`because "${command}" detaches itself and looks like an orphan`),
		]);
	});

	it("warns of it where the init stands in the file, and where a script starts the daemon", () => {
		const source =
			'FROM debian\nCOPY run.sh /\nENTRYPOINT ["/sbin/pidone", "--kill-orphans", "nginx,cron", "--", "/run.sh"]\n';
		const found = runRule(code, source, { "run.sh": "#!/bin/sh\nservice cron start\nexec app\n" });
		expect(found.map(({ message }) => message)).toEqual([expect.stringContaining("ends cron")]);
	});

	it("says nothing of the program at the end, and of one in the foreground", () => {
		const options = { initOptions: ["--kill-orphans", "nginx,php-fpm*"] };
		expect(runRule(code, "FROM debian\nCMD php-fpm -F & nginx -g 'daemon off;'\n", {}, options)).toEqual([]);
		expect(runRule(code, 'FROM debian\nCMD ["nginx"]\n', {}, options)).toEqual([]);
	});
});
