import type { FileReport } from "./report.ts";

/** One line about all files: how many there are, and what there is to do. */
export function summarise(files: readonly FileReport[]): string {
	const levels = files.flatMap(({ findings, error }) => [
		...findings.map(({ level }) => level),
		...(error === undefined ? [] : ["error"]),
	]);
	const written = files.filter(({ isWritten }) => isWritten).length;
	const changed = files.filter(({ isChanged, isWritten }) => isChanged && !isWritten).length;
	const accepted = files.reduce((sum, file) => sum + (file.accepted ?? 0), 0);
	const parts = [
		...(written > 0 ? [`${written} rewritten`] : []),
		...(changed > 0 ? [`${changed} to be rewritten`] : []),
		...["error", "warning", "note"].flatMap((level) => {
			const count = levels.filter((each) => each === level).length;
			return count > 0 ? [countOf(count, level)] : [];
		}),
		...(accepted > 0 ? [`${accepted} in the baseline`] : []),
	];
	return [countOf(files.length, "file"), ...(parts.length > 0 ? parts : ["nothing to do"])].join(", ");
}

function countOf(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
