import { open } from "node:fs/promises";
import { UserError } from "../../core/user-error.ts";

/** People do not write longer settings. */
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Reads a file of settings.
 * @returns undefined if there is none. Throws UserError if it cannot be read.
 */
export async function readSettings(path: string): Promise<string | undefined> {
	try {
		const file = await open(path);
		try {
			const { size } = await file.stat();
			if (size > MAX_BYTES) throw new UserError(`${path}: has more than 4 MB`);
			return await file.readFile("utf8");
		} finally {
			await file.close();
		}
	} catch (error) {
		if (error instanceof UserError) throw error;
		const { code } = error as NodeJS.ErrnoException;
		if (code === "ENOENT" || code === "ENOTDIR") return undefined;
		throw new UserError(`${path}: cannot be read (${code})`, { cause: error });
	}
}
