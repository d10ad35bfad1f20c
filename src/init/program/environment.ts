import { applySwitch, applyValue } from "./apply-option";
import { load8, loadWord, message, text } from "./native";
import { findOption, takesValue } from "./options";
import { DEBUGGING, say, tell } from "./output";
import { cursor, parseInteger } from "./parse";
import { settings } from "./settings";
import { afterPrefix, areEqual, getVariable } from "./text";
import { W, word } from "./word";

/**
 * Reads PIDONE_GROUP=1, PIDONE_KILL_AFTER=9 …: every option of pidone, for images whose command line cannot be changed.
 */
export function readPidonesVariables(environment: word): void {
	for (let entry = environment; loadWord(entry) != 0; entry += W) {
		const name = afterPrefix(loadWord(entry), text("PIDONE_"));
		if (name != 0) readVariable(loadWord(entry), name);
	}
}

/** Ignores an empty value. Reports an invalid one and ignores it: the container still needs its init. */
function readVariable(variable: word, name: word): void {
	const entry = findOption(name, true);
	const value = cursor.at + 1;
	if (entry == 0 || load8(cursor.at) == 0 || load8(value) == 0) return;
	if (!takesValue(entry)) {
		if (!areEqual(value, text("0"))) applySwitch(load8(entry));
	} else if (!applyValue(load8(entry), value)) {
		say(message("1invalid value in %s\t\t1invalid value in %s"), variable, 0);
	}
}

/** Reads dumb-init's variables, whose switches have one value that turns them on or off. */
export function readDumbInitsVariables(environment: word): void {
	if (isVariable(environment, text("DUMB_INIT_DEBUG="), text("1"))) {
		settings.verbosity = DEBUGGING;
		tell(message("\t3Running in debug mode."));
	}
	if (isVariable(environment, text("DUMB_INIT_SETSID="), text("0"))) {
		settings.session = settings.group = false;
		tell(message("\t3Not running in setsid mode."));
	}
}

function isVariable(environment: word, name: word, value: word): bool {
	const given = getVariable(environment, name);
	return given != 0 && areEqual(given, value);
}

/** Reads catatonit's variable, without which it prints nothing but errors. */
export function readCatatonitsVariables(environment: word): void {
	settings.verbosity = getVariable(environment, text("CATATONIT_DEBUG=")) == 0 ? 0 : DEBUGGING;
}

/** Reads tini's variables. A switch is on if its variable exists, whatever its value. */
export function readTinisVariables(environment: word): void {
	if (getVariable(environment, text("TINI_SUBREAPER=")) != 0) settings.subreaper = true;
	if (getVariable(environment, text("TINI_KILL_PROCESS_GROUP=")) != 0) settings.group = true;
	const verbosity = getVariable(environment, text("TINI_VERBOSITY="));
	if (verbosity != 0) settings.verbosity = max(parseInteger(verbosity), 0);
}
