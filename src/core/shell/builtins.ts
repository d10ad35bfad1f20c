import { awaited } from "./awaited.ts";
import { declare, declareLocal } from "./declarations.ts";
import type { ExpandedCommand } from "./expanded-command.ts";
import { isShortLived, waitsForProgram } from "./short-lived.ts";
import { arrived, type ShellMachine, type ShellState } from "./state.ts";

import type { SimpleCommand } from "./syntax.ts";
import { evaluateTest } from "./test-command.ts";
import { readTrap } from "./traps.ts";
import { known, REST, type ShellValue, splitRest, unknownVariable } from "./value.ts";

/** The states after a builtin, a function, or a program that is known to end; undefined for any other program. */
export function runBuiltin(machine: ShellMachine, name: string, expanded: ExpandedCommand): ShellState[] | undefined {
	const called = machine.callFunction(name, expanded.argv.slice(1), expanded.state);
	if (called !== undefined) return called;
	const builtin = Object.hasOwn(BUILTINS, name) ? BUILTINS[name] : undefined;
	if (builtin !== undefined) return builtin(machine, expanded);
	if (waitsForProgram(expanded.argv) && expanded.state.background.length > 0) return waitByTail(expanded);
	return isShortLived(expanded.argv) ? [{ ...expanded.state, status: undefined }] : undefined;
}

type Builtin = (machine: ShellMachine, expanded: ExpandedCommand) => ShellState[];

const BUILTINS: Readonly<Record<string, Builtin>> = {
	":": (_, { state }) => [{ ...state, status: true }],
	true: (_, { state }) => [{ ...state, status: true }],
	false: (_, { state }) => [{ ...state, status: false }],
	"((": calculate,
	"[": (_, { command, state, scope }) => [{ ...state, status: evaluateTest(rawWords(command).slice(1, -1), scope) }],
	"[[": (_, { command, state, scope }) => [{ ...state, status: evaluateTest(rawWords(command).slice(1, -1), scope) }],
	test: (_, { command, state, scope }) => [{ ...state, status: evaluateTest(rawWords(command).slice(1), scope) }],
	".": source,
	alias: defineAliases,
	source,
	break: (_, { state }) => [{ ...state, status: true, leaving: "loop" }],
	builtin: prefix,
	cd: changeFolder,
	command: prefix,
	continue: (_, { state }) => [{ ...state, status: true, leaving: "round" }],
	declare: declareLocal,
	eval: evaluate,
	exec,
	exit: leave,
	export: declare,
	fg: waitForChildren,
	getopts: forget,
	let: calculate,
	local: declareLocal,
	mapfile: forget,
	printf: forget,
	pushd: changeFolder,
	popd: (_, { state }) => [{ ...state, status: true, folder: undefined }],
	read: forget,
	readarray: forget,
	readonly: declare,
	return: (_, { state, argv }) => [
		{ ...state, status: argv[1] === undefined ? state.status : statusOf(argv[1]), leaving: "function" },
	],
	set: setArguments,
	shift,
	trap: (machine, { argv, state }) => {
		const trap = readTrap(argv);
		if (trap !== undefined) machine.noteTrap(trap);
		return [{ ...state, status: true }];
	},
	typeset: declareLocal,
	unset: forget,
	wait: waitForChildren,
};

/** The status of `return` and `exit` with a number; unknown for `$?`. */
function statusOf({ text, isKnown }: ShellValue): boolean | undefined {
	return isKnown ? /^0+$/.test(text) : undefined;
}

function waitForChildren(_: ShellMachine, { argv, state }: ExpandedCommand): ShellState[] {
	return [{ ...state, status: undefined, last: awaited(state, argv) }];
}

/** `tail -f --pid=$! log` ends when the program does, and is in the foreground until then. */
function waitByTail({ argv, state }: ExpandedCommand): ShellState[] {
	const last = awaited(state, argv).map((way) => ({ ...way, isForeground: true }));
	return [{ ...state, status: undefined, last }];
}

/** `cd folder` is assumed to succeed. */
function changeFolder(_: ShellMachine, { argv, state }: ExpandedCommand): ShellState[] {
	const path = argv.slice(1).find(({ text }) => !/^(?:-[LPe]+|--)$/.test(text));
	const isGone = path === undefined || !path.isKnown || path.text === "-" || path.text.startsWith("~");
	const folder = isGone
		? undefined
		: path.text.startsWith("/")
			? path.text
			: state.folder && `${state.folder}/${path.text}`;
	return [{ ...state, status: true, folder }];
}

function rawWords({ words }: SimpleCommand): string[] {
	return words.map(({ raw }) => raw);
}

/** `exec` with a program replaces the shell; with redirections alone, the shell continues. */
function exec(machine: ShellMachine, { argv, command, state }: ExpandedCommand): ShellState[] {
	let at = 1;
	for (; /^-[acl]+$/.test(argv[at]?.text ?? ""); at++) if (argv[at]?.text.endsWith("a")) at++;
	if (argv[at]?.text === "--") at++;
	// In `exec {fd}>file`, `{fd}` names a variable for the file descriptor.
	const rest = argv.slice(at).filter(({ text }) => !(/^\{\w+\}$/.test(text) && command.redirects.length > 0));
	if (rest.length === 0) return [{ ...state, status: true }];
	machine.replaceBy(rest, command.line, state);
	return [];
}

/** A script that exits with an error runs nothing more. */
function leave(machine: ShellMachine, { argv, state }: ExpandedCommand): ShellState[] {
	if (!/^[1-9]\d*$/.test(argv[1]?.text ?? "")) machine.end(state);
	return [];
}

