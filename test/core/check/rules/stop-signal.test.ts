import { describe, expect, it } from "vitest";
import { marked, runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("stop-signal", source);

describe("stop-signal", () => {
	it.each([
		[
			'CMD ["nginx", "-g", "daemon off;"]',
			"SIGTERM cuts off open requests: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'CMD ["apache2-foreground"]',
			"SIGTERM cuts off open requests: apache2-foreground stops gracefully on SIGWINCH; add STOPSIGNAL SIGWINCH",
		],
		[
			'CMD ["/usr/sbin/httpd", "-DFOREGROUND"]',
			"SIGTERM cuts off open requests: httpd stops gracefully on SIGWINCH; add STOPSIGNAL SIGWINCH",
		],
		[
			'CMD ["httpd", "-f", "/httpd.conf", "-DFOREGROUND"]',
			"SIGTERM cuts off open requests: httpd stops gracefully on SIGWINCH; add STOPSIGNAL SIGWINCH",
		],
		[
			'CMD ["php-fpm8.2", "-F"]',
			"SIGTERM cuts off running requests: php-fpm8.2 stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'CMD ["postgres", "-c", "max_connections=9"]',
			"SIGTERM waits until every client has disconnected: postgres stops gracefully on SIGINT; add STOPSIGNAL SIGINT",
		],
		[
			'CMD ["haproxy", "-f", "/haproxy.cfg"]',
			"SIGTERM cuts off open connections: haproxy stops gracefully on SIGUSR1; add STOPSIGNAL SIGUSR1",
		],
		[
			'ENTRYPOINT ["docker-php-entrypoint"]\nCMD ["php-fpm"]',
			"SIGTERM cuts off running requests: php-fpm stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'ENTRYPOINT ["tini", "--"]\nCMD ["nginx"]',
			"SIGTERM cuts off open requests: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'ENTRYPOINT ["dumb-init", "--"]\nCMD ["nginx"]',
			"SIGTERM cuts off open requests: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT, or give dumb-init --rewrite 15:3",
		],
		[
			'ENTRYPOINT ["dumb-init", "-r", "1:3", "--"]\nCMD ["nginx"]',
			"SIGTERM cuts off open requests: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT, or give dumb-init --rewrite 15:3",
		],
		[
			'ENTRYPOINT ["pidone", "--"]\nCMD ["nginx"]',
			"SIGTERM cuts off open requests: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT, or give pidone --rewrite TERM:QUIT",
		],
		[
			"CMD exec nginx -g 'daemon off;'",
			"SIGTERM cuts off open requests: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'CMD ["openresty", "-g", "daemon off;"]',
			"SIGTERM cuts off open requests: openresty stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'CMD ["unicorn", "-p", "80"]',
			"SIGTERM ends the workers in the middle of their requests: unicorn stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'CMD ["bundle", "exec", "unicorn"]',
			"SIGTERM ends the workers in the middle of their requests: unicorn stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			'CMD ["uwsgi", "--http", ":80"]',
			"SIGTERM reloads its workers instead of stopping it: uwsgi stops gracefully on SIGINT; add STOPSIGNAL SIGINT, or give it --die-on-term",
		],
		[
			'CMD ["apache2ctl", "-D", "FOREGROUND"]',
			"SIGTERM ends this script or is dropped by it, and does not reach Apache: apache2ctl stops gracefully on SIGWINCH; add STOPSIGNAL SIGWINCH, or start Apache itself, as in apache2 -D FOREGROUND",
		],
	])("finds %s", (text, message) => {
		const found = run(`FROM debian\n${text}\n`);
		expect(marked(found)).toEqual([text.split("\n").at(-1)]);
		expect(found[0]?.message).toBe(message);
	});

	it.each([
		[
			"the base's signal, which php drops",
			'FROM php:8.3-apache\nCMD ["php", "artisan", "queue:work"]',
			"SIGWINCH, which php:8.3-apache sets as STOPSIGNAL, does not stop php gracefully: php drops it unless it handles it, so docker stop takes ten seconds and ends in SIGKILL; add STOPSIGNAL SIGTERM",
		],
		[
			"the base's signal, which php would drop after a shell, too",
			"FROM php:8.3-apache\nCMD php artisan queue:work",
			"SIGWINCH, which php:8.3-apache sets as STOPSIGNAL, does not stop php gracefully: php drops it unless it handles it, so docker stop takes ten seconds and ends in SIGKILL; add STOPSIGNAL SIGTERM",
		],
		[
			"the base's signal, which java takes for a question",
			'FROM nginx:1.27\nCMD ["java", "-jar", "a.jar"]',
			"SIGQUIT, which nginx:1.27 sets as STOPSIGNAL, does not stop java gracefully: java prints a thread dump and keeps running, so docker stop takes ten seconds and ends in SIGKILL; add STOPSIGNAL SIGTERM",
		],
		[
			"the base's signal, which suits another program",
			'FROM nginx:1.27\nENTRYPOINT ["/usr/bin/app"]',
			"SIGQUIT, which nginx:1.27 sets as STOPSIGNAL, does not stop app gracefully: app does not expect it; add STOPSIGNAL SIGTERM",
		],
		[
			"STOPSIGNAL of a stage that it is not built on",
			'FROM nginx:1.27 AS a\nSTOPSIGNAL SIGQUIT\nFROM debian\nCMD ["nginx"]',
			"SIGTERM cuts off open requests: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT",
		],
		[
			"a STOPSIGNAL that the program drops",
			'FROM debian\nSTOPSIGNAL 28\nCMD ["node", "a.js"]',
			"SIGWINCH, the STOPSIGNAL in force, does not stop node gracefully: node drops it unless it handles it, so docker stop takes ten seconds and ends in SIGKILL; add STOPSIGNAL SIGTERM",
		],
	])("finds %s", (_, source, message) => {
		expect(run(`${source}\n`).map((found) => found.message)).toEqual([message]);
	});

	it("finds the program that a script becomes", () => {
		const source = 'FROM debian\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]\n';
		expect(runRule("stop-signal", source, { "run.sh": "#!/bin/sh\nexec nginx -g 'daemon off;'\n" })).toHaveLength(1);
	});

	const UWSGI = "FROM python:3.12\nWORKDIR /app\nCOPY . .\n";

	it.each([
		["an argument", 'CMD ["uwsgi", "--ini", "/app/uwsgi.ini"]', "[uwsgi]\ndie-on-term = true\n"],
		["an argument below the working directory", 'CMD ["uwsgi", "uwsgi.ini"]', "[uwsgi]\ndie-on-term=1\n"],
		["an option with =", 'CMD ["uwsgi", "--ini=uwsgi.ini"]', "[uwsgi]\ndie-on-term\n"],
		["a variable", 'ENV UWSGI_INI=/app/uwsgi.ini\nCMD ["uwsgi"]', "[uwsgi]\ndie-on-term = true\n"],
	])("reads the settings of uwsgi in the file of %s", (_, command, text) => {
		expect(runRule("stop-signal", `${UWSGI}${command}\n`, { "uwsgi.ini": text })).toEqual([]);
	});

	it.each([
		["a comment", "[uwsgi]\n; die-on-term = true\n"],
		["a setting that is off", "[uwsgi]\ndie-on-term = false\n"],
		["another setting", "[uwsgi]\nmaster = true\n"],
	])("finds uwsgi with %s in its file", (_, text) => {
		expect(runRule("stop-signal", `${UWSGI}CMD ["uwsgi", "uwsgi.ini"]\n`, { "uwsgi.ini": text })).toHaveLength(1);
	});

	it.each([
		["a base with the right one", 'FROM nginx:1.27\nCMD ["nginx", "-g", "daemon off;"]'],
		["the right one in the file", 'FROM debian\nSTOPSIGNAL SIGQUIT\nCMD ["nginx"]'],
		["SIGTERM where the file asks for it", 'FROM debian\nSTOPSIGNAL SIGTERM\nCMD ["nginx"]'],
		["a base about which nothing is known", 'FROM acme/nginx\nCMD ["nginx"]'],
		["a shell form", "FROM debian\nCMD nginx"],
		["a shell's text that stays the parent", 'FROM debian\nCMD ["sh", "-c", "prepare; nginx -g \'daemon off;\'"]'],
		["a script that cannot be read", 'FROM php:8.3-apache\nCOPY start.sh /\nCMD ["/start.sh"]'],
		["the base's own program", 'FROM php:8.3-apache\nCMD ["apache2-foreground"]'],
		["a signal that the stage chooses", 'FROM debian\nSTOPSIGNAL SIGQUIT\nCMD ["node", "app.js"]'],
		["uwsgi that dies on SIGTERM", 'FROM python:3.12\nCMD ["uwsgi", "--die-on-term", "--ini", "app.ini"]'],
		["uwsgi with a file that cannot be read", 'FROM python:3.12\nCMD ["uwsgi", "--ini", "/app/uwsgi.ini"]'],
		[
			"uwsgi that dies on SIGTERM by its environment",
			'FROM python:3.12\nENV UWSGI_DIE_ON_TERM=1\nCMD ["uwsgi", "--http", ":80"]',
		],
		["SIGTERM of an earlier stage", 'FROM debian AS a\nSTOPSIGNAL SIGTERM\nFROM a\nCMD ["nginx"]'],
		["an init that rewrites the signal", 'FROM debian\nENTRYPOINT ["dumb-init", "-r", "15:3", "--"]\nCMD ["nginx"]'],
		[
			"an init that rewrites it, long",
			'FROM debian\nENTRYPOINT ["pidone", "--rewrite=TERM:QUIT", "--"]\nCMD ["nginx"]',
		],
		[
			"an init that rewrites it, among others",
			'FROM debian\nENTRYPOINT ["pidone", "-rHUP:USR1,15:QUIT", "--"]\nCMD ["nginx"]',
		],
		["a test of the configuration", 'FROM debian\nCMD ["nginx", "-t"]'],
		["systemd with its signal", "FROM registry.access.redhat.com/ubi9/ubi-init\nCMD exec /sbin/init"],
		["systemd with its signal by a number", 'FROM debian\nSTOPSIGNAL 37\nCMD ["/lib/systemd/systemd"]'],
		["what may start systemd", 'FROM registry.access.redhat.com/ubi9/ubi-init\nENTRYPOINT ["/opt/start"]'],
		["nginx by its other name", 'FROM nginx:1.27\nCMD ["nginx-debug", "-g", "daemon off;"]'],
		["busybox' httpd with a port", 'FROM busybox\nCMD ["busybox", "httpd", "-f", "-p", "3000"]'],
		["busybox' httpd with all in one word", 'FROM busybox\nCMD ["httpd", "-fvp3000"]'],
		["busybox' httpd in the foreground", 'FROM busybox\nCMD ["httpd", "-f"]'],
		["busybox' httpd with a home", 'FROM busybox\nCMD ["httpd", "-f", "-h", "/www"]'],
		["a program without a name", 'FROM nginx:1.27\nCMD [""]'],
		["a program of another name", 'FROM debian\nCMD ["nginx-exporter"]'],
		["an argument of that name", 'FROM debian\nCMD ["run", "nginx"]'],
	])("leaves %s alone", (_, source) => {
		expect(run(`${source}\n`)).toEqual([]);
	});
});
