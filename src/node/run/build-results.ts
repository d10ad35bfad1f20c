import { dirname } from "node:path";
import { findBuildResult } from "../../core/analysis/build-result.ts";
import type { ImageConfig } from "../../core/analysis/image-config.ts";
import { rewrite } from "../../core/rewrite/rewrite.ts";
import type { StatedBuild } from "../build-definitions/model/stated-build.ts";
import { readSource } from "../files/read-source.ts";
import type { SettingsFinder } from "../settings/settings-finder.ts";
import type { ImageKnowledge } from "./image-knowledge.ts";

/** What is known about named contexts that are results of builds, by name; see AnalysisOptions. */
export type BuildResults = Readonly<Record<string, ImageConfig | string>>;

/** Finds out what the images declare on which other builds are based, after the same rewrite. */
export class BuildResultFinder {
	readonly #linked: Readonly<Record<string, StatedBuild>>;
	readonly #settings: SettingsFinder;
	readonly #knowledge: ImageKnowledge;
	/** Undefined for a build that is being examined. */
	readonly #found = new Map<string, ImageConfig | string | undefined>();

	/** @param linked see TaskFile */
	constructor(linked: Readonly<Record<string, StatedBuild>>, settings: SettingsFinder, knowledge: ImageKnowledge) {
		this.#linked = linked;
		this.#settings = settings;
		this.#knowledge = knowledge;
	}

	/** @param links see StatedBuild */
	async resultsOf(links: Readonly<Record<string, string>>): Promise<BuildResults> {
		const results: Record<string, ImageConfig | string> = {};
		for (const [context, key] of Object.entries(links)) {
			const build = this.#linked[key];
			if (build !== undefined) results[context] = await this.#find(key, build);
		}
		return results;
	}

	async #find(key: string, build: StatedBuild): Promise<ImageConfig | string> {
		if (this.#found.has(key)) return this.#found.get(key) ?? "it is based on itself";
		this.#found.set(key, undefined);
		const result = await this.#read(build).catch(() => "pidone cannot read its Dockerfile");
		this.#found.set(key, result);
		return result;
	}

	async #read(build: StatedBuild): Promise<ImageConfig | string> {
		const { dockerfile, inline, links = {} } = build;
		const file = inline?.file ?? dockerfile ?? "";
		const source = inline?.text ?? readSource(file);
		const [variant] = await this.#settings.findAll({ file, source, builds: [build] });
		if (variant === undefined) throw new Error("BUG: a Dockerfile is built in no way");
		const { options: own, steps } = variant;
		const options = { ...own, results: await this.resultsOf(links) };
		const known = await this.#knowledge.optionsWith({ source, options, steps, searchStart: dirname(file) });
		// An inline Dockerfile is not rewritten.
		return findBuildResult(inline === undefined ? rewrite(source, known).text : source, known);
	}
}