/** `command exec app` runs the words after `command`. What `command -v` finds is unknown. */
function prefix(machine: ShellMachine, { argv, ...rest }: ExpandedCommand): ShellState[] {
	const [, inner] = argv;
	if (inner === undefined || inner.text.startsWith("-")) return [{ ...rest.state, status: undefined }];
	const result = inner.isKnown ? runBuiltin(machine, inner.text, { ...rest, argv: argv.slice(1) }) : undefined;
	return result ?? [machine.startChild(argv.slice(1), rest.command.line, rest.state)];
}

function source(machine: ShellMachine, { argv, command, state }: ExpandedCommand): ShellState[] {
	const path = argv[1];
	const found = path?.isKnown ? machine.runSourced(path.text, argv.slice(2), state) : undefined;
	if (found !== undefined) return found.map(arrived);
	// Most sourced files only set variables. If the script ends with one, the rest of the script is in that file.
	machine.noteGap(command.line, `sources ${path?.text ?? "nothing"}`);
	return [{ ...state, status: undefined }];
}

function evaluate(machine: ShellMachine, { argv, command, state }: ExpandedCommand): ShellState[] {
	const words = argv.slice(1);
	if (words.every(({ isKnown }) => isKnown))
		return machine.runText(words.map(({ text }) => text).join(" "), state, command.line);
	machine.noteGap(command.line, "runs eval");
	return [{ ...state, status: undefined }];
}

/** `set -- words` replaces the arguments. Of the options of `set`, only `-a` and `-m` matter here. */
function setArguments(_: ShellMachine, { argv, state }: ExpandedCommand): ShellState[] {
	const first = argv.findIndex(
		(word, index) =>
			index > 0 &&
			(word === REST || (!/^[-+][A-Za-z]+$/.test(word.text) && !/^[-+][A-Za-z]*o$/.test(argv[index - 1]?.text ?? ""))),
	);
	const options = first === -1 ? argv : argv.slice(0, first);
	const exportsAll = readSetting(options, "a", "allexport") ?? state.exportsAll;
	const controlsJobs = readSetting(options, "m", "monitor") ?? state.controlsJobs;
	const done = { ...state, status: true, exportsAll, controlsJobs };
	if (first === -1) return [done];
	const { values, isOpen } = splitRest(argv.slice(argv[first]?.text === "--" ? first + 1 : first));
	return [{ ...done, args: values, isOpen }];
}

/** What `set -a` and `set +o allexport` make of an option; undefined if they do not change it. */
function readSetting(options: readonly ShellValue[], letter: string, name: string): boolean | undefined {
	const at = options.findLastIndex(
		({ text }, index) =>
			(/^[-+][A-Za-z]+$/.test(text) && text.includes(letter)) ||
			(text === name && /^[-+][A-Za-z]*o$/.test(options[index - 1]?.text ?? "")),
	);
	return at === -1 ? undefined : (options[at]?.text === name ? options[at - 1] : options[at])?.text.startsWith("-");
}

/** After a shift by an unknown number, the arguments are unknown. */
function shift(_: ShellMachine, { argv, state }: ExpandedCommand): ShellState[] {
	const { text, isKnown } = argv[1] ?? known("1");
	if (!isKnown || !/^\d+$/.test(text)) return [{ ...state, status: undefined, args: [], isOpen: true }];
	return [
		{
			...state,
			status: state.isOpen ? undefined : state.args.length >= Number(text),
			args: state.args.slice(Number(text)),
		},
	];
}

/** `alias start='exec app'` defines a function; one that only adds options to its own program changes nothing. */
function defineAliases(machine: ShellMachine, { argv, command, state }: ExpandedCommand): ShellState[] {
	for (const { text, isKnown } of argv.slice(1)) {
		const [, name, value] = /^([\w-]+)=(.+)$/s.exec(text) ?? [];
		if (isKnown && name !== undefined && value !== undefined && value.split(/\s/, 1)[0] !== name)
			machine.defineAlias(name, value, command.line);
	}
	return [{ ...state, status: true }];
}

/** Sets variables to unknown values. */
function forget(_: ShellMachine, { argv, state }: ExpandedCommand): ShellState[] {
	const [program, ...words] = argv.map(({ text }) => text);
	const isUnset = program === "unset";
	// `printf` sets a variable only with `-v NAME`.
	if (program === "printf" && words[0] !== "-v") return [{ ...state, status: true }];
	const variables = new Map(state.variables);
	for (const name of program === "printf" ? words.slice(1, 2) : words) {
		if (/^[A-Za-z_]\w*$/.test(name)) variables.set(name, isUnset ? [known("")] : unknownVariable(name));
	}
	return [{ ...state, status: undefined, variables }];
}

/** `((i++))`: the result is unknown. */
function calculate(_: ShellMachine, { command, state }: ExpandedCommand): ShellState[] {
	const text = rawWords(command).slice(1).join(" ").slice(0, 1000);
	const variables = new Map(state.variables);
	for (const [, before, after] of text.matchAll(
		/([A-Za-z_]\w*)\s*(?:\+\+|--|(?:[-+*/%&|^]|<<|>>)?=(?!=))|(?:\+\+|--)\s*([A-Za-z_]\w*)/g,
	)) {
		const name = before ?? after ?? "";
		variables.set(name, unknownVariable(name));
	}
	return [{ ...state, status: undefined, variables }];
}
