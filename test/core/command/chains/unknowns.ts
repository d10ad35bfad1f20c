import type { ChainCase } from "./chain-case.ts";

export const unknowns: readonly ChainCase[] = [
	{
		title: "a variable that nothing sets",
		dockerfile: "CMD exec $APP_COMMAND",
		chains: ["/bin/sh = $APP_COMMAND ? what $APP_COMMAND stands for is unknown"],
	},
	{
		title: "a program that a program prints",
		dockerfile: 'CMD ["sh", "-c", "exec $(find-app --latest)"]',
		chains: ["sh = $(find-app --latest) ? what $(find-app --latest) stands for is unknown"],
	},
	{
		title: "a script that is not in the context",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { other: "" },
		chains: ["/run.sh ? run.sh is not in the build context"],
	},
	{
		title: "a script of the base",
		dockerfile: 'ENTRYPOINT ["/opt/vendor/entrypoint.sh"]',
		chains: ["/opt/vendor/entrypoint.sh ? /opt/vendor/entrypoint.sh is not in the Dockerfile or its build context"],
	},
	{
		title: "a script for a shell that is not known",
		dockerfile: 'CMD ["sh", "/run.sh"]',
		chains: ["sh = /run.sh ? /run.sh is not in the Dockerfile or its build context"],
	},
	{
		title: "a script from another image",
		dockerfile: 'COPY --from=vendor/tools:1 /run.sh /run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh ? it comes from vendor/tools:1"],
	},
	{
		title: "a program that another stage builds",
		dockerfile:
			'FROM golang:1 AS build\nRUN go build -o /app .\nFROM debian:12\nCOPY --from=build /app /app\nCMD ["/app"]',
		chains: ["/app ? it comes from build"],
	},
	{
		title: "a script from the network",
		dockerfile: 'ADD https://example.com/run.sh /run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh ? it comes from the network"],
	},
	{
		title: "a script that a RUN loads",
		dockerfile: 'RUN curl -fsSL https://example.com/x -o /run.sh && chmod +x /run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh ? it comes from the network"],
	},
	{
		title: "a script that a RUN loads by its name",
		dockerfile: 'WORKDIR /srv\nRUN wget -q https://example.com/run.sh\nCMD ["./run.sh"]',
		chains: ["./run.sh ? it comes from the network"],
	},
	{
		title: "a script that a RUN copies from somewhere",
		dockerfile: 'RUN cp /usr/share/vendor/run.sh /run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh ? it comes from /usr/share/vendor/run.sh"],
	},
	{
		title: "a script that a program writes",
		dockerfile: 'RUN make-script > /run.sh\nCMD ["/run.sh"]',
		chains: ["/run.sh ? line 2 writes it, and its content is unknown"],
	},
	{
		title: "a script that a later RUN removes",
		dockerfile: 'COPY run.sh /\nRUN rm /run.sh\nCMD ["/run.sh"]',
		files: { "run.sh": "exec app" },
		chains: ["/run.sh ? /run.sh is not in the Dockerfile or its build context"],
	},
	{
		title: "a script that does not parse",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": "#!/bin/sh\nif true; then\nexec app\n" },
		chains: ["/run.sh ? line 4 of run.sh cannot be read: unexpected the end"],
	},
	{
		title: "a text that does not parse",
		dockerfile: "CMD exec app 'x",
		chains: ["/bin/sh -c exec app 'x ? line 1 of its text cannot be read: no ' closes a quoted text"],
	},
	{
		title: "a script that runs a text it is given",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": '#!/bin/sh\neval "$START"\n' },
		chains: ["/run.sh ? run.sh:2 runs eval"],
	},
	{
		title: "a script that only sources another",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": "#!/bin/sh\n. /opt/start\n" },
		chains: ["/run.sh ? run.sh:2 sources /opt/start"],
	},
	{
		title: "two scripts that run each other",
		dockerfile: 'COPY a.sh b.sh /\nCMD ["/a.sh"]',
		files: { "a.sh": "exec /b.sh", "b.sh": "exec /a.sh" },
		chains: ["/a.sh = /b.sh (a.sh:1) = /a.sh (b.sh:1) = /b.sh (a.sh:1) ? b.sh starts itself over and over"],
	},
	{
		title: "a script that runs itself",
		dockerfile: 'COPY a.sh /\nCMD ["/a.sh"]',
		files: { "a.sh": 'exec "$0" "$@"' },
		chains: ["/a.sh = /a.sh (a.sh:1) ? a.sh starts itself over and over"],
	},
	{
		title: "a long chain of wrappers",
		dockerfile: `CMD ${JSON.stringify([...Array.from({ length: 60 }, () => "nice"), "app"])}`,
		chains: [`${"nice = ".repeat(41)}nice ${"nice ".repeat(18)}app ? the chain of programs is too long to follow`],
	},
	{
		title: "a relative program in a folder that is not known",
		dockerfile: 'COPY . /app\nWORKDIR /app\nCMD cd "$DIR" && exec ./run.sh',
		files: { "run.sh": "exec wrong" },
		chains: ["/bin/sh = ./run.sh ? ./run.sh is not in the Dockerfile or its build context"],
	},
	{
		title: "arguments that come from an unknown base",
		dockerfile: 'FROM acme/base\nCOPY run.sh /\nENTRYPOINT ["/run.sh"]',
		files: { "run.sh": 'exec "$@"' },
		chains: ["/run.sh"],
	},
	{
		title: "a number of arguments to drop that is not known",
		dockerfile: 'COPY run.sh /\nENTRYPOINT ["/run.sh", "-a", "app"]',
		files: { "run.sh": '#!/bin/bash\nwhile getopts "ab" o; do :; done\nshift $((OPTIND - 1))\nexec "$@"' },
		chains: ["/run.sh -a app ? its arguments are unknown"],
	},
	{
		title: "gibberish",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": ")}]{([" },
		chains: ["/run.sh ? line 1 of run.sh cannot be read: unexpected )"],
	},
	{
		title: "expansions that are nested too deeply",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": `exec ${"$(".repeat(500)}app${")".repeat(500)}` },
		chains: ["/run.sh ? line 1 of run.sh cannot be read: expansions are nested too deeply"],
	},
	{
		title: "commands that are nested too deeply",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": `${"{ ".repeat(500)}exec app; ${"}; ".repeat(500)}` },
		chains: ["/run.sh ? line 1 of run.sh cannot be read: commands are nested too deeply"],
	},
	{
		title: "a script that cannot be read and is called like those that end in exec",
		dockerfile: 'COPY docker-entrypoint.sh /\nENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["app"]',
		chains: ["/docker-entrypoint.sh app ? docker-entrypoint.sh is not in the build context"],
	},
	{
		title: "a script that is too long",
		dockerfile: 'COPY run.sh /\nCMD ["/run.sh"]',
		files: { "run.sh": `${"a && b; ".repeat(40_000)}exec app` },
		chains: ["/run.sh ? run.sh is too long to follow"],
	},
	{
		title: "a program of the context that is not read",
		dockerfile: 'FROM debian:12\nCMD ["/opt/x/start-server"]',
		chains: ["/opt/x/start-server ? /opt/x/start-server is not in the Dockerfile or its build context"],
	},
];
