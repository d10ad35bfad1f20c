import fc from "fast-check";

/** Marks a place in generated text where a line may be broken. None of our Dockerfiles contain it. */
const BREAK = "\ue000";

/** Text of one instruction or comment, with places where lines may be broken. */
interface Draft {
	readonly text: string;
	/** Physical lines after it that must not be changed: heredocs. */
	readonly tail?: string;
}

const BASES = [
	"alpine",
	"alpine:3.20",
	"debian:12-slim",
	"ubuntu:24.04",
	"node:22",
	"node:22-alpine",
	"php:8.3-fpm",
	"postgres:16",
	"nginx",
	"python:3.12",
	"fedora:41",
	"rockylinux:9",
	"registry.access.redhat.com/ubi9/ubi-minimal",
	"opensuse/leap:15.6",
	"gcr.io/distroless/static-debian12:nonroot",
	"busybox",
	"scratch",
	"scratch",
	"acme/unknown:1",
	"docker.io/library/redis:7",
	"debian:jessie",
	"lscr.io/linuxserver/nginx",
	"$BASE",
	"alpine:$TAG",
	"alpine:${TAG:-3.19}",
	"base-$TARGETARCH",
];

const NAMES = ["build", "base", "app", "Final", "node", "s1", "base-amd64", "base-arm64"];

const WORDS = [
	"app",
	"/usr/bin/app",
	"a b",
	"",
	"é",
	"日本",
	"😀",
	"$X",
	"${X:-y}",
	"#",
	"# x",
	"\t",
	'"',
	"'",
	"\\",
	"\\n",
	"\n",
	"`",
	"--",
	"-g",
	"<<EOF",
	"&&",
	"exec",
	"sh",
	"-c",
	"[",
	"]",
	"\u00a0",
	"\u2028",
	"\ufeff",
	"\u0001",
	"\u007f",
	"tini",
	"/sbin/tini",
	"dumb-init",
	"/init",
	"env",
	"node",
	"x=1",
	"docker-entrypoint.sh",
	"{{x}}",
	"$&",
	"; ",
];

const HEADS = [
	"tini",
	"/sbin/tini",
	"/usr/bin/tini",
	"/sbin/pidone",
	"dumb-init",
	"catatonit",
	"pid1",
	"/usr/bin/env",
	"/init",
	"/sbin/init",
	"supervisord",
	"docker-init",
];

const INIT_OPTIONS = [
	"-g",
	"-s",
	"-v",
	"-w",
	"-c",
	"-r",
	"15:3",
	"-e",
	"143",
	"-p",
	"SIGTERM",
	"--",
	"--single-child",
	"--rewrite=15:2",
	"--delay",
	"-vvv",
	"-p9",
	"--x",
];

const word = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom(...WORDS) },
	{ weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const argv = fc.oneof(
	{ weight: 4, arbitrary: fc.array(word, { maxLength: 4 }) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(
				fc.constantFrom(...HEADS),
				fc.array(fc.constantFrom(...INIT_OPTIONS), { maxLength: 3 }),
				fc.array(word, { maxLength: 2 }),
			)
			.map(([head, options, rest]) => [head, ...options, ...rest]),
	},
);

/** A JSON string, with escapes that JSON.stringify would not choose. */
const literal = (text: string, style: number): string => {
	const plain = JSON.stringify(text);
	if (style === 1) return plain.replaceAll("/", "\\/");
	if (style === 2) return `"${[...text].map((each) => unicodeEscape(each)).join("")}"`;
	return style === 3 ? `${plain.slice(0, -1)}\\ud800"` : plain;
};

const unicodeEscape = (text: string): string =>
	text
		.split("")
		.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
		.join("");

const execForm = fc
	.tuple(
		argv,
		fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
		fc.constantFrom(", ", ",", ` ,${BREAK}`, `,${BREAK} `),
		fc.constantFrom("", " ", BREAK, `${BREAK} `),
	)
	.map(
		([words, style, comma, inside]) => `[${inside}${words.map((each) => literal(each, style)).join(comma)}${inside}]`,
	);

const shellPiece = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.constantFrom(
			"node server.js",
			"exec app",
			"cd /x && ./y",
			'echo "a b"',
			"a 'b'",
			"a\\b",
			"é",
			"😀",
			"$X",
			"#x",
			"a\tb",
			"a  b",
		),
	},
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			"[",
			'["a",]',
			'["a"] # x',
			"<<EOF",
			"a;b",
			"exec tini -- x",
			"tini app",
			'"',
			"'",
			"\\\\",
			"\\n",
			"x=1 y",
			"if",
			"\u0001",
			"/x",
		),
	},
	{ weight: 1, arbitrary: fc.string({ maxLength: 8 }).map((text) => text.replaceAll("\n", " ")) },
);
const shellForm = fc
	.array(fc.tuple(shellPiece, fc.constantFrom(" ", BREAK, ` ${BREAK}`, `${BREAK}  `)), { maxLength: 4 })
	.map((pieces) => pieces.map(([text, gap], index) => (index === pieces.length - 1 ? text : text + gap)).join(""));

