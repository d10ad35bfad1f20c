import { flatMap } from "../flat-map.ts";
import { baseName } from "../inits/invocation.ts";
import { isExecutableMode } from "./copied-files.ts";
import { folderOf, joinPath, resolvePath } from "./posix-path.ts";

/** What one command does with files; paths are absolute and may hold wildcards where the command allows them. */
export type FileChange =
	| {
			readonly kind: "write";
			readonly path: string;
			readonly text: string | undefined;
			readonly isAppended: boolean;
			readonly isExecutable?: boolean;
	  }
	/** A file or a folder under another name; `path` is the new name, or the folder in which it is. */
	| { readonly kind: "copy"; readonly path: string; readonly from: string; readonly isExecutable?: boolean }
	| { readonly kind: "download"; readonly path: string; readonly url: string }
	/** The path, and everything in it. */
	| { readonly kind: "remove"; readonly path: string }
	| { readonly kind: "mode"; readonly path: string; readonly isRecursive: boolean; readonly isExecutable: boolean };

/** What a command finds. */
interface Place {
	readonly folder: string;
	/** What it reads from its input. */
	readonly input: string | undefined;
}

/** Reads the words of a program that changes files; nothing for others. */
export function readChange(program: string, words: readonly string[], place: Place): FileChange[] {
	switch (program) {
		case "chmod":
			return readModes(words, place);
		case "cp":
		case "mv":
		case "ln":
		case "install":
			return readCopies(program, words, place);
		case "rm":
		case "unlink":
			return operandsOf(words).map((path) => ({ kind: "remove", path: resolvePath(place.folder, path) }));
		case "tee":
			return operandsOf(words).map((path) => ({
				kind: "write",
				path: resolvePath(place.folder, path),
				text: place.input,
				isAppended: words.includes("-a"),
			}));
		case "sed":
			return readEdits(words, place);
		case "curl":
		case "wget":
			return readDownload(program, words, place);
		default:
			return [];
	}
}

function operandsOf(words: readonly string[]): string[] {
	return words.filter((word) => !/^-./.test(word));
}

/** What leaves a script as it is: it takes carriage returns away. */
const WITHOUT_RETURNS = /^s(.)\\r\$?\1\1g?$/;

/** `sed -i script file`: nobody knows what the file holds then. */
function readEdits(words: readonly string[], { folder }: Place): FileChange[] {
	if (!words.some((word) => /^-[a-zA-Z]*i|^--in-place/.test(word))) return [];
	const scripts: string[] = [];
	const files: string[] = [];
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		if (/^(?:-[nrEsuz]*[ef]|--expression|--file)$/.test(word)) scripts.push(words[++at] ?? "");
		else if (/^--(?:expression|file)=/.test(word)) scripts.push(word.slice(word.indexOf("=") + 1));
		else if (!/^-./.test(word)) files.push(word);
	}
	if (scripts.length === 0) scripts.push(files.shift() ?? "");
	if (scripts.every((script) => WITHOUT_RETURNS.test(script))) return [];
	return files.map((file) => ({ kind: "write", path: resolvePath(folder, file), text: undefined, isAppended: true }));
}

function readModes(words: readonly string[], { folder }: Place): FileChange[] {
	// `chmod -x file` takes the right away.
	const [mode = "", ...paths] = words.filter((word) => !/^-(?:[Rvcf]+$|-)/.test(word));
	const isExecutable = isExecutableMode(mode) || (/^[0-7]+$|-[rwst]*x|=/.test(mode) ? false : undefined);
	if (isExecutable === undefined) return [];
	const isRecursive = words.some((word) => /^-[a-zA-Z]*R|^--recursive$/.test(word));
	return paths.map((path) => ({ kind: "mode", path: resolvePath(folder, path), isRecursive, isExecutable }));
}

