import { accessSync, constants } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { UserError } from "../config/user-error.ts";
import { readSource, reasonOf } from "./read-source.ts";

/**
 * Replaces a file's text at once: a temporary file beside it, fsync, rename; mode, owner and symbolic links are kept.
 * Throws UserError, and changes nothing, when the file no longer holds what was read, or cannot be written.
 */
export function writeSource(file: string, text: string, wasRead: string): void {
	if (readSource(file) !== wasRead) throw new UserError("has changed while it was being rewritten: nothing was written, run pidone again");
	try {
		accessSync(file, constants.W_OK);
		writeFileAtomic.sync(file, text, { encoding: "utf8" });
	} catch (error) {
		throw new UserError(`cannot be written: ${reasonOf(error)}`, { cause: error });
	}
}
