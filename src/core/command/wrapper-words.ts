// Reads the words of a program that runs the rest of them: options, operands, and then the program or a shell's text.

/**
 * Where a program that stays the parent of another one sends the signal that stops the container: to its child, to its
 * whole process group, or nowhere.
 */
export type Forwarding = "child" | "group" | "none";

/** How a program runs what follows its own words. */
export interface Wrapping {
	/** How many words are its own; with `text`, where the shell's text stands. */
	readonly length: number;
	/** `exec`: it becomes the program; `child`: it stays the program's parent. */
	readonly how: "exec" | "child";
	/** Undefined if that is not known. */
	readonly forwarding?: Forwarding | undefined;
	/** How many seconds after the signal it kills its child; undefined if it does not. */
	readonly patience?: number | undefined;
	/** It forwards the signal and ends at once, before its child does. */
	readonly endsFirst?: boolean | undefined;
	/** The next word is a text for a shell, after this many characters of an option. */
	readonly textFrom?: number;
	/** Words that it puts before those that follow its own. */
	readonly prefix?: readonly string[] | undefined;
	/** A shell runs the text, and not the program itself. */
	readonly isShellText?: boolean;
	/** The next word is a script for a shell. */
	readonly isScript?: boolean;
	/** Known only by its name: scripts with this name usually end in `exec "$@"`. */
	readonly isAssumed?: boolean;
}

/** What a program that runs others takes before them. */
export interface WrapperSpec {
	readonly how: "exec" | "child";
	/** As in `Wrapping`, for where it stays the parent. */
	readonly forwarding?: Forwarding;
	readonly patience?: number;
	readonly endsFirst?: boolean;
	/** Letters of options that take a value. */
	readonly valued?: string;
	/** Long options that take their value in the next word. */
	readonly longValued?: readonly string[];
	/** Words between the options and the program. */
	readonly operands?: number;
	/** `NAME=value` words may stand before the program. */
	readonly hasAssignments?: boolean;
	/** A lone `-` is an option. */
	readonly isDashOption?: boolean;
	/** The only subcommands with which it runs a program. */
	readonly verbs?: readonly string[];
	/** The program follows this word, wherever it stands; with operands, it may also follow those. */
	readonly separator?: string;
	/** As in `Wrapping`: the shell, say, that gets what follows. */
	readonly prefix?: readonly string[];
	/** The options whose value is a text for a shell; a letter may stand at the end of others. */
	readonly texts?: readonly string[];
	/** It runs nothing but texts, and takes them apart itself, without a shell. */
	readonly needsText?: boolean;
	/** The option of a text stands before the program, and not after other words. */
	readonly areOptionsFirst?: boolean;
	/** Options with which it starts a child instead of becoming the program. */
	readonly forking?: readonly string[];
	/** It starts a child if it leads its process group. */
	readonly forksAsLeader?: boolean;
	/** Options with which it becomes the program instead of starting a child. */
	readonly becoming?: readonly string[];
	/** Operands may be left out before options, and options may follow them. */
	readonly isLoose?: boolean;
	/** A shell gets what follows the user: a script. */
	readonly runsScript?: boolean;
	/** Options that name the user, so that a program follows in place of the user and a shell's words. */
	readonly asUser?: readonly string[];
}

/** Several specs are those of different programs with one name: the first one that fits counts. */
export type WrapperSpecs = WrapperSpec | readonly [WrapperSpec, ...WrapperSpec[]];

/**
 * Reads an argument vector by its program's specs; undefined if nothing follows the program's own words.
 * @param isLeader whether the program's process leads its process group
 */
export function readWrapperWords(
	argv: readonly string[],
	specs: WrapperSpecs,
	isLeader: boolean,
): Wrapping | undefined {
	for (const spec of "how" in specs ? [specs] : specs) {
		const wrapping = readBy(argv, spec, isLeader);
		if (wrapping !== undefined) return wrapping;
	}
	return undefined;
}

function readBy(argv: readonly string[], spec: WrapperSpec, isLeader: boolean): Wrapping | undefined {
	const from = afterVerb(argv, spec);
	if (from === undefined) return undefined;
	const wrapping = findText(argv, from, spec) ?? (spec.needsText ? undefined : readProgram(argv, from, spec));
	if (wrapping === undefined || wrapping.length >= argv.length) return undefined;
	const { forwarding, patience, endsFirst, prefix, forksAsLeader = false } = spec;
	const how = forksAsLeader && isLeader ? "child" : wrapping.how;
	return { ...wrapping, how, forwarding, patience, endsFirst, prefix };
}

/** The index after the program and its verb; undefined if another verb does something else. */
function afterVerb(argv: readonly string[], spec: WrapperSpec): number | undefined {
	if (spec.verbs === undefined) return 1;
	const at = skipOptions(argv, 1, spec);
	return spec.verbs.includes(argv[at] ?? "") ? at + 1 : undefined;
}

