import { describe, expect, it } from "vitest";
import { marked, runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("shell-form", source);
const messageOf = (source: string): string | undefined => run(source)[0]?.message;

const EVERY_ADVICE = "let an init signal every process, as pidone -a does";
const GROUP_ADVICE = "let an init signal the whole process group, as pidone -g and tini -g do";

describe("shell-form", () => {
	it("finds the exec of another program", () => {
		expect(messageOf("FROM debian\nCMD bundle exec puma -C x.rb\n")).toMatch(
			/; write CMD \["bundle", "exec", "puma", "-C", "x.rb"\]$/,
		);
		expect(messageOf('FROM debian\nCMD ["sh", "-c", "poetry exec app; npm exec app"]\n')).toMatch(
			/; write exec before/,
		);
	});

	it.each([
		"CMD trap 'kill %1' TERM; app & wait",
		"CMD [ -f /x ] && exec app || exec other",
		"CMD case $X in a) exec app ;; *) exec other ;; esac",
		"CMD if x; then exec app; fi",
		"CMD { exec app; }",
		'CMD eval "exec app $X"',
		"CMD command exec app",
	])("leaves %s alone", (cmd) => {
		expect(run(`FROM debian\n${cmd}\n`)).toEqual([]);
	});

	it("says what runs as PID 1, what SIGTERM does to it, and the exec form", () => {
		expect(run("FROM debian:12\nCMD node server.js\n")).toEqual([
			{
				text: "CMD node server.js",
				message:
					'/bin/sh runs as PID 1 and does not forward SIGTERM: docker stop takes ten seconds and ends in SIGKILL; write CMD ["node", "server.js"]',
				stage: 0,
			},
		]);
	});

	it.each([
		"CMD sleep 3600",
		"CMD app --help; app",
		"CMD usage-server",
		"CMD app /usage",
		"CMD while true; do date; done",
		"CMD redis-cli -h db",
		"CMD tail -f /log",
		"CMD trap 'kill $pid' TERM; app",
		"CMD trap '' TERM; app & wait",
		"CMD trap 'kill %1' INT; app & wait",
	])("finds %s", (cmd) => {
		expect(marked(run(`FROM debian\n${cmd}\n`))).toEqual([cmd]);
	});

	it("is careful where the shell may replace itself", () => {
		expect(messageOf("FROM alpine:3.20\nENTRYPOINT app\n")).toContain("/bin/sh runs as PID 1");
		expect(messageOf("FROM acme/unknown\nENTRYPOINT app\n")).toContain("a shell runs as PID 1");
	});

	it.each([
		"RUN ln -sf /bin/bash /bin/sh",
		"RUN rm /bin/sh && ln -s bash /bin/sh",
		"COPY --from=busybox /bin/busybox /bin/sh",
	])("is careful after %s", (text) => {
		expect(messageOf(`FROM debian\n${text}\nCMD app\n`)).toContain(", unless it replaces itself");
		expect(messageOf(`FROM debian\n${text}\nCMD ["sh", "-c", "app"]\n`)).toBeUndefined();
	});

	it.each(["COPY --from=builder /usr/ /usr/", "COPY app /bin/"])("is sure of the shell after %s", (text) => {
		expect(messageOf(`FROM debian\n${text}\nCMD app\n`)).not.toContain("unless");
	});

	it("finds a CMD that an ENTRYPOINT of bash with one command ignores", () => {
		const text = 'FROM debian\nSHELL ["/bin/bash", "-c"]\nENTRYPOINT app\nCMD ["x"]\n';
		expect(messageOf(text)).toBe('the shell form ignores CMD; write ENTRYPOINT ["app"]');
	});

	it.each(["CMD app > /log", "CMD migrate && app"])("finds %s of bash", (cmd) => {
		expect(messageOf(`FROM debian\nSHELL ["/bin/bash", "-c"]\n${cmd}\n`)).toContain("/bin/bash runs as PID 1");
	});

	it.each([
		["quotes", 'CMD app "a b"'],
		["single quotes", "CMD app 'a b'"],
	])("does not make up an exec form for %s", (_, cmd) => {
		expect(messageOf(`FROM debian\n${cmd}\n`)).toMatch(/; use exec form, or write exec before the last command$/);
	});

	it.each([
		["CMD gunicorn --port $PORT", "write CMD exec gunicorn --port $PORT"],
		["ENTRYPOINT app ${X:-y}", "write exec before the last command"],
		['CMD app "${X}" --b', 'write CMD exec app "${X}" --b'],
		["CMD migrate && app $PORT", "write exec before the last command"],
		["CMD app `hostname`", "write exec before the last command"],
		["CMD A=b app $PORT", "write exec after the assignments of the last command"],
		["CMD migrate && A=b app", "write exec after the assignments of the last command"],
		["CMD app || true", "write exec before the last command"],
		["CMD app; status=$?; exit $status", "write exec before the last command"],
		["CMD app; echo done", GROUP_ADVICE],
		["CMD app || echo failed", GROUP_ADVICE],
		["CMD app & wait || :", GROUP_ADVICE],
		["CMD app; result=$(report)", GROUP_ADVICE],
		["CMD migrate && app", "write exec before the last command"],
		["CMD app > /log", "write exec before the last command"],
		["CMD app; exit $?", "write exec before the last command"],
		["CMD if x; then app; else other; fi", "write exec before the last command"],
		["CMD (cd /app && exec app)", GROUP_ADVICE],
		["CMD app | tee /log", GROUP_ADVICE],
		["CMD exec app | tee /log", GROUP_ADVICE],
		["CMD app & other & wait", GROUP_ADVICE],
		["CMD app &", GROUP_ADVICE],
		["CMD while true; do app; done", GROUP_ADVICE],
		["CMD service app start && tail -f /var/log/app.log", EVERY_ADVICE],
		["CMD app & sleep infinity", EVERY_ADVICE],
		["CMD app start; tail -F $LOG", EVERY_ADVICE],
		["CMD . /app/start.sh", GROUP_ADVICE],
		["CMD java -jar /app/*.jar", "write exec before the last command"],
		["CMD ~/bin/app", "write exec before the last command"],
		["CMD app {a,b}", "write exec before the last command"],
	])("never proposes an exec form that would lose what the shell does with %s", (cmd, advice) => {
		const message = messageOf(`FROM debian\n${cmd}\n`) ?? "";
		expect(message.slice(message.indexOf("; ") + 2)).toBe(advice);
	});

	it.each([
		['ENTRYPOINT ["/sbin/pidone", "-g", "--", "docker-entrypoint.sh"]'],
		['ENTRYPOINT ["dumb-init", "docker-entrypoint.sh"]'],
		['ENTRYPOINT ["tini", "-g", "--", "gosu", "app"]'],
		['ENTRYPOINT ["sudo", "-u", "app"]'],
		['COPY --chmod=755 <<EOF /start.sh\n#!/bin/sh\nexec app\nEOF\nENTRYPOINT ["/start.sh"]'],
	])("leaves a CMD after %s alone", (entrypoint) => {
		expect(run(`FROM debian\n${entrypoint}\nCMD a\n`)).toEqual([]);
	});

	it("is careful below an init where the shell may replace itself", () => {
		expect(messageOf('FROM alpine:3.20\nENTRYPOINT ["tini", "--"]\nCMD a\n')).toBe(
			'tini forwards SIGTERM only to /bin/sh, which exits without forwarding it, unless it replaces itself with the command, as only some shells do; write CMD ["a"]',
		);
	});

	it("says that a shell-form ENTRYPOINT ignores CMD", () => {
		expect(messageOf('FROM debian\nENTRYPOINT app\nCMD ["--port", "80"]\n')).toMatch(
			/write ENTRYPOINT \["app"\] \(the shell form also ignores CMD\)$/,
		);
	});

	it.each([
		[
			"after an init that signals one process",
			'ENTRYPOINT ["tini", "--"]\nCMD a b',
			'tini forwards SIGTERM only to /bin/sh, which exits without forwarding it; write CMD ["a", "b"]',
		],
		[
			"after a program",
			'ENTRYPOINT ["python"]\nCMD a.py',
			'python gets "/bin/sh", "-c" and the text as arguments, not the words of the text; write CMD ["a.py"]',
		],
		[
			"after a script",
			'ENTRYPOINT ["/entrypoint.sh"]\nCMD a',
			'/bin/sh runs as PID 1 and does not forward SIGTERM: docker stop takes ten seconds and ends in SIGKILL; write CMD ["a"]',
		],
		[
			"after a script below an init that signals one process",
			'ENTRYPOINT ["tini", "--", "docker-entrypoint.sh"]\nCMD a',
			'tini forwards SIGTERM only to /bin/sh, which exits without forwarding it; write CMD ["a"]',
		],
		[
			"after a wrapper below an init that signals one process",
			'ENTRYPOINT ["tini", "--", "gosu", "app"]\nCMD a',
			'tini forwards SIGTERM only to /bin/sh, which exits without forwarding it; write CMD ["a"]',
		],
		[
			"after a script that runs its arguments",
			'COPY --chmod=755 <<"EOF" /start\n#!/bin/sh\nexec gosu app "$@"\nEOF\nENTRYPOINT ["/start"]\nCMD a',
			'/bin/sh runs as PID 1 and does not forward SIGTERM: docker stop takes ten seconds and ends in SIGKILL; write CMD ["a"]',
		],
	])("says what a CMD does %s", (_, text, message) => {
		expect(messageOf(`FROM debian\n${text}\n`)).toBe(message);
	});

	it.each([
		[
			"alone",
			'CMD ["sh", "-c", "app --port $PORT"]',
			"sh runs as PID 1 and does not forward SIGTERM: docker stop takes ten seconds and ends in SIGKILL; write exec before the last command",
		],
		[
			"after a wrapper",
			'ENTRYPOINT ["env", "A=b"]\nCMD ["/bin/sh", "-c", "migrate && app"]',
			"/bin/sh runs as PID 1 and does not forward SIGTERM: docker stop takes ten seconds and ends in SIGKILL; write exec before the last command",
		],
		[
			"after an init that signals one process",
			'ENTRYPOINT ["tini", "--"]\nCMD ["/bin/sh", "-c", "migrate; app"]',
			"tini forwards SIGTERM only to /bin/sh, which exits without forwarding it; write exec before the last command",
		],
		[
			"whose text is CMD",
			'ENTRYPOINT ["/bin/sh", "-c"]\nCMD ["app --x"]',
			"/bin/sh runs as PID 1 and does not forward SIGTERM: docker stop takes ten seconds and ends in SIGKILL; write exec before the last command",
		],
	])("finds a shell in exec form %s", (_, text, message) => {
		const found = run(`FROM debian\n${text}\n`);
		expect(found.map((each) => each.message)).toEqual([message]);
		expect(marked(found)).toEqual([text.split("\n").at(-1)]);
	});

	it.each([
		["that becomes the program", 'CMD ["sh", "-c", "exec app"]'],
		["that becomes it in the end", 'CMD ["sh", "-c", "migrate && exec app"]'],
		["that has a trap", 'CMD ["sh", "-c", "trap \'kill 0\' TERM; app & wait"]'],
		["whose program ends at once", 'CMD ["sh", "-c", "echo usage"]'],
		["whose programs end at once", 'CMD ["sh", "-c", "app -h && app-ctl --help"]'],
		["of busybox, which replaces itself", 'CMD ["busybox", "sh", "-c", "app"]'],
		["for a terminal", 'CMD ["sh", "-c", "bash"]'],
		["that replaces itself by the last command", 'CMD ["bash", "-c", "migrate; app"]'],
		["whose group gets the signal", 'ENTRYPOINT ["tini", "-g", "--"]\nCMD ["sh", "-c", "migrate; app"]'],
		["below a program that is not an init", 'CMD ["xvfb-run", "sh", "-c", "migrate; app"]'],
		["in an argument", 'CMD ["app", "sh", "-c", "migrate; app"]'],
	])("leaves a shell in exec form alone %s", (_, text) => {
		expect(run(`FROM debian\n${text}\n`)).toEqual([]);
	});

	it("leaves a shell in exec form alone that may replace itself", () => {
		expect(run('FROM alpine:3.20\nCMD ["sh", "-c", "migrate; app"]\n')).toEqual([]);
	});

	it("looks at the last ENTRYPOINT and the last CMD of each stage that can be run", () => {
		const source =
			"FROM debian AS a\nCMD one\nCMD two\nFROM debian\nCMD unnamed\nFROM a\nENTRYPOINT three\nENTRYPOINT four\n";
		expect(marked(run(source))).toEqual(["CMD two", "ENTRYPOINT four"]);
	});

	it("takes continuations and comments within for one text", () => {
		expect(marked(run("FROM debian\nCMD app \\\n# why\n  --port 80\n"))).toEqual(["CMD app \\\n# why\n  --port 80"]);
	});

	it.each([
		["exec forms", 'ENTRYPOINT ["a"]\nCMD ["b"]'],
		["a text that starts with exec", "CMD exec node server.js"],
		["a text that ends with exec", "CMD migrate && exec app"],
		["a text with exec after a brace", "CMD { exec app; }"],
		["what was meant as exec form", "CMD ['a']"],
		["shells for a terminal", "CMD /bin/bash"],
		["a login shell", "CMD bash -l"],
		["a program that prints its help", "CMD app --help"],
		["a script that prints how the image is used", "CMD $STI_SCRIPTS_PATH/usage"],
		["a program that prints its version", "CMD python3 -m app --version"],
		["programs that print their help", "CMD for tool in /app/*; do $tool -h; done"],
		["programs that end at once", "CMD find /app -name '*.pl' | grep -v old | sort"],
		["a program that ends at once", "CMD echo 'usage: docker run …; see README'"],
		["a CMD that never runs", "ENTRYPOINT exec app\nCMD also this"],
		["a CMD after a shell's text", 'ENTRYPOINT ["/bin/sh", "-c", "exec app"]\nCMD also this'],
		[
			"a CMD after an init and a shell's text",
			'ENTRYPOINT ["tini", "-g", "--", "/bin/sh", "-c", "exec app"]\nCMD also this',
		],
		["an earlier CMD", 'CMD app\nCMD ["app"]'],
		["inits that signal the group", 'ENTRYPOINT ["dumb-init", "--"]\nCMD app'],
		["tini -g", 'ENTRYPOINT ["tini", "-g", "--"]\nCMD app'],
		["pidone -g", 'ENTRYPOINT ["/sbin/pidone", "-g", "--"]\nCMD app'],
		["what has to be PID 1", 'ENTRYPOINT ["/init"]\nCMD app'],
		["a SHELL that is not a shell", 'SHELL ["conda", "run", "-n", "x", "/bin/bash", "-c"]\nCMD app'],
		["bash with one command", 'SHELL ["/bin/bash", "-c"]\nCMD app --port $PORT'],
		["bash with one command after an init", 'SHELL ["/bin/bash", "-c"]\nENTRYPOINT ["tini", "--"]\nCMD app'],
		["an ENTRYPOINT of bash with one command", 'SHELL ["/bin/bash", "-c"]\nENTRYPOINT app'],
		["HEALTHCHECK", 'CMD ["a"]\nHEALTHCHECK \\\nCMD curl localhost'],
	])("leaves %s alone", (_, text) => {
		expect(run(`FROM debian\n${text}\n`)).toEqual([]);
	});

	it("leaves Windows images alone", () => {
		expect(run("FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD app\n")).toEqual([]);
		expect(run('FROM acme/x\nSHELL ["powershell", "-Command"]\nCMD app\n')).toEqual([]);
	});
});
