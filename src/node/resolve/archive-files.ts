import { createReadStream } from "node:fs";
import { decodeTar, pathPartsOf } from "../layers/decode-tar.ts";
import type { KeepLayer } from "../layers/image-layers.ts";
import { scanLayer } from "../layers/scan-layer.ts";
import { TarError } from "../layers/tar-error.ts";
import { LayoutError } from "./layout-error.ts";

/** The memory limit for the documents of an archive. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

/**
 * Reads the JSON documents of a tar archive, by their names; anything else, such as layers, is skipped. Nothing is
 * written. Throws LayoutError.
 * @param maxBytes larger documents are left out
 */
export async function readArchiveFiles(path: string, maxBytes: number): Promise<ReadonlyMap<string, Uint8Array>> {
	const files = new Map<string, Uint8Array>();
	let kept = 0;
	await eachEntry(path, async (name, body, size) => {
		const bytes = size <= maxBytes ? await readDocument(body) : undefined;
		if (bytes === undefined) return;
		kept += bytes.length;
		if (kept > MAX_KEPT_BYTES) throw new LayoutError("holds more than 64 MB of JSON documents");
		files.set(name, bytes);
	});
	return files;
}

/** A layer in a file of a layout. */
export interface LayerFile {
	/** Its name in the layout. */
	readonly name: string;
	/** Not verified if undefined. */
	readonly digest?: string;
}

/** Reads some layers of an archive, in the archive's order. Throws LayoutError and LayerError. */
export async function scanArchiveLayers(path: string, layers: readonly LayerFile[], keep: KeepLayer): Promise<void> {
	const wanted = new Map(layers.map((layer) => [layer.name, layer]));
	await eachEntry(path, async (name, body) => {
		const layer = wanted.get(name);
		if (layer !== undefined) await keep(await scanLayer(body, layer.digest));
	});
}

/** Visits the regular files of an archive one after the other. */
async function eachEntry(
	path: string,
	take: (name: string, body: AsyncIterable<Uint8Array>, size: number) => Promise<void>,
): Promise<void> {
	try {
		await decodeTar(createReadStream(path), async ({ header, body }) => {
			const name = checkName(header.name);
			if (header.type === "file") await take(name, body, header.size);
		});
	} catch (error) {
		if (error instanceof TarError) throw new LayoutError(error.message, { cause: error });
		if (error instanceof Error && "syscall" in error)
			throw new LayoutError(`cannot be read: ${String("code" in error ? error.code : error.message)}`, {
				cause: error,
			});
		throw error;
	}
}

/** The name of an entry below the archive's root. No image has entries elsewhere. */
function checkName(name: string): string {
	if (name.startsWith("/"))
		throw new LayoutError(`has an entry outside of it, ${JSON.stringify(name.slice(0, 100))}, and is not read`);
	return pathPartsOf(name).join("/");
}

/**
 * The content of an entry that looks like a JSON document; undefined if it does not, and the rest is to be skipped.
 */
async function readDocument(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) {
		if (chunks.length === 0 && !/^\s*[[{]/.test(String.fromCharCode(...chunk.subarray(0, 64)))) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
