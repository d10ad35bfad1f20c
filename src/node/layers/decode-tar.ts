import { createTarDecoder, type TarHeader } from "modern-tar";
import { decompress } from "./decompress.ts";
import { TarError } from "./tar-error.ts";

/** An entry of a tar archive. Its body has to be read or cancelled before the next entry comes. */
export interface TarEntry {
	readonly header: TarHeader;
	readonly body: ReadableStream<Uint8Array>;
}

/** What is looked at before it is decoded. */
type Tap = (chunk: Uint8Array) => void;

/**
 * Reads a tar archive, which may be compressed, to its end. Throws TarError, and what the source and `take` throw.
 * @param take is called with one entry after the other
 * @param onExpanded is called with all uncompressed bytes
 */
export async function decodeTar(
	chunks: AsyncIterable<Uint8Array>,
	take: (entry: TarEntry) => Promise<void>,
	onExpanded: Tap = () => {},
): Promise<void> {
	const source: { error?: unknown } = {};
	try {
		const expanded = tap(decompress(watch(chunks, source)), onExpanded);
		const { readable, writable } = createTarDecoder({ strict: true });
		// Who waits for a body does not always hear that the source has failed.
		await Promise.all([takeAll(readable, take), ReadableStream.from(expanded).pipeTo(writable)]);
	} catch (error) {
		if ("error" in source) throw source.error;
		// Neither zlib nor the decoder has errors of its own kind.
		const isOfArchive = error instanceof Error && error.name === "Error";
		throw isOfArchive ? new TarError(describe(error), { cause: error }) : error;
	}
}

async function takeAll(entries: ReadableStream<TarEntry>, take: (entry: TarEntry) => Promise<void>): Promise<void> {
	for await (const entry of entries) await take(entry);
}

/** Passes chunks on, and shows each of them. */
export async function* tap(chunks: AsyncIterable<Uint8Array>, show: Tap): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		show(chunk);
		yield chunk;
	}
}

/** Remembers an error that is none of the archive's. */
async function* watch(chunks: AsyncIterable<Uint8Array>, source: { error?: unknown }): AsyncGenerator<Uint8Array> {
	try {
		yield* chunks;
	} catch (error) {
		source.error = error;
		throw error;
	}
}

/** The parts of an entry's path below the root of the archive. Throws TarError for one that leads out of it. */
export function pathPartsOf(name: string): readonly string[] {
	const parts = name.split("/").filter((part) => part !== "" && part !== ".");
	if (parts.includes(".."))
		throw new TarError(`has an entry outside of it, ${JSON.stringify(name.slice(0, 100))}, and is not read`);
	return parts;
}

function describe(error: Error): string {
	const code = "code" in error ? String(error.code) : "";
	const { message } = error;
	if (code === "Z_BUF_ERROR" || /truncated/i.test(message)) return "is truncated";
	if (code.startsWith("Z_") || code.startsWith("ZSTD_")) return "is damaged: it cannot be decompressed";
	return `is not a tar archive, or is damaged: ${message.replace(/\.$/, "")}`;
}
