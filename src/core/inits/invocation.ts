import type { InitProgram } from "./init.ts";
import { type OptionRow, optionTable } from "./option-table.ts";
import { initProgramOf } from "./program-names.ts";

/** One option of an init on its command line. */
export interface InitOption {
	/** The option in its short spelling, if it has one. */
	readonly name: string;
	readonly value?: string;
}

/** An init at the head of an argument vector. */
export interface InitInvocation {
	/** What the program is, whatever its path. */
	readonly program: InitProgram;
	readonly path: string;
	readonly options: readonly InitOption[];
	/** How many arguments belong to the init, `--` included. */
	readonly length: number;
	/** What the init runs. */
	readonly command: readonly string[];
}

/** Reads an argument vector that begins with a small init; `env` before it is skipped. */
export function readInitInvocation(argv: readonly string[]): InitInvocation | undefined {
	const head = isEnv(argv[0]) ? 1 : 0;
	const program = initProgramOf(baseName(argv[head] ?? ""));
	return program && readInvocationOf(program, argv, head);
}

/** Reads an argument vector with an init at an index, whatever the init is called there. */
export function readInvocationOf(program: InitProgram, argv: readonly string[], head = 0): InitInvocation {
	const path = argv[head] ?? "";
	const options: InitOption[] = [];
	let at = head + 1;
	while (at < argv.length) {
		const word = argv[at] ?? "";
		if (!word.startsWith("-") || word === "-") break;
		at++;
		if (word === "--") break;
		at += readOption(program, word, argv[at], options);
	}
	return { program, path, options, length: Math.min(at, argv.length), command: argv.slice(at) };
}

/** Adds the options in one word; returns how many further words it takes. */
function readOption(program: InitProgram, word: string, next: string | undefined, options: InitOption[]): number {
	return word.startsWith("--")
		? readLongOption(program, word, next, options)
		: readShortOptions(program, word, next, options);
}

function readLongOption(program: InitProgram, word: string, next: string | undefined, options: InitOption[]): number {
	const equals = word.indexOf("=");
	const written = equals === -1 ? word : word.slice(0, equals);
	const row =
		optionTable[program].find((each) => each.long === written || each.name === written) ??
		findAbbreviated(program, written);
	const name = row?.name ?? written;
	const takesValue = row?.value !== undefined;
	const value = equals === -1 ? next : word.slice(equals + 1);
	options.push(takesValue && value !== undefined ? { name, value } : { name });
	return takesValue && equals === -1 ? 1 : 0;
}

/** dumb-init takes the beginning of a long option for it (getopt_long(3)), if no other option begins like this. */
function findAbbreviated(program: InitProgram, written: string): OptionRow | undefined {
	if (program !== "dumb-init" || written.length < 3) return undefined;
	const rows = optionTable[program].filter(({ long }) => long?.startsWith(written));
	return rows.length === 1 ? rows[0] : undefined;
}

/** A cluster such as `-gvv`; the last option may be followed by its value: `-r15:3`, `-r 15:3`. */
function readShortOptions(program: InitProgram, word: string, next: string | undefined, options: InitOption[]): number {
	for (let at = 1; at < word.length; at++) {
		const name = `-${word.charAt(at)}`;
		if (optionTable[program].find((row) => row.name === name)?.value === undefined) {
			options.push({ name });
			continue;
		}
		const attached = word.slice(at + 1);
		const value = attached === "" ? next : attached;
		options.push(value === undefined ? { name } : { name, value });
		return attached === "" ? 1 : 0;
	}
	return 0;
}

/** The last part of a path. */
export function baseName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

function isEnv(word: string | undefined): boolean {
	return word === "/usr/bin/env" || word === "/bin/env" || word === "env";
}
