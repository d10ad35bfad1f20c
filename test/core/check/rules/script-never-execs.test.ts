import { describe, expect, it } from "vitest";
import { marked, runRule, runRuleOnFixture } from "./run-rule.ts";

const code = "script-never-execs";
const KEEPS_CHILD = '#!/bin/sh\nsetup\n"$@"\n';
const run = (text: string, context: Readonly<Record<string, string>> = { "start.sh": KEEPS_CHILD }): string[] =>
	marked(runRule(code, `FROM debian:12\n${text}\n`, context));

describe(code, () => {
	it("finds a script whose program never gets the signal", () => {
		expect(runRuleOnFixture(code, "basic")).toEqual([
			{
				text: 'ENTRYPOINT ["start.sh"]',
				message:
					"docker/start.sh never uses exec, so its shell gets SIGTERM and the program does not; write exec before the last command",
				stage: 0,
			},
		]);
	});

	it("takes exec with a redirection alone for none", () => {
		expect(marked(runRuleOnFixture(code, "only-redirects"))).toEqual(['ENTRYPOINT ["/entrypoint.sh"]']);
	});

	it("does not say never of a script that uses exec for other arguments", () => {
		const source = 'FROM debian\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\nCMD ["web"]\n';
		const text = 'if [ "$1" = job ]; then exec job; fi\nserver\n';
		expect(runRule(code, source, { "start.sh": text }).map(({ message }) => message)).toEqual([
			"start.sh starts server as a child here, so its shell gets SIGTERM and server does not; write exec before the last command",
		]);
	});

	it("tells scripts of one instruction apart", () => {
		const source =
			"FROM debian\nRUN printf '#!/bin/sh\\nexec /b\\n' > /a && printf '#!/bin/sh\\napp\\n' > /b && chmod +x /a /b\nCMD /a\n";
		expect(runRule(code, source)).toEqual([]);
		expect(runRule(code, source.replace("CMD /a", 'CMD ["/b"]')).map(({ message }) => message)).toEqual([
			"/b (line 2) never uses exec, so its shell gets SIGTERM and the program does not; write exec before the last command",
		]);
	});

	it.each([
		"server & wait",
		"server |\ntee /log",
		"while :; do server; done",
		"server &\nother &\nwait -n\nexit $?",
		"server\necho stopped",
		"server & wait || :",
		"server &\ntail -f --pid=$! /log",
		"server &\ntail -f /log & wait",
		"server &\nwhile true; do sleep 60; done",
	])("does not propose exec where it would not help: %s", (text) => {
		const source = 'FROM debian\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n';
		expect(runRule(code, source, { "start.sh": text }).map(({ message }) => message)).toEqual([
			"start.sh never uses exec, so its shell gets SIGTERM and the program does not; let an init signal the whole process group, as pidone -g and tini -g do",
		]);
	});

	it("proposes to signal every process where job control puts the program into another process group", () => {
		const source = 'FROM debian\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n';
		const messagesOf = (text: string): string[] =>
			runRule(code, source, { "start.sh": text }).map(({ message }) => message);
		expect(messagesOf("#!/bin/bash\nset -m\nserver &\nsetup\nfg %1")).toEqual([
			"start.sh never uses exec, so its shell gets SIGTERM and the program does not; let an init signal every process, as pidone -a does",
		]);
		expect(messagesOf("#!/bin/sh\nset -m\nserver &\nsetup\nfg %1")[0]).toContain("as pidone -g and tini -g do");
	});

	it("proposes to signal every process where a script only waits in the end", () => {
		const source = 'FROM debian\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n';
		const text = 'if [ $# -gt 0 ]; then exec "$@"; fi\nstart-all\ntail -f /log\n';
		expect(runRule(code, source, { "start.sh": text })[0]?.message).toMatch(
			/; let an init signal every process, as pidone -a does$/,
		);
	});

	it("finds a trap that cannot run before the program ends", () => {
		const source = 'FROM debian\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n';
		const context = { "start.sh": "trap 'kill $pid' TERM\nserver --port 80\n" };
		expect(runRule(code, source, context).map(({ message }) => message)).toEqual([
			"start.sh waits for server in the foreground, and its trap cannot run before server ends; start server with & and wait for it with wait",
		]);
	});

	it("finds a trap that cannot run because tail never ends, whatever is in the background", () => {
		const source = 'FROM debian\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n';
		const context = { "start.sh": "trap stop TERM\nserver & tail -f /log\n" };
		expect(runRule(code, source, context).map(({ message }) => message)).toEqual([
			"start.sh waits for tail in the foreground, and its trap cannot run before tail ends; start tail with & and wait for it with wait",
		]);
	});

	it.each([
		"trap stop TERM\nserver &\nwait",
		"trap stop TERM\nserver &\nwhile sleep 1; do check; done",
		"trap stop TERM\nserver &\nwhile true; do sleep 1; done",
	])("leaves a trap alone that can run: %s", (text) => {
		expect(run('COPY start.sh /\nENTRYPOINT ["/start.sh"]', { "start.sh": text })).toEqual([]);
	});

	const STARTED = 'COPY start.sh /\nENTRYPOINT ["/start.sh"]';

	it.each([
		["a trap for another signal", STARTED, "trap 'kill $pid' INT\nserver &\npid=$!\nwait $pid"],
		[
			"a trap for a signal that is not the stop signal",
			`STOPSIGNAL QUIT\n${STARTED}`,
			"trap stop TERM\nserver &\nwait",
		],
		["a trap for EXIT, which only bash runs then", STARTED, "#!/bin/sh\ntrap 'kill 0' EXIT\nserver &\nwait"],
		["a trap for EXIT that only tidies up", STARTED, "#!/bin/bash\ntrap 'rm -f /run/x' EXIT\nserver &\nwait"],
	])("finds a script with %s", (_, text, script) => {
		expect(run(text, { "start.sh": script })).toHaveLength(1);
	});

	it.each([
		["the stop signal", `STOPSIGNAL INT\n${STARTED}`, "trap 'kill $pid' INT\nserver &\nwait"],
		["the stop signal by its number", `STOPSIGNAL SIGQUIT\n${STARTED}`, "trap stop 3\nserver &\nwait"],
		[
			"what an init makes of it",
			'COPY start.sh /\nENTRYPOINT ["dumb-init", "-c", "-r", "15:2", "--", "/start.sh"]',
			"trap 'kill $pid' INT\nserver &\nwait",
		],
		["EXIT in bash", STARTED, "#!/bin/bash\ntrap 'kill 0' EXIT\nserver &\nwait"],
		["EXIT in bash, with a program in the foreground", STARTED, "#!/usr/bin/env bash\ntrap 'kill 0' EXIT\nserver"],
		["EXIT with bash", 'COPY start.sh /\nCMD ["bash", "/start.sh"]', "#!/bin/sh\ntrap 'kill 0' 0\nserver &\nwait"],
	])("leaves a trap alone for %s", (_, text, script) => {
		expect(run(text, { "start.sh": script })).toEqual([]);
	});

	it("does not take the exec of another program for the shell's", () => {
		const source = 'FROM debian\nCOPY start.sh /\nENTRYPOINT ["/start.sh"]\n';
		expect(runRule(code, source, { "start.sh": "bundle exec puma" })[0]?.message).toMatch(/^start.sh never uses exec,/);
	});

	it("finds a script in a folder that was copied", () => {
		expect(marked(runRuleOnFixture(code, "folder-copied"))).toEqual(['CMD ["./bin/run", "--all"]']);
	});

	it.each(["with-exec", "with-trap"])("leaves the script %s alone", (name) => {
		expect(runRuleOnFixture(code, name)).toEqual([]);
	});

	it.each([
		["with a path", 'COPY start.sh /start.sh\nENTRYPOINT ["/start.sh"]'],
		["under another name", 'COPY start.sh /go\nENTRYPOINT ["/go"]'],
		["among several", 'COPY a start.sh b /usr/bin/\nENTRYPOINT ["start.sh"]'],
		["by a glob", 'COPY *.sh /usr/bin/\nENTRYPOINT ["start.sh"]'],
		["by ADD", 'ADD start.sh /\nENTRYPOINT ["/start.sh"]'],
		["with a variable", 'ENV HOME=/srv\nCOPY start.sh $HOME/\nENTRYPOINT ["/srv/start.sh"]'],
		["relative to WORKDIR", 'WORKDIR /srv\nWORKDIR x\nCOPY start.sh .\nENTRYPOINT ["./start.sh"]'],
		["in a folder of PATH", 'ENV PATH=/opt/bin:$PATH\nCOPY start.sh /opt/bin/\nENTRYPOINT ["start.sh"]'],
		["linked to from elsewhere", 'COPY start.sh /\nENTRYPOINT ["start.sh"]'],
		["after a shell", 'COPY start.sh /\nENTRYPOINT ["/bin/bash", "-e", "/start.sh"]'],
		["in a shell's text", "COPY start.sh /\nENTRYPOINT cd / && ./start.sh"],
		["after an init that signals one process", 'COPY start.sh /\nENTRYPOINT ["tini", "--", "/start.sh"]'],
		["as CMD", 'COPY start.sh /\nCMD ["/start.sh"]'],
	])("finds it %s", (_, text) => {
		expect(run(text)).toHaveLength(1);
	});

	it("finds a script without a shebang that a shell is given to run", () => {
		expect(run('COPY start.sh /\nCMD ["sh", "/start.sh"]', { "start.sh": "app\n" })).toHaveLength(1);
	});

	it("finds the script of an earlier stage", () => {
		expect(
			run('WORKDIR /srv\nCOPY start.sh .\nFROM debian AS a\nCOPY start.sh /\nFROM a\nENTRYPOINT ["/start.sh"]'),
		).toEqual(['ENTRYPOINT ["/start.sh"]']);
	});

	it.each([
		["inits that signal the group", 'COPY start.sh /\nENTRYPOINT ["dumb-init", "/start.sh"]'],
		["a script from another stage", 'COPY --from=other start.sh /\nENTRYPOINT ["/start.sh"]'],
		["a script from the network", 'ADD https://example.org/start.sh /\nENTRYPOINT ["/start.sh"]'],
		["a later copy over it", 'COPY start.sh /\nCOPY --from=other /x/start.sh /\nENTRYPOINT ["/start.sh"]'],
		["a script that is elsewhere", 'COPY start.sh /opt/\nENTRYPOINT ["/start.sh"]'],
		["a script that the base brings", 'ENTRYPOINT ["docker-entrypoint.sh"]'],
		["a script that is only an argument", 'COPY start.sh /\nENTRYPOINT ["app", "/start.sh"]'],
	])("leaves %s alone", (_, text) => {
		expect(run(text)).toEqual([]);
	});

	it.each([
		["other languages", "#!/usr/bin/env python3\nimport os\n"],
		["programs", "\u007fELF"],
		["a script with an init as interpreter", "#!/usr/bin/dumb-init /bin/sh\napp\n"],
		["exec in a condition", '#!/bin/sh\n[ "$1" ] || exec app\napp "$@"\n'],
		["exec by env", "#!/usr/bin/env -S bash -e\nexec env A=b app\n"],
		["scripts that start nothing", "#!/bin/sh\nset -e\necho hello\n"],
		["scripts that go on in another one", "#!/bin/sh\nset -e\n. /opt/rest.sh\n"],
	])("leaves %s alone", (_, script) => {
		expect(run('COPY start.sh /\nENTRYPOINT ["/start.sh"]', { "start.sh": script })).toEqual([]);
	});

	it("says nothing without a context", () => {
		expect(run('COPY start.sh /\nENTRYPOINT ["/start.sh"]', {})).toEqual([]);
	});
});
