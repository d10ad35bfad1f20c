import type { ChainCase } from "./chain-case.ts";

const PASSES_ON = { "entrypoint.sh": '#!/bin/sh\nexec "$@"\n' };

export const copiedFiles: readonly ChainCase[] = [
	{
		title: "a file by its new name",
		dockerfile: 'COPY docker/start /usr/local/bin/start\nCMD ["/usr/local/bin/start"]',
		files: { "docker/start": "exec app" },
		chains: ["/usr/local/bin/start = app (docker/start:1)"],
	},
	{
		title: "a file into a folder",
		dockerfile: 'COPY entrypoint.sh /usr/local/bin/\nENTRYPOINT ["/usr/local/bin/entrypoint.sh", "app"]',
		files: PASSES_ON,
		chains: ["/usr/local/bin/entrypoint.sh = app (entrypoint.sh:2)"],
	},
	{
		title: "a file with its folders",
		dockerfile: 'COPY --parents docker/run.sh /srv/\nENTRYPOINT ["/srv/docker/run.sh"]',
		files: { "docker/run.sh": "exec app" },
		chains: ["/srv/docker/run.sh = app (docker/run.sh:1)"],
	},
	{
		title: "a file with its folders below a pivot",
		dockerfile: 'COPY --parents ./a/./docker/*.sh /srv\nENTRYPOINT ["/srv/docker/run.sh"]',
		files: { "a/docker/run.sh": "exec app", "docker/run.sh": "exec wrong" },
		chains: ["/srv/docker/run.sh = app (a/docker/run.sh:1)"],
	},
	{
		title: "a folder with its folders",
		dockerfile: 'COPY --parents a/b /\nENTRYPOINT ["/a/b/c/run.sh"]',
		files: { "a/b/c/run.sh": "exec app" },
		chains: ["/a/b/c/run.sh = app (a/b/c/run.sh:1)"],
	},
	{
		title: "a file that a trigger of the base brings",
		dockerfile:
			'FROM debian:12 AS base\nONBUILD WORKDIR /srv\nONBUILD COPY run.sh ./\nFROM base\nENTRYPOINT ["./run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["./run.sh = app (run.sh:1)"],
	},
	{
		title: "a file of the stage in place of that of a trigger",
		dockerfile:
			'FROM debian:12 AS base\nONBUILD COPY a.sh /run.sh\nFROM base\nCOPY b.sh /run.sh\nENTRYPOINT ["/run.sh"]',
		files: { "a.sh": "exec wrong", "b.sh": "exec app" },
		chains: ["/run.sh = app (b.sh:1)"],
	},
	{
		title: "a trigger that fires in children alone",
		dockerfile: 'ONBUILD COPY a.sh /run.sh\nENTRYPOINT ["/run.sh"]',
		files: { "a.sh": "exec wrong" },
		chains: ["/run.sh ? /run.sh is not in the Dockerfile or its build context"],
	},
	{
		title: "a name in PATH",
		dockerfile: 'COPY entrypoint.sh /usr/local/bin/\nENTRYPOINT ["entrypoint.sh"]\nCMD ["app"]',
		files: PASSES_ON,
		chains: ["entrypoint.sh = app (entrypoint.sh:2)"],
	},
	{
		title: "a name in a folder that ENV adds to PATH",
		dockerfile: 'ENV PATH=/opt/bin:${PATH}\nCOPY entrypoint.sh /opt/bin/\nENTRYPOINT ["entrypoint.sh", "app"]',
		files: PASSES_ON,
		chains: ["entrypoint.sh = app (entrypoint.sh:2)"],
	},
	{
		title: "a folder after the others in PATH",
		dockerfile: 'ENV PATH="$PATH:/opt/bin"\nCOPY entrypoint.sh /opt/bin/\nENTRYPOINT ["entrypoint.sh", "app"]',
		files: PASSES_ON,
		chains: ["entrypoint.sh = app (entrypoint.sh:2)"],
	},
	{
		title: "the first folder of PATH that has it",
		dockerfile: 'ENV PATH=/b:/a:$PATH\nCOPY a.sh /a/run\nCOPY b.sh /b/run\nCMD ["run"]',
		files: { "a.sh": "exec a", "b.sh": "exec b" },
		chains: ["run = b (b.sh:1)"],
	},
	{
		title: "a folder that PATH gets by another variable",
		dockerfile: 'ENV APP_HOME=/srv/app\nENV PATH=$APP_HOME/bin:$PATH\nCOPY bin $APP_HOME/bin\nCMD ["run"]',
		files: { "bin/run": "exec app" },
		chains: ["run = app (bin/run:1)"],
	},
	{
		title: "a relative program in the working directory",
		dockerfile: 'WORKDIR /app\nCOPY run.sh .\nCMD ["./run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["./run.sh = app (run.sh:1)"],
	},
	{
		title: "a relative program in a folder of it",
		dockerfile: 'WORKDIR /app\nCOPY . .\nCMD ["bin/run"]',
		files: { "bin/run": "exec app" },
		chains: ["bin/run = app (bin/run:1)"],
	},
	{
		title: "a working directory as seen from another",
		dockerfile: 'WORKDIR /srv\nWORKDIR app\nCOPY run.sh ./\nWORKDIR ..\nCMD ["app/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["app/run.sh = app (run.sh:1)"],
	},
	{
		title: "a working directory with a variable",
		dockerfile: 'ARG DIR=/opt/x\nWORKDIR ${DIR}\nCOPY run.sh ./\nCMD ["/opt/x/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/opt/x/run.sh = app (run.sh:1)"],
	},
	{
		title: "a folder",
		dockerfile: 'COPY docker/ /docker/\nCMD ["/docker/bin/run"]',
		files: { "docker/bin/run": "exec app" },
		chains: ["/docker/bin/run = app (docker/bin/run:1)"],
	},
	{
		title: "a folder onto the root",
		dockerfile: 'COPY rootfs/ /\nENTRYPOINT ["/entrypoint.sh", "app"]',
		files: { "rootfs/entrypoint.sh": 'exec "$@"' },
		chains: ["/entrypoint.sh = app (rootfs/entrypoint.sh:1)"],
	},
	{
		title: "a folder with a dot in its name",
		dockerfile: 'COPY docker.d /etc/docker\nCMD ["/etc/docker/run"]',
		files: { "docker.d/run": "exec app" },
		chains: ["/etc/docker/run = app (docker.d/run:1)"],
	},
	{
		title: "several files into a folder",
		dockerfile: 'COPY a.sh b.sh /bin/\nCMD ["/bin/b.sh"]',
		files: { "a.sh": "exec a", "b.sh": "exec b" },
		chains: ["/bin/b.sh = b (b.sh:1)"],
	},
	{
		title: "wildcards",
		dockerfile: 'COPY scripts/*.sh /opt/\nCMD ["/opt/run.sh"]',
		files: { "scripts/run.sh": "exec app" },
		chains: ["/opt/run.sh = app (scripts/run.sh:1)"],
	},
	{
		title: "a question mark and a bracket",
		dockerfile: 'COPY scripts/run[0-9].s? /opt/\nCMD ["/opt/run1.sh"]',
		files: { "scripts/run1.sh": "exec app" },
		chains: ["/opt/run1.sh = app (scripts/run1.sh:1)"],
	},
	{
		title: "an exec form of COPY",
		dockerfile: 'COPY ["run.sh", "/opt/run it.sh"]\nCMD ["/opt/run it.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/opt/run it.sh = app (run.sh:1)"],
	},
	{
		title: "options of COPY",
		dockerfile: 'COPY --link --chown=app:app --chmod=0755 run.sh /run.sh\nCMD ["/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/run.sh = app (run.sh:1)"],
	},
	{
		title: "ADD",
		dockerfile: 'ADD ./run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/run.sh = app (run.sh:1)"],
	},
	{
		title: "variables in both paths",
		dockerfile: 'ARG SRC=docker\nENV DST=/opt\nCOPY $SRC/run.sh ${DST}/\nCMD ["/opt/run.sh"]',
		files: { "docker/run.sh": "exec app" },
		chains: ["/opt/run.sh = app (docker/run.sh:1)"],
	},
	{
		title: "paths with dots",
		dockerfile: 'COPY ./docker/../run.sh /opt/./x/../run.sh\nCMD ["/opt//run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/opt//run.sh = app (run.sh:1)"],
	},
	{
		title: "the last COPY to a path",
		dockerfile: 'COPY a.sh /run.sh\nCOPY b.sh /run.sh\nCMD ["/run.sh"]',
		files: { "a.sh": "exec a", "b.sh": "exec b" },
		chains: ["/run.sh = b (b.sh:1)"],
	},
	{
		title: "a later folder that does not hold it",
		dockerfile: 'COPY a.sh /opt/run.sh\nCOPY conf/ /opt/\nCMD ["/opt/run.sh"]',
		files: { "a.sh": "exec a", "conf/x": "" },
		chains: ["/opt/run.sh = a (a.sh:1)"],
	},
	{
		title: "another stage's file",
		dockerfile:
			'FROM alpine AS build\nCOPY run.sh /out/\nFROM debian:12\nCOPY --from=build /out/run.sh /run.sh\nCMD ["/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/run.sh = app (run.sh:1)"],
	},
	{
		title: "another stage's folder, by its number",
		dockerfile: 'FROM alpine\nWORKDIR /out\nCOPY . .\nFROM debian:12\nCOPY --from=0 /out /srv\nCMD ["/srv/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/srv/run.sh = app (run.sh:1)"],
	},
	{
		title: "a file through three stages",
		dockerfile:
			'FROM alpine AS a\nCOPY run.sh /a\nFROM alpine AS b\nCOPY --from=a /a /b\nFROM debian:12\nCOPY --from=b /b /c\nCMD ["/c"]',
		files: { "run.sh": "exec app" },
		chains: ["/c = app (run.sh:1)"],
	},
	{
		title: "a file of a stage that it is built on",
		dockerfile: 'FROM debian:12 AS base\nCOPY run.sh /\nFROM base\nCMD ["/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/run.sh = app (run.sh:1)"],
	},
	{
		title: "a heredoc",
		dockerfile: 'COPY --chmod=755 <<EOF /run.sh\n#!/bin/sh\nexec app\nEOF\nCMD ["/run.sh"]',
		chains: ["/run.sh = app (line 4)"],
	},
	{
		title: "a heredoc with quotes",
		dockerfile: 'COPY <<\'EOF\' /run.sh\nexec "$@"\nEOF\nENTRYPOINT ["sh", "/run.sh"]\nCMD ["app"]',
		chains: ["sh = /run.sh = app (line 3)"],
	},
	{
		title: "a heredoc whose dollar signs are escaped",
		dockerfile: 'COPY <<-EOF /run.sh\n\tset -e\n\texec "\\$@"\n\tEOF\nENTRYPOINT ["/run.sh", "app"]',
		chains: ["/run.sh = app (line 4)"],
	},
	{
		title: "a heredoc with a variable of the build",
		dockerfile: 'ARG APP=app\nCOPY <<EOF /run.sh\nexec $APP -x\nEOF\nCMD ["/run.sh"]',
		chains: ["/run.sh = app -x (line 4)"],
	},
	{
		title: "heredocs into a folder",
		dockerfile: 'COPY <<a.sh <<b.sh /opt/\nexec a\na.sh\nexec b\nb.sh\nCMD ["/opt/b.sh"]',
		chains: ["/opt/b.sh = b (line 5)"],
	},
	{
		title: "scripts of one heredoc each that run each other",
		dockerfile: 'COPY <<a <<b <<c /opt/\nexec /opt/b\na\nexec /opt/c\nb\nexec app\nc\nCMD ["/opt/a"]',
		chains: ["/opt/a = /opt/b (line 3) = /opt/c (line 5) = app (line 7)"],
	},
	{
		title: "a program that is what it is called, whatever is copied",
		dockerfile: 'COPY . /usr/bin/\nCMD ["node", "server.js"]',
		files: { node: "exec wrong" },
		chains: ["node server.js"],
	},
	{
		title: "a binary of the context",
		dockerfile: 'COPY app /app\nCMD ["/app"]',
		files: { app: "\u007fELF\u0000" },
		chains: ["/app"],
	},
	{
		title: "a script of the context called like a server",
		dockerfile: 'COPY nginx /app/nginx\nCMD ["/app/nginx"]',
		files: { nginx: "exec app" },
		chains: ["/app/nginx = app (nginx:1)"],
	},
	{
		title: "a file that a later COPY brings over a RUN's",
		dockerfile: 'RUN echo "exec a" > /run.sh\nCOPY b.sh /run.sh\nCMD ["/run.sh"]',
		files: { "b.sh": "exec b" },
		chains: ["/run.sh = b (b.sh:1)"],
	},
	{
		title: "a folder of another image in PATH that may hold it, and a file that does",
		dockerfile: 'COPY --from=vendor/tools /usr/local /usr/local\nCOPY run.sh /usr/bin/run\nCMD ["run"]',
		files: { "run.sh": "exec app" },
		chains: ["run = app (run.sh:1)"],
	},
	{
		title: "a folder of another image, after the file",
		dockerfile: 'COPY run.sh /opt/run.sh\nCOPY --from=vendor/tools /opt /opt\nCMD ["/opt/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/opt/run.sh = app (run.sh:1)"],
	},
];
