import { Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { TarError } from "./tar-error.ts";

/** The size to which any archive may expand. */
const MIN_EXPANDED_BYTES = 64 * 1024 * 1024;
/** Images compress to a half or a third. */
const MAX_EXPANSION = 100;

/** The number of first bytes by which a compression is recognized. */
const MAGIC_BYTES = 6;

/**
 * The uncompressed bytes of an archive, with a limit. gzip and zstd are recognized by their first bytes, because media
 * types and names are often wrong. Reads everything, even after the end of the compressed
 * data. Throws TarError, and what the source throws.
 */
export async function* decompress(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const read = { bytes: 0 };
	const rest = count(chunks, read)[Symbol.asyncIterator]();
	const head = await readHead(rest);
	const whole = Readable.from(join(head, rest), { objectMode: false });
	const decompressor = makeDecompressor(Buffer.from(head).toString("hex", 0, MAGIC_BYTES));
	const done = decompressor === undefined ? undefined : pipeline(whole, decompressor);
	// It fails with the error of the iteration below.
	done?.catch(() => {});
	let expanded = 0;
	for await (const chunk of decompressor ?? whole) {
		expanded += chunk.length;
		if (expanded > Math.max(MIN_EXPANDED_BYTES, read.bytes * MAX_EXPANSION))
			throw new TarError("expands to more than 100 times its size, and is not read further");
		yield chunk;
	}
	await done;
}

async function* count(chunks: AsyncIterable<Uint8Array>, read: { bytes: number }): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		read.bytes += chunk.length;
		yield chunk;
	}
}

async function readHead(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
	let head: Uint8Array = new Uint8Array();
	while (head.length < MAGIC_BYTES) {
		const next = await chunks.next();
		if (next.done) break;
		head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
	}
	return head;
}

async function* join(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
	try {
		yield head;
		for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
	} finally {
		await rest.return?.();
	}
}

const COMPRESSIONS: readonly { readonly name: string; readonly magic: string; readonly make?: () => Transform }[] = [
	{ name: "gzip", magic: "1f8b", make: () => zlib.createGunzip() },
	{
		name: "zstd",
		magic: "28b52ffd",
		...("createZstdDecompress" in zlib && typeof zlib.createZstdDecompress === "function"
			? { make: zlib.createZstdDecompress as () => Transform }
			: {}),
	},
	{ name: "xz", magic: "fd377a585a00" },
	{ name: "bzip2", magic: "425a68" },
];

function makeDecompressor(head: string): Transform | undefined {
	const compression = COMPRESSIONS.find(({ magic }) => head.startsWith(magic));
	if (compression === undefined) return undefined;
	const { name, make } = compression;
	if (make !== undefined) return make();
	const remedy = name === "zstd" ? "use Node.js 22.15 or later, or gzip" : "use gzip";
	throw new TarError(`is compressed with ${name}, which Node.js ${process.versions.node} cannot read: ${remedy}`);
}