const commandText = fc.oneof(
	{ weight: 4, arbitrary: execForm },
	{ weight: 3, arbitrary: shellForm },
	{ weight: 1, arbitrary: fc.constantFrom("[]", "[ ]", "", "[\t]", `[${BREAK}]`, `[""]`, `[ "${BREAK}" ]`) },
);

const command = fc
	.tuple(fc.constantFrom("ENTRYPOINT", "CMD", "CMD"), commandText)
	.map(([keyword, text]): Draft => ({ text: `${keyword} ${text}` }));

const plainRun = fc.constantFrom(
	"make",
	"apk add --no-cache curl",
	`apt-get update ${BREAK}&& apt-get install -y curl tini`,
	"apt-get install -y git",
	"apt-get update",
	"dnf install -y x",
	"microdnf install -y x",
	"pip install dumb-init",
	"wget -q http://x",
	"echo $TARGETARCH",
	'["a", "b"]',
	'echo "a <<EOF b"',
	`a ${BREAK} b ${BREAK} c`,
	"--mount=type=cache,target=/x make",
	"sudo apt-get update",
	"apk add tini",
	"yum install -y epel-release",
);

const run = fc.oneof(
	{ weight: 5, arbitrary: plainRun.map((text): Draft => ({ text: `RUN ${text}` })) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<Draft>(
			{ text: "RUN <<EOF", tail: "echo a\n# no comment\nCMD x\n\nEOF\n" },
			{ text: "COPY <<-'X' <<Y /d/", tail: "a\n\tX\n# pidone: added the next instruction (00000000)\nY\n" },
			{ text: "RUN cat <<A", tail: "ENTRYPOINT [\n \\\nA\n" },
		),
	},
);

const other = fc.constantFrom(
	"ARG X",
	"ARG X=1",
	"ARG TARGETARCH",
	"ARG TARGETARCH=amd64",
	"ARG TARGETVARIANT",
	`ARG A=1 ${BREAK} B=2`,
	"ENV X=1",
	`ENV X=1 ${BREAK}Y="a b"`,
	"ENV TARGETARCH riscv64",
	"ENV OLD style",
	"USER root",
	"USER app",
	"USER $X",
	"USER ${U:-1000}:0",
	"USER 0",
	"WORKDIR /x",
	'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
	'SHELL ["/bin/ash", "-eo", "pipefail", "-c"]',
	`SHELL [ ${BREAK}"/bin/sh", "-c" ]`,
	'SHELL ["python", "-c"]',
	'SHELL ["é\\"\\\\", "-c"]',
	"COPY . .",
	"COPY --from=0 /a /b",
	`COPY --chown="a:b" ${BREAK}a b /c/`,
	"COPY tini /sbin/tini",
	"COPY --from=x /dumb-init /usr/bin/",
	"ADD https://x/tini /usr/bin/tini",
	"ADD x /$TARGETARCH",
	`HEALTHCHECK --interval=1s ${BREAK}CMD ["a"]`,
	`HEALTHCHECK ${BREAK}CMD curl x`,
	"HEALTHCHECK NONE",
	"LABEL a=b c='d'",
	"EXPOSE 80",
	"VOLUME /x",
	"MAINTAINER me",
	"STOPSIGNAL SIGQUIT",
	"STOPSIGNAL $X",
	'LABEL x="<<EOF"',
	"FOO bar",
);

