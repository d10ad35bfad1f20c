import { createHash } from "node:crypto";
import type { TarHeader } from "modern-tar";
import { decodeTar, pathPartsOf, type TarEntry, tap } from "./decode-tar.ts";
import type { LayerEntry, ScannedLayer } from "./layer-entry.ts";
import { LayerError } from "./layer-error.ts";
import { isOfInterest, isTextOfInterest } from "./paths-of-interest.ts";
import { TarError } from "./tar-error.ts";

/** Far more than any real layer contains. */
const MAX_EXPANDED_BYTES = 32 * 1024 ** 3;
const MAX_ENTRIES = 2_000_000;
/** Limits for the names that are kept. */
const MAX_KEPT_CHARACTERS = 32 * 1024 * 1024;
/** Linux allows no longer paths. */
const MAX_PATH = 4096;
const MAX_TEXT_BYTES = 64 * 1024;

/**
 * Reads a layer to its end, and keeps the entries that may matter. Throws LayerError, and the errors of the source.
 * @param digest of the blob; undefined: not verified
 */
export async function scanLayer(chunks: AsyncIterable<Uint8Array>, digest?: string): Promise<ScannedLayer> {
	const [algorithm = ""] = digest?.split(":") ?? ["sha256"];
	const blob = createHash(algorithm);
	const content = createHash("sha256");
	let expanded = 0;
	const entries: LayerEntry[] = [];
	const budget = { entries: MAX_ENTRIES, characters: MAX_KEPT_CHARACTERS };
	try {
		await decodeTar(
			tap(chunks, (chunk) => blob.update(chunk)),
			async (entry) => {
				const kept = await readEntry(entry);
				if (kept !== undefined) entries.push(kept);
				spend(budget, kept);
			},
			(chunk) => {
				expanded += chunk.length;
				if (expanded > MAX_EXPANDED_BYTES) throw new TarError("has more than 32 GB");
				content.update(chunk);
			},
		);
	} catch (error) {
		throw error instanceof TarError ? new LayerError(`a layer ${error.message}`, { cause: error }) : error;
	}
	if (digest !== undefined && `${algorithm}:${blob.digest("hex")}` !== digest)
		throw new LayerError(`a layer is damaged: its digest is not ${digest}`);
	return { diffId: `sha256:${content.digest("hex")}`, entries };
}

function spend(budget: { entries: number; characters: number }, kept: LayerEntry | undefined): void {
	budget.entries--;
	if (kept !== undefined) budget.characters -= kept.path.length + ("target" in kept ? kept.target.length : 0);
	if (budget.entries < 0 || budget.characters < 0) throw new TarError("has more files than an image would have");
}

/** The entry to keep; undefined for one that does not matter. */
async function readEntry({ header, body }: TarEntry): Promise<LayerEntry | undefined> {
	const { name, linkname = "" } = header;
	if (name.length > MAX_PATH || linkname.length > MAX_PATH) throw new TarError("has a path that is too long for Linux");
	const parts = pathPartsOf(name);
	const path = parts.join("/");
	const entry = readWhiteout(parts) ?? readKind(path, header);
	const isText = entry?.kind === "file" && isTextOfInterest(path) && header.size <= MAX_TEXT_BYTES;
	return isText ? { ...entry, text: await readText(body) } : entry;
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

/** Reads the name of a whiteout (opencontainers/image-spec: layer.md). */
function readWhiteout(parts: readonly string[]): LayerEntry | undefined {
	const base = parts.at(-1) ?? "";
	if (!base.startsWith(".wh.")) return undefined;
	const folder = parts.slice(0, -1);
	if (base === ".wh..wh..opq") return { kind: "opaque", path: folder.join("/") };
	return { kind: "whiteout", path: [...folder, base.slice(".wh.".length)].join("/") };
}

function readKind(path: string, { type, linkname = "", mode = 0, size }: TarHeader): LayerEntry | undefined {
	if (path === "") return undefined;
	if (type === "directory") return { kind: "directory", path };
	if (type === "symlink") return { kind: "symlink", path, target: linkname };
	if (type === "link") return { kind: "hard-link", path, target: pathPartsOf(linkname).join("/") };
	const isExecutable = type === "file" && (mode & 0o111) !== 0;
	if (!isExecutable && !isOfInterest(path)) return undefined;
	return { kind: "file", path, isExecutable, isEmpty: size === 0 };
}
