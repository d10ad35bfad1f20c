import { forget } from "./asked";
import { ECHILD, EINTR, WNOHANG, WUNTRACED } from "./linux";
import { load8, load32, message, store8, zeroed } from "./native";
import { note, say, tell } from "./output";
import { processes } from "./processes";
import { settings } from "./settings";
import * as sys from "./sys";
import { followStop } from "./terminal";
import { word } from "./word";

/** Statuses that count as success. */
function okFlagAt(status: i32): word {
	return zeroed("ok statuses", 256) + status;
}

export function addOkStatus(status: i32): void {
	store8(okFlagAt(status), 1);
}

/** The main child's status, once it has ended: its exit status, or 128 plus its signal. */
export let status: i32 = 0;

/** The signal that ended the main child; 0 if it exited. */
export let endSignal: i32 = 0;

/** Whether the last check found no children at all, not even running ones. */
export let hasNoChildren: bool = false;

/** Reaps all children that have ended, without waiting for others. */
export function reap(): void {
	const result = zeroed("wait status", 4);
	while (true) {
		const pid = sys.wait4(-1, result, WNOHANG | WUNTRACED, 0);
		if (pid == -EINTR) continue;
		if (pid <= 0) {
			hasNoChildren = pid == -ECHILD;
			tell(
				hasNoChildren
					? message("\t\t4No child to wait\t3got ECHILD: no children left to monitor")
					: message("\t\t4No child to reap"),
			);
			return;
		}
		// <sys/wait.h>: WIFSTOPPED
		if ((load32(result) & 0xff) != 0x7f) takeStatus(pid, load32(result));
		else if (pid == processes.child) followStop((load32(result) >> 8) & 0xff);
	}
}

/** @param wait the wait status (<sys/wait.h>): the signal in the low 7 bits, the exit status in the next byte */
function takeStatus(pid: i32, wait: i32): void {
	const signal = wait & 0x7f;
	const code = wait >> 8;
	forget(pid);
	if (signal == 0)
		note(
			message(
				"3process %t exited with status %d\t3A child with PID %t exited with exit status %d.\t3Reaped child with pid: '%t'",
			),
			pid,
			code,
		);
	else
		note(
			message(
				"3process %t was killed by signal %d\t3A child with PID %t was terminated by signal %d.\t3Reaped child with pid: '%t'",
			),
			pid,
			signal,
		);
	if (pid != processes.child) {
		if (signal == 0) note(message("\t\t\t3child process %t exited with code %d"), pid, code);
		else note(message("\t\t\t3child process %t exited due to signal %d"), pid, signal);
		if (settings.warnOnReap) say(message("1reaped orphan %d\t\t1Reaped zombie process with pid=%d"), 0, pid);
		return;
	}
	processes.child = 0;
	processes.isStopped = false;
	endSignal = signal;
	status = signal == 0 ? code : 128 + signal;
	if (load8(okFlagAt(status)) != 0) status = 0;
	if (signal == 0) note(message("\t\t2Main child exited normally (with status '%d')"), 0, code);
	else note(message("\t\t2Main child exited with signal (with signal '%n')"), 0, signal);
}
