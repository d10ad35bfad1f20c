import { isSpace } from "./space.ts";

/** Collects words. White space ends a word unless it was quoted or escaped. */
export class WordSplitter {
	readonly #done: string[] = [];
	#word = "";

	add(text: string): void {
		for (const character of text) {
			if (isSpace(character)) this.finish();
			else this.#word += character;
		}
	}

	/** Adds text whose white space belongs to the word. */
	addRaw(text: string): void {
		this.#word += text;
	}

	finish(): string[] {
		if (this.#word !== "") this.#done.push(this.#word);
		this.#word = "";
		return this.#done;
	}
}
