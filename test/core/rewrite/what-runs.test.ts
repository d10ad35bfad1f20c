import { describe, expect, it } from "vitest";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

interface Case {
	readonly title: string;
	/** Follows `FROM debian:12`, unless it begins with FROM. */
	readonly dockerfile: string;
	readonly files?: Readonly<Record<string, string>>;
	/** What the reason says. */
	readonly message?: string | RegExp;
}

/** The outcome of the last stage. */
function outcomeOf({ dockerfile, files = {} }: Case): { code: string | undefined; message: string; text: string } {
	const source = dockerfile.startsWith("FROM") ? dockerfile : `FROM debian:12\n${dockerfile}`;
	const { outcomes, text } = rewrite(source, {
		readContextFile: (path) => (Object.hasOwn(files, path) ? files[path] : undefined),
	});
	const last = outcomes.at(-1);
	return { code: last?.code, message: last?.message ?? "", text };
}

const SCRIPT = (end: string): Readonly<Record<string, string>> => ({
	"run.sh": `#!/bin/bash\nset -e\nprepare\n${end}\n`,
});
const RUN_SH = 'COPY run.sh /run.sh\nENTRYPOINT ["/run.sh"]';
const SYSTEM = "a system init must be PID 1";

const mustBePid1: readonly Case[] = [
	{
		title: "systemd as an argument of an entrypoint, with its stop signal",
		dockerfile: 'STOPSIGNAL SIGRTMIN+3\nENTRYPOINT ["/usr/local/bin/entrypoint", "/sbin/init"]',
		message: /entrypoint is given \/sbin\/init/,
	},
	{
		title: "systemd as an argument of an entrypoint, without it",
		dockerfile: 'ENTRYPOINT ["/usr/local/bin/entrypoint", "/sbin/init"]',
		message: SYSTEM,
	},
	{
		title: "systemd by CMD, as an argument of ENTRYPOINT",
		dockerfile: 'ENTRYPOINT ["/usr/local/bin/entrypoint"]\nCMD ["/lib/systemd/systemd"]',
		message: SYSTEM,
	},
	{
		title: "systemd after the options of an entrypoint",
		dockerfile: 'ENTRYPOINT ["/kic-entrypoint", "--privileged", "/usr/sbin/init"]',
		message: SYSTEM,
	},
	{
		title: "/init as an argument of an entrypoint",
		dockerfile: 'ENTRYPOINT ["/prepare", "/init"]',
		message: /s6-overlay/,
	},
	{
		title: "systemd as an argument of a script that is read",
		dockerfile: 'COPY run.sh /run.sh\nENTRYPOINT ["/run.sh", "/sbin/init"]',
		files: SCRIPT('exec "$@"'),
		message: /run\.sh:4/,
	},
	{
		title: "systemd at the end of a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec /lib/systemd/systemd"),
		message: /run\.sh:4/,
	},
	{
		title: "/sbin/init at the end of a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec /sbin/init --log-level=err"),
		message: /run\.sh:4/,
	},
	{
		title: "/init at the end of a script",
		dockerfile: RUN_SH,
		files: SCRIPT('exec /init "$@"'),
		message: /s6-overlay.*run\.sh:4/,
	},
	{
		title: "s6-svscan at the end of a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec s6-svscan /etc/services.d"),
		message: /run\.sh:4/,
	},
	{
		title: "runsvdir at the end of a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec runsvdir -P /etc/service"),
		message: /runit.*run\.sh:4/,
	},
	{
		title: "my_init at the end of a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec /sbin/my_init -- app"),
		message: /my_init.*run\.sh:4/,
	},
	{
		title: "systemd in one branch of a script",
		dockerfile: RUN_SH,
		files: SCRIPT('if [ -x /lib/systemd/systemd ]; then exec /lib/systemd/systemd; fi\nexec "$@"'),
		message: /run\.sh:4/,
	},
	{
		title: "systemd by a variable of a script",
		dockerfile: RUN_SH,
		files: SCRIPT("INIT=/sbin/init\nexec $INIT"),
		message: /run\.sh:5/,
	},
	{
		title: "systemd by a second script",
		dockerfile: `COPY two.sh /two.sh\n${RUN_SH}`,
		files: { ...SCRIPT("exec /two.sh"), "two.sh": "exec /sbin/init" },
		message: /two\.sh:1/,
	},
	{
		title: "systemd by a script that a RUN writes",
		dockerfile: "RUN printf '#!/bin/sh\\nexec /sbin/init\\n' > /run.sh && chmod +x /run.sh\nENTRYPOINT [\"/run.sh\"]",
		message: /line 2/,
	},
	{
		title: "systemd by a script in a heredoc",
		dockerfile: 'COPY --chmod=755 <<EOF /run.sh\n#!/bin/sh\nexec /sbin/init\nEOF\nENTRYPOINT ["/run.sh"]',
		message: /line 4/,
	},
	{
		title: "/sbin/init in a shell's text",
		dockerfile: 'ENTRYPOINT ["sh", "-c", "prepare; exec /sbin/init"]',
		message: SYSTEM,
	},
	{ title: "init by its name alone", dockerfile: 'CMD ["init"]', message: SYSTEM },
	{ title: "/sbin/init by a path with ..", dockerfile: 'CMD ["/usr/../sbin//init"]', message: SYSTEM },
	{ title: "the init of busybox", dockerfile: 'FROM alpine:3.20\nCMD ["/bin/busybox", "init"]', message: SYSTEM },
	{ title: "/sbin/init in a shell form", dockerfile: "CMD prepare && exec /sbin/init", message: SYSTEM },
	{ title: "/sbin/init after bash -lc", dockerfile: 'CMD ["bash", "-lc", "exec /sbin/init"]', message: SYSTEM },
	{
		title: "systemd in a shell's text that an ENTRYPOINT runs",
		dockerfile: 'ENTRYPOINT ["/bin/bash", "-c"]\nCMD ["exec /usr/lib/systemd/systemd"]',
		message: SYSTEM,
	},
	{
		title: "/sbin/init after env with assignments",
		dockerfile: 'ENTRYPOINT ["/usr/bin/env", "A=1", "/sbin/init"]',
		message: SYSTEM,
	},
	{
		title: "/sbin/init after env -i",
		dockerfile: 'ENTRYPOINT ["env", "-i", "container=docker", "/sbin/init"]',
		message: SYSTEM,
	},
	{
		title: "/sbin/init after nice and chrt",
		dockerfile: 'CMD ["nice", "-n", "5", "chrt", "-f", "1", "/sbin/init"]',
		message: SYSTEM,
	},
	{
		title: "s6-svscan after with-contenv",
		dockerfile: 'ENTRYPOINT ["/usr/bin/with-contenv", "s6-svscan", "/x"]',
		message: /s6-svscan/,
	},
	{
		title: "s6-overlay below tini",
		dockerfile: 'ADD s6-overlay-amd64.tar.gz /\nENTRYPOINT ["/sbin/tini", "--", "/init"]',
		message: /remove \/sbin\/tini/,
	},
	{
		title: "runsvdir below tini, by CMD",
		dockerfile: 'ENTRYPOINT ["tini", "--"]\nCMD ["runsvdir", "-P", "/etc/service"]',
		message: /remove tini/,
	},
	{
		title: "s6-overlay below dumb-init",
		dockerfile: 'ENTRYPOINT ["/usr/bin/dumb-init", "--", "/init", "app"]',
		message: /remove \/usr\/bin\/dumb-init/,
	},
	{
		title: "systemd below tini, by a script",
		dockerfile: 'COPY run.sh /run.sh\nENTRYPOINT ["tini", "--", "/run.sh"]',
		files: SCRIPT("exec /sbin/init"),
		message: /run\.sh:4.*remove tini/,
	},
	{
		title: "systemd below tini of a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec tini -- /sbin/init"),
		message: /run\.sh:4.*remove tini/,
	},
	{
		title: "s6-overlay's /init in a folder of another stage",
		dockerfile:
			'FROM debian:12 AS s6\nRUN curl -L https://example.com/s6.tar.xz | tar -C /rootfs -xJ\nFROM debian:12\nCOPY --from=s6 /rootfs/ /\nENTRYPOINT ["/init"]',
		message: /s6-overlay's/,
	},
	{
		title: "s6-overlay's /init by its name from another image",
		dockerfile: 'COPY --from=acme/s6 /init /init\nENTRYPOINT ["/init"]',
		message: /s6-overlay's/,
	},
	{
		title: "systemd in a file system that is made in another stage",
		dockerfile:
			'FROM debian:12 AS build\nRUN debootstrap stable /rootfs\nFROM scratch\nCOPY --from=build /rootfs/ /\nCMD ["/sbin/init"]',
		message: SYSTEM,
	},
	{
		title: "systemd that a script exports to another one",
		dockerfile: `COPY b.sh /b.sh\n${RUN_SH}`,
		files: { ...SCRIPT("export APP=/sbin/init\nexec /b.sh"), "b.sh": '#!/bin/sh\nexec "$APP"\n' },
		message: /b\.sh:2/,
	},
	{
		title: "what a base image runs",
		dockerfile: 'FROM lscr.io/linuxserver/sonarr\nCMD ["app"]',
		message: /s6-overlay/,
	},
];

