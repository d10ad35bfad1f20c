import { readFileSync, statSync } from "node:fs";
import { UserError } from "../../../core/user-error.ts";
import { errorCode } from "../../error-code.ts";
import { reasonOf } from "../../files/read-source.ts";

/** The surroundings of a definition: the files that it refers to, and the environment. */
export interface DefinitionHost {
	/**
	 * The text of a file, by its absolute path; undefined if it does not exist. Throws UserError if it cannot be read.
	 */
	readonly read: (file: string) => string | undefined;
	/** The current folder, absolute. */
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
}

/** Nobody writes larger files by hand. */
const MAX_BYTES = 4_000_000;

/** Reads a file from disk as UTF-8; undefined if it does not exist. Throws UserError. */
export function readDefinitionFile(file: string): string | undefined {
	try {
		const stats = statSync(file, { throwIfNoEntry: false });
		if (stats === undefined) return undefined;
		if (!stats.isFile()) throw new UserError("is not a regular file");
		if (stats.size > MAX_BYTES) throw new UserError(`has ${stats.size} bytes, and pidone reads up to ${MAX_BYTES}`);
		const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
		return text.startsWith("\ufeff") ? text.slice(1) : text;
	} catch (error) {
		if (error instanceof UserError) throw error;
		if (error instanceof TypeError) throw new UserError("is not UTF-8", { cause: error });
		if (errorCode(error) === "ENOTDIR") return undefined;
		throw new UserError(reasonOf(error), { cause: error });
	}
}
