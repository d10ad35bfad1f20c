import { forwardInTime } from "pidone/init/delays";
import { forward, send } from "pidone/init/forward";
import { SIGCHLD, SIGKILL, SIGQUIT, SIGTERM } from "pidone/init/linux";
import { becomeReaper, configure } from "pidone/init/main";
import { loadWord, message } from "pidone/init/native";
import { say } from "pidone/init/output";
import { processes } from "pidone/init/processes";
import { reap } from "pidone/init/reap";
import { leave, lookLater, shutDown } from "pidone/init/shutdown";
import { blockSignals, takeSignal } from "pidone/init/signals";
import { spawn } from "pidone/init/spawn";
import * as sys from "pidone/init/sys";
import { clearDeadline, DEADLINE_GRACE, DEADLINE_KILL, DEADLINE_LOOK, findNextDeadline, next, setDeadline, timespecOf } from "pidone/init/timers";
import { W, word } from "pidone/init/word";

/** Milliseconds that the program has from SIGTERM to SIGQUIT. */
const PATIENCE: i32 = 3000;

/** The entry point. The kernel leaves argc, argv, 0 and the environment on the stack. */
export function start(stack: word): void {
	const argv = stack + W;
	const environment = argv + (loadWord(stack) + 1) * W;
	processes.self = sys.getpid();
	blockSignals();
	const command = configure(argv, environment);
	becomeReaper();
	spawn(command, environment);
	while (true) turn();
}

/** One turn of the loop: waits for a signal or a deadline, and does what it asks for. */
function turn(): void {
	findNextDeadline();
	const signal = takeSignal(next.deadline < 0 ? 0 : timespecOf(max(next.left, 0)));
	if (signal > 0 && signal != SIGCHLD) forwardInTime(signal);
	if (signal == SIGTERM) setDeadline(DEADLINE_KILL, PATIENCE);
	if (next.deadline >= 0 && next.left <= 0) expire(next.deadline);
	reap();
	if (processes.child == 0) shutDown();
}

function expire(deadline: i32): void {
	clearDeadline(deadline);
	if (deadline == DEADLINE_KILL) return askForStacks();
	if (deadline == DEADLINE_LOOK) return lookLater();
	if (deadline != DEADLINE_GRACE) return forward(deadline);
	send(SIGKILL);
	leave();
}

/** The policy. The digit in front of the message is how much it matters: 1 is a warning, which is printed unless it is switched off. */
function askForStacks(): void {
	say(message("1process %d is still there %t ms after SIGTERM: sends SIGQUIT"), PATIENCE, processes.child);
	send(SIGQUIT);
}