const alreadyInit: readonly Case[] = [
	{
		title: "tini by a script that passes its arguments on",
		dockerfile: `${RUN_SH}\nCMD ["app"]`,
		files: SCRIPT('exec tini -- "$@"'),
		message: /run\.sh:4.* starts tini/,
	},
	{
		title: "dumb-init by a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec /usr/bin/dumb-init app"),
		message: /run\.sh:4/,
	},
	{
		title: "tini in all branches of a script",
		dockerfile: RUN_SH,
		files: SCRIPT('case "$MODE" in a) exec tini -- a;; *) exec tini -- b;; esac'),
	},
	{
		title: "tini by an array of a script",
		dockerfile: `${RUN_SH}\nCMD ["driver"]`,
		files: SCRIPT('CMD=(app "$@")\nexec /usr/bin/tini -s -- "${CMD[@]}"'),
		message: /run\.sh:5/,
	},
	{
		title: "tini by words that a script sets",
		dockerfile: `${RUN_SH}\nCMD ["dockerd"]`,
		files: SCRIPT('if [ "$1" = dockerd ]; then set -- docker-init -- "$@"; fi\nexec "$@"'),
		message: /run\.sh:5/,
	},
	{
		title: "tini after gosu in a script",
		dockerfile: RUN_SH,
		files: SCRIPT("exec gosu app tini -- app"),
		message: /run\.sh:4/,
	},
	{
		title: "dumb-init in the first line of a script",
		dockerfile: 'COPY run.sh /run.sh\nENTRYPOINT ["/run.sh"]',
		files: { "run.sh": "#!/usr/bin/dumb-init /bin/sh\nexec app\n" },
	},
	{
		title: "tini after env",
		dockerfile: 'ENTRYPOINT ["env", "TINI_SUBREAPER=", "tini", "--", "app"]',
		message: /^env starts tini/,
	},
	{ title: "tini in a shell form", dockerfile: "ENTRYPOINT exec tini -- app" },
];