/** `su - app -c text`: the option may follow the user. */
function findText(argv: readonly string[], from: number, spec: WrapperSpec): Wrapping | undefined {
	const { how, texts = [], areOptionsFirst, operands = 0 } = spec;
	if (texts.length === 0 || namesUser(argv, from, spec)) return undefined;
	const end = areOptionsFirst ? skipOptions(argv, from, spec) + operands + 1 : endOfOptions(argv);
	for (let at = from; at < end; at++) {
		const textFrom = readTextOption(argv[at] ?? "", texts, spec);
		if (textFrom !== undefined)
			return { length: textFrom === 0 ? at + 1 : at, how, textFrom, isShellText: spec.needsText !== true };
		if (takesNext(argv[at] ?? "", spec)) at++;
	}
	return undefined;
}

/** The length of the option of a text in a word that holds the text, too; 0 if the text is the next word. */
function readTextOption(word: string, texts: readonly string[], { valued = "" }: WrapperSpec): number | undefined {
	if (texts.includes(word)) return 0;
	const long = texts.find((option) => option.length > 2 && word.startsWith(`${option}=`));
	if (long !== undefined) return long.length + 1;
	const letters = /^-([a-zA-Z].*)$/s.exec(word)?.[1] ?? "";
	const at = [...letters].findIndex((letter) => valued.includes(letter) || texts.includes(`-${letter}`));
	if (at === -1 || !texts.includes(`-${letters.charAt(at)}`)) return undefined;
	return at === letters.length - 1 ? 0 : at + 2;
}

function endOfOptions(argv: readonly string[]): number {
	const at = argv.indexOf("--");
	return at === -1 ? argv.length : at;
}

function namesUser(argv: readonly string[], from: number, spec: WrapperSpec): boolean {
	const { asUser = [] } = spec;
	const options = argv.slice(from, skipOptions(argv, from, spec));
	return options.some((word) => isOneOf(asUser, word));
}

/** Whether a word is one of some options, alone, with its value, or among other letters. */
function isOneOf(options: readonly string[], word: string): boolean {
	const name = word.startsWith("--") ? word.replace(/=.*$/s, "") : word;
	return options.some((option) =>
		option.length === 2 && !word.startsWith("--")
			? /^-[a-zA-Z]/.test(word) && word.includes(option.charAt(1))
			: name === option,
	);
}

function readProgram(argv: readonly string[], from: number, spec: WrapperSpec): Wrapping | undefined {
	const { how, separator, runsScript, operands } = spec;
	const at = separator === undefined ? -1 : argv.indexOf(separator);
	if (at !== -1) return { length: at + 1, how: howWith(argv.slice(from, at), spec) };
	if (separator !== undefined && operands === undefined) return undefined;
	if (runsScript && !namesUser(argv, from, spec)) return { length: afterUser(argv, from, spec), how, isScript: true };
	return readBySpec(argv, spec, from);
}

function readBySpec(argv: readonly string[], spec: WrapperSpec, from: number): Wrapping {
	const { operands = 0, hasAssignments } = spec;
	let at = spec.isLoose ? skipLoose(argv, from, spec) : skipOptions(argv, from, spec) + operands;
	while (hasAssignments && /^[^/=]+=/.test(argv[at] ?? "")) at++;
	return { length: at, how: howWith(argv.slice(from, at), spec) };
}

function howWith(options: readonly string[], { how, forking = [], becoming = [] }: WrapperSpec): "exec" | "child" {
	if (options.some((word) => isOneOf(forking, word))) return "child";
	return options.some((word) => isOneOf(becoming, word)) ? "exec" : how;
}

/** `setarch x86_64 -R app`, `setarch -R app` */
function skipLoose(argv: readonly string[], from: number, spec: WrapperSpec): number {
	const { operands = 0 } = spec;
	return skipOptions(argv, argv[from]?.startsWith("-") ? from : from + operands, spec);
}

/** `su - app`, `su -l app`: the index after the user. */
function afterUser(argv: readonly string[], from: number, spec: WrapperSpec): number {
	const at = skipOptions(argv, from, spec);
	return skipOptions(argv, argv[at] === "-" ? at + 1 : at, spec) + 1;
}

/** The index after the options that begin at an index; `--` ends them. */
function skipOptions(argv: readonly string[], from: number, spec: WrapperSpec): number {
	let at = from;
	while (isOption(argv[at] ?? "", spec)) {
		const word = argv[at] ?? "";
		at += takesNext(word, spec) ? 2 : 1;
		if (word === "--") break;
	}
	return at;
}

function isOption(word: string, { isDashOption = false }: WrapperSpec): boolean {
	return /^-./.test(word) || (isDashOption && word === "-");
}

/** Whether an option takes the next word for its value: what follows its letter in the same word is the value, too. */
function takesNext(word: string, { valued = "", longValued = [] }: WrapperSpec): boolean {
	if (longValued.includes(word)) return true;
	if (word.startsWith("--")) return false;
	const letters = word.slice(1);
	const at = [...letters].findIndex((letter) => valued.includes(letter));
	return word.startsWith("-") && at !== -1 && at === letters.length - 1;
}
