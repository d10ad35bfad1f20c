import { createTarDecoder, type TarHeader } from "modern-tar";
import { decompress } from "./decompress.ts";
import { TarError } from "./tar-error.ts";

/** An entry of a tar archive. The unread rest of its body is skipped. */
export interface TarEntry {
	readonly header: TarHeader;
	readonly body: AsyncIterator<Uint8Array> & AsyncIterable<Uint8Array>;
}

/** The bytes that are examined before decoding. */
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
		// A reader of a body does not always get the error of the source.
		await Promise.all([takeAll(readable, take), ReadableStream.from(expanded).pipeTo(writable)]);
	} catch (error) {
		if ("error" in source) throw source.error;
		// Neither zlib nor the decoder has error classes of its own.
		const isOfArchive = error instanceof Error && error.name === "Error";
		throw isOfArchive ? new TarError(describe(error), { cause: error }) : error;
	}
}

/**
 * Reads a body to its end instead of canceling it. If the decoder has already delivered the whole body, it would
 * cancel the next entry's instead (modern-tar 0.8.6).
 */
async function takeAll(
	entries: ReadableStream<StreamedEntry>,
	take: (entry: TarEntry) => Promise<void>,
): Promise<void> {
	for await (const { header, body } of entries) {
		const reader = body.getReader();
		const chunks = readChunks(reader);
		await take({ header, body: chunks });
		await chunks.return(undefined);
		while (!(await reader.read()).done);
	}
}

interface StreamedEntry {
	readonly header: TarHeader;
	readonly body: ReadableStream<Uint8Array>;
}

async function* readChunks(reader: ReadableStreamDefaultReader<Uint8Array>): AsyncGenerator<Uint8Array> {
	for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

/** Passes chunks on, and calls back for each of them. */
export async function* tap(chunks: AsyncIterable<Uint8Array>, show: Tap): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		show(chunk);
		yield chunk;
	}
}

/** Remembers an error that does not come from the archive. */
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
