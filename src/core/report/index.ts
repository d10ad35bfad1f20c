import { formatCheckstyle } from "./checkstyle.ts";
import { formatGithub } from "./github.ts";
import { formatJson } from "./json.ts";
import type { FormatOptions, Report } from "./report.ts";
import { formatSarif } from "./sarif.ts";
import { formatText } from "./text.ts";

/** A format of `pidone check --format`. */
export type FormatName = "text" | "json" | "sarif" | "github" | "checkstyle";

/** Every format: a pure function from a report to the text of the output, its last line end included. */
export const formats: Readonly<Record<FormatName, (report: Report, options?: FormatOptions) => string>> = {
	text: formatText,
	json: formatJson,
	sarif: formatSarif,
	github: formatGithub,
	checkstyle: formatCheckstyle,
};
