import { describe, expect, it } from "vitest";
import { marked, runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("stop-signal", source);

describe("stop-signal", () => {
	it.each([
		['CMD ["nginx", "-g", "daemon off;"]', "SIGTERM cuts open requests off: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT"],
		['CMD ["apache2-foreground"]', "SIGTERM cuts open requests off: apache2-foreground stops gracefully on SIGWINCH; add STOPSIGNAL SIGWINCH"],
		['CMD ["/usr/sbin/httpd", "-DFOREGROUND"]', "SIGTERM cuts open requests off: httpd stops gracefully on SIGWINCH; add STOPSIGNAL SIGWINCH"],
		['CMD ["php-fpm8.2", "-F"]', "SIGTERM cuts running requests off: php-fpm8.2 stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT"],
		['CMD ["postgres", "-c", "max_connections=9"]', "SIGTERM waits until every client has gone: postgres stops gracefully on SIGINT; add STOPSIGNAL SIGINT"],
		['CMD ["haproxy", "-f", "/haproxy.cfg"]', "SIGTERM cuts open connections off: haproxy stops gracefully on SIGUSR1; add STOPSIGNAL SIGUSR1"],
		['ENTRYPOINT ["docker-php-entrypoint"]\nCMD ["php-fpm"]', "SIGTERM cuts running requests off: php-fpm stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT"],
		['ENTRYPOINT ["tini", "--"]\nCMD ["nginx"]', "SIGTERM cuts open requests off: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT"],
		[
			'ENTRYPOINT ["dumb-init", "--"]\nCMD ["nginx"]',
			"SIGTERM cuts open requests off: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT, or give dumb-init --rewrite 15:3",
		],
		[
			'ENTRYPOINT ["pidone", "--"]\nCMD ["nginx"]',
			"SIGTERM cuts open requests off: nginx stops gracefully on SIGQUIT; add STOPSIGNAL SIGQUIT, or give pidone --rewrite TERM:QUIT",
		],
	])("finds %s", (text, message) => {
		const found = run(`FROM debian\n${text}\n`);
		expect(marked(found)).toEqual([text.split("\n").at(-1)]);
		expect(found[0]?.message).toBe(message);
	});

	it.each([
		["a base with the right one", 'FROM nginx:1.27\nCMD ["nginx", "-g", "daemon off;"]'],
		["the right one in the file", 'FROM debian\nSTOPSIGNAL SIGQUIT\nCMD ["nginx"]'],
		["SIGTERM where the file asks for it", 'FROM debian\nSTOPSIGNAL SIGTERM\nCMD ["nginx"]'],
		["a base of which nothing is known", 'FROM acme/nginx\nCMD ["nginx"]'],
		["a shell form", "FROM debian\nCMD nginx"],
		["a shell's text", 'FROM debian\nCMD ["sh", "-c", "exec nginx"]'],
		["an init that rewrites the signal", 'FROM debian\nENTRYPOINT ["dumb-init", "-r", "15:3", "--"]\nCMD ["nginx"]'],
		["an init that rewrites it, long", 'FROM debian\nENTRYPOINT ["pidone", "--rewrite=TERM:QUIT", "--"]\nCMD ["nginx"]'],
		["a test of the configuration", 'FROM debian\nCMD ["nginx", "-t"]'],
		["a program of another name", 'FROM debian\nCMD ["nginx-exporter"]'],
		["an argument of that name", 'FROM debian\nCMD ["run", "nginx"]'],
	])("leaves %s alone", (_, source) => {
		expect(run(`${source}\n`)).toEqual([]);
	});
});
