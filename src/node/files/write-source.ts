import { accessSync, constants, lstatSync } from "node:fs";
import { join } from "node:path";
import { toSourceBytes } from "../../core/dockerfile/source-bytes.ts";
import { UserError } from "../../core/user-error.ts";
import type { ReplacedFile } from "./hard-links.ts";
import { readSource } from "./read-source.ts";
import { reasonOfWriting } from "./reason-of-writing.ts";
import { replaceFile } from "./replace-file.ts";
import { findPlace } from "./write-place.ts";

/**
 * Replaces a file's text atomically: a temporary file next to it, fsync, rename; mode, owner and symbolic links are
 * kept. A link that leads out of the work tree is not followed. Other names of the file (hard links) keep the old text.
 * @param within the folder that was walked, if it was: see `findPlace`
 * Throws UserError, and changes nothing, when the file no longer holds what was read, or cannot be written.
 */
export function writeSource(file: string, text: string, wasRead: string, within?: string): ReplacedFile {
	if (readSource(file) !== wasRead)
		throw new UserError("changed while it was being rewritten, so nothing was written: run pidone again");
	try {
		const place = findPlace(file, within);
		const real = join(place.folder, place.name);
		accessSync(real, constants.W_OK);
		const { dev, ino, nlink } = lstatSync(real, { bigint: true });
		replaceFile(place, Buffer.from(toSourceBytes(text)));
		return { inode: `${dev}:${ino}`, names: Number(nlink) };
	} catch (error) {
		throw new UserError(`cannot be written: ${reasonOfWriting(error)}`, { cause: error });
	}
}
