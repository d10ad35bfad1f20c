import { closeSync, createReadStream, openSync, readSync, statSync } from "node:fs";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
import { createTarDecoder, type TarHeader } from "modern-tar";
import { LayoutError } from "./layout-error.ts";

/** What is kept in memory of an archive. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;
/** A compressed archive may always expand to this. */
const MIN_EXPANDED_BYTES = 64 * 1024 * 1024;
/** Images compress to a half or a third. */
const MAX_EXPANSION = 100;

/**
 * Reads the JSON documents of a tar archive, by their names; anything else, such as layers, is skipped. gzip and zstd
 * are recognised by their first bytes. Nothing is written. Throws LayoutError.
 * @param maxBytes larger documents are left out
 */
export async function readArchiveFiles(path: string, maxBytes: number): Promise<ReadonlyMap<string, Uint8Array>> {
	const files = new Map<string, Uint8Array>();
	let kept = 0;
	try {
		const entries = ReadableStream.from(readExpanded(path)).pipeThrough(createTarDecoder({ strict: true }));
		for await (const { header, body } of entries) {
			const name = checkName(header);
			const bytes = header.type === "file" && header.size <= maxBytes ? await readDocument(body) : undefined;
			if (bytes === undefined) await body.cancel();
			else {
				kept += bytes.length;
				if (kept > MAX_KEPT_BYTES) throw new LayoutError("holds more than 64 MB of JSON documents");
				files.set(name, bytes);
			}
		}
		return files;
	} catch (error) {
		throw error instanceof LayoutError ? error : new LayoutError(describe(error), { cause: error });
	}
}

/** The name of an entry below the archive's root. No image has entries that lie elsewhere. */
function checkName({ name }: TarHeader): string {
	const parts = name.split("/");
	if (name.startsWith("/") || parts.includes(".."))
		throw new LayoutError(`has an entry outside of it, ${JSON.stringify(name.slice(0, 100))}, and is not read`);
	return parts.filter((part) => part !== "" && part !== ".").join("/");
}

/**
 * The content of an entry that looks like a JSON document; undefined when it does not, and the rest is to be skipped.
 */
async function readDocument(body: ReadableStream<Uint8Array>): Promise<Uint8Array | undefined> {
	const chunks: Uint8Array[] = [];
	const reader = body.getReader();
	try {
		for (let next = await reader.read(); !next.done; next = await reader.read()) {
			if (chunks.length === 0 && !/^\s*[[{]/.test(String.fromCharCode(...next.value.subarray(0, 64)))) return undefined;
			chunks.push(next.value);
		}
	} finally {
		reader.releaseLock();
	}
	return Buffer.concat(chunks);
}

/** The bytes of an archive, uncompressed, and no more of them than an image would have. */
async function* readExpanded(path: string): AsyncGenerator<Uint8Array> {
	const decompressor = makeDecompressor(path);
	const file = createReadStream(path);
	const limit = Math.max(MIN_EXPANDED_BYTES, statSync(path).size * MAX_EXPANSION);
	let expanded = 0;
	// An error of the file is one of what it is piped to.
	if (decompressor !== undefined) void pipeline(file, decompressor).catch(() => {});
	for await (const chunk of decompressor ?? file) {
		expanded += chunk.length;
		if (expanded > limit) throw new LayoutError("expands to more than 100 times its size, and is not read further");
		yield chunk;
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

function makeDecompressor(path: string): Transform | undefined {
	const head = readHead(path);
	const compression = COMPRESSIONS.find(({ magic }) => head.startsWith(magic));
	if (compression === undefined) return undefined;
	const { name, make } = compression;
	if (make !== undefined) return make();
	const remedy = name === "zstd" ? "decompress it with zstd -d, or use Node.js 22.15 or later" : `decompress it first`;
	throw new LayoutError(`is compressed with ${name}, which Node.js ${process.versions.node} cannot read: ${remedy}`);
}

function readHead(path: string): string {
	const file = openSync(path, "r");
	try {
		const head = Buffer.alloc(6);
		return head.subarray(0, readSync(file, head)).toString("hex");
	} finally {
		closeSync(file);
	}
}

function describe(error: unknown): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	const message = error instanceof Error ? error.message : String(error);
	if (code === "Z_BUF_ERROR" || /truncated/i.test(message)) return "is truncated";
	if (code.startsWith("Z_") || code.startsWith("ZSTD_")) return "is damaged: it cannot be decompressed";
	if (code !== "") return `cannot be read: ${code}`;
	return `is not a tar archive, or is damaged: ${message.replace(/\.$/, "")}`;
}
