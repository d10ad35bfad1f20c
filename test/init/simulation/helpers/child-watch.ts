import { type Kernel, Violation } from "./kernel.ts";
import type { Process } from "./process.ts";

/** Checks that the init reaps its children. */
export class ChildWatch {
	readonly #kernel: Kernel;
	/** When the init last found no child to reap. */
	#reapedAt = 0;
	/** When it last waited for a signal. */
	#waitedAt = 0;

	constructor(kernel: Kernel) {
		this.#kernel = kernel;
	}

	waitedFor(): void {
		this.#reapedAt = this.#kernel.clock.now;
	}

	/** No child stays a zombie while nothing happens, nor for more than one iteration while signals arrive. */
	checkWait(followsStops: boolean): void {
		const { pending, clock, main } = this.#kernel;
		const zombie = this.#findZombie(pending.isEmpty ? clock.now : this.#waitedAt);
		this.#waitedAt = clock.now;
		if (zombie !== undefined) throw new Violation(`waits, but ${zombie.pid} is a zombie`);
		if (main?.stopReport && pending.isEmpty && followsStops) throw new Violation(`waits, but ${main.pid} has stopped`);
	}

	/** Only children that have ended since then may be left. */
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
