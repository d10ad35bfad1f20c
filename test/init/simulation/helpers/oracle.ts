import { ChildWatch } from "./child-watch.ts";
import { Deadlines, type Due } from "./deadlines.ts";
import { Ending } from "./ending.ts";
import { type Kernel, Violation } from "./kernel.ts";
import { ESRCH, SIGCONT, SIGHUP, SIGKILL, SIGPIPE, SIGSTOP, SIGTERM } from "./linux.ts";
import type { Observer } from "./observer.ts";
import { OrphanWatch } from "./orphan-watch.ts";
import type { Group, Process } from "./process.ts";
import type { Settings } from "./settings.ts";
import { isIgnored, isStopSignal, rewriteSignal, TERMINAL_STOPS } from "./signal-rules.ts";
import { describeStep, type Step } from "./step.ts";
import { StopWatch } from "./stop-watch.ts";
import { VALUE_BASE } from "./world.ts";

/**
 * Models what the init must do, given its options and what has happened, and throws a Violation if it does something
 * else.
 */
export class Oracle implements Observer {
	readonly #kernel: Kernel;
	readonly #settings: Settings;
	readonly #deadlines: Deadlines;
	readonly #orphans: OrphanWatch;
	readonly #children: ChildWatch;
	readonly #stops: StopWatch;
	readonly #ending: Ending;
	readonly #ignoredOnce = new Set<number>();
	#steps: Step[] = [];
	/** Whether it has reaped since the last wait: due signals precede that, and requests to end follow it. */
	#hasReaped = false;
	#lastSignal = 0;

	constructor(kernel: Kernel, settings: Settings) {
		this.#kernel = kernel;
		this.#settings = settings;
		this.#deadlines = new Deadlines(kernel);
		this.#orphans = new OrphanWatch(kernel, settings);
		this.#children = new ChildWatch(kernel);
		this.#stops = new StopWatch(kernel, settings, this.#deadlines);
		this.#ending = new Ending(kernel, settings, this.#deadlines);
		const { stdin, isLeader } = kernel.surroundings;
		if (settings.session && stdin === "terminal" && isLeader) this.#ignoredOnce.add(SIGHUP).add(SIGCONT);
	}