const onbuild = fc
	.tuple(
		fc.constantFrom("ONBUILD ", "ONBUILD  ", `ONBUILD ${BREAK}`, "onbuild "),
		fc.oneof(
			command,
			command,
			run,
			other.map((text): Draft => ({ text })),
		),
	)
	.map(([prefix, { text, tail }]): Draft => ({ text: prefix + text, ...(tail === undefined ? {} : { tail }) }));

const COMMENTS = [
	"# comment",
	"#",
	"# check=skip=all",
	"# two words",
	"# three words here",
	"#\ttab",
	"# pidone ignore=rewritten because",
	"#no blank \\",
	"\t# indented",
	'# "[é`',
	"# CMD x",
	"# syntax=docker/dockerfile:1",
];

const MARKERS = [
	"# pidone: added the next instruction (00000000)",
	"# pidone: added the ARG above and the next 2 instructions; wrapped CMD (00000000)",
	"# pidone: wrapped ENTRYPOINT (00000000)",
	"# pidone: wrapped shell-form ONBUILD CMD (00000000)",
	"# pidone: put exec into CMD (00000000)",
	'# pidone: replaced "" in ENTRYPOINT (00000000)',
	'# pidone: the init of ENTRYPOINT was "tini", "--" (00000000)',
	"# pidone: wrapped ENTRYPOINT",
	"# pidone: nonsense",
];

const draft = fc.oneof(
	{ weight: 6, arbitrary: command },
	{ weight: 4, arbitrary: run },
	{ weight: 5, arbitrary: other.filter((text) => text !== "FOO bar").map((text): Draft => ({ text })) },
	{ weight: 1, arbitrary: onbuild },
);

/** What may precede an instruction. */
const lead = fc.oneof(
	{ weight: 6, arbitrary: fc.constant("") },
	{ weight: 2, arbitrary: fc.constantFrom("\n", "\n\n", " \n", "\t\n") },
	{
		weight: 3,
		arbitrary: fc
			.array(fc.constantFrom(...COMMENTS, ""), { minLength: 1, maxLength: 3 })
			.map((lines) => lines.map((line) => `${line}\n`).join("")),
	},
);

const gap = fc.constantFrom("", "", " ", "\t ", "\n", "\n# in between\n", " \n\t# x\\\n\n", "\n  \n");
const layout = fc.record({
	/** What is inserted at each place where a line may be broken; `undefined` leaves the line whole. */
	gaps: fc.array(fc.option(gap, { nil: undefined }), { minLength: 1, maxLength: 4 }),
	keywordCase: fc.constantFrom("upper", "upper", "upper", "lower", "mixed"),
	indent: fc.constantFrom("", "", "", "", " ", "\t", "  \t"),
	/** Follows the keyword and the text. */
	trailing: fc.constantFrom("", "", "", "", " ", "\t", " \t "),
	between: fc.constantFrom(" ", " ", " ", "  ", "\t", " \\\n", " \\ \n  "),
});
type Layout = typeof layout extends fc.Arbitrary<infer T> ? T : never;

function lay({ text, tail }: Draft, { gaps, keywordCase, indent, trailing, between }: Layout, escape: string): string {
	let next = 0;
	const laid = text.replaceAll(BREAK, () => {
		const choice = gaps[next++ % gaps.length];
		if (choice === undefined) return "";
		const lineFeed = choice.indexOf("\n");
		return lineFeed === -1
			? `${escape}${choice}\n`
			: `${escape}${choice.slice(0, lineFeed)}\n${choice.slice(lineFeed + 1)}`;
	});
	const blank = laid.search(/[ \t]/);
	const keyword = blank === -1 ? laid : laid.slice(0, blank);
	const cased =
		keywordCase === "upper"
			? keyword
			: keywordCase === "lower"
				? keyword.toLowerCase()
				: keyword.charAt(0) + keyword.slice(1).toLowerCase();
	const rest = blank === -1 ? "" : between.replace("\\", () => escape) + laid.slice(blank + 1);
	return `${indent}${cased}${rest}${trailing}\n${tail ?? ""}`;
}

