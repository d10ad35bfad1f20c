import { readFileSync } from "node:fs";
import { join } from "node:path";
import { linkFile } from "./replace-file.ts";
import { findPlace } from "./write-place.ts";

/** A file as it was before another file replaced it. */
export interface ReplacedFile {
	/** Its identity, which does not depend on its names. */
	readonly inode: string;
	/** How many names it had: more than one with hard links. */
	readonly names: number;
}

/** A file that was written. */
interface WrittenFile {
	/** As the user named it. */
	readonly path: string;
	/** Absolute. */
	readonly file: string;
	/** See `findPlace`. */
	readonly within: string | undefined;
	readonly replaced: ReplacedFile;
}

/**
 * Files with several names. Each name is replaced on its own; names with the same new content become one file again.
 * Names that a run does not write do not change: they may belong to another checkout.
 */
export class HardLinks {
	readonly #written = new Map<string, { readonly first: WrittenFile; seen: number; names: number }>();

	/** Records a written file; returns what to report about its other names in this run, if there are any. */
	take(written: WrittenFile): string | undefined {
		const { inode, names } = written.replaced;
		const known = this.#written.get(inode);
		if (known === undefined) {
			this.#written.set(inode, { first: written, seen: 1, names });
			return undefined;
		}
		known.seen++;
		// With several threads, the name that is reported first is not always the one that was written first.
		known.names = Math.max(known.names, names);
		const other = known.first.path;
		return putTogether(known.first, written)
			? `${written.path}: is a hard link to ${other}, and still is one after the change`
			: `${written.path}: was a hard link to ${other}, but needs another rewrite: they are separate files now`;
	}

	/** What to report about names that were not written. */
	describeRest(): string[] {
		return [...this.#written.values()].flatMap(({ first: { path }, seen, names }) => {
			const rest = names - seen;
			if (rest < 1) return [];
			const others = rest === 1 ? "another name (a hard link) that was" : `${rest} other names (hard links) that were`;
			return [`${path}: had ${others} not processed, and still ${rest === 1 ? "has" : "have"} the old text`];
		});
	}
}

/** Makes two names one file if they have the same content. Throws errors of the file system. */
function putTogether(first: WrittenFile, second: WrittenFile): boolean {
	const [one, other] = [first, second].map(({ file, within }) => findPlace(file, within));
	if (one === undefined || other === undefined) return false;
	const path = join(one.folder, one.name);
	if (!readFileSync(path).equals(readFileSync(join(other.folder, other.name)))) return false;
	linkFile(other, path);
	return true;
}
