import { type Kernel, Violation } from "./kernel.ts";
import { SECOND, SIGCONT, SIGKILL, SIGTERM } from "./linux.ts";
import type { Process } from "./process.ts";
import type { Settings } from "./settings.ts";

/** The init checks once a second; another process may run first. */
const LOOK = 1.1 * SECOND;
const PATIENCE = 5;

/** Checks what `--kill-orphans` does. */
export class OrphanWatch {
	readonly #kernel: Kernel;
	readonly #names: readonly string[];
	readonly #termAt = new Map<Process, number>();
	readonly #killed = new Set<Process>();
	/** The children in the last list. */
	listed: readonly number[] = [];

	constructor(kernel: Kernel, { killOrphans }: Settings) {
		this.#kernel = kernel;
		this.#names = killOrphans;
	}

	/** Whether an orphan may get this signal now. */
	isRight(pid: number, signal: number): boolean {
		const orphan = this.#kernel.table.get(pid);
		if (orphan === undefined || !this.#isConcerned(orphan)) return false;
		const { now } = this.#kernel.clock;
		const termAt = this.#termAt.get(orphan);
		if (signal === SIGCONT) return termAt !== undefined;
		if (signal === SIGTERM && termAt === undefined) {
			this.#termAt.set(orphan, now);
			return true;
		}
		if (signal !== SIGKILL || termAt === undefined || this.#killed.has(orphan)) return false;
		this.#killed.add(orphan);
		return now - termAt >= PATIENCE * SECOND - SECOND / 100;
	}

	#isConcerned(process: Process): boolean {
		if (process === this.#kernel.main || process.adoptedAt === undefined) return false;
		return this.#names.some((name) =>
			name.endsWith("*") ? process.name.startsWith(name.slice(0, -1)) : process.name === name,
		);
	}

	forget(process: Process): void {
		this.#termAt.delete(process);
	}

	/** Checks that each orphan with one of the names is signaled in time. */
	checkAll(): void {
		const { table, clock, surroundings, continuedAt } = this.#kernel;
		if (this.#names.length === 0 || !surroundings.hasProc || clock.now - continuedAt < 10 * SECOND) return;
		for (const child of table.init.children) {
			if (!this.#isConcerned(child) || child.adoptedAt === undefined || child.state === "zombie") continue;
			const termAt = this.#termAt.get(child);
			if (termAt === undefined && clock.now - child.adoptedAt > LOOK)
				throw new Violation(`leaves the orphan ${child.pid} alone`);
			if (termAt !== undefined && !this.#killed.has(child) && clock.now - termAt > PATIENCE * LOOK)
				throw new Violation(`lets the orphan ${child.pid} live`);
		}
	}
}