const rewritten: readonly Case[] = [
	{
		title: "an entrypoint with an option whose value is the name of an init, not its path",
		dockerfile: 'ENTRYPOINT ["/usr/local/bin/entrypoint", "--name", "systemd"]',
	},
	{
		title: "a plain script that is called /init",
		dockerfile: 'COPY start.sh /init\nENTRYPOINT ["/init"]',
		files: { "start.sh": "#!/bin/sh\nexec app\n" },
	},
	{
		title: "a plain script that is called /sbin/init",
		dockerfile: 'COPY start.sh /sbin/init\nCMD ["/sbin/init"]',
		files: { "start.sh": "#!/bin/sh\nexec app\n" },
	},
	{
		title: "a script of another language that is called /init",
		dockerfile: 'COPY start.py /init\nENTRYPOINT ["/init"]',
		files: { "start.py": "#!/usr/bin/env python3\n" },
	},
	{
		title: "a script in a heredoc that is called /init",
		dockerfile: "COPY --chmod=755 <<'EOF' /init\n#!/bin/sh\nexec app\nEOF\nENTRYPOINT [\"/init\"]",
	},
	{
		title: "a script that a RUN writes to /init",
		dockerfile: "RUN echo '#!/bin/sh\\nexec app' > /init && chmod +x /init\nENTRYPOINT [\"/init\"]",
	},
	{
		title: "a script that is moved to /init",
		dockerfile: 'COPY start.sh /tmp/x\nRUN mv /tmp/x /init\nENTRYPOINT ["/init"]',
		files: { "start.sh": "exec app\n" },
	},
	{
		title: "a script that starts tini beside the program",
		dockerfile: RUN_SH,
		files: SCRIPT("tini -- helper &\nexec app"),
	},
	{ title: "a file that ends in .exe on a Linux base", dockerfile: 'CMD ["./main.exe"]' },
	{
		title: "an unreadable script with nothing that speaks for an init",
		dockerfile: 'ENTRYPOINT ["/opt/vendor/entrypoint.sh"]',
	},
	{
		title: "systemctl enable beside a program that is known",
		dockerfile: 'RUN systemctl enable x\nCMD ["nginx", "-g", "daemon off;"]',
	},
	{
		title: "systemctl enable beside a script that is read",
		dockerfile: `RUN systemctl enable x\n${RUN_SH}`,
		files: SCRIPT("exec nginx -g 'daemon off;'"),
	},
	{ title: "an argument that only looks like an init's path", dockerfile: 'CMD ["nginx", "-c", "/init"]' },
	{ title: "a program called init that is not the system's", dockerfile: 'CMD ["/app/init"]' },
	{ title: "a subcommand that is called init", dockerfile: 'ENTRYPOINT ["/app/terraform"]\nCMD ["init"]' },
	{
		title: "a script called init that PATH finds",
		dockerfile: 'COPY run.sh /usr/local/bin/init\nCMD ["init"]',
		files: SCRIPT("exec app"),
	},
	{
		title: "a program that is copied to /init from another stage",
		dockerfile:
			'FROM golang:1 AS build\nRUN go build -o /out/server .\nFROM debian:12\nCOPY --from=build /out/server /init\nENTRYPOINT ["/init"]',
	},
	{
		title: "a program that runs in place of the base image's init",
		dockerfile: 'FROM phusion/baseimage:noble-1.0.3\nENTRYPOINT ["java", "-jar", "/app.jar"]',
	},
	{
		title: "a CMD that takes the place of the base image's init",
		dockerfile: 'FROM rocker/shiny-verse:4.4.1\nCMD ["R", "-q"]',
	},
	{
		title: "a unit of systemd that is deleted",
		dockerfile: 'RUN rm -f /usr/lib/systemd/system/dnf-makecache.service\nENTRYPOINT ["/opt/start"]',
	},
];

