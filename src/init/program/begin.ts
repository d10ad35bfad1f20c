import {
	readCatatonitsVariables,
	readDumbInitsVariables,
	readPidonesVariables,
	readTinisVariables,
} from "./environment";
import { exit } from "./exit";
import { rewriteTerminalStops } from "./forward";
import { PR_GET_CHILD_SUBREAPER, PR_SET_CHILD_SUBREAPER, PR_SET_PDEATHSIG } from "./linux";
import { load32, loadWord, message, text, zeroed } from "./native";
import { readOptions } from "./options";
import { lookForOrphansLater } from "./orphans";
import { STDERR, say, tell } from "./output";
import {
	CATATONIT,
	choosePersonality,
	DUMB_INIT,
	PIDONE,
	personality,
	readsPidonesVariables,
	TINI,
} from "./personality";
import { processes } from "./processes";
import { settings } from "./settings";
import { blockSignals } from "./signals";
import { spawn } from "./spawn";
import * as sys from "./sys";
import { failNoCommand } from "./usage";
import { W, word } from "./word";

/** Does everything up to the start of the main child. @param stack the parameter of `start` */
export function begin(stack: word): void {
	const argv = stack + W;
	const environment = argv + (loadWord(stack) + 1) * W;
	processes.self = sys.getpid();
	blockSignals();
	const command = configure(argv, environment);
	becomeReaper();
	if (!settings.isPausing) spawn(command, environment);
	if (personality == CATATONIT) letGo();
	if (settings.killOrphans != 0) lookForOrphansLater();
}

/** Reads the environment and the options. @returns the address of the command in argv */
export function configure(argv: word, environment: word): word {
	const program = loadWord(argv);
	choosePersonality(program);
	if (personality == DUMB_INIT) settings.session = settings.group = true;
	if (personality == CATATONIT) readCatatonitsVariables(environment);
	if (readsPidonesVariables) readPidonesVariables(environment);
	const command = readOptions(argv);
	if (loadWord(command) == 0 && !settings.isPausing) failNoCommand(program);
	if (personality == TINI) readTinisVariables(environment);
	if (personality == DUMB_INIT) {
		readDumbInitsVariables(environment);
		if (settings.session) rewriteTerminalStops();
	}
	return command;
}

/** Like catatonit: leaves its working directory, and closes the files that it inherited. */
function letGo(): void {
	sys.chdir(text("/"));
	sys.close_range(STDERR + 1, -1, 0);
}

/** Becomes a subreaper, unless it is PID 1, and requests a signal for the death of its parent. */
export function becomeReaper(): void {
	if (settings.parentDeathSignal != 0) sys.prctl(PR_SET_PDEATHSIG, settings.parentDeathSignal);
	if (settings.subreaper || ((personality == PIDONE || personality == CATATONIT) && processes.self != 1)) {
		const result = sys.prctl(PR_SET_CHILD_SUBREAPER, 1);
		if (personality != TINI) return;
		if (result < 0) {
			say(message("\t\t0Failed to register as child subreaper: %e"), 0, -result);
			exit(1);
		}
		tell(message("\t\t4Registered as child subreaper"));
	} else if (personality == TINI && processes.self != 1) {
		warnUnlessReaper();
	}
}

/** Warns if orphans go elsewhere. The caller of tini may have made it a subreaper already. */
function warnUnlessReaper(): void {
	const reaperFlag = zeroed("is reaper", 4);
	sys.prctl(PR_GET_CHILD_SUBREAPER, reaperFlag);
	if (load32(reaperFlag) != 0) return;
	say(
		message(
			"\t\t1Tini is not running as PID 1 and isn't registered as a child subreaper.\nZombie processes will not be re-parented to Tini, so zombie reaping won't work.\nTo fix the problem, use the -s option or set the environment variable TINI_SUBREAPER to register Tini as a child subreaper, or run Tini as PID 1.",
		),
		0,
		0,
	);
}
