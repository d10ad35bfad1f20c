import type { ImageAnswer, KnownImages } from "../../core/analysis/known-images.ts";
import { formatPlace, positionAt } from "../../core/dockerfile/position.ts";
import type { Distro, ImageDeclaration } from "../../core/images/catalogue-entry.ts";
import type { PackageFacts } from "../../core/images/package-facts.ts";
import { checkKnownImages } from "../../core/rewrite/check-arguments.ts";
import { UserError } from "../../core/user-error.ts";
import { isObject } from "../json.ts";
import type { ResolveStep } from "../resolve/resolve-steps.ts";

/** What an image declares, without where that was read. */
export type LockedImage = Omit<ImageDeclaration, "source"> & {
	readonly distro?: Distro;
	readonly files?: PackageFacts;
};

/** The sources of answers, as people name them. */
export const SOURCES: Readonly<Record<LockEntry["source"], string>> = {
	catalogue: "pidone's catalogue",
	engine: "a container engine",
	layout: "an image layout",
	registry: "its registry",
};

/** The entry for an image on a platform. */
export type LockEntry = {
	/** The source of the answer. */
	readonly source: Exclude<ResolveStep, "lock" | "files">;
	/** The day on which this answer was first recorded: `2026-11-27`. */
	readonly read: string;
} & (
	| {
			/** The digest that the name referred to. */
			readonly digest?: string;
			readonly image: LockedImage;
	  }
	/** The image does not exist for this platform; these are the platforms that it exists for. */
	| { readonly available: readonly string[] }
);

/** Entries by the image's name and by platform. */
export type Lock = Readonly<Record<string, Readonly<Record<string, LockEntry>>>>;

/** Raised by a newer pidone if the meaning of lock files changes. */
const VERSION = 1;

/** A lock file's text: sorted, so that the same facts are the same bytes. */
export function formatLock(lock: Lock): string {
	const images = Object.fromEntries(
		Object.entries(sortKeys(lock)).map(([name, platforms]) => [
			name,
			{ integrity: digestOf(name, platforms), platforms },
		]),
	);
	return `${JSON.stringify({ version: VERSION, images }, undefined, "\t")}\n`;
}

/** A lock file that cannot be used, and that `pidone lock` replaces. */
export class BrokenLockError extends UserError {
	/** What is wrong with it, without the advice. */
	readonly problem: string;

	constructor(problem: string, options?: ErrorOptions) {
		super(`${problem}: run pidone lock to write it again`, options);
		this.problem = problem;
	}
}

/**
 * Reads a lock file. Throws BrokenLockError for one that is not valid, has conflict marks or was edited by hand, and
 * UserError for one of a newer pidone.
 * @param path for messages
 */
export function parseLock(path: string, text: string): Lock {
	const document = parse(path, text);
	if (!isObject(document) || !isObject(document.images) || typeof document.version !== "number")
		throw new BrokenLockError(`${path}: is not a lock file of pidone`);
	if (document.version !== VERSION)
		throw new UserError(
			`${path}: has version ${document.version}, which needs a newer pidone than this one: update pidone`,
		);
	const images: [string, Readonly<Record<string, LockEntry>>][] = [];
	for (const [name, image] of Object.entries(document.images)) {
		const platforms = isObject(image) && isObject(image.platforms) ? image.platforms : {};
		if (!isObject(image) || image.integrity !== digestOf(name, platforms))
			throw new BrokenLockError(`${path}: its entry for ${name} was edited or merged by hand`);
		images.push([name, platforms as Readonly<Record<string, LockEntry>>]);
	}
	const lock = Object.fromEntries(images);
	checkShape(path, lock);
	return lock;
}

function parse(path: string, text: string): unknown {
	const mark = /^(?:<{7}|={7}|>{7})(?: .*)?$/m.exec(text);
	if (mark !== null) {
		const place = formatPlace(path, positionAt(text, mark.index));
		throw new BrokenLockError(`${place}: has the conflict marks of a merge`);
	}
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new BrokenLockError(`${path}: is not valid JSON`, { cause: error });
	}
}

/** Checks the type: anybody can compute the right integrity for any value. */
function checkShape(path: string, lock: Lock): void {
	try {
		checkKnownImages(
			answersOf(lock, () => ""),
			path,
		);
		const entries = Object.values(lock).flatMap((platforms) => Object.values(platforms));
		if (entries.every(isEntry)) return;
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
	}
	throw new BrokenLockError(`${path}: is not a lock file of pidone`);
}

function isEntry(entry: LockEntry): boolean {
	const hasAnswer = "available" in entry || isObject(entry.image);
	return hasAnswer && Object.hasOwn(SOURCES, entry.source) && DAY.test(entry.read);
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** Converts a lock to answers about images; `describe` says where an entry comes from. */
export function answersOf(lock: Lock, describe: (entry: LockEntry) => string): KnownImages {
	return mapValues(lock, (platforms) =>
		mapValues(
			platforms,
			(entry): ImageAnswer =>
				"available" in entry
					? { kind: "no-platform", available: entry.available }
					: { kind: "known", image: { ...entry.image, source: describe(entry) } },
		),
	);
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, change: (value: T) => R): Record<string, R> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}

function digestOf(name: string, platforms: object): string {
	// Loaded on demand: this takes longer than most runs without a lock file.
	const { createHash } = process.getBuiltinModule("node:crypto");
	return `sha256:${createHash("sha256")
		.update(JSON.stringify(sortKeys([name, platforms])))
		.digest("hex")}`;
}

/** A JSON value with the keys of its objects in order. */
export function sortKeys<T>(value: T): T {
	if (Array.isArray(value)) return value.map(sortKeys) as T;
	if (!isObject(value)) return value;
	const keys = Object.keys(value).sort();
	return Object.fromEntries(keys.map((key) => [key, sortKeys(value[key])])) as T;
}
