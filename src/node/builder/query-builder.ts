import { execa } from "execa";
import { UserError } from "../../core/user-error.ts";
import { type JsonObject, parseObject } from "../json.ts";

/** What a builder has printed. */
export interface BuilderAnswer {
	readonly stdout: string;
	readonly stderr: string;
}

/** Asks a builder for what it prints on stdout. Throws UserError with the builder's own message if it fails. */
export async function queryBuilder(words: readonly string[], cwd: string): Promise<string> {
	return (await askBuilder(words, cwd)).stdout;
}

/**
 * Asks a builder for what it prints on stdout and stderr. Throws UserError with the builder's own message if it fails.
 * @param input its stdin; empty by default
 */
export async function askBuilder(
	words: readonly string[],
	cwd: string,
	input: string | Uint8Array = "",
): Promise<BuilderAnswer> {
	const [file = "", ...args] = words;
	const result = await execa(file, args, { cwd, input, reject: false, stripFinalNewline: false });
	if (result.code === "ENOENT") throw new UserError(missingProgram(file), { cause: result });
	if (result.failed)
		throw new UserError(`${words.join(" ")}: ${result.stderr?.trim() || result.shortMessage}`, { cause: result });
	return result;
}

/** The message for a builder that is not installed. */
export function missingProgram(name: string): string {
	return `${name}: not found: install it, or add its directory to PATH`;
}

/** Reads what a builder has printed. Throws UserError if it is not a JSON object. */
export function parsePrinted(text: string, what: string): JsonObject {
	const value = parseObject(text);
	if (value !== undefined) return value;
	throw new UserError(`${what}: did not print JSON, as newer versions do: update it`);
}
