import { flagValue, type Instruction } from "../dockerfile/instruction.ts";
import { baseName } from "../inits/invocation.ts";
import { matchesPattern } from "../shell/pattern.ts";
import type { FileChange } from "./file-change.ts";
import type { ImageFile } from "./image-file.ts";
import { folderOf, joinPath } from "./posix-path.ts";

/** Folders that every image has: a command that names one hardly changes all that is in it. */
const SYSTEM_FOLDERS = new Set([
	"",
	"bin",
	"etc",
	"home",
	"lib",
	"local",
	"opt",
	"root",
	"sbin",
	"srv",
	"tmp",
	"usr",
	"var",
]);

/** What the text of a RUN says of the files that it may change: reading all of them as scripts would take long. */
export interface RunHints {
	readonly text: string;
	/** Whether anything in it may be a command or a redirection that changes files. */
	readonly changesFiles: boolean;
	/** Whether a word of it is a command that changes files which it need not name. */
	readonly changesFolders: boolean;
	/** Whether such a command may get a pattern. */
	readonly changesPatterns: boolean;
}

/** Reads what the text of a RUN says of files. */
export function readRunHints(text: string): RunHints {
	return {
		text,
		changesFiles: /[>$]|\b(?:chmod|rm|unlink|mv|cp|ln|install|tee|curl|wget|sed)\b/.test(text),
		changesFolders: /\b(?:chmod|rm|mv|cp|ln|install)\b/.test(text),
		changesPatterns: text.includes("*") && /\b(?:chmod|mv|cp)\b|\bsed\s+-\S*i/.test(text),
	};
}

/** What messages call a file that is not in the build context: one instruction may make several. */
export function nameInImage(path: string, by: Instruction): string {
	return `${path} (line ${by.line})`;
}

/** What is not known of a file from another image or the network. */
export function foreignFacts(
	path: string,
	by: Instruction,
	from: string | undefined = flagValue(by, "from"),
	source: string = from ?? "",
): Pick<ImageFile, "source" | "origin" | "name" | "text" | "unreadable" | "placeOf"> {
	const why = from === undefined ? "it comes from the network" : `it comes from ${from}`;
	return {
		source,
		origin: "foreign",
		name: nameInImage(path, by),
		text: undefined,
		unreadable: why,
		placeOf: () => `line ${by.line}`,
	};
}

/** Lines that a RUN adds to a file. */
interface Piece {
	readonly text: string | undefined;
	readonly by: Instruction;
}

/**
 * Looks for a file from the end of the build to its beginning: the last change counts, but modes and lines that are
 * added count besides.
 */
export class FileSearch {
	readonly path: string;
	readonly #name: string;
	#folders: readonly string[] | undefined;
	/** The last piece first. */
	readonly #added: Piece[] = [];
	#mode: boolean | undefined;
	#found: ImageFile | undefined;
	#possible: ImageFile | undefined;
	/** Whether a RUN writes the file from its beginning. */
	#isWhole = false;
	/** Whether nothing earlier counts. */
	isDone = false;

	constructor(path: string) {
		this.path = path;
		this.#name = baseName(path);
	}

