import { flatMap } from "../../flat-map.ts";
import { fileNameOf } from "./file-names.ts";
import type { RunCommand } from "./run-commands.ts";

/** A file that curl or wget fetches. */
export interface FetchedFile {
	readonly url: string;
	/** Where it is written; relative to the working directory, or absolute. */
	readonly path: string;
}

/** Options of one letter that take a value, by program. */
const VALUED: Readonly<Record<Downloader, string>> = { curl: "AbcCdDeEFHKmoPQrtTuUwxXyYz", wget: "aABDeGilOPQRtTUwX" };
/** The options that matter. */
const LETTERS: Readonly<Record<Downloader, Readonly<Record<string, Option["name"]>>>> = {
	curl: { o: "output" },
	wget: { O: "output", P: "folder" },
};

type Downloader = "curl" | "wget";

/** The files that a command downloads. */
export function readDownloads({ words, output }: RunCommand, program: Downloader): FetchedFile[] {
	const options = readOptions(words.slice(1), program);
	const valuesOf = (wanted: Option["name"]): string[] =>
		flatMap(options, ({ name, value }) => (name === wanted ? [value] : []));
	const outputs = valuesOf("output");
	const folder = valuesOf("folder").at(-1);
	// Without a given name, the file gets its name from the URL.
	const isOwnName = program === "wget" || options.some(({ name }) => name === "own-name");
	return flatMap(valuesOf("operand").filter(isUrl), (url, index): FetchedFile[] => {
		const written = outputs[index] ?? (program === "wget" ? outputs[0] : undefined);
		if (written === "-" || (written === undefined && !isOwnName))
			return output === undefined ? [] : [{ url, path: output }];
		const file = written ?? fileNameOf(url);
		return [{ url, path: folder === undefined || file.startsWith("/") ? file : `${folder}/${file}` }];
	});
}

function readOptions(words: readonly string[], program: Downloader): readonly Option[] {
	const options: Option[] = [];
	for (let at = 0; at < words.length; at++) {
		const option = readOption(words[at] ?? "", words[at + 1], program);
		if (option.takesNext) at++;
		options.push(option);
	}
	return options;
}

interface Option {
	readonly name: "operand" | "output" | "folder" | "own-name" | "other";
	readonly value: string;
	readonly takesNext: boolean;
}

const LONG: Readonly<Record<string, Option["name"]>> = {
	"--output": "output",
	"--output-document": "output",
	"--output-dir": "folder",
	"--directory-prefix": "folder",
	"--remote-name": "own-name",
	"--remote-name-all": "own-name",
	"--url": "operand",
};

function readOption(word: string, next = "", program: Downloader): Option {
	if (!word.startsWith("-") || word === "-") return { name: "operand", value: word, takesNext: false };
	if (word.startsWith("--")) {
		const equals = word.indexOf("=");
		const name = LONG[equals === -1 ? word : word.slice(0, equals)] ?? "other";
		const takesNext = equals === -1 && name !== "other" && name !== "own-name";
		return { name, value: equals === -1 ? next : word.slice(equals + 1), takesNext };
	}
	return readCluster(word, next, program);
}

/**
 * Short options in one word. The last one may take a value, from the same word or the next: `-fsSLo tini`, `-qO/tini`.
 */
function readCluster(word: string, next: string, program: Downloader): Option {
	const letters = word.slice(1);
	const at = [...letters].findIndex((letter) => VALUED[program].includes(letter));
	const own: Option["name"] =
		program === "curl" && letters.slice(0, at === -1 ? undefined : at).includes("O") ? "own-name" : "other";
	if (at === -1) return { name: own, value: "", takesNext: false };
	const attached = letters.slice(at + 1);
	const name = LETTERS[program][letters.charAt(at)] ?? own;
	return { name, value: attached === "" ? next : attached, takesNext: attached === "" };
}

function isUrl(word: string): boolean {
	return word.includes("://") || word.startsWith("$") || /^github\.com\//.test(word);
}
