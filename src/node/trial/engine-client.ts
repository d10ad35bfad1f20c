import type { ReadStream } from "node:fs";
import { execa } from "execa";
import { UserError } from "../../core/user-error.ts";
import { optionError } from "../option-error.ts";
import { ENGINES } from "../resolve/engines.ts";

/** The result of one command of an engine's client. */
export interface Ran {
	readonly isOk: boolean;
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
	/** Both streams, interleaved. */
	readonly all: string;
}

interface RunOptions {
	/** An open file to use as stdin. */
	readonly stdin?: ReadStream;
	/**
	 * Whether to end it when the trial is interrupted. Other commands are waited for, so that what they create is
	 * known.
	 */
	readonly isLong?: boolean;
	/** Receives its output line by line. */
	readonly onLine?: (line: string) => void;
}

/** The command-line client of an engine. */
export class EngineClient {
	readonly name: string;
	readonly version: string;
	readonly #cwd: string;
	readonly #signal: AbortSignal | undefined;

	constructor(name: string, version: string, cwd: string, signal?: AbortSignal) {
		this.name = name;
		this.version = version;
		this.#cwd = cwd;
		this.#signal = signal;
	}

	/** The same client, for cleaning up: it also runs commands after an interruption. */
	get uninterrupted(): EngineClient {
		return new EngineClient(this.name, this.version, this.#cwd);
	}

	/** Runs a command, and resolves to its stdout. Throws UserError with the engine's message. */
	async ask(...words: readonly string[]): Promise<string> {
		const ran = await this.run(words);
		if (!ran.isOk) throw new UserError(`${this.name} ${words.slice(0, 2).join(" ")}: ${ran.stderr.trim()}`);
		return ran.stdout;
	}

	/** Runs a command; a failure is a result. Throws the reason if the trial is interrupted. */
	async run(words: readonly string[], { stdin, isLong = false, onLine }: RunOptions = {}): Promise<Ran> {
		this.#signal?.throwIfAborted();
		const child = execa(this.name, words, {
			cwd: this.#cwd,
			reject: false,
			all: true,
			stdin: stdin ?? "ignore",
			stripFinalNewline: false,
			// Keeps Ctrl-C in a terminal from the client: this process decides what must run to its end.
			detached: process.platform !== "win32",
			...(isLong && this.#signal !== undefined ? { cancelSignal: this.#signal } : {}),
		});
		if (onLine !== undefined) for await (const line of child.iterable({ from: "all" })) onLine(line);
		const { failed, exitCode, stdout, stderr, all, shortMessage, code } = await child;
		this.#signal?.throwIfAborted();
		const said = code === "ENOENT" ? "not installed" : stderr || shortMessage || "";
		return { isOk: !failed, exitCode, stdout: stdout ?? "", stderr: said, all: all ?? "" };
	}
}

/** The words that print the version of the engine, and fail if it does not answer. */
const VERSIONS: Readonly<Record<string, readonly string[]>> = {
	docker: ["version", "--format", "{{.Server.Version}}"],
	podman: ["info", "--format", "{{.Version.Version}}"],
	nerdctl: ["info", "--format", "{{.ServerVersion}}"],
};

/** Finds the named engine, or the first one that answers. Throws UserError with the message of each if none does. */
export async function findEngine(named: string | undefined, cwd: string, signal: AbortSignal): Promise<EngineClient> {
	if (named !== undefined && !ENGINES.includes(named))
		throw optionError("--engine", named, `must be one of ${ENGINES.join(", ")}`);
	const reasons: string[] = [];
	for (const name of named === undefined ? ENGINES : [named]) {
		const ran = await new EngineClient(name, "", cwd, signal).run(VERSIONS[name] ?? [], { isLong: true });
		const version = ran.stdout.trim();
		if (ran.isOk && version !== "") return new EngineClient(name, version, cwd, signal);
		reasons.push(`${name}: ${ran.stderr.trim() || "says nothing"}`);
	}
	const where = named === undefined ? "no container engine answers" : `--engine ${named}: does not answer`;
	throw new UserError(
		`${where}: ${reasons.join("; ")}: start one${named === undefined ? ", or name it with --engine" : ""}`,
	);
}
