import { isExecutableMode } from "../../command/copied-files.ts";
import { resolvePath } from "../../command/posix-path.ts";
import type { Instruction } from "../../dockerfile/instruction.ts";
import { flatMap } from "../../flat-map.ts";
import type { InitProgram } from "../../inits/init.ts";
import { fileNameOf, readInitFile } from "./file-names.ts";

/** A file in the image that is, or may be, an init or a package of one. */
export interface TrackedFile {
	readonly by: Instruction;
	/** Its name where it comes from. */
	readonly asset?: string;
	/** Known if a package has put it there. */
	readonly name?: InitProgram;
	/** The name that apk gives to all packages that were installed with it. */
	readonly group?: string;
	/** False only if it is certainly not executable. */
	readonly isExecutable: boolean | undefined;
}

/** Nobody installs more than these by hand. */
const MAX_FILES = 200;

/** The files that instructions have put into an image so far, by their absolute paths. */
export class FileTable {
	readonly #files = new Map<string, TrackedFile>();
	readonly #removed = new Map<InitProgram, Instruction>();

	/** For each init, the instruction that has uninstalled its package. */
	get removed(): ReadonlyMap<InitProgram, Instruction> {
		return this.#removed;
	}

	get hasFiles(): boolean {
		return this.#files.size > 0;
	}

	entries(): readonly (readonly [path: string, file: TrackedFile])[] {
		return [...this.#files];
	}

	put(path: string, file: TrackedFile): void {
		this.#files.delete(path);
		if (this.#files.size >= MAX_FILES) return;
		this.#files.set(path, file);
	}

	get(path: string): TrackedFile | undefined {
		return this.#files.get(path);
	}

	/** The files that match a path with wildcards, or that are below a path. */
	find(pattern: string, folder: string, isDeep = false): string[] {
		const wanted = resolvePath(folder, pattern);
		if (!isDeep && !wanted.includes("*")) return this.#files.has(wanted) ? [wanted] : [];
		const matches = matcherOf(wanted, isDeep);
		return [...this.#files.keys()].filter(matches);
	}

	remove(paths: readonly string[]): void {
		for (const path of paths) this.#files.delete(path);
	}

	/** Removes what a package manager removes. */
	removePackage(name: InitProgram, by: Instruction): void {
		this.#removeWhere((file) => file.name === name, by);
	}

	/** Removes what apk removes by the name of a group. */
	removeGroup(group: string, by: Instruction): void {
		this.#removeWhere((file) => file.group === group, by);
	}

	#removeWhere(isMeant: (file: TrackedFile) => boolean, by: Instruction): void {
		for (const [path, file] of [...this.#files]) {
			if (!isMeant(file)) continue;
			if (file.name !== undefined) this.#removed.set(file.name, by);
			this.#files.delete(path);
		}
	}

	setExecutable(paths: readonly string[], isExecutable: boolean | undefined): void {
		for (const path of paths) {
			const file = this.#files.get(path);
			if (file !== undefined) this.#files.set(path, { ...file, isExecutable });
		}
	}

	/** After something that cannot be read, any file may have become executable. */
	doubtAll(): void {
		this.setExecutable(
			flatMap([...this.#files], ([path, { isExecutable }]) => (isExecutable === false ? [path] : [])),
			undefined,
		);
	}
}

/** Folders that exist in every image, so that a destination without a trailing slash refers to them. */
const FOLDERS: ReadonlySet<string> = new Set(
	"/ /bin /sbin /usr/bin /usr/sbin /usr/local/bin /usr/local/sbin /opt /tmp /root /usr /usr/local /app".split(" "),
);

/** The path of a file that was copied or moved to a destination. */
export function placedAt(destination: string, folder: string, fileName: string): string {
	const path = resolvePath(folder, destination);
	return /(?:^|\/)\.{0,2}$/.test(destination) || FOLDERS.has(path) ? resolvePath(path, fileName) : path;
}

/** What a mode of chmod makes of the executable bits; undefined if it does not change them, or is unknown. */
export function executableBy(mode: string): boolean | undefined {
	if (isExecutableMode(mode)) return true;
	return /^[0-7]{3,4}$/.test(mode) || /-[rwst]*x/.test(mode) ? false : undefined;
}

/** Finds out what a file is, by its own name or by its name where it comes from. */
export function programOf(path: string, { name, asset = "" }: TrackedFile): InitProgram | undefined {
	if (name !== undefined) return name;
	const byAsset = readInitFile(asset);
	const byPath = readInitFile(fileNameOf(path));
	if (byAsset?.isPackage || byPath?.isPackage) return undefined;
	return byAsset?.name ?? byPath?.name;
}

/** Patterns of a shell are not compiled to regular expressions: hostile ones would take too long. */
function matcherOf(pattern: string, isDeep: boolean): (path: string) => boolean {
	const pieces = pattern.split(/\*+/);
	const [first = "", ...rest] = pieces;
	if (rest.length === 0)
		return (path) => path === pattern || (isDeep && path.startsWith(pattern === "/" ? pattern : `${pattern}/`));
	return (path) => {
		if (!path.startsWith(first)) return false;
		let at = first.length;
		for (const piece of rest) {
			const found = piece === rest.at(-1) && !pattern.endsWith("*") ? path.lastIndexOf(piece) : path.indexOf(piece, at);
			if (found < at || path.slice(at, found).includes("/")) return false;
			at = found + piece.length;
		}
		return pattern.endsWith("*") ? !path.slice(at).includes("/") : at === path.length;
	};
}
