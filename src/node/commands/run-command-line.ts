import type { Io } from "../io.ts";
import { commandName } from "./command-names.ts";

/** Runs a command line, and returns the exit code. Prints what is wrong instead of rejecting. */
export async function runCommandLine(argv: readonly string[], io: Io): Promise<number> {
	try {
		return await runProgram(argv, io);
	} catch (error) {
		return reportFailure(error, io);
	}
}

async function runProgram(argv: readonly string[], io: Io): Promise<number> {
	const { makeProgram } = await import("./program.ts");
	let code = 0;
	const setExitCode = (result: number): void => {
		code = result;
	};
	const program = makeProgram(io, setExitCode, commandName(argv));
	if (argv.length === 0) {
		io.err(program.helpInformation());
		return 2;
	}
	await program.parseAsync(argv, { from: "user" });
	return code;
}

/** The exit code for an error that ended a command; prints its message unless it was printed already. */
function reportFailure(error: unknown, io: Io): number {
	const name = error instanceof Error ? error.name : "";
	if (name === "CommanderError") return error instanceof Error && "exitCode" in error && error.exitCode === 0 ? 0 : 2;
	const message = error instanceof Error ? error.message : String(error);
	const isInterrupted = name === "InterruptedError";
	const isUsers = name === "UserError" || isInterrupted;
	const text = isUsers
		? message
		: `BUG: ${message.replace(/^BUG: /, "")}\n${error instanceof Error ? error.stack : ""}`;
	io.err(`pidone: ${text}\n`);
	return isInterrupted && error instanceof Error && "exitCode" in error ? Number(error.exitCode) : 2;
}
