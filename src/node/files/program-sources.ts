import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { decodeProgram } from "../../core/dockerfile/decode-source.ts";
import { UserError } from "../../core/user-error.ts";
import { builtInit } from "./shipped-init.ts";

/** Sources as the compiler asks for them, by path. */
export class SourceFolder {
	readonly #folder: string;
	readonly #texts = new Map<string, string | undefined>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** @returns undefined if the file does not exist. Throws UserError for one that is not text. */
	get(path: string): string | undefined {
		if (!this.#texts.has(path)) this.#texts.set(path, this.#read(path));
		return this.#texts.get(path);
	}

	/** The files that were read so far, absolute. */
	get files(): string[] {
		return [...this.#texts].flatMap(([path, text]) => (text === undefined ? [] : [resolve(this.#folder, path)]));
	}

	#read(path: string): string | undefined {
		const file = resolve(this.#folder, path);
		if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
		try {
			return decodeProgram(readFileSync(file));
		} catch (error) {
			throw new UserError(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
		}
	}
}

/** The sources of the shipped init, which `import … from "pidone/init/NAME"` means. */
export const shippedSources: { get(name: string): string | undefined } = {
	get(name) {
		const file = new URL(`program/${name}`, builtInit);
		return /^[\w-]+\.ts$/.test(name) && statSync(file, { throwIfNoEntry: false })?.isFile()
			? readFileSync(file, "utf8")
			: undefined;
	},
};
