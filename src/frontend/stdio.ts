import { Duplex } from "node:stream";

/** One stream of two: what BuildKit writes to our stdin is read from it, what is written to it goes to stdout, where BuildKit reads. */
export function joinStreams(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Duplex {
	return Duplex.from({ readable: input, writable: output });
}
