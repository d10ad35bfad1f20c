/** The most bytes that a message of BuildKit can hold. */
const MAX_EXPANSION = 16 * 2 ** 20;

/** How many more characters variables may expand to in one file: each line can double the value of the line above. */
export class ExpansionBudget {
	readonly mistake: string = `the values of variables grow beyond ${MAX_EXPANSION} characters`;
	#left = MAX_EXPANSION;

	/** Spends some of it; false if there is not enough left. */
	spend(characters: number): boolean {
		this.#left -= characters;
		return this.#left >= 0;
	}
}
