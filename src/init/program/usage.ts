import { exit } from "./exit";
import { printHelp, printUsage } from "./help";
import { load8, message } from "./native";
import { print, STDERR, say } from "./output";
import { PIDONE, personality, TINI } from "./personality";
import { word } from "./word";

/** Exits after bad usage: pidone with 2, the others with 1. */
function fail(): void {
	exit(personality == PIDONE ? 2 : 1);
}

/** Exits after printing the help (tini) or the usage line (catatonit). */
function failWithHelp(program: word): void {
	if (personality == TINI) printHelp(STDERR, program);
	printUsage();
	fail();
}

/** Reports a wrong option on one line, and exits. The message names the option with `%s`. */
export function failOption(program: word, what: i32, option: word): void {
	print(STDERR, message("pidone: \t%s: \t%s: \t%s: "), program);
	print(STDERR, what, option);
	failWithHelp(program);
}

/** Reports a value that the option does not accept, and exits. */
export function failValue(option: word, value: word): void {
	print(
		STDERR,
		message(
			"pidone: invalid value '%s' for \tUsage: -r option takes <signum>:<signum>, where <signum> is between 1 and 31.\nThis option can be specified multiple times.\nUse --help for full usage.\n",
		),
		value,
	);
	print(STDERR, message("'%s'; see --help\n"), option);
	say(message("\t\t0Not a valid option for -%c: %s"), value, load8(option + 1));
	fail();
}

/** Reports that there is nothing to run, and exits. */
export function failNoCommand(program: word): void {
	say(message("\t\t\t0missing program name"), 0, 0);
	print(
		STDERR,
		message(
			"pidone: no command to run; see --help\n\tUsage: %s [option] program [args]\nTry %s --help for full usage.\n",
		),
		program,
	);
	failWithHelp(program);
}
