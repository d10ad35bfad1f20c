import { ChildWatch } from "./child-watch.ts";
import { Deadlines, type Due } from "./deadlines.ts";
import { type Kernel, Violation } from "./kernel.ts";
import {
	ESRCH,
	SECOND,
	SIGCHLD,
	SIGCONT,
	SIGHUP,
	SIGKILL,
	SIGPIPE,
	SIGRTMIN_3,
	SIGSTOP,
	SIGTERM,
	SIGTSTP,
	SIGTTIN,
	SIGTTOU,
} from "./linux.ts";
import type { Observer } from "./observer.ts";
import { OrphanWatch } from "./orphan-watch.ts";
import type { Group, Process } from "./process.ts";
import type { Settings } from "./settings.ts";
import { describeStep, type Step } from "./step.ts";
import { StopWatch } from "./stop-watch.ts";
import { VALUE_BASE } from "./world.ts";

const STOP_SIGNALS = [SIGTERM, SIGRTMIN_3];
const TERMINAL_STOPS = [SIGTSTP, SIGTTIN, SIGTTOU];
const GROUP_GRACE = 10 * SECOND;
const KILL_PATIENCE = 10 * SECOND;
/**
 * How old an answer about the group may be when it is signalled: between two looks its number could become another's.
 */
const LOOK_EVERY = 0.11 * SECOND;

/**
 * Knows what the init has to do, from its options and what has happened, and throws a Violation where it does
 * something else.
 */
export class Oracle implements Observer {
	readonly #kernel: Kernel;
	readonly #settings: Settings;
	readonly #deadlines: Deadlines;
	readonly #orphans: OrphanWatch;
	readonly #children: ChildWatch;
	readonly #stops: StopWatch;
	readonly #ignoredOnce = new Set<number>();
	#steps: Step[] = [];
	#phase: "running" | "asking" | "grace" | "killing" | "leaving" = "running";
	#status: number | undefined;
	/** Children that were asked to end, each by itself. */
	readonly #asked = new Set<Process>();
	/** Whether the children were listed since the last wait. */
	#hasListed = false;
	/** Whether it has reaped since the last wait: what is due was sent before, and those that are left are asked now. */
	#hasReaped = false;
	#mainGroup: Group | undefined;
	#groupSeenAt = 0;
	#lastSignal = 0;

	constructor(kernel: Kernel, settings: Settings) {
		this.#kernel = kernel;
		this.#settings = settings;
		this.#deadlines = new Deadlines(kernel);
		this.#orphans = new OrphanWatch(kernel, settings);
		this.#children = new ChildWatch(kernel);
		this.#stops = new StopWatch(kernel, settings, this.#deadlines);
		const { stdin, isLeader } = kernel.surroundings;
		if (settings.session && stdin === "terminal" && isLeader) this.#ignoredOnce.add(SIGHUP).add(SIGCONT);
	}

