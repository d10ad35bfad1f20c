import type { FileReader } from "../layers/file-reader.ts";
import type { ShownFacts } from "../layers/find-package-facts.ts";
import { LayerError } from "../layers/layer-error.ts";
import { ImageContentError } from "./image-content-error.ts";
import type { ImageSource, Resolution } from "./image-source.ts";
import { LayoutError } from "./layout-error.ts";
import { Limiter } from "./limiter.ts";

/** What the files of an image show, or why that is unknown: a separate sentence. */
export type FileReading =
	| ({ readonly kind: "known" } & ShownFacts)
	| { readonly kind: "unknown"; readonly reason: string };

type KnownImage = Extract<Resolution, { readonly kind: "known" }>;

/** Asks sources for images: each image once, and only a few at a time. */
export class ImageAsker {
	readonly #makeSource: (name: ImageSource["name"]) => Promise<ImageSource>;
	readonly #sources = new Map<string, Promise<ImageSource>>();
	readonly #answers = new Map<string, Promise<Resolution>>();
	readonly #readings = new Map<KnownImage, Promise<FileReading>>();
	#reader: Promise<FileReader> | undefined;
	readonly #limiter: Limiter;
	/** Called whenever a source has answered. */
	onAnswer: (reference: string) => void = () => {};

	/** @param makeSource is called once for each source that is asked */
	constructor(makeSource: (name: ImageSource["name"]) => Promise<ImageSource>, atOnce = 8) {
		this.#makeSource = makeSource;
		this.#limiter = new Limiter(atOnce);
	}

	/** Asks a source, or returns its earlier answer. Throws what the source throws. */
	ask(name: ImageSource["name"], reference: string, platform: string): Promise<Resolution> {
		const key = [name, platform, reference].join(" ");
		const known = this.#answers.get(key);
		if (known !== undefined) return known;
		const answer = this.#limiter.run(async () => {
			const source = await this.#sourceOf(name);
			const resolution = await source.resolve(reference, platform);
			this.onAnswer(reference);
			return resolution;
		});
		this.#answers.set(key, answer);
		return answer;
	}

	/** Reads what the files of an image show, which was found for a platform. */
	readFiles(image: KnownImage, platform: string): Promise<FileReading> {
		const reading = this.#readings.get(image) ?? this.#readFiles(image, platform);
		this.#readings.set(image, reading);
		return reading;
	}

	async #readFiles({ image, layers, from = "" }: KnownImage, platform: string): Promise<FileReading> {
		if (layers === undefined) return { kind: "unknown", reason: "its config does not list the layers that it has" };
		this.#reader ??= import("../layers/file-reader.ts").then((module) => new module.FileReader());
		const reader = await this.#reader;
		try {
			return { kind: "known", ...(await reader.read(layers, { platform, env: image.env ?? [] })) };
		} catch (error) {
			if (error instanceof LayoutError) return { kind: "unknown", reason: `${from} ${error.message}` };
			if (error instanceof LayerError || error instanceof ImageContentError)
				return { kind: "unknown", reason: error.message };
			throw error;
		}
	}

	#sourceOf(name: ImageSource["name"]): Promise<ImageSource> {
		const source = this.#sources.get(name) ?? this.#makeSource(name);
		this.#sources.set(name, source);
		return source;
	}
}
