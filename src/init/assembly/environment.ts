import { applySwitch, applyValue } from "./apply-option";
import { load8, loadWord, packed, text } from "./native";
import { nextOption, optionTable, takesValue } from "./options";
import { DEBUGGING, say } from "./output";
import { parseNumber } from "./parse";
import { settings } from "./settings";
import { areEqual, behindPrefix, findVariable, getVariable } from "./text";
import { W, word } from "./word";

/** PIDONE_GROUP=1, PIDONE_KILL_AFTER=9 …: every option of pidone, for images whose command line cannot be changed. */
export function readPidonesVariables(environment: word): void {
	for (let entry = environment; loadWord(entry) != 0; entry += W) {
		const name = behindPrefix(loadWord(entry), text("PIDONE_"));
		if (name != 0) readVariable(loadWord(entry), name);
	}
}

/** A value that cannot be used is told of and left out: the container still needs its init. */
function readVariable(variable: word, name: word): void {
	for (let entry = optionTable(); load8(entry) != 0; entry = nextOption(entry)) {
		const value = valueOf(name, entry + 2);
		if (value == 0) continue;
		if (!takesValue(entry)) {
			if (load8(value) != 0 && !areEqual(value, text("0"))) applySwitch(load8(entry));
		} else if (!applyValue(load8(entry), value)) {
			say(packed("1bad value in %s"), variable, 0);
		}
	}
}

/** The value of NAME=value when NAME is the option's name with capital letters and underscores; else 0. */
function valueOf(variable: word, option: word): word {
	for (; load8(option) != 0; option++, variable++) {
		const byte = load8(option);
		if (load8(variable) != (byte == 45 /* - */ ? 95 /* _ */ : byte - 32)) return 0;
	}
	return load8(variable) == 61 /* = */ ? variable + 1 : 0;
}

/** dumb-init's: a switch is thrown by one value only. */
export function readDumbInitsVariables(environment: word): void {
	if (isVariable(environment, text("DUMB_INIT_DEBUG="), text("1"))) {
		settings.verbosity = DEBUGGING;
		say(packed("\t3Running in debug mode.\t"), 0, 0);
	}
	if (isVariable(environment, text("DUMB_INIT_SETSID="), text("0"))) {
		settings.session = settings.group = false;
		say(packed("\t3Not running in setsid mode.\t"), 0, 0);
	}
}

function isVariable(environment: word, name: word, value: word): bool {
	const given = getVariable(environment, name);
	return given != 0 && areEqual(given, value);
}

/** tini's: switches are thrown by being there. */
export function readTinisVariables(environment: word): void {
	if (findVariable(environment, text("TINI_SUBREAPER=")) != 0) settings.subreaper = true;
	if (findVariable(environment, text("TINI_KILL_PROCESS_GROUP=")) != 0) settings.group = true;
	const verbosity = getVariable(environment, text("TINI_VERBOSITY="));
	// atoi(3): what is no number is 0.
	if (verbosity != 0) settings.verbosity = max(parseNumber(verbosity, 1_000_000), 0);
}
