import { findInCatalogue } from "../../core/analysis/image-lookup.ts";
import type { ImageUse } from "../../core/analysis/image-uses.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import type { ImageFacts } from "../../core/images/facts.ts";
import type { Io } from "../io.ts";
import { dayOf } from "../lock/describe-entry.ts";
import type { Lock, LockEntry, LockedImage } from "../lock/lock-file.ts";
import { type FoundAnswer, findAnswer } from "../resolve/find-answer.ts";
import { ImageAsker } from "../resolve/image-asker.ts";
import type { ResolveStep } from "../resolve/resolve-steps.ts";
import { makeProgress } from "../run/progress.ts";
import { makeSource } from "../settings/image-sources.ts";
import type { SettingsFinder } from "../settings/settings-finder.ts";

/** Which images to find, and how. */
export interface LockRequest {
	/** Whether to ask again for known images. */
	readonly update?: boolean;
	/** Whether not to ask any source, except with `update`. */
	readonly check?: boolean;
	readonly quiet?: boolean;
}

/** The images that a Dockerfile is built on. */
export interface ImagesOfFile {
	/** As messages name the Dockerfile. */
	readonly path: string;
	/** Its absolute path, or where it would be. */
	readonly place: string;
	readonly uses: readonly ImageUse[];
	readonly options: CheckOptions;
}

/** An unknown image, or one whose files could not be read. */
export interface UnknownImage {
	/** Of the Dockerfile. */
	readonly path: string;
	readonly why: string;
	/** Whether there is an entry anyway, with the catalogue's facts. */
	readonly isPart?: true;
}

/** What is found for a lock file. */
export interface FoundEntries {
	readonly lock: Lock;
	readonly unknown: readonly UnknownImage[];
}

/** Finds the entries for lock files: the recorded ones, or the answers of sources. */
export class LockEntries {
	readonly #settings: SettingsFinder;
	readonly #flags: LockRequest;
	readonly #io: Io;
	readonly #today: string;
	readonly #asker: ImageAsker;
	/** Recorded entries that lack something that was asked for. */
	readonly #incomplete = new Map<string, UnknownImage>();

	constructor(settings: SettingsFinder, { flags, io }: { readonly flags: LockRequest; readonly io: Io }) {
		this.#settings = settings;
		this.#flags = flags;
		this.#io = io;
		this.#today = dayOf(now());
		this.#asker = new ImageAsker((name) => makeSource(name, settings.sources, io.cwd));
	}

