import { ENOTTY, EPERM, ESRCH, SIGCONT, SIGHUP } from "./linux.ts";
import type { Group, Process } from "./process.ts";
import type { ProcessTable } from "./process-table.ts";

/** A terminal as ioctl_tty(2) describes it. */
export class Terminal {
	/** The session that it controls; `undefined` for none. */
	session: number | undefined;
	foreground: Group | undefined;
	/** Processes that have released it without being the leader of their session. */
	readonly #without = new Set<Process>();

	constructor(session: number | undefined, foreground: Group | undefined) {
		this.session = session;
		this.foreground = foreground;
	}

	controls(process: Process): boolean {
		return this.session === process.session && !this.#without.has(process);
	}

	/** TIOCNOTTY */
	letGo(process: Process, table: ProcessTable): number {
		if (!this.controls(process)) return -ENOTTY;
		if (process.session !== process.pid) {
			this.#without.add(process);
			return 0;
		}
		const members = table.members(this.foreground);
		this.session = undefined;
		this.foreground = undefined;
		for (const signal of [SIGHUP, SIGCONT]) for (const member of members) table.signal(member, signal);
		return 0;
	}

	/** TIOCSCTTY */
	take(process: Process): number {
		if (this.controls(process)) return 0;
		if (process.session !== process.pid || this.session !== undefined) return -EPERM;
		this.session = process.session;
		this.foreground = process.group;
		return 0;
	}

	/** TIOCGPGRP: the group's number, even if it no longer has members, or minus errno. */
	foregroundOf(process: Process): number {
		return this.controls(process) ? (this.foreground?.id ?? 0) : -ENOTTY;
	}

	/** TIOCSPGRP, for a caller that blocks SIGTTOU */
	setForeground(process: Process, id: number, table: ProcessTable): number {
		if (!this.controls(process)) return -ENOTTY;
		const group = table.findGroup(id);
		if (group === undefined) return -ESRCH;
		if (table.members(group)[0]?.session !== process.session) return -EPERM;
		this.foreground = group;
		return 0;
	}
}
