import { formatCheckstyle } from "./checkstyle.ts";
import { formatGithub } from "./github.ts";
import { formatGitlab } from "./gitlab.ts";
import { formatJson, formatJsonLines } from "./json.ts";
import { formatJunit } from "./junit.ts";
import { formatMarkdown } from "./markdown.ts";
import type { FormatOptions, Report } from "./report.ts";
import { formatSarif } from "./sarif.ts";
import { formatSonarqube } from "./sonarqube.ts";
import { formatText } from "./text.ts";

/** A format of `pidone check --format`. */
export type FormatName =
	| "text"
	| "json"
	| "jsonl"
	| "sarif"
	| "github"
	| "gitlab"
	| "checkstyle"
	| "junit"
	| "sonarqube"
	| "markdown";

/** Every format: a pure function from a report to the output, including its last line end. */
export const formats: Readonly<Record<FormatName, (report: Report, options?: FormatOptions) => string>> = {
	text: formatText,
	json: formatJson,
	jsonl: formatJsonLines,
	sarif: formatSarif,
	github: formatGithub,
	gitlab: formatGitlab,
	checkstyle: formatCheckstyle,
	junit: formatJunit,
	sonarqube: formatSonarqube,
	markdown: formatMarkdown,
};