const unknown: readonly Case[] = [
	{
		title: "systemctl enable and an entrypoint that cannot be read",
		dockerfile: 'RUN systemctl enable x\nENTRYPOINT ["/opt/entrypoint.sh"]',
		message: /systemctl enable \(line 2\).*\/opt\/entrypoint\.sh/,
	},
	{
		title: "systemctl enable in exec form",
		dockerfile: 'RUN ["systemctl", "enable", "x"]\nENTRYPOINT ["/opt/entrypoint.sh"]',
		message: /systemctl enable \(line 2\)/,
	},
	{
		title: "systemctl enable in a heredoc",
		dockerfile: 'RUN <<EOF\nset -e\nsystemctl enable x\nEOF\nENTRYPOINT ["/opt/entrypoint.sh"]',
		message: /systemctl enable \(line 2\)/,
	},
	{
		title: "systemctl mask and a binary of another stage",
		dockerfile:
			'FROM golang:1 AS build\nRUN go build -o /e .\nFROM debian:12\nRUN systemctl mask getty.target\nCOPY --from=build /e /e\nENTRYPOINT ["/e"]',
		message: /systemctl mask/,
	},
	{
		title: "STOPSIGNAL SIGRTMIN+3 and a program that is not known",
		dockerfile: 'STOPSIGNAL SIGRTMIN+3\nENTRYPOINT ["/usr/local/bin/entrypoint"]',
		message: /STOPSIGNAL SIGRTMIN\+3/,
	},
	{
		title: "STOPSIGNAL 37 and a variable in a script",
		dockerfile: `STOPSIGNAL 37\n${RUN_SH}`,
		files: SCRIPT("exec $INIT"),
		message: /STOPSIGNAL 37.*\$INIT/,
	},
	{
		title: "VOLUME /sys/fs/cgroup and a script that is not in the context",
		dockerfile: `VOLUME ["/sys/fs/cgroup"]\n${RUN_SH}`,
		message: /VOLUME \/sys\/fs\/cgroup/,
	},
	{
		title: "a tree of services and an unreadable entrypoint",
		dockerfile: 'COPY services /etc/services.d/\nENTRYPOINT ["/boot"]',
		message: /\/etc\/services\.d/,
	},
	{
		title: "s6-overlay that is unpacked and an unreadable entrypoint",
		dockerfile: 'ADD https://example.com/s6-overlay-noarch.tar.xz /tmp\nENTRYPOINT ["/entrypoint"]',
		message: /s6-overlay/,
	},
	{
		title: "an unreadable entrypoint on a base image with an init of its own",
		dockerfile: 'FROM phusion/baseimage:noble-1.0.3\nENTRYPOINT ["/opt/start.sh"]',
		message: /phusion\/baseimage:noble-1\.0\.3.*start\.sh/,
	},
	{
		title: "a unit that is copied",
		dockerfile: 'COPY app.service /etc/systemd/system/\nENTRYPOINT ["/opt/start"]',
		message: /\/systemd\/system/,
	},
	{
		title: "a unit that is linked",
		dockerfile:
			'RUN ln -s /lib/systemd/system/x.service /etc/systemd/system/multi-user.target.wants/x.service\nCMD ["/opt/start"]',
		message: /\/systemd\/system/,
	},
	{
		title: "a unit that is written",
		dockerfile: 'RUN a && printf "[Unit]\\n" > /etc/systemd/system/x.service\nCMD ["/opt/start"]',
		message: /\/systemd\/system/,
	},
	{
		title: "services of systemd that are taken out",
		dockerfile: 'RUN rm -f /lib/systemd/system/multi-user.target.wants/*\nCMD ["/opt/start"]',
		message: /\/systemd\/system/,
	},
	{
		title: "a service of OpenRC",
		dockerfile: 'FROM alpine:3.20\nRUN rc-update add sshd default\nCMD ["/opt/start"]',
		message: /rc-update add/,
	},
	{ title: "systemd's variable", dockerfile: 'ENV container docker\nCMD ["/opt/start"]', message: /container docker/ },
	{
		title: "systemd's variable with =",
		dockerfile: 'ENV LC=C container=docker\nCMD ["/opt/start"]',
		message: /container=/,
	},
	{
		title: "a hint in a stage that it is built on",
		dockerfile: 'FROM debian:12 AS base\nRUN systemctl enable x\nFROM base\nENTRYPOINT ["/opt/entrypoint.sh"]',
		message: /systemctl enable/,
	},
];

describe("rewrite judges by what runs", () => {
	describe.each([
		["leaves a program alone that has to be PID 1", "must-be-pid1", mustBePid1],
		["leaves an init alone that a text or a script starts", "already-init", alreadyInit],
		["leaves alone what may start a system init", "unknown-command", unknown],
	])("%s", (_, code, cases) => {
		it.each(cases)("$title", (row) => {
			const outcome = outcomeOf(row);
			expect(outcome).toMatchObject({
				code,
				text: row.dockerfile.startsWith("FROM") ? row.dockerfile : `FROM debian:12\n${row.dockerfile}`,
			});
			expect(outcome.message).toMatch(row.message ?? "");
		});
	});

	it.each(rewritten)("puts an init in front of $title", (row) => {
		expect(outcomeOf(row).code).toBe("rewritten");
	});
});
