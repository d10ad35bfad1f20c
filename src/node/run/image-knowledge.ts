import { dirname, resolve } from "node:path";
import { knowledgeOf } from "../../core/analysis/image-lookup.ts";
import { type ImageUse, listImageUses } from "../../core/analysis/image-uses.ts";
import type { ImageAnswer, KnownImages } from "../../core/analysis/known-images.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { parseDockerfile } from "../../core/dockerfile/parse.ts";
import { UserError } from "../../core/user-error.ts";
import { readSource } from "../files/read-source.ts";
import { LOCK_NAME } from "../files/upward-names.ts";
import type { TaskFile } from "../inputs/task-file.ts";
import type { Io } from "../io.ts";
import { describeEntry } from "../lock/describe-entry.ts";
import { answersOf } from "../lock/lock-file.ts";
import { type LoadedLock, LockFinder } from "../lock/lock-finder.ts";
import { type FoundAnswer, findAnswer, type Question } from "../resolve/find-answer.ts";
import { ImageAsker } from "../resolve/image-asker.ts";
import { isAsked, type ResolveStep } from "../resolve/resolve-steps.ts";
import type { Flags } from "../settings/flags.ts";
import { makeSource } from "../settings/image-sources.ts";
import type { FoundSettings, SettingsFinder } from "../settings/settings-finder.ts";
import { makeProgress } from "./progress.ts";

/** A Dockerfile whose images to look up. */
export interface ImageRequest extends Pick<FoundSettings, "options" | "steps"> {
	readonly source: string;
	/** Where the search for its lock file begins; absolute. */
	readonly searchStart: string;
}

/** What to ask, and which sources. */
interface Questions {
	readonly steps: readonly ResolveStep[];
	readonly questions: readonly Question[];
}

/** What is known about the base images of a run, from lock files and from the sources that it may ask. */
export class ImageKnowledge {
	readonly #settings: SettingsFinder;
	readonly #startsNothing: boolean;
	readonly #asker: ImageAsker;
	readonly #locks: LockFinder;
	readonly #lockImages = new Map<string, KnownImages>();
	readonly #now: number;

	/** @param startsNothing excludes the sources that may start programs: engines, and credential helpers */
	constructor(settings: SettingsFinder, cwd: string, startsNothing = false) {
		this.#settings = settings;
		this.#startsNothing = startsNothing;
		this.#locks = new LockFinder(settings.top);
		this.#asker = new ImageAsker((name) => makeSource(name, settings.sources, cwd));
		this.#now = Date.now();
	}

