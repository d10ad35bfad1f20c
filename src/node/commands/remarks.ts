import { formatPlace, positionAt } from "../../core/dockerfile/position.ts";
import { toOneLine } from "../../core/report/printable.ts";
import type { FileReport } from "../../core/report/report.ts";
import type { Outcome } from "../../core/rewrite/outcome.ts";

/**
 * Formats a file's stages and findings as lines `path:line:column: code: message`; `isReported` selects the stages.
 */
export function remarksOn(
	{ path, source = "", outcomes, findings }: FileReport,
	isReported: (outcome: Outcome) => boolean,
): string[] {
	const places = [...outcomes.filter(isReported), ...findings];
	return places.map(({ code, message, start }) => {
		return toOneLine(`${formatPlace(path, positionAt(source, start))}: ${code}: ${message}`);
	});
}
