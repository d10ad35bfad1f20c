/** A mistake in the source. */
export interface Problem {
	/** The path, as in `Sources`. */
	readonly path: string;
	/** From 1. */
	readonly line: number;
	/** In UTF-16 code units, from 1. */
	readonly column: number;
	/** What is wrong, and what to write instead. */
	readonly message: string;
}

/** Mistakes in the source: what is wrong, and what to write instead. */
export class CompileError extends Error {
	override readonly name = "CompileError";
	/** The function that contains it, by its name in the WebAssembly module, if no position is known. */
	readonly functionName: string | undefined;
	/** The mistakes whose positions are known. */
	readonly problems: readonly Problem[];

	constructor(message: string, functionName?: string, problems: readonly Problem[] = []) {
		super(message);
		this.functionName = functionName;
		this.problems = problems;
	}

	/** The same mistake, with the name of its function. */
	inFunction(functionName: string): CompileError {
		return new CompileError(this.message, functionName);
	}

	/** Mistakes with positions; the message has a line for each. */
	static at(problems: readonly Problem[]): CompileError {
		return new CompileError(problems.map(formatProblem).join("\n"), undefined, problems);
	}
}

function formatProblem({ path, line, column, message }: Problem): string {
	return `${path}:${line}:${column}: ${message}`;
}