const from = fc
	.record({
		base: fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...BASES) },
			{ weight: 2, arbitrary: fc.constantFrom(...NAMES).map((name) => name.toLowerCase()) },
		),
		name: fc.option(fc.constantFrom(...NAMES), { nil: undefined }),
		platform: fc.constantFrom(
			"",
			"",
			"",
			"",
			"--platform=linux/amd64 ",
			"--platform=$BUILDPLATFORM ",
			"--platform=linux/arm/v7 ",
			"",
		),
		as: fc.constantFrom(" AS ", " as ", `${BREAK} AS ${BREAK}`),
	})
	.map(
		({ base, name, platform, as }): Draft => ({
			text: `FROM ${platform}${base}${name === undefined ? "" : as + name}`,
		}),
	);

const line = fc.record({ lead, layout });
const stage = fc.record({ from, fromLine: line, lines: fc.array(fc.record({ draft, line }), { maxLength: 7 }) });

const head = fc.record({
	bom: fc.constantFrom("", "", "", "", "", "\ufeff"),
	directives: fc.constantFrom("", "", "", "# syntax=docker/dockerfile:1\n"),
	escape: fc.constantFrom("\\", "\\", "\\", "\\", "\\", "`"),
	args: fc.constantFrom(
		"",
		"ARG TAG=1\nARG BASE=node:22\n",
		"ARG BASE=node:22 TAG\n",
		"ARG TAG=3.20 BASE=nginx\n# c\n",
	),
});

const foot = fc.record({
	/** Replaces the last line end. */
	ending: fc.constantFrom(
		"\n",
		"\n",
		"\n",
		"",
		"\n# last",
		"\n# last\n",
		"\n\n",
		"\n  ",
		"CONTINUED",
		"CONTINUED\n",
		"\r",
	),
	lineEnd: fc.constantFrom("\n", "\n", "\n", "\n", "\r\n", "mixed"),
	/** Where a marker is inserted: a line number, modulo the number of lines. */
	marker: fc.option(fc.tuple(fc.constantFrom(...MARKERS), fc.nat(40)), { nil: undefined, freq: 8 }),
});

/** Dockerfiles of every shape. Most of them are valid. */
export const arbitraryDockerfile: fc.Arbitrary<string> = fc
	.record({ head, stages: fc.array(stage, { minLength: 1, maxLength: 4 }), foot })
	.map(({ head: { bom, directives, escape, args }, stages, foot: { ending, lineEnd, marker } }) => {
		let text = directives + (escape === "`" ? "# escape=`\n" : "") + args;
		for (const each of stages) {
			text += each.fromLine.lead + lay(each.from, each.fromLine.layout, escape);
			for (const { draft: instruction, line: place } of each.lines)
				text += place.lead + lay(instruction, place.layout, escape);
		}
		text = text.slice(0, -1) + ending.replace("CONTINUED", ` ${escape}`);
		if (marker !== undefined) text = withMarker(text, marker);
		return bom + withLineEnds(text, lineEnd);
	});

function withMarker(text: string, [comment, place]: readonly [string, number]): string {
	const lines = text.split("\n");
	lines.splice(place % (lines.length + 1), 0, comment);
	return lines.join("\n");
}

function withLineEnds(text: string, lineEnd: string): string {
	if (lineEnd === "\r\n") return text.replaceAll("\n", "\r\n");
	let count = 0;
	return lineEnd === "mixed" ? text.replaceAll("\n", () => (count++ % 3 === 1 ? "\r\n" : "\n")) : text;
}
