/** BuildKit's messages hold no more bytes than this. */
const MAX_EXPANSION = 16 * 2 ** 20;

/** How many characters variables may still make in one file: every line can double what the one above it has set. */
export class ExpansionBudget {
	readonly mistake: string = `the values of variables grow beyond ${MAX_EXPANSION} characters`;
	#left = MAX_EXPANSION;

	/** Takes something off; false when there is not enough left. */
	spend(characters: number): boolean {
		this.#left -= characters;
		return this.#left >= 0;
	}
}