	/** Finds the entries for the images of some files. Throws UserError for a mistake that the user must correct. */
	async find(files: readonly ImagesOfFile[], before: Lock): Promise<FoundEntries> {
		const wanted = files.flatMap((file) => file.uses.map((use) => ({ file, use })));
		const progress = makeProgress(wanted.length, this.#io, this.#flags.quiet, "images");
		let done = 0;
		this.#asker.onAnswer = (reference) => progress.show(Math.min(++done, wanted.length), reference);
		const found = await Promise.all(wanted.map(({ file, use }) => this.#findUse(use, file, before)));
		progress.clear();
		const lock: Record<string, Record<string, LockEntry>> = {};
		for (const [index, { entries }] of found.entries()) {
			const reference = wanted[index]?.use.reference ?? "";
			if (Object.keys(entries).length > 0) lock[reference] = { ...lock[reference], ...entries };
		}
		const incomplete = [...this.#incomplete.values()];
		this.#incomplete.clear();
		return { lock, unknown: [...found.flatMap(({ unknown }) => unknown ?? []), ...incomplete] };
	}

	async #findUse(
		use: ImageUse,
		file: ImagesOfFile,
		before: Lock,
	): Promise<{ readonly entries: Readonly<Record<string, LockEntry>>; readonly unknown?: UnknownImage }> {
		const { reference, platforms, isGuessed } = use;
		const entries: Record<string, LockEntry> = {};
		const reasons: string[] = [];
		for (const [platform, entry] of await Promise.all(
			platforms.map(async (each) => [each, await this.#findEntry(use, each, { file, before })] as const),
		)) {
			if (typeof entry === "string") reasons.push(entry);
			else entries[platform] = entry;
		}
		const isEnough = reasons.length === 0 || (isGuessed && Object.values(entries).some((entry) => "image" in entry));
		return isEnough
			? { entries }
			: { entries, unknown: { path: file.path, why: `${reference}: ${[...new Set(reasons)].join("; ")}` } };
	}

	/** An entry, or why there is none. */
	async #findEntry(
		{ reference, inCatalogue }: ImageUse,
		platform: string,
		{ file, before }: { readonly file: ImagesOfFile; readonly before: Lock },
	): Promise<LockEntry | string> {
		const known = Object.hasOwn(before, reference) ? before[reference] : undefined;
		const old = known !== undefined && Object.hasOwn(known, platform) ? known[platform] : undefined;
		const steps = await this.#stepsFor(file.place);
		const isSettled = this.#flags.check || !(steps.includes("files") && lacksFiles(old, platform));
		if (old !== undefined && !this.#flags.update && isSettled) return old;
		if (this.#flags.check && !this.#flags.update) return "it is not in the lock file";
		const found = await findAnswer(
			{ reference, platform, inCatalogue },
			{ steps, asker: this.#asker, locked: () => undefined },
		);
		if (found?.filesUnknown !== undefined)
			this.#incomplete.set(`${file.path} ${reference}`, {
				path: file.path,
				why: `${reference}: its files are not known: ${found.filesUnknown}`,
			});
		if (found?.answer.kind === "part")
			this.#incomplete.set(`${file.path} ${reference}`, {
				path: file.path,
				why: `${reference}: the catalogue knows a part of it, and no more is known: ${found.answer.reason}`,
				isPart: true,
			});
		if (found !== undefined && found.answer.kind !== "part") return this.#toEntry(found);
		const facts = findInCatalogue(reference, file.options);
		return facts === undefined
			? "neither the catalogue nor any source that may be asked knows it: add one with --resolve"
			: { source: "catalogue", read: this.#today, image: fromFacts(facts) };
	}

	#toEntry({ answer, source = "registry", digest }: FoundAnswer): LockEntry | string {
		if (answer.kind === "unknown" || answer.kind === "part") return answer.reason;
		const origin = { source, read: this.#today };
		if (answer.kind === "no-platform") return { ...origin, available: [...answer.available].sort() };
		const { source: _source, ...image } = answer.image;
		return { ...origin, ...(digest === undefined ? {} : { digest }), image };
	}

	async #stepsFor(place: string): Promise<readonly ResolveStep[]> {
		const steps = await this.#settings.stepsFor(place, ["catalogue", "registry"]);
		return steps.filter((step) => step !== "lock");
	}
}

/** Whether the files of a recorded image have not been read yet. */
function lacksFiles(entry: LockEntry | undefined, platform: string): boolean {
	if (entry === undefined || !("image" in entry) || platform.startsWith("windows/")) return false;
	return entry.source !== "catalogue" && entry.image.files === undefined;
}

/** `SOURCE_DATE_EPOCH` makes a lock file reproducible. */
function now(): number {
	const epoch = Number(process.env.SOURCE_DATE_EPOCH || Number.NaN);
	return Number.isInteger(epoch) && epoch >= 0 ? epoch * 1000 : Date.now();
}

/** The catalogue's facts, without those that are the defaults of an image. */
function fromFacts({ source: _source, entrypoint, cmd, user, stopSignal, shell, ...facts }: ImageFacts): LockedImage {
	return {
		...facts,
		...(entrypoint.length === 0 ? {} : { entrypoint }),
		...(cmd?.length === 0 ? {} : { cmd: cmd ?? ("varies" as const) }),
		...(user === "root" ? {} : { user }),
		...(stopSignal === "SIGTERM" ? {} : { stopSignal }),
		...(shell?.join(" ") === "/bin/sh -c" ? {} : { shell: shell ?? ("varies" as const) }),
	};
}
