import type { ReadStream } from "node:fs";
import { constants } from "node:os";
import { execa } from "execa";
import { UserError } from "../../core/user-error.ts";
import type { Io } from "../io.ts";
import { missingProgram } from "./query-builder.ts";

const SIGNALS: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"];

const INHERITED = { stdin: "inherit", stdout: "inherit", stderr: "inherit" } as const;

export interface RunOptions {
	readonly cwd: string;
	/** Additional environment variables. */
	readonly environment?: Readonly<Record<string, string>>;
	/** An open file that is its stdin, instead of ours. */
	readonly stdin?: ReadStream;
	/** Whether to show none of its output, except its stderr if it fails. */
	readonly isSilent?: boolean;
	/** Whether it is also run after a signal, to clean up. */
	readonly isLast?: boolean;
}

type RunnerIo = Pick<Io, "err" | "hasTerminal" | "builderStreams">;

/** Runs programs one after another; a signal stops the one that runs and keeps the next from starting. */
export class ProgramRunner {
	readonly #io: RunnerIo;
	#child: { readonly kill: (signal: NodeJS.Signals) => boolean } | undefined;
	#ended: number | undefined;
	#isHeld = false;
	readonly #listeners = SIGNALS.map((signal) => [signal, () => this.#receive(signal)] as const);

	constructor(io: RunnerIo) {
		this.#io = io;
	}

	/**
	 * Does all the work. A signal ends this process as usual, unless a program runs or something would be left behind.
	 */
	async guard<T>(work: () => Promise<T>): Promise<T> {
		for (const [signal, listener] of this.#listeners) process.on(signal, listener);
		try {
			return await work();
		} finally {
			this.#release();
		}
	}

	/** Does the part of the work that would leave something behind if it were interrupted. */
	async hold<T>(work: () => Promise<T>): Promise<T> {
		this.#isHeld = true;
		try {
			return await work();
		} finally {
			this.#isHeld = false;
		}
	}

	/**
	 * Runs a program on our own streams.
	 * @returns its status, or 128 plus the number of the signal that ended it, as in a shell. Throws UserError if it
	 * cannot be started.
	 */
	async run(
		words: readonly string[],
		{ cwd, environment = {}, stdin, isSilent = false, isLast = false }: RunOptions,
	): Promise<number> {
		if (this.#ended !== undefined && !isLast) return this.#ended;
		const [file = "", ...args] = words;
		const streams = this.#io.builderStreams ?? INHERITED;
		const child = execa(file, args, {
			cwd,
			env: environment,
			stdin: stdin ?? streams.stdin,
			stdout: isSilent ? "ignore" : streams.stdout,
			stderr: isSilent ? "pipe" : streams.stderr,
			reject: false,
			stripFinalNewline: false,
		});
		this.#child = child;
		const result = await child;
		this.#child = undefined;
		if (result.failed) this.#io.err(result.stderr ?? "");
		if (result.signal !== undefined) return 128 + constants.signals[result.signal];
		if (result.exitCode !== undefined) return result.exitCode;
		throw new UserError(
			result.code === "ENOENT"
				? missingProgram(file)
				: `${file}: cannot be started: ${result.originalMessage ?? result.code}`,
			{
				cause: result,
			},
		);
	}

	#receive(signal: NodeJS.Signals): void {
		if (this.#child === undefined && !this.#isHeld) {
			this.#release();
			process.kill(process.pid, signal);
			return;
		}
		// The running program may still succeed, but the next one must not start.
		this.#ended = 128 + constants.signals[signal];
		// A terminal sends these to the program, too.
		const isForAll = this.#io.hasTerminal && (signal === "SIGINT" || signal === "SIGQUIT");
		if (!isForAll) this.#child?.kill(signal);
	}

	#release(): void {
		for (const [signal, listener] of this.#listeners) process.off(signal, listener);
	}
}
