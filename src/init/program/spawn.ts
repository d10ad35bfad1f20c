import { execute } from "./execute";
import { exit } from "./exit";
import { AT_FDCWD, EACCES, ENOENT, ENOTDIR, O_PATH_CLOEXEC } from "./linux";
import { load8, loadWord, message, packed, storeWord, text } from "./native";
import { compose, keepText, note, say } from "./output";
import { cursor } from "./parse";
import { personality, TINI } from "./personality";
import { parsePid } from "./proc";
import { processes } from "./processes";
import { restoreSignals } from "./signals";
import * as sys from "./sys";
import { prepareTerminal, takeTerminal } from "./terminal";
import { found, getVariable } from "./text";
import { word } from "./word";

/**
 * Starts the main child. The init itself changes to `/`, so that it keeps no file system busy; the child starts in the
 * original folder.
 */
export function spawn(argv: word, environment: word): void {
	prepareTerminal();
	const folder = personality == TINI ? -1 : sys.openat(AT_FDCWD, text("."), O_PATH_CLOEXEC, 0);
	if (folder >= 0) sys.chdir(text("/"));
	const pid = sys.fork();
	if (pid < 0) {
		say(message("0cannot fork: %e\t0Unable to fork. Exiting.\t0fork failed: %e\t0failed to fork child: %e"), 0, -pid);
		exit(1);
	}
	if (pid == 0) runChild(folder, argv, environment);
	processes.child = processes.group = pid;
	sys.close(folder);
	note(
		message(
			"3started '%s' as process %d\t3Child spawned with PID %d.\t2Spawned child process '%s' with pid '%d'\t3pid1 (%d) spawned: %s",
		),
		loadWord(argv),
		pid,
	);
}

function runChild(folder: i32, argv: word, environment: word): void {
	sys.fchdir(folder);
	takeTerminal();
	setListenPid(environment);
	restoreSignals();
	const error = -execute(argv, environment);
	processes.self = sys.getpid();
	say(message("0cannot run '%s': %e\t0%s: %e\t0exec %s failed: %e\t0failed to exec pid1: %e"), loadWord(argv), error);
	if (error == ENOENT || (error == ENOTDIR && personality != TINI)) exit(127);
	exit(error == EACCES || personality != TINI ? 126 : 1);
}

/** The size of LISTEN_PID= and a PID in bytes. */
const LISTEN_PID_SIZE: i32 = 24;

/**
 * Sets LISTEN_PID to the child: sockets are for the process that it names, which is the init for the manager:
 * sd_listen_fds(3).
 */
function setListenPid(environment: word): void {
	const pid = getVariable(environment, text("LISTEN_PID="));
	if (pid == 0 || parsePid(pid) != processes.self || load8(cursor.at) != 0) return;
	storeWord(found.entry, compose(packed("LISTEN_PID=%d"), 0, sys.getpid()));
	keepText(LISTEN_PID_SIZE);
}
