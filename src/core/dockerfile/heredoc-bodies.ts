import { findHeredocs } from "./heredoc.ts";
import type { Instruction } from "./instruction.ts";
import { positionAt } from "./position.ts";

/** A heredoc of an instruction and its lines. */
export interface HeredocBody {
	readonly name: string;
	/** With the line ends of the source; without leading tabs where `<<-` removes them. */
	readonly text: string;
	/** `<<"NAME"`: nothing in the lines is expanded. */
	readonly isQuoted: boolean;
	/** One-based line of the source where the text begins. */
	readonly line: number;
}

/** The heredocs of a RUN, COPY or ADD; none for other instructions. */
export function readHeredocBodies({ argument, hasHeredoc, lineEnd }: Instruction, source: string): HeredocBody[] {
	if (!hasHeredoc) return [];
	let at = endOfLine(source, argument.offsetAt(argument.text.length));
	return findHeredocs(argument.text).map(({ name, chomp, isQuoted }) => {
		const start = at;
		const lines: string[] = [];
		while (at < lineEnd) {
			const end = endOfLine(source, at);
			const line = chomp ? source.slice(at, end).replace(/^\t+/, "") : source.slice(at, end);
			at = end;
			if (line.replace(/\r?\n$/, "") === name) break;
			lines.push(line);
		}
		return { name, text: lines.join(""), isQuoted, line: positionAt(source, start).line };
	});
}

function endOfLine(source: string, offset: number): number {
	const lineFeed = source.indexOf("\n", offset);
	return lineFeed === -1 ? source.length : lineFeed + 1;
}
