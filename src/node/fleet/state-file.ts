import { readFileSync } from "node:fs";
import { UserError } from "../../core/user-error.ts";
import { errorCode } from "../error-code.ts";
import { reasonOf } from "../files/read-source.ts";
import { replaceFile } from "../files/replace-file.ts";
import { findPlace } from "../files/write-place.ts";
import { isObject } from "../json.ts";
import { optionError } from "../option-error.ts";

/** The progress of the work on a repository. */
type Status =
	/** There is nothing to change. */
	| "unchanged"
	/** The commit exists, and may have been pushed. */
	| "pushing"
	/** The branch is in the repository. */
	| "pushed"
	/** The command for the pull request was started, and its result is unknown. */
	| "requesting"
	/** The command for the pull request has succeeded. */
	| "requested"
	/** See the reason. */
	| "failed";

/** The saved state of a repository. */
export interface RepositoryState {
	readonly status: Status;
	/** Details, as a sentence without a full stop. */
	readonly reason?: string;
	/** The branch that the change is for. */
	readonly base?: string;
	/** The commits that were made for it: several only if a run was interrupted and the base moved. */
	readonly commits?: readonly string[];
	/** The Dockerfiles that were changed. */
	readonly files?: readonly string[];
}

/** The saved state of a run. */
export interface FleetState {
	readonly version: typeof VERSION;
	/** The branch for the change. */
	readonly branch: string;
	/**
	 * When the first run began, in ISO 8601. All commits have this date, so that doing the work again gives the same
	 * commit.
	 */
	readonly started: string;
	/** The folder for clones, which a killed run leaves behind. */
	readonly workspace?: string;
	readonly repositories: Readonly<Record<string, RepositoryState>>;
}

const VERSION = 1;
const STATUSES: readonly string[] = ["unchanged", "pushing", "pushed", "requesting", "requested", "failed"];

/** The saved state of a run. The file is replaced atomically at each change. */
export class StateFile {
	readonly #path: string;
	#state: FleetState;
	readonly #repositories: Map<string, RepositoryState>;
	#saving: Promise<void> | undefined;

	private constructor(path: string, state: FleetState) {
		this.#path = path;
		this.#state = state;
		this.#repositories = new Map(Object.entries(state.repositories));
	}

	/**
	 * Reads the file, or begins a new state if there is none.
	 * @param path absolute
	 * Throws UserError for a file that pidone did not write, or wrote for another branch.
	 */
	static read(path: string, name: string, branch: string): StateFile {
		const text = readOptional(path, name);
		if (text === undefined) return new StateFile(path, { version: VERSION, branch, started: now(), repositories: {} });
		const state = parseState(text, name);
		if (state.branch !== branch)
			throw new UserError(
				`${name}: is the state of the branch ${state.branch}: name another file with --state, or pass --branch ${state.branch}`,
			);
		return new StateFile(path, state);
	}

	get started(): string {
		return this.#state.started;
	}

	get workspace(): string | undefined {
		return this.#state.workspace;
	}

	get(repository: string): RepositoryState | undefined {
		return this.#repositories.get(repository);
	}

	/** Resolves once the change is in the file. Throws UserError if it cannot be written. */
	set(repository: string, state: RepositoryState): Promise<void> {
		this.#repositories.set(repository, state);
		return this.#save();
	}

	/** Records the folder for clones; undefined once it is removed. Throws UserError. */
	setWorkspace(workspace: string | undefined): Promise<void> {
		const { workspace: _, ...state } = this.#state;
		this.#state = workspace === undefined ? state : { ...state, workspace };
		return this.#save();
	}

	/** Combines changes at the same time into one write. */
	#save(): Promise<void> {
		this.#saving ??= Promise.resolve().then(() => {
			this.#saving = undefined;
			this.#write();
		});
		return this.#saving;
	}

	#write(): void {
		const repositories = Object.fromEntries([...this.#repositories].sort(([a], [b]) => (a < b ? -1 : 1)));
		const text = `${JSON.stringify({ ...this.#state, repositories }, undefined, "\t")}\n`;
		try {
			replaceFile(findPlace(this.#path), Buffer.from(text));
		} catch (error) {
			const reason = error instanceof UserError ? error.message : reasonOf(error);
			throw optionError("--state", this.#path, reason, { cause: error });
		}
	}
}

/** The current time, to the second, as git stores dates. */
function now(): string {
	return `${new Date().toISOString().slice(0, 19)}Z`;
}

function readOptional(path: string, name: string): string | undefined {
	try {
		return readFileSync(path, "utf8");
	} catch (error) {
		if (errorCode(error) === "ENOENT") return undefined;
		throw optionError("--state", name, reasonOf(error), { cause: error });
	}
}

function parseState(text: string, name: string): FleetState {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw new UserError(`${name}: is not JSON: restore the state file, or name a new one with --state`, {
			cause: error,
		});
	}
	if (isObject(value) && "version" in value && value.version !== VERSION)
		throw new UserError(
			`${name}: has version ${JSON.stringify(value.version)}, but this pidone writes version ${VERSION}: use the pidone that wrote it, or name a new file with --state`,
		);
	if (!isState(value))
		throw new UserError(`${name}: is not a state file of pidone repos: name another file with --state`);
	return value;
}

function isState(value: unknown): value is FleetState {
	return (
		isObject(value) &&
		typeof value.branch === "string" &&
		typeof value.started === "string" &&
		!Number.isNaN(Date.parse(value.started)) &&
		(value.workspace === undefined || typeof value.workspace === "string") &&
		isObject(value.repositories) &&
		Object.values(value.repositories).every(isRepositoryState)
	);
}

function isRepositoryState(value: unknown): value is RepositoryState {
	return (
		isObject(value) &&
		STATUSES.some((status) => status === value.status) &&
		(value.reason === undefined || typeof value.reason === "string") &&
		isOptionalList(value.commits) &&
		isOptionalList(value.files)
	);
}

function isOptionalList(value: unknown): boolean {
	return value === undefined || (Array.isArray(value) && value.every((each) => typeof each === "string"));
}
