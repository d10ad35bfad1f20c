import { dirname, join, resolve } from "node:path";
import { type CheckOptions, check } from "../../core/check/check.ts";
import type { GitChanges } from "../files/git-changes.ts";
import { readSource } from "../files/read-source.ts";
import { CONFIG_NAMES } from "../files/upward-names.ts";
import type { FoundSettings, SettingsFinder } from "../settings/settings-finder.ts";
import type { TaskFile } from "./task-file.ts";

/** The folder of the build context with the init, unless an option names another. */
const INIT_FOLDER = ".pidone";

/**
 * Finds out which Dockerfiles a change affects: those that have changed, and those for which pidone reads a file that
 * has changed: one that says how they are built, a config file, an ignore file, the init's binaries, or a script or
 * other file of the build context. Other files of the context make no difference to pidone.
 */
export class ChangeFinder {
	readonly #changes: GitChanges;
	readonly #settings: SettingsFinder;

	constructor(changes: GitChanges, settings: SettingsFinder) {
		this.#changes = changes;
		this.#settings = settings;
	}

	/** Whether a Dockerfile, whose path is absolute, is affected. Throws UserError. */
	async isAffected(found: TaskFile): Promise<boolean> {
		const { path: file, builds, statedIn = [] } = found;
		if (this.#changes.hasFile(file) || this.#changes.hasAtOrAbove(dirname(file), CONFIG_NAMES)) return true;
		if (statedIn.some((path) => this.#changes.covers(path) && this.#changes.hasFile(path))) return true;
		// Most files have no builds, and need not be read.
		if (builds === undefined && !this.#changes.hasAnyIn(this.#settings.contextOf(file))) return false;
		try {
			const source = found.inline?.text ?? readSource(file);
			const variants = await this.#settings.findAll({ ...found, file, source });
			return variants.some((variant) => this.#hasReadIn(variant, file, source));
		} catch {
			// The command will report what is wrong with it.
			return true;
		}
	}

	#hasReadIn({ context, options }: FoundSettings, file: string, source: string): boolean {
		if (context === undefined || !this.#changes.covers(context) || !this.#changes.hasAnyIn(context)) return false;
		const ignoreFiles = [join(context, ".dockerignore"), `${file}.dockerignore`];
		if (ignoreFiles.some((path) => this.#changes.hasFile(path))) return true;
		if (this.#changes.hasAnyIn(resolve(context, options.source ?? INIT_FOLDER))) return true;
		return listRead(source, options).some((path) => this.#changes.hasFile(resolve(context, path)));
	}
}

/** The paths in the build context that a check reads, whether they exist or not. */
function listRead(source: string, options: CheckOptions): string[] {
	const read = new Set<string>();
	const record = (path: string): string => {
		read.add(path.replace(/^\/+/, ""));
		return path;
	};
	check(source, {
		...options,
		readContextFile: (path) => options.readContextFile?.(record(path)),
		inspectContextFile: (path) => options.inspectContextFile?.(record(path)),
	});
	return [...read];
}
