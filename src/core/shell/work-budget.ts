/** What ends work that would take too long. */
export class WorkLimitError extends Error {
	override readonly name = "WorkLimitError";
}

/** Bounds work that hostile scripts would make endless; one unit takes about a tenth of a microsecond. */
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
