import { endsHeredoc, findHeredocs } from "./heredoc-markers.ts";
import type { Instruction } from "./instruction.ts";
import { endOfLine } from "./source-lines.ts";

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
export function readHeredocBodies(instruction: Instruction, source: string): HeredocBody[] {
	const { argument, hasHeredoc, lineStart, lineEnd } = instruction;
	if (!hasHeredoc) return [];
	let at = endOfLine(source, argument.offsetAt(argument.text.length));
	let next = instruction.line + countLines(source.slice(lineStart, at));
	return findHeredocs(argument.text).map((heredoc) => {
		const { name, chomp, isQuoted } = heredoc;
		const line = next;
		const lines: string[] = [];
		while (at < lineEnd) {
			const end = endOfLine(source, at);
			const text = source.slice(at, end);
			at = end;
			next++;
			if (endsHeredoc(text, heredoc)) break;
			lines.push(chomp ? text.replace(/^\t+/, "") : text);
		}
		return { name, text: lines.join(""), isQuoted, line };
	});
}

/** How many line ends a text has. */
function countLines(text: string): number {
	return text.split("\n").length - 1;
}
