import { readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { UserError } from "../../../core/user-error.ts";
import { errorCode } from "../../error-code.ts";
import { reasonOf } from "../../files/read-source.ts";
import { withSlashes } from "../../files/with-slashes.ts";
import type { DefinitionSource } from "./value.ts";

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

/**
 * Another file that a definition refers to, named as the user would name it; undefined if it does not exist. Throws
 * UserError.
 * @param path relative to the folder of the definition, or absolute
 */
export function readBeside(source: DefinitionSource, path: string, host: DefinitionHost): DefinitionSource | undefined {
	const folder = dirname(source.file);
	const file = resolve(folder, path);
	const text = host.read(file);
	if (text === undefined) return undefined;
	return { path: withSlashes(join(dirname(source.path), relative(folder, file))), file, text };
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
