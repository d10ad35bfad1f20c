import { send } from "pidone/init/forward";
import { SIGQUIT, SIGTERM } from "pidone/init/linux";
import { begin } from "pidone/init/begin";
import { expire, receive } from "pidone/init/turn";
import { message } from "pidone/init/native";
import { say } from "pidone/init/output";
import { processes } from "pidone/init/processes";
import { reap } from "pidone/init/reap";
import { shutDown } from "pidone/init/shutdown";
import { takeSignal } from "pidone/init/signals";
import { clearDeadline, DEADLINE_OWN, findNextDeadline, next, setDeadline, timespecOf } from "pidone/init/timers";
import { word } from "pidone/init/word";

/** Milliseconds that the program has from SIGTERM to SIGQUIT. */
const PATIENCE: i32 = 3000;

/** The entry point. The kernel leaves argc, argv, 0 and the environment on the stack. */
export function start(stack: word): void {
	begin(stack);
	while (true) turn();
}

/** One turn of the loop: waits for a signal or a deadline, and does what it asks for. */
function turn(): void {
	findNextDeadline();
	const signal = takeSignal(next.deadline < 0 ? 0 : timespecOf(max(next.left, 0)));
	if (signal > 0) receive(signal);
	if (signal == SIGTERM) setDeadline(DEADLINE_OWN, PATIENCE);
	if (next.deadline >= 0 && next.left <= 0) {
		if (next.deadline == DEADLINE_OWN) askForStacks();
		else expire(next.deadline);
	}
	reap();
	if (processes.child == 0) shutDown();
}

/**
 * The policy. The digit in front of the message is how much it matters: 1 is a warning, which is printed unless it is
 * switched off.
 */
function askForStacks(): void {
	clearDeadline(DEADLINE_OWN);
	if (processes.child == 0) return;
	say(message("1process %d is still there %t ms after SIGTERM: sends SIGQUIT"), PATIENCE, processes.child);
	send(SIGQUIT);
}
