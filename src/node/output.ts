import { fstatSync, statSync, writeSync } from "node:fs";

/**
 * Standard output or standard error. Node.js's own stream for a pipe loads its network code, which takes a tenth of a
 * run on one file. So everything but a terminal is written to directly.
 */
export class Output {
	readonly #descriptor: 1 | 2;
	readonly #fail: (error: NodeJS.ErrnoException) => void;
	#isDirect: boolean;
	#isLost = false;
	#stream: NodeJS.WriteStream | undefined;

	/** @param fail gets the first error, unless a reader such as head has seen enough and closed the pipe */
	constructor(descriptor: 1 | 2, fail: (error: NodeJS.ErrnoException) => void) {
		this.#descriptor = descriptor;
		this.#fail = fail;
		this.#isDirect = process.platform !== "win32" && !mayBeTerminal(descriptor);
	}

	get isTerminal(): boolean {
		return !this.#isDirect && this.#openStream().isTTY;
	}

	/** Writes all of it, in the order of the calls. */
	write(text: string | Uint8Array): void {
		if (this.#isLost) return;
		const rest = this.#isDirect ? this.#writeDirectly(Buffer.from(text)) : text;
		if (rest.length > 0) this.#openStream().write(rest);
	}

	/** The rest, after a non-blocking pipe was full. From then on, Node.js's stream does the waiting. */
	#writeDirectly(bytes: Uint8Array): Uint8Array {
		let rest = bytes;
		try {
			while (rest.length > 0) rest = rest.subarray(writeSync(this.#descriptor, rest));
			return rest;
		} catch (error) {
			const failure = error as NodeJS.ErrnoException;
			if (failure.code === "EAGAIN") {
				this.#isDirect = false;
				return rest;
			}
			this.#lose(failure);
			return new Uint8Array();
		}
	}

	#openStream(): NodeJS.WriteStream {
		if (this.#stream === undefined) {
			this.#stream = this.#descriptor === 1 ? process.stdout : process.stderr;
			this.#stream.on("error", (error) => this.#lose(error));
		}
		return this.#stream;
	}

	#lose(error: NodeJS.ErrnoException): void {
		if (!this.#isLost && error.code !== "EPIPE") this.#fail(error);
		this.#isLost = true;
	}
}

function mayBeTerminal(descriptor: number): boolean {
	const file = fstatSync(descriptor);
	return file.isCharacterDevice() && file.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}
