import { createReadStream, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import { errorCode } from "../error-code.ts";
import { isInside } from "../files/inside.ts";
import type { KeepLayer } from "../layers/image-layers.ts";
import { scanLayer } from "../layers/scan-layer.ts";
import { type LayerFile, readArchiveFiles, scanArchiveLayers } from "./archive-files.ts";
import { LayoutError } from "./layout-error.ts";
import { MAX_CONFIG_BYTES } from "./read-config.ts";

/** The files of an image layout, by their names below its root. */
export interface LayoutFiles {
	/** The bytes of a document; undefined if there is none of this name. Throws LayoutError. */
	readonly read: (name: string) => Uint8Array | undefined;
	/** Reads layers, as far as they exist. Throws LayoutError and LayerError. */
	readonly scan: (layers: readonly LayerFile[], keep: KeepLayer) => Promise<void>;
}

/**
 * Opens an OCI image layout in a folder or an archive, or an archive of `docker save`. An archive is read to its end
 * once. Throws LayoutError.
 */
export async function openLayout(path: string): Promise<LayoutFiles> {
	const stats = statSync(path, { throwIfNoEntry: false });
	if (stats === undefined) throw new LayoutError("does not exist");
	if (stats.isDirectory()) return openFolder(path);
	if (!stats.isFile()) throw new LayoutError("is neither a directory nor a regular file");
	const files = await readArchiveFiles(path, MAX_CONFIG_BYTES);
	return {
		read: (name) => files.get(name),
		scan: (layers, keep) => scanArchiveLayers(path, layers, keep),
	};
}

function openFolder(folder: string): LayoutFiles {
	const root = realpathSync(folder);
	const find = (name: string, maxBytes: number): string | undefined => {
		const path = join(root, name);
		if (statOf(path, name, maxBytes) === undefined) return undefined;
		if (!isInside(realpathSync(path), root)) throw new LayoutError(`has a link ${name} that leads out of it`);
		return path;
	};
	return {
		scan: async (layers, keep) => {
			for (const { name, digest } of layers) {
				const path = find(name, Number.POSITIVE_INFINITY);
				if (path !== undefined) await keep(await scanLayer(createReadStream(path), digest));
			}
		},
		read: (name) => {
			const path = find(name, MAX_CONFIG_BYTES);
			if (path === undefined) return undefined;
			try {
				return readFileSync(path);
			} catch (error) {
				throw new LayoutError(`has ${name}, which cannot be read: ${codeOf(error)}`, { cause: error });
			}
		},
	};
}

function statOf(path: string, name: string, maxBytes: number): { readonly size: number } | undefined {
	try {
		const stats = statSync(path, { throwIfNoEntry: false });
		if (stats === undefined) return undefined;
		if (!stats.isFile()) throw new LayoutError(`has ${name}, which is not a regular file`);
		if (stats.size > maxBytes) throw new LayoutError(`has ${name} of more than 8 MB`);
		return stats;
	} catch (error) {
		if (error instanceof LayoutError) throw error;
		const code = codeOf(error);
		const why =
			code === "ELOOP" ? `has a link ${name} that leads to itself` : `has ${name}, which cannot be read: ${code}`;
		throw new LayoutError(why, { cause: error });
	}
}

function codeOf(error: unknown): string {
	return errorCode(error) ?? String(error);
}