	/** Whether a RUN may change the file. */
	mayBeChangedBy({ text, changesFiles, changesFolders, changesPatterns }: RunHints): boolean {
		if (!changesFiles) return false;
		if (changesPatterns || text.includes(this.#name)) return true;
		if (!changesFolders) return false;
		this.#folders ??= ownFolders(this.path);
		return this.#folders.some((folder) => text.includes(folder));
	}

	/** What a COPY or ADD brings. */
	copied(found: ImageFile | undefined): void {
		if (found?.isPossible) this.#possible ??= found;
		else if (found !== undefined) this.#end(found);
	}

	/** What a command does, if it does anything to the file. */
	change(change: Exclude<FileChange, { kind: "copy" }>, by: Instruction): void {
		switch (change.kind) {
			case "mode":
				if (this.#isMeant(change.path) || (change.isRecursive && this.#isWithin(change.path)))
					this.#mode ??= change.isExecutable;
				return;
			case "remove":
				if (this.#isMeant(change.path) || this.#isWithin(change.path)) this.isDone = true;
				return;
			case "download":
				if (change.path === this.path)
					this.#end(this.#made(by, foreignFacts(this.path, by, undefined, change.url.replace(/[?#].*$/, ""))));
				return;
			default:
				if (this.#isMeant(change.path)) this.#write(change, by);
		}
	}

	/** A file that is copied or moved, alone or in a folder. */
	copy(
		{ path, from, isExecutable }: Extract<FileChange, { kind: "copy" }>,
		by: Instruction,
		find: (from: string) => ImageFile | undefined,
	): void {
		const name = baseName(from);
		const isNamed = path === this.path || joinPath(path, name) === this.path;
		const found = this.#originsIn(path, from)
			.map(find)
			.find((each) => each !== undefined);
		if (found !== undefined) this.#end({ ...found, isExecutable: isExecutable ?? found.isExecutable });
		else if (isNamed) this.#end(this.#made(by, foreignFacts(this.path, by, from), isExecutable));
	}

	/** The file as the container has it. */
	result(): ImageFile | undefined {
		if (this.#added.length === 0 && this.#found === undefined && this.#possible === undefined) return undefined;
		const pieces = [...this.#added].reverse();
		const by = pieces.at(-1)?.by;
		const base = this.#found ?? (this.#isWhole ? undefined : this.#possible);
		if (by === undefined) return base && { ...base, path: this.path, isExecutable: this.#mode ?? base.isExecutable };
		const texts = [...(base === undefined ? [] : [base.text]), ...pieces.map(({ text }) => text)];
		const text = texts.includes(undefined) ? undefined : texts.join("");
		const isInline = base === undefined || base.origin === "inline";
		const facts = isInline
			? ({ origin: "inline", name: nameInImage(this.path, by) } as const)
			: { origin: base.origin, name: base.name };
		const why = text === undefined ? { unreadable: `line ${by.line} writes it, and its content is unknown` } : {};
		return {
			...this.#made(by, { ...facts, ...why, text, placeOf: (line) => placeIn(pieces, base, line) }),
			isExecutable: this.#mode ?? base?.isExecutable ?? (this.#isWhole ? false : undefined),
		};
	}

	/** Where the file may come from, when something is copied to a path. */
	#originsIn(path: string, from: string): string[] {
		if (this.path === path) return /[*?[]/.test(from) ? [] : [from];
		if (!this.#isWithin(path)) return [];
		const rest = this.path.slice(path === "/" ? 1 : path.length + 1);
		const [first = "", ...more] = rest.split("/");
		const isFirst = matchesPattern(baseName(from), first) === true;
		return [
			...(isFirst ? [joinPath(folderOf(from), first, ...more)] : []),
			...(/[*?[]/.test(from) ? [] : [joinPath(from, rest)]),
		];
	}

	#end(found: ImageFile): void {
		this.#found = found;
		this.isDone = true;
	}

	#write({ text, isAppended, isExecutable }: Extract<FileChange, { kind: "write" }>, by: Instruction): void {
		this.#added.push({ text, by });
		if (isExecutable !== undefined) this.#mode ??= isExecutable;
		if (isAppended) return;
		this.#isWhole = true;
		this.isDone = true;
	}

	#made(by: Instruction, facts: Omit<ImageFile, "by" | "path" | "isExecutable">, isExecutable?: boolean): ImageFile {
		return { by, path: this.path, ...facts, isExecutable };
	}

	#isMeant(path: string): boolean {
		if (!/[*?[]/.test(path)) return path === this.path;
		return folderOf(path) === folderOf(this.path) && matchesPattern(baseName(path), baseName(this.path)) === true;
	}

	#isWithin(folder: string): boolean {
		return this.path.startsWith(folder === "/" ? "/" : `${folder}/`);
	}
}

/** The parts of a path's folder that not every image has. */
function ownFolders(path: string): readonly string[] {
	const folders = path.split("/").slice(0, -1);
	return folders.filter((folder) => !SYSTEM_FOLDERS.has(folder));
}

/** The instruction that adds a line. */
function placeIn(pieces: readonly Piece[], base: ImageFile | undefined, line: number): string {
	let before = linesIn(base?.text);
	if (base !== undefined && line <= before) return base.placeOf(line);
	for (const { text, by } of pieces) {
		before += linesIn(text);
		if (line <= before) return `line ${by.line}`;
	}
	return `line ${pieces.at(-1)?.by.line}`;
}

function linesIn(text = ""): number {
	return text.split("\n").length - 1;
}
