import type { Deadlines } from "./deadlines.ts";
import { type Kernel, Violation } from "./kernel.ts";
import { ESRCH, SECOND, SIGCONT, SIGHUP, SIGINT, SIGKILL, SIGQUIT, SIGTERM } from "./linux.ts";
import type { Group, Process } from "./process.ts";
import type { Settings } from "./settings.ts";
import { rewriteSignal } from "./signal-rules.ts";
import type { Step } from "./step.ts";

const GROUP_GRACE = 10 * SECOND;
const KILL_PATIENCE = 10 * SECOND;
/** The maximum age of a check of the group when the init signals it. Later, another group may have its number. */
const LOOK_EVERY = 0.11 * SECOND;

/** Models how the init ends: the end of the main child, the grace period for others, SIGKILL, the init's own exit. */
export class Ending {
	readonly #kernel: Kernel;
	readonly #settings: Settings;
	readonly #deadlines: Deadlines;
	#phase: "running" | "asking" | "grace" | "killing" | "leaving" = "running";
	#status: number | undefined;
	/** The signal that ended the main child; 0 if it exited. */
	#endSignal = 0;
	/** The last stop signal that was forwarded; 0 if there was none. */
	#forwardedStop = 0;
	#mainGroup: Group | undefined;
	#groupSeenAt = 0;
	/** Children that were asked to end individually. */
	readonly #asked = new Set<Process>();
	/** Whether the children were listed since the last wait. */
	#hasListed = false;

	constructor(kernel: Kernel, settings: Settings, deadlines: Deadlines) {
		this.#kernel = kernel;
		this.#settings = settings;
		this.#deadlines = deadlines;
	}

	/** The status to exit with; undefined while the main child lives. */
	get status(): number | undefined {
		return this.#status;
	}

	get hasEnded(): boolean {
		return this.#status !== undefined;
	}

	/** The group of a main child that has ended. */
	get mainGroup(): Group | undefined {
		return this.#mainGroup;
	}

	/** Whether the main child has ended, and the init has not acted on that yet. */
	get isDue(): boolean {
		return this.hasEnded && this.#phase === "running";
	}

	/** Whether it checks periodically which processes are left. */
	get isPolling(): boolean {
		return this.#phase === "grace" || this.#phase === "killing";
	}

	get usesGroup(): boolean {
		return this.#settings.group && !this.#settings.all;
	}

	/** Whether signals go to each child: an init that is not PID 1 must not signal all processes. */
	get usesChildren(): boolean {
		return !this.usesGroup && this.#kernel.table.init.pid !== 1 && (this.#settings.all || this.hasEnded);
	}

	/** A stop signal was forwarded. */
	stopForwarded(signal: number): void {
		this.#forwardedStop = signal;
	}

	/** The main child was reaped. */
	mainEnded(child: Process): void {
		const signal = child.waitStatus & 0x7f;
		this.#endSignal = signal;
		const status = signal === 0 ? child.waitStatus >> 8 : 128 + signal;
		this.#status = this.#settings.okStatuses.includes(status) ? 0 : status;
		this.#mainGroup = child.group;
		this.#groupSeenAt = this.#kernel.clock.now;
	}