	/**
	 * Asks for the images of all files at once, before they are processed. Mistakes in a file are reported when it is
	 * processed. Resolves to whether any source was asked.
	 */
	async gather(files: readonly TaskFile[], { quiet }: Flags, io: Io): Promise<boolean> {
		const mayAsk = new Map<string, boolean>();
		const questions = new Map<string, () => Promise<unknown>>();
		for (const each of files) {
			const start = each.searchStart ?? dirname(resolve(io.cwd, each.path));
			const may = mayAsk.get(start) ?? (await this.#settings.mayAsk(start).catch(() => false));
			mayAsk.set(start, may);
			if (!may) continue;
			for (const { steps, questions: asked } of await this.#read(resolve(io.cwd, each.path), each))
				for (const question of asked)
					questions.set(JSON.stringify([steps, question]), () => this.#answer(question, steps, start));
		}
		if (questions.size === 0) return false;
		const progress = makeProgress(questions.size, io, quiet, "images");
		let done = 0;
		this.#asker.onAnswer = (reference) => progress.show(++done, reference);
		// A failure belongs to the file that needs the image.
		await Promise.allSettled([...questions.values()].map((ask) => ask()));
		progress.clear();
		return true;
	}

	/**
	 * The options of a file, with what is known about its images. Throws UserError for an invalid lock file, and with
	 * --frozen for an image that it lacks.
	 */
	async optionsWith({ source, options, steps: given, searchStart }: ImageRequest): Promise<CheckOptions> {
		const steps = this.#allowed(given);
		const isPlain = !steps.some(isAsked) && steps.includes("catalogue") && !hasLayouts(options);
		if (isPlain) return this.#withLock(options, steps, this.#locks.find(searchStart));
		const uses = usesIn({ source, options });
		if (this.#settings.sources.isFrozen) this.#requireLocked(uses, searchStart);
		const images: Record<string, Record<string, ImageAnswer>> = {};
		for (const question of questionsIn(uses)) {
			const found = await this.#answer(question, steps, searchStart);
			if (found !== undefined)
				images[question.reference] = { ...images[question.reference], [question.platform]: found.answer };
		}
		return { ...options, images };
	}

	#allowed(steps: readonly ResolveStep[]): readonly ResolveStep[] {
		return this.#startsNothing ? steps.filter((step) => step !== "engine" && step !== "registry") : steps;
	}

	/** What to ask for each variant of a file's build; nothing if the file cannot be read. */
	async #read(file: string, found: TaskFile): Promise<readonly Questions[]> {
		try {
			const source = found.inline?.text ?? readSource(file);
			const variants = await this.#settings.findAll({ ...found, file, source });
			return variants
				.filter(({ steps }) => steps.some(isAsked))
				.map(({ options, steps }) => ({
					steps: this.#allowed(steps),
					questions: questionsIn(usesIn({ source, options })),
				}));
		} catch {
			return [];
		}
	}

	#answer(question: Question, steps: readonly ResolveStep[], searchStart: string): Promise<FoundAnswer | undefined> {
		const locked = (): ImageAnswer | undefined => {
			const lock = this.#locks.find(searchStart);
			const platforms = lock === undefined ? {} : (this.#imagesOf(lock)[question.reference] ?? {});
			return Object.hasOwn(platforms, question.platform) ? platforms[question.platform] : undefined;
		};
		return findAnswer(question, { steps, asker: this.#asker, locked });
	}

	/** The catalogue comes before the lock file unless the user says otherwise. */
	#withLock(options: CheckOptions, steps: readonly ResolveStep[], lock: LoadedLock | undefined): CheckOptions {
		if (lock === undefined) return options;
		const isLockFirst = steps.indexOf("lock") < steps.indexOf("catalogue");
		const key = JSON.stringify([lock.path, isLockFirst, options.registryAliases ?? {}]);
		const images =
			this.#lockImages.get(key) ??
			Object.fromEntries(
				Object.entries(this.#imagesOf(lock)).filter(
					([name]) => isLockFirst || knowledgeOf(name, { registryAliases: options.registryAliases ?? {} }) !== "all",
				),
			);
		this.#lockImages.set(key, images);
		return { ...options, images };
	}

	#imagesOf({ path, lock }: LoadedLock): KnownImages {
		const images = this.#lockImages.get(path) ?? answersOf(lock, (entry) => describeEntry(entry, this.#now));
		this.#lockImages.set(path, images);
		return images;
	}

	#requireLocked(uses: readonly ImageUse[], searchStart: string): void {
		const wanted = uses.filter(({ reference }) => !reference.startsWith("oci-layout://"));
		if (wanted.length === 0) return;
		const lock = this.#locks.find(searchStart);
		if (lock === undefined) throw new UserError(`--frozen: no ${LOCK_NAME} in its directory or above: run pidone lock`);
		for (const { reference, platforms, isGuessed } of wanted) {
			const locked = Object.hasOwn(lock.lock, reference) ? (lock.lock[reference] ?? {}) : {};
			const missing = platforms.filter((platform) => !Object.hasOwn(locked, platform));
			if (missing.length > 0 && !(isGuessed && missing.length < platforms.length))
				throw new UserError(`--frozen: ${LOCK_NAME} lacks ${reference} for ${missing.join(", ")}: run pidone lock`);
		}
	}
}

function hasLayouts({ contexts = {} }: CheckOptions): boolean {
	return Object.values(contexts).some((context) => context.startsWith("oci-layout://"));
}

function usesIn({ source, options }: Pick<ImageRequest, "source" | "options">): readonly ImageUse[] {
	return listImageUses(parseDockerfile(source), options);
}

function questionsIn(uses: readonly ImageUse[]): Question[] {
	return uses.flatMap(({ reference, platforms, inCatalogue }) =>
		platforms.map((platform) => ({ reference, platform, inCatalogue })),
	);
}
