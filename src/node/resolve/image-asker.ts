import type { ImageSource, Resolution } from "./image-source.ts";

/** Asks sources for images: each image once, and only so many at a time. */
export class ImageAsker {
	readonly #makeSource: (name: ImageSource["name"]) => Promise<ImageSource>;
	readonly #sources = new Map<string, Promise<ImageSource>>();
	readonly #answers = new Map<string, Promise<Resolution>>();
	readonly #waiting: (() => void)[] = [];
	#free: number;
	/** Is called whenever a source has answered. */
	onAnswer: (reference: string) => void = () => {};

	/** @param makeSource is called once for each source that is asked */
	constructor(makeSource: (name: ImageSource["name"]) => Promise<ImageSource>, atOnce = 8) {
		this.#makeSource = makeSource;
		this.#free = atOnce;
	}

	/** Throws what the source throws. */
	ask(name: ImageSource["name"], reference: string, platform: string): Promise<Resolution> {
		const key = [name, platform, reference].join(" ");
		const known = this.#answers.get(key);
		if (known !== undefined) return known;
		const answer = this.#inTurn(async () => {
			const source = await this.#sourceOf(name);
			const resolution = await source.resolve(reference, platform);
			this.onAnswer(reference);
			return resolution;
		});
		this.#answers.set(key, answer);
		return answer;
	}

	#sourceOf(name: ImageSource["name"]): Promise<ImageSource> {
		const source = this.#sources.get(name) ?? this.#makeSource(name);
		this.#sources.set(name, source);
		return source;
	}

	async #inTurn<T>(work: () => Promise<T>): Promise<T> {
		if (this.#free > 0) this.#free--;
		else await new Promise<void>((begin) => this.#waiting.push(begin));
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next === undefined) this.#free++;
			else next();
		}
	}
}
