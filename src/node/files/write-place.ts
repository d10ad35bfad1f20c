import { existsSync, lstatSync, realpathSync } from "node:fs";
import { dirname, join, parse, relative, resolve, sep } from "node:path";
import { UserError } from "../../core/user-error.ts";
import { errorCode } from "../error-code.ts";
import { isInside } from "./inside.ts";
import { reasonOf } from "./read-source.ts";

/** The place to write a file, without links on the way. */
export interface WritePlace {
	/** A folder that exists, by its real path. */
	readonly folder: string;
	/** Folders below it that have to be made. */
	readonly missing: readonly string[];
	/** The file's name in the last of them. */
	readonly name: string;
}

/**
 * Finds the place to write a file, and decides which links to follow on the way: those that stay within a boundary. The
 * boundary is the root of the innermost git work tree on the path; without one, the working directory; and if that is
 * not on the path either, `within`. So files that were checked out cannot make pidone write outside of the checkout.
 * Links above the boundary, such as /tmp on macOS, are followed.
 * @param file absolute
 * @param within the folder that the user has named, as an absolute path
 * Throws UserError, without the file's name, for a link that leads out of the boundary, to nowhere, or in a circle.
 */
export function findPlace(file: string, within: string = dirname(file)): WritePlace {
	const { root, base } = parse(file);
	const way = new Way(root, within);
	for (const part of relative(root, dirname(file)).split(sep)) if (part !== "") way.enter(part);
	return way.endAt(base);
}

/** The way to a file, from the root of the file system on. */
class Way {
	readonly #within: string;
	/** The path as it was written, as far as it was followed. */
	#written: string;
	#folder: string;
	#boundary: string | undefined;
	readonly #missing: string[] = [];

	constructor(root: string, within: string) {
		this.#written = root;
		this.#folder = root;
		this.#within = within;
		this.#moveBoundary();
	}

	enter(name: string): void {
		this.#written = join(this.#written, name);
		if (this.#missing.length > 0) {
			this.#missing.push(name);
			return;
		}
		const found = this.#follow(name, "folder");
		if (found === undefined) this.#missing.push(name);
		else this.#folder = found;
		this.#moveBoundary();
	}

	endAt(name: string): WritePlace {
		const place = { folder: this.#folder, missing: this.#missing, name };
		if (this.#missing.length > 0) return place;
		this.#written = join(this.#written, name);
		const found = this.#follow(name, "file") ?? join(this.#folder, name);
		return { ...place, folder: dirname(found), name: parse(found).base };
	}

	/** The real path of an entry of the folder; undefined if there is none. */
	#follow(name: string, kind: "folder" | "file"): string | undefined {
		const path = join(this.#folder, name);
		const stats = lstatSync(path, { throwIfNoEntry: false });
		if (!stats?.isSymbolicLink()) return stats && path;
		const target = this.#resolve(path, kind);
		if (this.#boundary === undefined || isInside(target, this.#boundary)) return target;
		throw new UserError(
			`${this.#subject(kind)} a symbolic link to ${target}, which is outside ${this.#boundary}, where pidone does not write: name the target itself`,
		);
	}

	#resolve(link: string, kind: "folder" | "file"): string {
		try {
			return realpathSync(link);
		} catch (error) {
			const isDangling = errorCode(error) === "ENOENT";
			throw new UserError(
				isDangling ? `${this.#subject(kind)} a link to a ${kind} that does not exist` : reasonOf(error),
				{
					cause: error,
				},
			);
		}
	}

	#moveBoundary(): void {
		const isNamed = this.#folder === process.cwd() || this.#written === this.#within;
		if (existsSync(join(this.#folder, ".git")) || (this.#boundary === undefined && isNamed))
			this.#boundary = this.#folder;
	}

	/** The beginning of a message about the file, or about a directory on the way to it. */
	#subject(kind: "folder" | "file"): string {
		if (kind === "file") return "is";
		const isBelow = isInside(this.#written, process.cwd());
		return `its directory ${isBelow ? relative(process.cwd(), this.#written) : resolve(this.#written)} is`;
	}
}
