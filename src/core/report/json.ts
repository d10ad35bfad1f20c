import { SourceLines } from "../dockerfile/source-lines.ts";
import type { Outcome } from "../rewrite/outcome.ts";
import { pageOf } from "./code-pages.ts";
import { toPrintableJson } from "./printable.ts";
import { type LocatedFinding, locateFindings } from "./problems.ts";
import type { FileReport, Report } from "./report.ts";

/** For programs: everything, as schema/report.json describes it. */
export function formatJson({ version, files }: Report): string {
	return `${toPrintableJson({ $schema: "urn:pidone:report:1", version, files: files.map(fileToJson) })}\n`;
}

/** JSON Lines, which can be read while it is written: the elements of `files` in the JSON, each on its own line. */
export function formatJsonLines({ files }: Pick<Report, "files">): string {
	return files.map((file) => `${toPrintableJson(fileToJson(file), 0)}\n`).join("");
}

/** Keys are written out, so that their order is stable; JSON omits those that are undefined. */
function fileToJson(file: FileReport): object {
	const { path, source = "", outcomes, accepted, isChanged, isWritten, diff, error } = file;
	const lines = new SourceLines(source);
	return {
		path,
		stages: outcomes.map((outcome) => stageToJson(outcome, lines)),
		findings: locateFindings(file, lines).map(findingToJson),
		accepted,
		isChanged,
		isWritten,
		diff,
		error: error && { kind: error.kind, message: error.message, line: error.line, column: error.column },
	};
}

function stageToJson({ stage, name, code, message, start }: Outcome, lines: SourceLines): object {
	const { line, column } = lines.positionOf(start);
	return { stage, name, code, message, line, column };
}

function findingToJson({ code, level, message, region, stage }: LocatedFinding): object {
	const { line, column, endLine, endColumn } = region;
	return { code, level, message, line, column, endLine, endColumn, stage, help: pageOf(code) };
}
