import { constants } from "node:os";
import type { FileReport } from "../../core/report/report.ts";
import type { Io } from "../io.ts";
import type { RewriteFlags } from "../settings/flags.ts";
import { makeProgress, type Progress } from "./progress.ts";

/** A signal ended the run. */
class InterruptedError extends Error {
	override readonly name = "InterruptedError";
	/** As in a shell: 128 plus the number of the signal. */
	readonly exitCode: number;

	constructor(signal: NodeJS.Signals, message: string) {
		super(message);
		this.exitCode = 128 + constants.signals[signal];
	}
}

/** Watches a run over many files: shows progress, and records a signal that should end it. */
export class RunWatch {
	readonly #total: number;
	readonly #flags: RewriteFlags;
	readonly #progress: Progress;
	readonly #stopListening: (() => void) | undefined;
	#signal: NodeJS.Signals | undefined;
	#done = 0;
	#written = 0;

	constructor(total: number, flags: RewriteFlags, io: Io) {
		this.#total = total;
		this.#flags = flags;
		this.#progress = makeProgress(total, io, flags.quiet);
		// A single file is finished before a signal could be noticed.
		if (total > 1)
			this.#stopListening = io.onSignal?.((signal) => {
				this.#signal = signal;
			});
	}

	/** Whether to start no more files. */
	get isInterrupted(): boolean {
		return this.#signal !== undefined;
	}

	/** Counts a finished file. */
	receive({ isWritten }: FileReport): void {
		this.#done++;
		if (isWritten) this.#written++;
	}

	show(path: string): void {
		this.#progress.show(this.#done, path);
	}

	end(): void {
		this.#progress.clear();
		this.#stopListening?.();
	}

	/** Throws InterruptedError that says how much was done, unless everything was. */
	throwIfInterrupted(): void {
		if (this.#signal === undefined || this.#done === this.#total) return;
		const { write, check } = this.#flags;
		const effect =
			write && !check ? `${this.#written} changed: run the command again for the rest` : "the report is not complete";
		throw new InterruptedError(this.#signal, `interrupted after ${this.#done} of ${this.#total} files, ${effect}`);
	}
}