	get #main(): Process {
		const { main } = this.#kernel;
		if (main === undefined) throw new Violation("there is no child yet");
		return main;
	}

	get #hasEnded(): boolean {
		return this.#status !== undefined;
	}

	get #usesGroup(): boolean {
		return this.#settings.group && !this.#settings.all;
	}

	/** Whether signals go to each child: who is not PID 1 must not signal everybody. */
	get #usesChildren(): boolean {
		return !this.#usesGroup && this.#kernel.table.init.pid !== 1 && (this.#settings.all || this.#hasEnded);
	}

	taken(signal: number, value: number | undefined): void {
		const { personality } = this.#settings;
		if (signal === SIGPIPE && this.#kernel.hasOwnPipeSignal)
			throw new Violation("takes the signal of its own write to a broken pipe");
		if (signal === SIGCHLD || (personality === "tini" && (signal === SIGTTIN || signal === SIGTTOU))) return;
		if (personality === "catatonit" && TERMINAL_STOPS.includes(signal)) return;
		if (this.#ignoredOnce.delete(signal)) return;
		const delay = this.#settings.delays.get(signal) ?? 0;
		if (delay === 0) this.#forward(signal, value);
		else if (this.#rewrite(signal) === 0) this.#deadlines.addSilent(delay);
		else if (!this.#deadlines.has(signal)) this.#deadlines.add({ signal, at: this.#kernel.clock.now + delay });
		if (personality === "dumb-init" && TERMINAL_STOPS.includes(signal))
			this.#steps.push({ signal: SIGSTOP, target: this.#kernel.table.init.pid });
	}

	#rewrite(signal: number): number {
		const { personality, session, rewrites } = this.#settings;
		const inSession = personality === "dumb-init" && session && TERMINAL_STOPS.includes(signal);
		return rewrites.get(signal) ?? (inSession ? SIGSTOP : signal);
	}

	#forward(received: number, value?: number): void {
		const signal = this.#rewrite(received);
		if (signal === 0 || (this.#settings.personality === "dumb-init" && this.#hasEnded && !this.#usesGroup)) return;
		const step: Step = { signal, value, isStop: this.#isStop(received) || this.#isStop(signal) };
		this.#push(step);
	}

	#isStop(signal: number): boolean {
		return STOP_SIGNALS.includes(signal) || this.#settings.stopSignals.includes(signal);
	}

	#push(step: Step): void {
		this.#steps.push(step);
		// Without /proc nobody knows the children but the main one, and that one may have ended.
		if (this.#usesChildren && !this.#kernel.surroundings.hasProc)
			step.left = new Set(this.#hasEnded ? [] : [this.#main.pid]);
		this.#finishIfNoneLeft(step);
	}

	killed(target: number, signal: number, result: number, group: Group | undefined, value?: number): void {
		this.#checkTarget(target, group);
		this.#checkValue(this.#steps[0], target, signal, value);
		this.#lastSignal = signal;
		if (signal === 0) this.#probed(target, result);
		else if (
			!this.#match(this.#steps[0], target, signal, result) &&
			!(this.#hasReaped && this.#matchEnding(target, signal)) &&
			!this.#matchDue(target, signal, result) &&
			!this.#matchEnding(target, signal) &&
			!this.#orphans.isRight(target, signal)
		) {
			throw new Violation(`signal ${signal} to ${target} is not expected, but ${describeStep(this.#steps[0])}`);
		}
	}

	/** A number is whose it was only as long as that one was not reaped, or the group has members. */
	#checkTarget(target: number, group: Group | undefined): void {
		const { table, clock } = this.#kernel;
		if (target > 0 && target !== table.init.pid && table.get(target)?.parent !== table.init) {
			throw new Violation(`signals ${target}, which is not (or no longer) its child`);
		}
		const isStale = this.#hasEnded && group !== this.#mainGroup && clock.now - this.#groupSeenAt > LOOK_EVERY;
		if (target < -1 && group !== undefined && isStale)
			throw new Violation(`signals group ${-target}, which is another one by now`);
	}

	/** What was sent with a signal reaches the main child with it, and with no other one. */
	#checkValue(step: Step | undefined, target: number, signal: number, value: number | undefined): void {
		const isOther = value !== undefined && this.#rewrite(value % VALUE_BASE) !== signal;
		const isLost = step?.value !== undefined && step.signal === signal && step.value !== value;
		const isForOne = !this.#hasEnded && !this.#settings.group && !this.#settings.all && target === this.#main.pid;
		if (isOther || (isLost && isForOne)) throw new Violation(`sends signal ${signal} with the value ${value}`);
	}

	/** It has asked whether the group is there. */
	#probed(target: number, result: number): void {
		const isExpected = target === (this.#usesGroup ? -this.#main.pid : -1) && !this.#usesChildren;
		if (!isExpected || !["asking", "grace", "killing"].includes(this.#phase)) throw new Violation(`asks for ${target}`);
		if (result === -ESRCH) {
			this.#phase = "leaving";
			return;
		}
		this.#groupSeenAt = this.#kernel.clock.now;
		if (this.#phase === "asking") this.#beginGrace();
	}

	#match(step: Step | undefined, target: number, signal: number, result: number): boolean {
		if (step === undefined || step.signal !== signal) return false;
		if (step.target !== undefined) {
			if (step.target !== target) return false;
			this.#steps.shift();
			// A child without a group of its own is alone.
			if (signal === SIGCONT && target < 0 && result < 0) this.#steps.unshift({ signal, target: -target });
			return true;
		}
		if (step.left !== undefined) {
			const isExpected = step.left.delete(target);
			this.#finishIfNoneLeft(step);
			return isExpected;
		}
		if (target !== this.#targetOf(step)) return false;
		if (this.#usesGroup && !step.hasNoGroup && result === -ESRCH && !this.#hasEnded) step.hasNoGroup = true;
		else this.#finish(step);
		return true;
	}

	#targetOf(step: Step): number | undefined {
		if (this.#usesGroup && !step.hasNoGroup) return -this.#main.pid;
		if (!this.#settings.all && !this.#hasEnded) return this.#main.pid;
		return this.#usesChildren ? undefined : -1;
	}

	#finishIfNoneLeft(step: Step): void {
		if (step.left?.size === 0) this.#finish(step);
	}

	#finish(step: Step): void {
		this.#steps = this.#steps.filter((each) => each !== step);
		if (!step.isStop) return;
		if (this.#stops.askedToEnd()) {
			const next = this.#steps;
			this.#steps = [];
			this.#push({ signal: SIGCONT });
			this.#steps.push(...next);
		}
		const { killAfter } = this.#settings;
		if (killAfter !== undefined && !this.#deadlines.has("kill"))
			this.#deadlines.add({ signal: "kill", at: this.#kernel.clock.now + killAfter });
	}

	/** A signal that was not taken just now may be one whose time has come. */
	#matchDue(target: number, signal: number, result: number): boolean {
		// Those that were killed get SIGKILL at each look: the last one shows by the exit that follows.
		const dues = this.#deadlines.over.filter(({ signal }) => signal !== "patience");
		for (const due of dues.toSorted((a, b) => Number(a.signal === "grace") - Number(b.signal === "grace"))) {
			if (this.#signalOf(due) !== signal) continue;
			const count = this.#steps.length;
			this.#begin(due);
			const step = this.#steps[count];
			if (step !== undefined && this.#usesChildren) step.left ??= new Set(this.#orphans.listed);
			if (this.#match(step, target, signal, result)) {
				this.#deadlines.remove(due);
				return true;
			}
			this.#steps.length = count;
		}
		return false;
	}

	#signalOf({ signal }: Due): number {
		if (typeof signal === "number") return this.#rewrite(signal);
		return signal === "continue" ? SIGCONT : SIGKILL;
	}

	#begin(due: Due): void {
		if (typeof due.signal === "number") this.#forward(due.signal);
		else if (due.signal === "continue") {
			this.#stops.continues();
			this.#push({ signal: SIGCONT, target: -this.#main.pid });
		} else this.#push({ signal: SIGKILL });
		if (due.signal === "grace" && this.#kernel.table.init.pid === 1) this.#phase = "leaving";
		else if (due.signal === "grace") this.#beginKilling();
	}

	/** Who is not PID 1 waits for those that it has killed: their children come to it. */
	#beginKilling(): void {
		this.#phase = "killing";
		this.#deadlines.add({ signal: "patience", at: this.#kernel.clock.now + KILL_PATIENCE });
	}

	/** Children that came meanwhile get what the others got. */
	#matchEnding(target: number, signal: number): boolean {
		if (this.#phase === "killing" && signal === SIGKILL)
			return this.#usesChildren ? target > 0 : target === -this.#main.pid;
		const child = this.#kernel.table.get(target);
		if (this.#phase !== "grace" || !this.#usesChildren || signal !== SIGTERM || child === undefined) return false;
		if (this.#asked.has(child)) return false;
		this.#asked.add(child);
		this.#steps.push({ signal: SIGCONT, target });
		return true;
	}

	waitedFor(child: Process): void {
		const { main } = this.#kernel;
		if (child.state === "gone") this.#orphans.forget(child);
		if (child !== main) return;
		if (child.state !== "gone") {
			this.#steps.push(...this.#stops.stopped(child));
			return;
		}
		this.#stops.ended();
		const signal = child.waitStatus & 0x7f;
		const status = signal === 0 ? child.waitStatus >> 8 : 128 + signal;
		this.#status = this.#settings.okStatuses.includes(status) ? 0 : status;
		this.#mainGroup = child.group;
		this.#groupSeenAt = this.#kernel.clock.now;
	}

	waitedForNone(hasNone: boolean): void {
		this.#hasReaped = true;
		this.#children.waitedFor();
		if (!this.#hasEnded) return;
		if (this.#phase === "grace" || this.#phase === "killing") {
			if (hasNone && this.#usesChildren) this.#phase = "leaving";
			return;
		}
		if (this.#phase !== "running") return;
		const { personality, grace = this.#settings.group || this.#settings.all ? GROUP_GRACE : 0 } = this.#settings;
		this.#phase = personality !== "pidone" || grace === 0 || (hasNone && this.#usesChildren) ? "leaving" : "asking";
		if (personality === "dumb-init") this.#forward(SIGTERM);
		if (this.#phase === "asking" && this.#usesChildren) this.#beginGrace();
	}

	#beginGrace(): void {
		this.#phase = "grace";
		this.#deadlines.remove("kill");
		this.#deadlines.add({ signal: "grace", at: this.#kernel.clock.now + (this.#settings.grace ?? GROUP_GRACE) });
		if (this.#usesChildren) return;
		this.#push({ signal: SIGTERM });
		this.#push({ signal: SIGCONT });
	}

	listed(children: readonly number[]): void {
		this.#orphans.listed = children;
		this.#hasListed = true;
		const [step] = this.#steps;
		if (!this.#usesChildren) return;
		if (step !== undefined && step.left === undefined) {
			step.left = new Set(children);
			this.#finishIfNoneLeft(step);
		} else if (step === undefined && children.length === 0) {
			this.#expireInVain();
		}
	}

	/** A deadline is over, and there is nobody to signal. The end of the grace shows by itself. */
	#expireInVain(): void {
		const due = this.#deadlines.over.find(({ signal }) => signal !== "grace");
		if (due !== undefined) this.#deadlines.remove(due);
	}

	waits(timeout: number | undefined): void {
		this.#hasReaped = false;
		this.#skipUnreachable();
		if (this.#steps.length > 0) throw new Violation(`waits, but did not send ${describeStep(this.#steps[0])}`);
		if (this.#phase === "leaving" || this.#phase === "asking") throw new Violation("goes on although it has to end");
		this.#checkAsked();
		this.#children.checkWait(this.#stops.isFollowing);
		const isPolling = this.#phase === "grace" || this.#phase === "killing" || this.#settings.killOrphans.length > 0;
		this.#deadlines.checkWait(timeout, isPolling);
		this.#orphans.checkAll();
	}

	/** Nobody is left but those that may not be killed. */
	#hasKilledAll(): boolean {
		const { table } = this.#kernel;
		const rest = this.#usesGroup ? table.members(this.#mainGroup) : [...table.init.children];
		return this.#phase === "killing" && rest.every(({ state, nature }) => state === "zombie" || nature.isForeign);
	}

	/** Whoever was listed has been asked to end. */
	#checkAsked(): void {
		const { table, surroundings } = this.#kernel;
		if (this.#phase !== "grace" || !this.#usesChildren || !surroundings.hasProc) return;
		if (!this.#hasListed) throw new Violation("waits, but did not look whom it has to ask");
		this.#hasListed = false;
		for (const pid of this.#orphans.listed) {
			const child = table.get(pid);
			if (child?.parent === table.init && !this.#asked.has(child)) throw new Violation(`waits, but did not ask ${pid}`);
		}
	}

	/** Who finds nobody to signal makes no call that could be seen. */
	#skipUnreachable(): void {
		if (!this.#usesChildren || this.#kernel.surroundings.hasProc) return;
		if (!this.#hasEnded) return;
		for (let count = this.#deadlines.over.length; count > 0; count--) this.#expireInVain();
	}

	timedOut(): void {
		this.#deadlines.countWake();
	}

	exits(status: number): void {
		this.#skipUnreachable();
		if (this.#status === undefined) throw new Violation(`exits with ${status} while its child lives`);
		if (this.#steps.length > 0) throw new Violation(`exits, but did not send ${describeStep(this.#steps[0])}`);
		// Nobody may be left to get SIGKILL. Where two deadlines that end with it are over at once, the other one was taken
		// for this.
		const hasKilled = this.#lastSignal === SIGKILL || this.#usesChildren;
		const isGraceOver =
			this.#phase === "grace" && this.#deadlines.over.some(({ signal }) => signal === "grace") && hasKilled;
		const isPatienceOver =
			this.#phase === "killing" && this.#deadlines.over.some(({ signal }) => signal === "patience") && hasKilled;
		if (this.#phase !== "leaving" && !isGraceOver && !isPatienceOver && !this.#hasKilledAll())
			throw new Violation("exits before its time");
		if (status !== this.#status) throw new Violation(`exits with ${status} instead of ${this.#status}`);
		const { table, terminal } = this.#kernel;
		this.#children.checkExit();
		if (
			terminal.foreground !== undefined &&
			terminal.foreground === this.#mainGroup &&
			this.#mainGroup !== table.init.group &&
			terminal.controls(table.init)
		) {
			throw new Violation("does not give the terminal back");
		}
		this.#deadlines.checkWakes(this.#settings.killOrphans.length > 0);
	}
}
