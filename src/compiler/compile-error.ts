/** A mistake in the source that is compiled: what is wrong, and what to write instead. */
export class CompileError extends Error {
	override readonly name = "CompileError";
	/** The function that it is in, by its name in the WebAssembly module, where nothing better is known. */
	readonly functionName: string | undefined;

	constructor(message: string, functionName?: string) {
		super(message);
		this.functionName = functionName;
	}

	/** The same mistake, with the function that it is in. */
	inFunction(functionName: string): CompileError {
		return new CompileError(this.message, functionName);
	}
}