	/** There is no child to reap. @param hasNone whether there are no children at all @returns what to send */
	reaped(hasNone: boolean): Step[] {
		if (!this.hasEnded) return [];
		if (this.isPolling) {
			if (hasNone && this.usesChildren) this.#phase = "leaving";
			return [];
		}
		if (this.#phase !== "running") return [];
		const { personality, grace = this.#settings.group || this.#settings.all ? GROUP_GRACE : 0 } = this.#settings;
		this.#phase = personality !== "pidone" || grace === 0 || (hasNone && this.usesChildren) ? "leaving" : "asking";
		return this.#phase === "asking" && this.usesChildren ? this.#beginGrace() : [];
	}

	/** The init has checked whether the group exists. @returns what to send */
	probed(main: Process, target: number, result: number): Step[] {
		const isExpected = target === (this.usesGroup ? -main.pid : -1) && !this.usesChildren;
		if (!isExpected || !["asking", "grace", "killing"].includes(this.#phase)) throw new Violation(`asks for ${target}`);
		if (result === -ESRCH) {
			this.#phase = "leaving";
			return [];
		}
		this.#groupSeenAt = this.#kernel.clock.now;
		return this.#phase === "asking" ? this.#beginGrace() : [];
	}

	#beginGrace(): Step[] {
		this.#phase = "grace";
		this.#deadlines.remove("kill");
		const { grace = GROUP_GRACE } = this.#settings;
		this.#deadlines.add({ signal: "grace", at: this.#kernel.clock.now + grace });
		if (this.usesChildren) return [];
		if (!this.#wereSignaled) return [{ signal: SIGTERM }, { signal: SIGCONT }];
		if (this.#endSignal !== this.#forwardedStop) this.#askLater(grace / 2);
		return [{ signal: SIGCONT }];
	}

	/** Whether the others got the signal that ended the main child. */
	get #wereSignaled(): boolean {
		const isShared = this.#endSignal === this.#forwardedStop || [SIGHUP, SIGINT, SIGQUIT].includes(this.#endSignal);
		return this.#endSignal !== 0 && isShared && (this.#settings.group || this.#settings.all);
	}

	/** Forwards SIGTERM later, as if it had been received. It replaces one that is delayed. */
	#askLater(delay: number): void {
		this.#deadlines.remove(SIGTERM);
		if (rewriteSignal(SIGTERM, this.#settings) === 0) this.#deadlines.addSilent(delay);
		else this.#deadlines.add({ signal: SIGTERM, at: this.#kernel.clock.now + delay });
	}

	/**
	 * The grace period is over. An init that is not PID 1 waits for the processes that it kills, and adopts their
	 * children.
	 */
	graceOver(): void {
		if (this.#kernel.table.init.pid === 1) {
			this.#phase = "leaving";
			return;
		}
		this.#phase = "killing";
		this.#deadlines.add({ signal: "patience", at: this.#kernel.clock.now + KILL_PATIENCE });
	}

	/**
	 * Children that were adopted since then get the same signals.
	 * @returns what to send next; undefined for a wrong signal
	 */
	accepts(target: number, signal: number): Step[] | undefined {
		if (this.#phase === "killing" && signal === SIGKILL) {
			const isExpected = this.usesChildren ? target > 0 : target === -(this.#kernel.main?.pid ?? 0);
			return isExpected ? [] : undefined;
		}
		const child = this.#kernel.table.get(target);
		if (this.#phase !== "grace" || !this.usesChildren || signal !== SIGTERM || child === undefined) return undefined;
		if (this.#asked.has(child)) return undefined;
		this.#asked.add(child);
		return [{ signal: SIGCONT, target }];
	}

	/** Checks that a group is still the one that was checked. */
	checkGroup(target: number, group: Group | undefined): void {
		const age = this.#kernel.clock.now - this.#groupSeenAt;
		if (target < -1 && group !== undefined && this.hasEnded && group !== this.#mainGroup && age > LOOK_EVERY)
			throw new Violation(`signals group ${-target}, which is another one by now`);
	}

	/** The list of its children was read. */
	listed(): void {
		this.#hasListed = true;
	}

	checkGoesOn(): void {
		if (this.#phase === "leaving" || this.#phase === "asking") throw new Violation("goes on although it has to end");
	}

	/** Checks that all listed children were asked to end. */
	checkAsked(listed: readonly number[]): void {
		const { table, surroundings } = this.#kernel;
		if (this.#phase !== "grace" || !this.usesChildren || !surroundings.hasProc) return;
		if (!this.#hasListed) throw new Violation("waits, but did not list the children to ask");
		this.#hasListed = false;
		for (const pid of listed) {
			const child = table.get(pid);
			if (child?.parent === table.init && !this.#asked.has(child)) throw new Violation(`waits, but did not ask ${pid}`);
		}
	}

	/** The init exits. @param lastSignal the last signal that it sent */
	checkTime(lastSignal: number): void {
		// There may be no process left to get SIGKILL. If two deadlines that end with SIGKILL have passed, the signal may
		// belong to the other one.
		const hasKilled = lastSignal === SIGKILL || this.usesChildren;
		const isOver = (deadline: "grace" | "patience"): boolean =>
			hasKilled && this.#deadlines.over.some(({ signal }) => signal === deadline);
		const isGraceOver = this.#phase === "grace" && isOver("grace");
		const isPatienceOver = this.#phase === "killing" && isOver("patience");
		if (this.#phase !== "leaving" && !isGraceOver && !isPatienceOver && !this.#hasKilledAll())
			throw new Violation("exits before its time");
	}

	/** Whether only processes that cannot be killed are left. */
	#hasKilledAll(): boolean {
		const { table } = this.#kernel;
		const rest = this.usesGroup ? table.members(this.#mainGroup) : [...table.init.children];
		return this.#phase === "killing" && rest.every(({ state, nature }) => state === "zombie" || nature.isForeign);
	}
}
