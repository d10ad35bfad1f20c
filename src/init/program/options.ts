import { applySwitch, applyValue } from "./apply-option";
import { exit } from "./exit";
import { printHelp, printLicense, printVersion } from "./help";
import { load8, loadWord, message, text } from "./native";
import { CATATONITS_LICENSE, HELP, LICENSE, VERSION } from "./option-letters";
import { STDERR, STDOUT } from "./output";
import { cursor } from "./parse";
import { CATATONIT, DUMB_INIT, personality, TINI } from "./personality";
import { afterPrefix, areEqual, nextText } from "./text";
import { failOption, failValue } from "./usage";
import { W, word } from "./word";

/**
 * The options of the personality. An entry has the letter, or a digit if there is none; `:` if it takes a value; the
 * long name; NUL.
 */
function optionTable(): word {
	if (personality == DUMB_INIT) return text("c single-child\0r:rewrite\0v verbose\0h help\0V version\0");
	if (personality == CATATONIT) return text("g \0h \0L \0P \0V version\0");
	if (personality == TINI) return text("h \0s \0p:\0v \0w \0g \0e:\0l \0");
	return pidonesTable();
}

function pidonesTable(): word {
	return text(
		"g group\0a all\0s subreaper\0e:ok-status\0r:rewrite\0p:parent-death-signal\0w warn\0v verbose\0h help\0V version\x001:delay\x002:kill-after\x003:grace\x004:kill-orphans\x005 setsid\x006:stop-signal\0",
	);
}

export function takesValue(entry: word): bool {
	return load8(entry + 1) == 58; /* : */
}

/** The position in the command line. */
namespace line {
	export let program: word = 0;
	/** The address of the next argument. */
	export let at: word = 0;
}

/**
 * Reads and applies the options, up to `--` or the first other argument. @returns the address of the command in argv
 */
export function readOptions(argv: word): word {
	line.program = loadWord(argv);
	line.at = argv + W;
	while (true) {
		const option = loadWord(line.at);
		if (option == 0 || load8(option) != 45 /* - */ || load8(option + 1) == 0) return line.at;
		line.at += W;
		if (areEqual(option, text("--"))) return line.at;
		if (load8(option + 1) != 45 /* - */) readCluster(option);
		else if (personality != TINI) readLong(option);
		else readTinisVersion(option);
	}
}

/** Reads short options in one argument. The last one may have its value there, or in the next argument. */
function readCluster(option: word): void {
	for (let at = option + 1; load8(at) != 0; at++) {
		const entry = findLetter(load8(at));
		if (entry == 0) failUnknown(option);
		if (takesValue(entry)) {
			applyWithValue(entry, option, load8(at + 1) == 0 ? 0 : at + 1);
			return;
		}
		apply(load8(entry));
	}
}

function findLetter(letter: i32): word {
	for (let entry = optionTable(); load8(entry) != 0; entry = nextText(entry))
		if (load8(entry) == letter && letter > 57 /* 9 */) return entry;
	return 0;
}

/** `--name`, `--name value` or `--name=value` */
function readLong(option: word): void {
	const entry = findOption(option + 2, false);
	const value = load8(cursor.at) == 0 ? 0 : cursor.at + 1;
	if (entry == 0 || (value != 0 && !takesValue(entry))) failUnknown(option);
	if (takesValue(entry)) applyWithValue(entry, option, value);
	else apply(load8(entry));
}

/**
 * Finds an option by its long name, which ends with `=` or NUL; leaves `cursor` there. dumb-init and catatonit accept
 * unambiguous abbreviations.
 * @param isVariable whether the name is spelled like a variable, with capital letters and underscores
 * @returns its entry in the table, or 0
 */
export function findOption(name: word, isVariable: bool): word {
	let found: word = 0;
	cursor.at = name;
	while (load8(cursor.at) != 0 && load8(cursor.at) != 61 /* = */) cursor.at++;
	for (let entry = isVariable ? pidonesTable() : optionTable(); load8(entry) != 0; entry = nextText(entry)) {
		const rest = afterName(entry + 2, name, isVariable);
		if (rest == 0) continue;
		if (load8(rest) == 0) return entry;
		if (personality != DUMB_INIT && personality != CATATONIT) continue;
		if (found != 0) return 0;
		found = entry;
	}
	return found;
}

/** The rest of an option's name after the given prefix, which ends at `cursor`; 0 if they differ. */
function afterName(option: word, name: word, isVariable: bool): word {
	for (; name < cursor.at; name++, option++)
		if (load8(name) != (isVariable ? asInVariable(load8(option)) : load8(option))) return 0;
	return option;
}

function asInVariable(byte: i32): i32 {
	return byte == 45 /* - */ ? 95 /* _ */ : byte - 32;
}

/** Reads `--version`, with which dockerd asks its init for the version; tini has no other long option. */
function readTinisVersion(option: word): void {
	if (loadWord(line.at) != 0 || afterPrefix(option, text("--version")) == 0) failUnknown(option);
	apply(VERSION);
}

function failUnknown(option: word): void {
	failOption(
		line.program,
		message(
			"unknown option '%s'; see --help\n\tunrecognized option '%s'\n\tinvalid option '%s'\n\tunrecognized option '%s'\n",
		),
		option,
	);
}

/** @param value the value in the option's own argument, or 0 */
function applyWithValue(entry: word, option: word, value: word): void {
	if (value == 0) {
		value = loadWord(line.at);
		line.at += W;
	}
	if (value == 0)
		failOption(
			line.program,
			message(
				"option '%s' needs a value; see --help\n\toption requires an argument '%s'\n\toption requires an argument '%s'\n",
			),
			option,
		);
	if (!applyValue(load8(entry), value)) failValue(option, value);
}

function apply(letter: i32): void {
	applySwitch(letter);
	if (letter == HELP) printHelp(personality == DUMB_INIT || personality == CATATONIT ? STDERR : STDOUT, line.program);
	else if (letter == VERSION) printVersion();
	else if (letter == LICENSE || letter == CATATONITS_LICENSE) printLicense();
	else return;
	exit(0);
}
