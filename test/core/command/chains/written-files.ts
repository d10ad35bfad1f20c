import type { ChainCase } from "./chain-case.ts";

const RUN_SH = { "run.sh": "exec app" };

export const writtenFiles: readonly ChainCase[] = [
	{
		title: "echo",
		dockerfile: 'RUN echo \'exec app\' > /run.sh\nCMD ["sh", "/run.sh"]',
		chains: ["sh = /run.sh = app (line 2)"],
	},
	{
		title: "echo with line ends in it",
		dockerfile:
			'RUN echo \'#!/bin/sh\\nset -e\\nexec "$@"\' > /run.sh && chmod +x /run.sh\nENTRYPOINT ["/run.sh", "app"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "echo -e",
		dockerfile: 'RUN echo -e "#!/bin/bash\\nexec app" >/run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "several echos",
		dockerfile:
			"RUN echo '#!/bin/sh' > /run.sh && echo 'prepare' >> /run.sh && echo 'exec app' >> /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "lines that later RUNs add",
		dockerfile:
			"RUN echo '#!/bin/sh' > /run.sh\nRUN echo 'prepare' >> /run.sh\nRUN echo 'exec app' >> /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 4)"],
	},
	{
		title: "lines that a RUN adds to a file of the context",
		dockerfile: "COPY run.sh /\nRUN echo 'exec app' >> /run.sh\nCMD [\"/run.sh\"]",
		files: { "run.sh": "prepare\n" },
		chains: ["/run.sh = app (line 3)"],
	},
	{
		title: "printf",
		dockerfile: 'RUN printf \'#!/bin/sh\\nexec "$@"\\n\' > /run.sh\nENTRYPOINT ["/run.sh", "app"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "printf with a format",
		dockerfile: "RUN printf '%s\\n' '#!/bin/sh' 'exec app' > /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a group",
		dockerfile: "RUN { echo '#!/bin/sh'; echo 'set -e'; echo 'exec app'; } > /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a subshell",
		dockerfile: "RUN (echo '#!/bin/sh'; echo 'exec app') > /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "tee",
		dockerfile: "RUN echo 'exec app' | tee /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "tee that adds lines",
		dockerfile: "RUN echo '#!/bin/sh' > /run.sh; echo 'exec app' | tee -a /run.sh > /dev/null\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "cat with a heredoc",
		dockerfile: 'RUN cat <<\'EOF\' > /run.sh\n#!/bin/sh\nexec "$@"\nEOF\nENTRYPOINT ["/run.sh", "app"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "cat with a heredoc in a RUN of lines",
		dockerfile:
			"RUN <<EOF\nset -e\ncat > /run.sh <<'SH'\n#!/bin/sh\nexec app\nSH\nchmod +x /run.sh\nEOF\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "tee with a heredoc",
		dockerfile: 'RUN tee /run.sh <<EOF\nexec "\\$@"\nEOF\nENTRYPOINT ["/run.sh", "app"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "install with a heredoc",
		dockerfile: "RUN install -m 755 /dev/stdin /run.sh <<'EOF'\nexec app\nEOF\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a variable of the build in what is written",
		dockerfile: 'ENV APP=app\nRUN echo "exec $APP -x" > /run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh = app -x (line 3)"],
	},
	{
		title: "a variable in the path",
		dockerfile: "ENV DIR=/opt\nRUN echo 'exec app' > $DIR/run.sh\nCMD [\"/opt/run.sh\"]",
		chains: ["/opt/run.sh = app (line 3)"],
	},
	{
		title: "a path in the working directory",
		dockerfile: "WORKDIR /srv\nRUN echo 'exec app' > run.sh\nCMD [\"./run.sh\"]",
		chains: ["./run.sh = app (line 3)"],
	},
	{
		title: "a path in the folder that the RUN goes to",
		dockerfile: "RUN cd /opt && echo 'exec app' > run.sh\nCMD [\"/opt/run.sh\"]",
		chains: ["/opt/run.sh = app (line 2)"],
	},
	{
		title: "a folder in a subshell alone",
		dockerfile: "RUN (cd /opt && make) && echo 'exec app' > /run.sh && (cd /tmp && rm -rf run.sh)\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "chmod after COPY",
		dockerfile: 'COPY run.sh /\nRUN chmod +x /run.sh\nCMD ["/run.sh"]',
		files: RUN_SH,
		chains: ["/run.sh = app (run.sh:1)"],
	},
	{
		title: "sed that takes line ends of Windows away",
		dockerfile: "COPY run.sh /\nRUN sed -i 's/\\r$//' /run.sh && chmod 755 /run.sh\nCMD [\"/run.sh\"]",
		files: RUN_SH,
		chains: ["/run.sh = app (run.sh:1)"],
	},
	{
		title: "mv",
		dockerfile: 'COPY run.sh /tmp/\nRUN mv /tmp/run.sh /usr/local/bin/start\nCMD ["start"]',
		files: RUN_SH,
		chains: ["start = app (run.sh:1)"],
	},
	{
		title: "mv into a folder",
		dockerfile: 'COPY run.sh /tmp/\nRUN mv /tmp/run.sh /usr/local/bin/\nCMD ["run.sh"]',
		files: RUN_SH,
		chains: ["run.sh = app (run.sh:1)"],
	},
	{
		title: "mv twice",
		dockerfile: 'COPY run.sh /a\nRUN mv /a /b && mv /b /c\nCMD ["/c"]',
		files: RUN_SH,
		chains: ["/c = app (run.sh:1)"],
	},
	{
		title: "cp",
		dockerfile: 'COPY . /src\nRUN cp /src/run.sh /start && rm -rf /src\nCMD ["/start"]',
		files: RUN_SH,
		chains: ["/start = app (run.sh:1)"],
	},
	{
		title: "cp of a folder's content",
		dockerfile: 'COPY . /src\nRUN cp -r /src/. /srv/app/\nCMD ["/srv/app/run.sh"]',
		files: RUN_SH,
		chains: ["/srv/app/run.sh = app (run.sh:1)"],
	},
	{
		title: "cp of a folder",
		dockerfile: 'COPY . /src\nRUN cp -a /src /srv/\nCMD ["/srv/src/run.sh"]',
		files: RUN_SH,
		chains: ["/srv/src/run.sh = app (run.sh:1)"],
	},
	{
		title: "cp with wildcards",
		dockerfile: 'COPY . /src\nRUN cp /src/*.sh /opt/\nCMD ["/opt/run.sh"]',
		files: RUN_SH,
		chains: ["/opt/run.sh = app (run.sh:1)"],
	},
	{
		title: "cp -t",
		dockerfile: 'COPY . /src\nRUN cp -t /opt /src/run.sh /src/x\nCMD ["/opt/run.sh"]',
		files: RUN_SH,
		chains: ["/opt/run.sh = app (run.sh:1)"],
	},
	{
		title: "install",
		dockerfile: 'COPY . /src\nRUN install -o root -g root -m 0755 /src/run.sh /usr/bin/start\nCMD ["start"]',
		files: RUN_SH,
		chains: ["start = app (run.sh:1)"],
	},
	{
		title: "install -D",
		dockerfile: 'COPY . /src\nRUN install -Dm755 /src/run.sh /opt/x/start\nCMD ["/opt/x/start"]',
		files: RUN_SH,
		chains: ["/opt/x/start = app (run.sh:1)"],
	},
	{
		title: "a symbolic link",
		dockerfile:
			'COPY run.sh /usr/local/bin/\nRUN ln -s /usr/local/bin/run.sh /entrypoint.sh\nENTRYPOINT ["/entrypoint.sh"]',
		files: RUN_SH,
		chains: ["/entrypoint.sh = app (run.sh:1)"],
	},
	{
		title: "a symbolic link as seen from its own folder",
		dockerfile: 'COPY run.sh /opt/lib/\nRUN ln -sf ../lib/run.sh /opt/bin/run\nCMD ["/opt/bin/run"]',
		files: RUN_SH,
		chains: ["/opt/bin/run = app (run.sh:1)"],
	},
	{
		title: "a link into the root that a name without slash finds",
		dockerfile:
			'COPY run.sh /usr/local/bin/docker-entry.sh\nRUN ln -s usr/local/bin/docker-entry.sh / # old images\nENTRYPOINT ["docker-entry.sh"]',
		files: RUN_SH,
		chains: ["docker-entry.sh = app (run.sh:1)"],
	},
	{
		title: "a file that a later RUN removes, and the one of the same name in PATH",
		dockerfile: 'COPY a.sh /usr/local/bin/run\nCOPY b.sh /usr/bin/run\nRUN rm -f /usr/local/bin/run\nCMD ["run"]',
		files: { "a.sh": "exec a", "b.sh": "exec b" },
		chains: ["run = b (b.sh:1)"],
	},
	{
		title: "a file that a later RUN removes and writes anew",
		dockerfile: "COPY run.sh /run.sh\nRUN rm /run.sh\nRUN echo 'exec other' > /run.sh\nCMD [\"/run.sh\"]",
		files: RUN_SH,
		chains: ["/run.sh = other (line 4)"],
	},
	{
		title: "a file that a later RUN overwrites",
		dockerfile: "COPY run.sh /run.sh\nRUN echo 'exec other' > /run.sh\nCMD [\"/run.sh\"]",
		files: RUN_SH,
		chains: ["/run.sh = other (line 3)"],
	},
	{
		title: "a folder that a later RUN removes",
		dockerfile: 'COPY a.sh /opt/a/run\nCOPY b.sh /opt/b/run\nRUN rm -rf /opt/a\nENV PATH=/opt/a:/opt/b\nCMD ["run"]',
		files: { "a.sh": "exec a", "b.sh": "exec b" },
		chains: ["run = b (b.sh:1)"],
	},
	{
		title: "an exec form of RUN",
		dockerfile: 'COPY run.sh /a\nRUN ["mv", "/a", "/b"]\nCMD ["/b"]',
		files: RUN_SH,
		chains: ["/b = app (run.sh:1)"],
	},
	{
		title: "mounts of a RUN",
		dockerfile: "RUN --mount=type=cache,target=/x echo 'exec app' > /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "continued lines and comments in a RUN",
		dockerfile:
			"RUN set -eux; \\\n  # the script\n  echo 'exec app' > /run.sh; \\\n  chmod +x /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "another stage that writes it",
		dockerfile:
			"FROM alpine AS build\nRUN echo 'exec app' > /out.sh\nFROM debian:12\nCOPY --from=build /out.sh /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a script that sed changes",
		dockerfile: "RUN echo 'exec app' > /run.sh\nRUN sed -i -e 's/app/other/' /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh ? line 3 writes it, and its content is unknown"],
	},
	{
		title: "a script from which sed takes the carriage returns",
		dockerfile: "RUN echo 'exec app' > /run.sh && sed -i 's/\\r$//' /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "printf with numbers of characters",
		dockerfile: "RUN printf '#!/bin/sh\\012exec \\x61pp\\n' > /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "echo with numbers of characters",
		dockerfile: "RUN echo '#!/bin/sh\\0012exec app' > /run.sh\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "another shell in exec form",
		dockerfile: 'RUN ["/bin/bash", "-c", "echo exec app > /run.sh"]\nCMD ["/run.sh"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "another shell as another user",
		dockerfile: "RUN cd /opt && sudo -u app bash -c 'cd sub; echo exec app > run.sh'\nCMD [\"/opt/sub/run.sh\"]",
		chains: ["/opt/sub/run.sh = app (line 2)"],
	},
	{
		title: "a heredoc for another shell",
		dockerfile: "RUN <<EOF bash\ncat > /run.sh <<'X'\nexec app\nX\nEOF\nCMD [\"/run.sh\"]",
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a heredoc for a shell with options",
		dockerfile: 'RUN bash -ex <<EOF\necho exec app > /run.sh\nEOF\nCMD ["/run.sh"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "sudo tee",
		dockerfile: 'RUN echo exec app | sudo tee /run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a path that ENV names",
		dockerfile: 'ENV FILE=/usr/local/bin/run.sh\nRUN echo exec app > "$FILE"\nCMD ["run.sh"]',
		chains: ["run.sh = app (line 3)"],
	},
	{
		title: "a path that the RUN names",
		dockerfile: 'RUN file=/run.sh; echo exec app > "${file}" && chmod +x "$file"\nCMD ["/run.sh"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a bind mount that a RUN copies from",
		dockerfile: 'RUN --mount=type=bind,source=bin/e.sh,target=/tmp/e.sh cp /tmp/e.sh /run.sh\nCMD ["/run.sh"]',
		files: { "bin/e.sh": "exec app" },
		chains: ["/run.sh = app (bin/e.sh:1)"],
	},
	{
		title: "the whole build context, mounted",
		dockerfile: 'WORKDIR /src\nRUN --mount=target=. install -m 755 bin/e.sh /run.sh\nCMD ["/run.sh"]',
		files: { "bin/e.sh": "exec app" },
		chains: ["/run.sh = app (bin/e.sh:1)"],
	},
	{
		title: "a mount of another stage",
		dockerfile:
			'FROM alpine AS build\nRUN echo exec app > /out/run.sh\nFROM debian:12\nRUN --mount=from=build,src=/out,dst=/mnt cp /mnt/run.sh /\nCMD ["/run.sh"]',
		chains: ["/run.sh = app (line 2)"],
	},
	{
		title: "a mount of a cache",
		dockerfile: 'RUN --mount=type=cache,target=/tmp cp /tmp/run.sh /run.sh\nCMD ["/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/run.sh ? it comes from /tmp/run.sh"],
	},
	{
		title: "parameters in a heredoc of COPY, which BuildKit takes away",
		dockerfile: 'COPY <<EOF /run.sh\nexec app "$10" x$@\nEOF\nCMD ["/run.sh", "a"]',
		chains: ["/run.sh = app  x (line 3)"],
	},
];
