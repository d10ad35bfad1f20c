import { flatMap } from "../flat-map.ts";
import type { InitName } from "./init.ts";
import { type InitOption, readInitInvocation } from "./invocation.ts";
import { type OptionRow, type OptionValue, optionTable } from "./option-table.ts";

/**
 * What is wrong with an init's options, and what to write instead; undefined if nothing is wrong. They come before
 * `--`, each in its own word or with its value in the next.
 */
export function describeOptionMistake(init: InitName, words: readonly string[]): string | undefined {
	const end = words.find((word) => word === "-" || word === "--");
	if (end !== undefined) return `${JSON.stringify(end)} ends the options of ${init}: omit it`;
	const invocation = readInitInvocation([init, ...words]);
	const [rest] = invocation?.command ?? [];
	if (rest !== undefined) return `${JSON.stringify(rest)} is not an option of ${init}: options begin with -`;
	const options = invocation?.options ?? [];
	const unknown = options.find(({ name }) => rowOf(init, name) === undefined);
	if (unknown !== undefined) return `${init} has no option ${unknown.name}: it has ${listOptions(init)}`;
	const answer = options.find(({ name }) => rowOf(init, name)?.isAnswer);
	if (answer !== undefined)
		return `${answer.name} of ${init} prints something and exits: the container would not run anything`;
	return (
		describeArity(init, words) ??
		options.map((option) => describeValue(init, option)).find((mistake) => mistake !== undefined)
	);
}

/** What is wrong with names of programs whose orphans pidone ends; undefined if nothing is. Commas separate them. */
export function describeNamesMistake(names: string): string | undefined {
	const [wanted, isValid] = KINDS.names;
	return isValid(names) ? undefined : `must be ${wanted}`;
}

function rowOf(init: InitName, name: string): OptionRow | undefined {
	return optionTable[init].find((row) => row.name === name);
}

function listOptions(init: InitName): string {
	return flatMap(optionTable[init], ({ name, isAnswer }) => (isAnswer ? [] : [name])).join(", ");
}

/** An option that lacks its value, or has one that it does not take. */
function describeArity(init: InitName, words: readonly string[]): string | undefined {
	const last = words.at(-1) ?? "";
	// An additional word shows whether the last option lacks its value.
	if (readInitInvocation([init, ...words, "value"])?.command.length === 0)
		return `${last} of ${init} requires a value: ${exampleOf(init, last)}`;
	const wrong = words.find(
		(word) => /^--[^=]*=/.test(word) && readInitInvocation([init, word])?.options[0]?.value === undefined,
	);
	return wrong === undefined ? undefined : `${wrong.slice(0, wrong.indexOf("="))} of ${init} has no value`;
}

function exampleOf(init: InitName, word: string): string {
	const name = word.startsWith("--") ? readInitInvocation([init, word])?.options[0]?.name : `-${word.at(-1)}`;
	const value = name === undefined ? undefined : rowOf(init, name)?.value;
	return value === undefined ? "give it one" : KINDS[value][0];
}

function describeValue(init: InitName, { name, value }: InitOption): string | undefined {
	const kind = rowOf(init, name)?.value;
	if (kind === undefined || value === undefined) return undefined;
	const [wanted, isValid] = KINDS[kind];
	return isValid(value) ? undefined : `${name} of ${init} does not accept ${JSON.stringify(value)}: it needs ${wanted}`;
}

/** What a value must be, in words, and whether it is that. */
const KINDS: Readonly<Record<OptionValue, readonly [wanted: string, isValid: (value: string) => boolean]>> = {
	signals: ["a signal, such as TERM or 15", every((item) => (readSignal(item) ?? 0) > 0)],
	"signal-name": [
		"the name of a signal, such as SIGTERM",
		(value) => value.startsWith("SIG") && TINI_SIGNALS.has(value.slice(3)),
	],
	rewrites: [
		"two signals, such as TERM:QUIT or 15:3, the second 0 to drop the first",
		every((item) => isPair(item, ":", (to) => readSignal(to) !== undefined)),
	],
	"numeric-rewrite": ["two numbers of signals up to 31, such as 15:3", isNumericRewrite],
	statuses: ["an exit status from 0 to 255", every(isStatus)],
	status: ["an exit status from 0 to 255", isStatus],
	seconds: ["seconds, such as 10 or 0.5", every(isSeconds)],
	delays: ["a signal and seconds, such as TERM=5", every((item) => isPair(item, "=", isSeconds))],
	names: ["names of programs, such as nginx,php-fpm*", every((item) => item !== "")],
	text: ["a text", (value) => value !== ""],
};

/** Some options of pidone's own init take several values, separated by commas. */
function every(isValid: (item: string) => boolean): (value: string) => boolean {
	return (value) => value.split(",").every(isValid);
}

function isNumericRewrite(value: string): boolean {
	const [, from = "", to = ""] = /^(\d+):(\d+)$/.exec(value) ?? [];
	return from !== "" && Number(from) >= 1 && Number(from) <= 31 && Number(to) <= 31;
}

function isPair(item: string, separator: string, isSecond: (second: string) => boolean): boolean {
	const at = item.indexOf(separator);
	return at > 0 && canBeForwarded(readSignal(item.slice(0, at))) && isSecond(item.slice(at + 1));
}

/** SIGKILL and SIGSTOP never reach an init, and SIGCHLD is its own. */
function canBeForwarded(signal = 0): boolean {
	return signal > 0 && !["KILL", "STOP", "CHLD"].includes(SIGNALS[signal - 1] ?? "");
}

function isStatus(text: string): boolean {
	return /^\d+$/.test(text) && Number(text) <= 255;
}

/** As src/init/program/parse.ts reads them. */
function isSeconds(text: string): boolean {
	return /^\d+(?:\.\d{0,3})?$/.test(text) && Number.parseInt(text, 10) <= 1_000_000;
}

const SIGNALS =
	"HUP INT QUIT ILL TRAP ABRT BUS FPE KILL USR1 SEGV USR2 PIPE ALRM TERM STKFLT CHLD CONT STOP TSTP TTIN TTOU URG XCPU XFSZ VTALRM PROF WINCH IO PWR SYS".split(
		" ",
	);
const TINI_SIGNALS = new Set(SIGNALS.filter((name) => name !== "STKFLT" && name !== "IO" && name !== "PWR"));
const RTMIN = 34;
const RTMAX = 64;

/** As src/init/program/signals.ts reads one: a number, or a name with or without SIG. */
function readSignal(text: string): number | undefined {
	if (/^\d+$/.test(text)) return Number(text) <= RTMAX ? Number(text) : undefined;
	const name = text.replace(/^SIG/, "");
	const index = SIGNALS.indexOf(name);
	if (index !== -1) return index + 1;
	const [, base, offset = "0"] = /^(RTMIN|RTMAX)(?:[+-](\d+))?$/.exec(name) ?? [];
	if (base === undefined || (name.includes("-") && base === "RTMIN") || (name.includes("+") && base === "RTMAX"))
		return undefined;
	if (Number(offset) > RTMAX - RTMIN) return undefined;
	return base === "RTMIN" ? RTMIN + Number(offset) : RTMAX - Number(offset);
}