	get #main(): Process {
		const { main } = this.#kernel;
		if (main === undefined) throw new Violation("there is no child yet");
		return main;
	}

	taken(signal: number, value: number | undefined): void {
		const { personality } = this.#settings;
		if (signal === SIGPIPE && this.#kernel.hasOwnPipeSignal)
			throw new Violation("takes the signal of its own write to a broken pipe");
		if (isIgnored(signal, this.#settings)) return;
		if (this.#ignoredOnce.delete(signal)) return;
		const delay = this.#settings.delays.get(signal) ?? 0;
		if (delay === 0) this.#forward(signal, value);
		else if (rewriteSignal(signal, this.#settings) === 0) this.#deadlines.addSilent(delay);
		else if (!this.#deadlines.has(signal)) this.#deadlines.add({ signal, at: this.#kernel.clock.now + delay });
		if (personality === "dumb-init" && TERMINAL_STOPS.includes(signal))
			this.#steps.push({ signal: SIGSTOP, target: this.#kernel.table.init.pid });
	}

	#forward(received: number, value?: number): void {
		const signal = rewriteSignal(received, this.#settings);
		if (
			signal === 0 ||
			(this.#settings.personality === "dumb-init" && this.#ending.hasEnded && !this.#ending.usesGroup)
		)
			return;
		const step: Step = { signal, value, isStop: [received, signal].some((each) => isStopSignal(each, this.#settings)) };
		this.#push(step);
	}

	#pushAll(steps: readonly Step[]): void {
		for (const step of steps) this.#push(step);
	}

	#push(step: Step): void {
		this.#steps.push(step);
		// Without /proc, only the main child is known, and it may have ended.
		if (this.#ending.usesChildren && !this.#kernel.surroundings.hasProc)
			step.left = new Set(this.#ending.hasEnded ? [] : [this.#main.pid]);
		this.#finishIfNoneLeft(step);
	}

	killed(target: number, signal: number, result: number, group: Group | undefined, value?: number): void {
		this.#checkTarget(target, group);
		this.#checkValue(this.#steps[0], target, signal, value);
		this.#lastSignal = signal;
		if (signal === 0) this.#pushAll(this.#ending.probed(this.#main, target, result));
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

	/** A PID belongs to a child until the child is reaped, and to a group as long as the group has members. */
	#checkTarget(target: number, group: Group | undefined): void {
		const { table } = this.#kernel;
		if (target > 0 && target !== table.init.pid && table.get(target)?.parent !== table.init) {
			throw new Violation(`signals ${target}, which is not (or no longer) its child`);
		}
		this.#ending.checkGroup(target, group);
	}

	/** The value that was sent with a signal reaches the main child with it, and with no other signal. */
	#checkValue(step: Step | undefined, target: number, signal: number, value: number | undefined): void {
		const isOther = value !== undefined && rewriteSignal(value % VALUE_BASE, this.#settings) !== signal;
		const isLost = step?.value !== undefined && step.signal === signal && step.value !== value;
		const isForOne =
			!this.#ending.hasEnded && !this.#settings.group && !this.#settings.all && target === this.#main.pid;
		if (isOther || (isLost && isForOne)) throw new Violation(`sends signal ${signal} with the value ${value}`);
	}

	#match(step: Step | undefined, target: number, signal: number, result: number): boolean {
		if (step === undefined || step.signal !== signal) return false;
		if (step.target !== undefined) {
			if (step.target !== target) return false;
			this.#steps.shift();
			// A child that does not have its own group gets the signal directly.
			if (signal === SIGCONT && target < 0 && result < 0) this.#steps.unshift({ signal, target: -target });
			return true;
		}
		if (step.left !== undefined) {
			const isExpected = step.left.delete(target);
			this.#finishIfNoneLeft(step);
			return isExpected;
		}
		if (target !== this.#targetOf(step)) return false;
		if (this.#ending.usesGroup && !step.hasNoGroup && result === -ESRCH && !this.#ending.hasEnded)
			step.hasNoGroup = true;
		else this.#finish(step);
		return true;
	}

	#targetOf(step: Step): number | undefined {
		if (this.#ending.usesGroup && !step.hasNoGroup) return -this.#main.pid;
		if (!this.#settings.all && !this.#ending.hasEnded) return this.#main.pid;
		return this.#ending.usesChildren ? undefined : -1;
	}

	#finishIfNoneLeft(step: Step): void {
		if (step.left?.size === 0) this.#finish(step);
	}

	#finish(step: Step): void {
		this.#steps = this.#steps.filter((each) => each !== step);
		if (!step.isStop) return;
		this.#ending.stopForwarded(step.signal);
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

	/** Matches a signal that is due, rather than one that was just taken. */
	#matchDue(target: number, signal: number, result: number): boolean {
		// Killed processes get SIGKILL at each check; an exit follows the last one.
		const dues = this.#deadlines.over.filter(({ signal }) => signal !== "patience");
		for (const due of dues.toSorted((a, b) => Number(a.signal === "grace") - Number(b.signal === "grace"))) {
			if (this.#signalOf(due) !== signal) continue;
			const count = this.#steps.length;
			this.#begin(due);
			const step = this.#steps[count];
			if (step !== undefined && this.#ending.usesChildren) step.left ??= new Set(this.#orphans.listed);
			if (this.#match(step, target, signal, result)) {
				this.#deadlines.remove(due);
				return true;
			}
			this.#steps.length = count;
		}
		return false;
	}

	#signalOf({ signal }: Due): number {
		if (typeof signal === "number") return rewriteSignal(signal, this.#settings);
		return signal === "continue" ? SIGCONT : SIGKILL;
	}

	#begin(due: Due): void {
		if (typeof due.signal === "number") this.#forward(due.signal);
		else if (due.signal === "continue") {
			this.#stops.continues();
			this.#push({ signal: SIGCONT, target: -this.#main.pid });
		} else this.#push({ signal: SIGKILL });
		if (due.signal === "grace") this.#ending.graceOver();
	}

	#matchEnding(target: number, signal: number): boolean {
		const next = this.#ending.accepts(target, signal);
		this.#steps.push(...(next ?? []));
		return next !== undefined;
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
		this.#ending.mainEnded(child);
	}

	waitedForNone(hasNone: boolean): void {
		this.#hasReaped = true;
		this.#children.waitedFor();
		const isDue = this.#ending.isDue;
		const steps = this.#ending.reaped(hasNone);
		if (isDue && this.#settings.personality === "dumb-init") this.#forward(SIGTERM);
		this.#pushAll(steps);
	}

	listed(children: readonly number[]): void {
		this.#orphans.listed = children;
		this.#ending.listed();
		const [step] = this.#steps;
		if (!this.#ending.usesChildren) return;
		if (step !== undefined && step.left === undefined) {
			step.left = new Set(children);
			this.#finishIfNoneLeft(step);
		} else if (step === undefined && children.length === 0) {
			this.#expireInVain();
		}
	}

	/**
	 * A deadline has passed, and there is no process to signal. The end of the grace period is observable by other
	 * means.
	 */
	#expireInVain(): void {
		const due = this.#deadlines.over.find(({ signal }) => signal !== "grace");
		if (due !== undefined) this.#deadlines.remove(due);
	}

	waits(timeout: number | undefined): void {
		this.#hasReaped = false;
		this.#skipUnreachable();
		if (this.#steps.length > 0) throw new Violation(`waits, but did not send ${describeStep(this.#steps[0])}`);
		this.#ending.checkGoesOn();
		this.#ending.checkAsked(this.#orphans.listed);
		this.#children.checkWait(this.#stops.isFollowing);
		const isPolling = this.#ending.isPolling || this.#settings.killOrphans.length > 0;
		this.#deadlines.checkWait(timeout, isPolling);
		this.#orphans.checkAll();
	}

	/** An init that finds no process to signal makes no observable call. */
	#skipUnreachable(): void {
		if (!this.#ending.usesChildren || this.#kernel.surroundings.hasProc) return;
		if (!this.#ending.hasEnded) return;
		for (let count = this.#deadlines.over.length; count > 0; count--) this.#expireInVain();
	}

	timedOut(): void {
		this.#deadlines.countWake();
	}

	exits(status: number): void {
		this.#skipUnreachable();
		if (!this.#ending.hasEnded) throw new Violation(`exits with ${status} while its child lives`);
		if (this.#steps.length > 0) throw new Violation(`exits, but did not send ${describeStep(this.#steps[0])}`);
		this.#ending.checkTime(this.#lastSignal);
		if (status !== this.#ending.status) throw new Violation(`exits with ${status} instead of ${this.#ending.status}`);
		const { table, terminal } = this.#kernel;
		this.#children.checkExit();
		if (
			terminal.foreground !== undefined &&
			terminal.foreground === this.#ending.mainGroup &&
			this.#ending.mainGroup !== table.init.group &&
			terminal.controls(table.init)
		) {
			throw new Violation("does not give the terminal back");
		}
		this.#deadlines.checkWakes(this.#settings.killOrphans.length > 0);
	}
}
