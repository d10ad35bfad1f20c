/** A mistake and its place in the source. */
export interface Problem {
	/** As the source is named in `Sources`. */
	readonly path: string;
	/** From 1. */
	readonly line: number;
	/** In UTF-16 code units, from 1. */
	readonly column: number;
	/** What is wrong, and what to write instead. */
	readonly message: string;
}

/** Mistakes in the source that is compiled: what is wrong, and what to write instead. */
export class CompileError extends Error {
	override readonly name = "CompileError";
	/** The function that it is in, by its name in the WebAssembly module, where nothing better is known. */
	readonly functionName: string | undefined;
	/** The mistakes with their places, where those are known. */
	readonly problems: readonly Problem[];

	constructor(message: string, functionName?: string, problems: readonly Problem[] = []) {
		super(message);
		this.functionName = functionName;
		this.problems = problems;
	}

	/** The same mistake, with the function that it is in. */
	inFunction(functionName: string): CompileError {
		return new CompileError(this.message, functionName);
	}

	/** Mistakes with places; the message has a line for each. */
	static at(problems: readonly Problem[]): CompileError {
		return new CompileError(problems.map(formatProblem).join("\n"), undefined, problems);
	}
}

function formatProblem({ path, line, column, message }: Problem): string {
	return `${path}:${line}:${column}: ${message}`;
}
