import { forwardInTime } from "./delays";
import { readDumbInitsVariables, readPidonesVariables, readTinisVariables } from "./environment";
import { exit } from "./exit";
import { forward, rewriteTerminalStops, send } from "./forward";
import { PR_GET_CHILD_SUBREAPER, PR_SET_CHILD_SUBREAPER, PR_SET_PDEATHSIG, SIGCHLD, SIGKILL, SIGRTMAX, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU } from "./linux";
import { load32, loadWord, message, zeroed } from "./native";
import { readOptions } from "./options";
import { endOrphans, lookForOrphansLater } from "./orphans";
import { note, say, tell } from "./output";
import { choosePersonality, DUMB_INIT, PIDONE, personality, TINI } from "./personality";
import { processes } from "./processes";
import { reap } from "./reap";
import { settings } from "./settings";
import { leave, lookLater, shutDown } from "./shutdown";
import { blockSignals, takeSignal } from "./signals";
import { spawn } from "./spawn";
import * as sys from "./sys";
import { isFromDetaching } from "./terminal";
import { clearDeadline, DEADLINE_GRACE, DEADLINE_LOOK, DEADLINE_ORPHANS, findNextDeadline, next, timespecOf } from "./timers";
import { failNoCommand } from "./usage";
import { W, word } from "./word";

/**
 * The entry point.
 * @param stack what the kernel leaves a new program: argc, argv, 0, environment, 0 (System V ABI, "Process Initialization")
 */
export function start(stack: word): void {
	const argv = stack + W;
	const environment = argv + (loadWord(stack) + 1) * W;
	processes.self = sys.getpid();
	blockSignals();
	const command = configure(argv, environment);
	becomeReaper();
	spawn(command, environment);
	if (settings.killOrphans != 0) lookForOrphansLater();
	while (true) turn();
}

/** Reads environment and options. @returns where the command stands */
export function configure(argv: word, environment: word): word {
	const program = loadWord(argv);
	choosePersonality(program);
	if (personality == DUMB_INIT) settings.session = settings.group = true;
	if (personality == PIDONE) readPidonesVariables(environment);
	const command = readOptions(argv);
	if (loadWord(command) == 0) failNoCommand(program);
	if (personality == TINI) readTinisVariables(environment);
	if (personality == DUMB_INIT) {
		readDumbInitsVariables(environment);
		if (settings.session) rewriteTerminalStops();
	}
	return command;
}

/** Has orphans come to this process, which for PID 1 they do anyway, and the parent's death be told. */
export function becomeReaper(): void {
	if (settings.parentDeathSignal != 0) sys.prctl(PR_SET_PDEATHSIG, settings.parentDeathSignal);
	if (settings.subreaper || (personality == PIDONE && processes.self != 1)) {
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

/** Who called tini may have made it the reaper already. */
function warnUnlessReaper(): void {
	const isReaper = zeroed("is reaper", 4);
	sys.prctl(PR_GET_CHILD_SUBREAPER, isReaper);
	if (load32(isReaper) != 0) return;
	say(
		message(
			"\t\t1Tini is not running as PID 1 and isn't registered as a child subreaper.\nZombie processes will not be re-parented to Tini, so zombie reaping won't work.\nTo fix the problem, use the -s option or set the environment variable TINI_SUBREAPER to register Tini as a child subreaper, or run Tini as PID 1.",
		),
		0,
		0,
	);
}

/** One turn of the loop: waits for a signal or a deadline, and does what it asks for. */
export function turn(): void {
	let timeout: word = 0;
	findNextDeadline();
	if (next.deadline >= 0) timeout = timespecOf(max(next.left, 0));
	const signal = takeSignal(timeout);
	if (signal > 0) receive(signal);
	if (next.deadline >= 0 && next.left <= 0) expire(next.deadline);
	// Also behind other signals: a storm of them must not keep SIGCHLD waiting, which is taken after those with lower numbers.
	reap();
	if (processes.child == 0) shutDown();
}

function receive(signal: i32): void {
	if (signal == SIGCHLD) tell(message("\t3Received signal 17.\t3Received SIGCHLD"));
	else note(message("\t3Received signal %d.\t"), 0, signal);
	// The terminal's own signals tini keeps to itself.
	if (signal == SIGCHLD || (personality == TINI && (signal == SIGTTIN || signal == SIGTTOU))) return;
	if (isFromDetaching(signal)) {
		note(message("\t3Ignoring tty hand-off signal %d.\t"), 0, signal);
		return;
	}
	forwardInTime(signal);
	if (personality == DUMB_INIT && signal >= SIGTSTP && signal <= SIGTTOU) {
		tell(message("\t3Suspending self due to TTY signal.\t"));
		sys.kill(processes.self, SIGSTOP);
	}
}

function expire(deadline: i32): void {
	clearDeadline(deadline);
	if (deadline <= SIGRTMAX) forward(deadline);
	else if (deadline == DEADLINE_LOOK) lookLater();
	else if (deadline == DEADLINE_ORPHANS) endOrphans();
	else send(SIGKILL);
	if (deadline == DEADLINE_GRACE) leave();
}
