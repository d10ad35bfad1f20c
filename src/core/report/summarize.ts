import type { FileReport } from "./report.ts";

const LEVELS = ["error", "warning", "note"] as const;

/** Counts the files and findings one by one, for one line about all of them. */
export class Summary {
	#files = 0;
	#written = 0;
	#changed = 0;
	#accepted = 0;
	readonly #levels = new Map<string, number>();

	add({ findings, error, isWritten, isChanged, accepted = 0 }: FileReport): void {
		this.#files++;
		if (isWritten) this.#written++;
		else if (isChanged) this.#changed++;
		this.#accepted += accepted;
		for (const { level } of findings) this.#count(level);
		if (error !== undefined) this.#count("error");
	}

	#count(level: string): void {
		this.#levels.set(level, (this.#levels.get(level) ?? 0) + 1);
	}

	/** One line about the files so far: how many there are, and what there is to do. */
	text(): string {
		const parts = [
			...(this.#written > 0 ? [`${this.#written} rewritten`] : []),
			...(this.#changed > 0 ? [`${this.#changed} to be rewritten`] : []),
			...LEVELS.flatMap((level) => {
				const count = this.#levels.get(level) ?? 0;
				return count > 0 ? [countOf(count, level)] : [];
			}),
			...(this.#accepted > 0 ? [`${this.#accepted} in the baseline`] : []),
		];
		return [countOf(this.#files, "file"), ...(parts.length > 0 ? parts : ["nothing to do"])].join(", ");
	}
}

/** One line about all files: how many there are, and what there is to do. */
export function summarize(files: readonly FileReport[]): string {
	const summary = new Summary();
	for (const file of files) summary.add(file);
	return summary.text();
}

function countOf(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
