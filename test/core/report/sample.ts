import { type CheckOptions, check } from "../../../src/core/check/check.ts";
import { rules } from "../../../src/core/check/rules/index.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";
import type { FileReport, FormatOptions, Report } from "../../../src/core/report/report.ts";
import { rewrite } from "../../../src/core/rewrite/rewrite.ts";

/** Rules are off, so that a new one does not change these goldens. Each of the other levels is used. */
const levels: NonNullable<CheckOptions["levels"]> = {
	...Object.fromEntries(rules.map(({ code }) => [code, "off"])),
	"unknown-base": "note",
	"unused-ignore": "error",
	"ignore-without-reason": "warning",
};

const windowsLines = [
	"FROM node:22 AS build",
	"RUN npm ci \\",
	"\t&& npm run build",
	"",
	"FROM node:22-alpine",
	"WORKDIR /app",
	"# pidone ignore=unknown-base",
	"\tCMD\tnode 日本語.js",
	"",
].join("\r\n");

const multipleLines = `FROM registry.example.com/team/app:1.2 AS base

FROM base AS tool
ENTRYPOINT [ \\
	"/usr/bin/tool", \\

	"--listen=:80,[::]:80", \\
	"--level=100%" \\
]

FROM alpine:3.20
`;

const longLine = `FROM registry.example.com/team/worker
CMD ["sleep", "${"long ".repeat(40)}", "✔"]
`;

const clean = 'FROM alpine:3.20\nRUN apk add --no-cache tini\nENTRYPOINT ["/sbin/tini", "--", "/app"]\n';

/** A report with a bit of everything, from real checks. */
export const sample: Report = {
	version: "1.2.3",
	files: [
		checked("services/api/Dockerfile", windowsLines, { install: "copy" }),
		checked("images/größe, 50%:a&b/Tool.Dockerfile", multipleLines, { target: "tool" }),
		checked("worker.Dockerfile", longLine),
		checked("clean.Dockerfile", clean),
		checked("broken.Dockerfile", "FROM alpine\n\nRUNN\t['x']\n"),
		{
			path: "missing/Dockerfile",
			outcomes: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: { kind: "io", message: "no such file" },
		},
		{
			path: "-",
			source: clean,
			outcomes: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: { kind: "internal", message: "BUG: two\nlines" },
		},
	],
};

/** The same files after a rewrite, as its report lists them. The second one is not written. */
export const rewritten: Report = {
	version: "1.2.3",
	files: sample.files.slice(0, 4).map((file, index) => ({
		...file,
		findings: [],
		isWritten: file.isChanged && index !== 1,
		...(file.isChanged ? { diff: "@@ -1 +1 @@\n-old\n+new\n" } : {}),
	})),
};

/** How a report is shown without any options. */
export const plain: FormatOptions = { color: false, verbose: false, quiet: false };

function checked(path: string, source: string, options: CheckOptions = {}): FileReport {
	try {
		const { outcomes, findings } = check(source, { ...options, levels });
		return { path, source, outcomes, findings, isChanged: rewrite(source, options).isChanged, isWritten: false };
	} catch (error) {
		if (!(error instanceof DockerfileSyntaxError)) throw error;
		const { message, line, column } = error;
		return {
			path,
			source,
			outcomes: [],
			findings: [],
			isChanged: false,
			isWritten: false,
			error: { kind: "syntax", message, line, column },
		};
	}
}