/** The last operand is the new path, or the folder of the new one. */
function readCopies(program: string, words: readonly string[], { folder, input }: Place): FileChange[] {
	const { operands, target, mode, isLink, isFolder } = readCopyWords(program, words);
	if (isFolder) return [];
	const sources = target === undefined ? operands.slice(0, operands.length > 1 ? -1 : undefined) : operands;
	const path = resolvePath(folder, target ?? (operands.length > 1 ? (operands.at(-1) ?? "") : "."));
	const isExecutable = program === "install" ? (mode === undefined ? true : isExecutableMode(mode)) : undefined;
	const facts = isExecutable === undefined ? {} : { isExecutable };
	return flatMap(sources, (source): FileChange[] => {
		if (source === "/dev/stdin") return [{ kind: "write", path, text: input, isAppended: false, ...facts }];
		// A symbolic link is read from where it stands.
		const from = resolvePath(isLink ? folderOf(path) : folder, source);
		const copy: FileChange = { kind: "copy", path, from: source.endsWith("/.") ? joinPath(from, "*") : from, ...facts };
		return program === "mv" ? [copy, { kind: "remove", path: from }] : [copy];
	});
}

interface CopyWords {
	readonly operands: readonly string[];
	/** The folder of `-t`. */
	readonly target: string | undefined;
	readonly mode: string | undefined;
	/** `ln -s` */
	readonly isLink: boolean;
	/** `install -d` makes folders. */
	readonly isFolder: boolean;
}

function readCopyWords(program: string, words: readonly string[]): CopyWords {
	const valued = program === "install" ? "mogt" : "t";
	const operands: string[] = [];
	const values = new Map<string, string>();
	for (let at = 0; at < words.length; at++) {
		const word = words[at] ?? "";
		const [name, value] = readValue(word, words[at + 1], valued);
		if (name !== undefined && value !== undefined) values.set(name, value);
		else if (!/^-./.test(word)) operands.push(word);
		if (name !== undefined && value === words[at + 1] && !word.includes("=")) at++;
	}
	const has = (letter: string): boolean => words.some((word) => /^-[a-zA-Z]+$/.test(word) && word.includes(letter));
	return {
		operands,
		target: values.get("t"),
		mode: values.get("m"),
		isLink: program === "ln" && has("s"),
		isFolder: program === "install" && has("d"),
	};
}

/** The letter of an option and its value: `-m 755`, `-m755`, `-Dm 755`, `--mode=755`; undefined for other words. */
function readValue(
	word: string,
	next: string | undefined,
	valued: string,
): [name?: string, value?: string | undefined] {
	const [, long, given] = /^--(mode|owner|group|target-directory)=(.*)$/.exec(word) ?? [];
	if (long !== undefined) return [long.charAt(0), given];
	const [, letters = "", attached] = /^-([a-zA-Z]+)(.*)$/.exec(word) ?? [];
	if (attached === "" && letters !== "" && valued.includes(letters.slice(-1))) return [letters.slice(-1), next];
	return letters !== "" && valued.includes(letters.charAt(0)) ? [letters.charAt(0), word.slice(2)] : [];
}

function readDownload(program: string, words: readonly string[], { folder }: Place): FileChange[] {
	const url = words.findLast((word) => /^https?:/.test(word)) ?? "-";
	const path = downloadedTo(program, words, url);
	return path === "-" ? [] : [{ kind: "download", path: resolvePath(folder, path), url }];
}

/**
 * The file of `-o file`, `-O file`, `--output=file`; else the last part of the address. Without one of them, curl
 * prints what it loads.
 */
function downloadedTo(program: string, words: readonly string[], url: string): string {
	const at = words.findIndex((word) => /^-[a-zA-Z]*[oO]$|^--output(?:-document)?$/.test(word));
	const joined = words
		.map((word) => /^(?:-[a-zA-Z]*[oO]|--output(?:-document)?=)([-/].*)$/.exec(word)?.[1])
		.find((path) => path !== undefined);
	const named = at === -1 || /^-.|^https?:/.test(words[at + 1] ?? "") ? undefined : words[at + 1];
	const isPrinted = (joined ?? named) === "-" || (program === "curl" && at === -1 && !words.includes("--remote-name"));
	return joined ?? named ?? (isPrinted ? "-" : baseName(url));
}
