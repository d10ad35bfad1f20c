import { execa } from "execa";
import { decodeTar, type TarEntry } from "../layers/decode-tar.ts";
import type { ImageLayers, KeepLayer } from "../layers/image-layers.ts";
import { LayerError } from "../layers/layer-error.ts";
import { scanLayer } from "../layers/scan-layer.ts";
import { TarError } from "../layers/tar-error.ts";

/** A disk reads some GB in that time. */
const TIMEOUT_MS = 15 * 60_000;

/**
 * The layers of an image in an engine, from the stdout of `docker save`. It cannot export single layers, so all of them
 * are read and identified by their digests.
 */
export function engineLayers(engine: string, reference: string, diffIds: readonly string[]): ImageLayers {
	return { diffIds, scan: (_, keep) => scanSaved(engine, reference, keep) };
}

async function scanSaved(engine: string, reference: string, keep: KeepLayer): Promise<void> {
	const saving = execa(engine, ["save", reference], {
		reject: false,
		stdin: "ignore",
		buffer: { stdout: false },
		timeout: TIMEOUT_MS,
	});
	const damage = await decodeTar(saving.stdout, (entry) => takeEntry(entry, keep)).catch((error: unknown) => error);
	// Read to the end: otherwise the engine would wait forever.
	if (damage !== undefined) saving.kill();
	const result = await saving;
	if (damage === undefined && !result.failed) return;
	if (damage !== undefined && !(damage instanceof TarError)) throw damage;
	if (result.timedOut) throw new LayerError(`${engine} save takes longer than 15 minutes`);
	if (result.stderr !== "") throw new LayerError(`${engine} save fails: ${result.stderr.trim()}`);
	throw new LayerError(`what ${engine} save writes ${damage instanceof TarError ? damage.message : "ends too early"}`);
}

/** Two blocks of zeros are the shortest archive. */
const MIN_LAYER_BYTES = 1024;

/** Anything but a JSON document is a layer. */
async function takeEntry({ header, body }: TarEntry, keep: KeepLayer): Promise<void> {
	if (header.type !== "file" || header.size < MIN_LAYER_BYTES) return;
	const first = await body.next();
	if (first.done || /^\s*[[{]/.test(String.fromCharCode(...first.value.subarray(0, 64)))) return;
	await keep(await scanLayer(readOn(first.value, body)));
}

async function* readOn(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield head;
	yield* rest;
}
