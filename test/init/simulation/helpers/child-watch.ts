import { type Kernel, Violation } from "./kernel.ts";
import type { Process } from "./process.ts";

/** Watches over the reaping of children. */
export class ChildWatch {
	readonly #kernel: Kernel;
	/** When the init saw last that nobody was left to be reaped. */
	#reapedAt = 0;
	/** When it waited for a signal last. */
	#waitedAt = 0;

	constructor(kernel: Kernel) {
		this.#kernel = kernel;
	}

	waitedFor(): void {
		this.#reapedAt = this.#kernel.clock.now;
	}

	/** Nobody stays a zombie: not while nothing happens, and not for more than a turn while signals come. */
	checkWait(followsStops: boolean): void {
		const { pending, clock, main } = this.#kernel;
		const zombie = this.#findZombie(pending.isEmpty ? clock.now : this.#waitedAt);
		this.#waitedAt = clock.now;
		if (zombie !== undefined) throw new Violation(`waits, but ${zombie.pid} is a zombie`);
		if (main?.stopReport && pending.isEmpty && followsStops) throw new Violation(`waits, but ${main.pid} has stopped`);
	}

	/** Only who has died since may be left. */
	checkExit(): void {
		const zombie = this.#findZombie(this.#reapedAt - 1);
		if (zombie !== undefined) throw new Violation(`exits, but ${zombie.pid} is a zombie`);
	}

	#findZombie(latest: number): Process | undefined {
		const isZombie = ({ state, endedAt, adoptedAt = 0 }: Process): boolean =>
			state === "zombie" && Math.max(endedAt, adoptedAt) <= latest;
		return [...this.#kernel.table.init.children].find(isZombie);
	}
}
