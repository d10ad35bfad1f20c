import type { Kernel } from "./kernel.ts";
import { MICROSECOND, MILLISECOND, SECOND, SIGCONT, SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU } from "./linux.ts";
import type { Nature, Process } from "./process.ts";
import type { Random } from "./random.ts";
import { makeSignal, NAMES, type Settings } from "./settings.ts";

/** The value of a signal is a multiple of this, plus the number of the signal. */
export const VALUE_BASE = 128;

/** Creates random events around the init: programs start others, end and stop, and signals arrive. */
export class World {
	readonly #kernel: Kernel;
	readonly #settings: Settings;
	readonly #random: Random;
	#values = 0;
	/** The events to choose from; frequent ones are repeated. */
	readonly #happenings: readonly (() => void)[];

	constructor(kernel: Kernel, settings: Settings) {
		this.#kernel = kernel;
		this.#settings = settings;
		this.#random = kernel.random;
		// An init that checks for a group ten times a second cannot notice that another group got its number in between.
		if (settings.group) kernel.table.rest = 150 * MILLISECOND;
		const fork = (): void => this.#fork();
		const end = (): void => this.#endOne();
		const signal = (): void => this.#signalInit(this.#makeSignal());
		const stop = (): void => this.#stopMain();
		const storm = (): void => this.#storm();
		const pause = (): void => kernel.table.signal(kernel.table.init, SIGSTOP);
		this.#happenings = [fork, fork, fork, fork, end, end, end, signal, signal, signal, signal, stop, storm, pause];
		kernel.whenForked = (main) => this.#begin(main);
		kernel.whenIdle = () => this.#endMain();
		kernel.whenStopped = () =>
			kernel.clock.schedule(this.#random.magnitude(MICROSECOND, SECOND), () => kernel.signalInit(SIGCONT));
	}

	/**
	 * Events come in bursts, some microseconds apart around a few moments, so that they coincide with any step of the
	 * init.
	 */
	#begin(main: Process): void {
		const random = this.#random;
		const { clock } = this.#kernel;
		clock.schedule(random.magnitude(1, 500 * MICROSECOND), () => this.#getReady(main));
		const span = random.magnitude(100 * MICROSECOND, 20 * SECOND);
		const moments = [0, ...Array.from({ length: random.integer(1, 4) }, () => Math.floor(random.next() * span))];
		for (let count = random.magnitude(1, 40); count > 0; count--) {
			clock.schedule(random.pick(moments) + random.magnitude(1, 2 * MILLISECOND), random.pick(this.#happenings));
		}
		clock.schedule(span + random.magnitude(1, MILLISECOND), () => this.#endMain());
	}

	/** What the init's child does before it becomes its program. */
	#getReady(main: Process): void {
		const { table, terminal, surroundings } = this.#kernel;
		const { personality, session } = this.#settings;
		if (main.state === "zombie" || main.state === "gone") return;
		if (session) {
			table.setSession(main);
			if (surroundings.stdin === "terminal") terminal.take(main);
		} else if (personality !== "dumb-init") {
			table.setGroup(main, main.pid);
			const isForeground = terminal.foregroundOf(table.init) === table.init.group.id;
			if (surroundings.stdin === "terminal" && (isForeground || personality === "tini" || personality === "catatonit"))
				terminal.setForeground(main, main.pid, table);
		}
		this.#kernel.tell(`${main.pid} runs its program`);
		table.resume(main);
	}

	#makeNature(): Nature {
		const random = this.#random;
		return {
			response: random.pick(["default", "default", "graceful", "deaf"]),
			delay: random.magnitude(MICROSECOND, 20 * SECOND),
			code: random.integer(0, 255),
			doesReap: random.chance(60),
			isForeign: random.chance(5),
		};
	}

	#pickLiving(isMainToo: boolean): Process | undefined {
		const { table, main } = this.#kernel;
		const living = table.all.filter(
			(process) =>
				process !== table.init && process.state === "running" && process.isReady && (isMainToo || process !== main),
		);
		return living.length === 0 ? undefined : this.#random.pick(living);
	}

	#fork(): void {
		const parent = this.#pickLiving(true);
		if (parent === undefined) return;
		const random = this.#random;
		const { table, clock } = this.#kernel;
		const child = table.fork(parent, random.pick(NAMES), this.#makeNature());
		this.#kernel.tell(`${parent.pid} starts ${child.pid}, ${child.name}, ${JSON.stringify(child.nature)}`);
		const kind = random.integer(1, 6);
		if (kind === 1) table.setGroup(child, child.pid);
		if (kind === 2) table.setSession(child);
		if (random.chance(70))
			clock.schedule(random.magnitude(MICROSECOND, 20 * SECOND), () => table.end(child, this.#makeWaitStatus()));
	}

	#makeWaitStatus(): number {
		const random = this.#random;
		return random.chance(70) ? random.integer(0, 255) << 8 : random.pick([1, 2, 9, 15, 11 | 0x80, 6 | 0x80, 34]);
	}

	#endOne(): void {
		const process = this.#pickLiving(false);
		if (process !== undefined) this.#kernel.table.end(process, this.#makeWaitStatus());
	}

	#stopMain(): void {
		const { table, clock, main } = this.#kernel;
		if (main === undefined) return;
		table.signal(main, this.#random.pick([SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU]));
		clock.schedule(this.#random.magnitude(MICROSECOND, SECOND), () => table.signal(main, SIGCONT));
	}

	/** Signals that the settings name are more frequent. */
	#makeSignal(): number {
		const named = [...this.#settings.delays.keys(), ...this.#settings.rewrites.keys()];
		return named.length > 0 && this.#random.chance(30) ? this.#random.pick(named) : makeSignal(this.#random);
	}

	/** Some signals have a value: it contains the number of the signal, and is unique. */
	#signalInit(signal: number): void {
		const value = this.#random.chance(20) ? ++this.#values * VALUE_BASE + signal : undefined;
		this.#kernel.signalInit(signal, value);
	}

	/** One signal many times, or several signals. */
	#storm(): void {
		const random = this.#random;
		const signals = Array.from({ length: random.pick([1, 5]) }, () => this.#makeSignal());
		for (let count = random.integer(2, 20); count > 0; count--) {
			this.#kernel.clock.schedule(random.magnitude(1, 300 * MICROSECOND), () => this.#signalInit(random.pick(signals)));
		}
	}

	#endMain(): void {
		const { table, main } = this.#kernel;
		if (main === undefined) return;
		table.end(main, this.#random.chance(10) ? SIGKILL : this.#makeWaitStatus());
	}
}
