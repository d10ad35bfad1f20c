/** Ends work that would take too long. */
export class WorkLimitError extends Error {
	override readonly name = "WorkLimitError";
}

/** Limits the work that a hostile script can cause. One unit takes about a tenth of a microsecond. */
export class WorkBudget {
	#left: number;

	constructor(units: number) {
		this.#left = units;
	}

	/** Throws WorkLimitError if nothing is left. */
	spend(units: number): void {
		this.#left -= units;
		if (this.#left < 0) throw new WorkLimitError("too much work");
	}
}
