import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FileReader } from "../../../src/node/layers/file-reader.ts";
import type { ImageLayers } from "../../../src/node/layers/image-layers.ts";
import { scanLayer } from "../../../src/node/layers/scan-layer.ts";
import { ALPINE, DEBIAN, digestOf, inParts, type LayerFiles, makeLayer } from "./helpers/make-layer.ts";

let home = "";
let scanned: string[] = [];
beforeAll(() => {
	home = mkdtempSync(join(tmpdir(), "pidone-layers-"));
});
beforeEach(() => {
	scanned = [];
	rmSync(join(home, "pidone"), { recursive: true, force: true });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const AMD64 = { platform: "linux/amd64", env: [] };

/** An image whose layers record when they are read. */
async function makeImage(...files: readonly LayerFiles[]): Promise<ImageLayers> {
	const layers = await Promise.all(files.map(makeLayer));
	return {
		diffIds: layers.map(digestOf),
		scan: async (wanted, keep) => {
			for (const [index, layer] of layers.entries()) {
				if (!wanted.has(digestOf(layer))) continue;
				scanned.push(`${index}`);
				await keep(await scanLayer(inParts(layer)));
			}
		},
	};
}

function makeReader(): FileReader {
	return new FileReader({ XDG_CACHE_HOME: home });
}

function cachedFiles(): string[] {
	const folder = join(home, "pidone", "layers");
	return readdirSync(folder).map((name) => join(folder, name));
}

describe("FileReader", () => {
	it("reads each layer once, whichever images share it", async () => {
		const upper: LayerFiles = { "usr/bin/.wh.wget": "" };
		const first = await makeReader().read(await makeImage(ALPINE), AMD64);
		const reader = makeReader();
		const second = await reader.read(await makeImage(ALPINE, upper), AMD64);
		await reader.read(await makeImage(ALPINE, upper, upper), AMD64);
		expect(scanned).toEqual(["0", "1"]);
		expect([first.files.downloader, second.files.downloader]).toEqual(["wget", "none"]);
	});

	it("reads a layer once even if several images need it at the same time", async () => {
		const reader = makeReader();
		await Promise.all([1, 2, 3].map(async () => reader.read(await makeImage(ALPINE), AMD64)));
		expect(scanned).toEqual(["0"]);
	});

	it.each<[string, (path: string) => void]>([
		["truncated", (path) => truncateSync(path, 40)],
		["empty", (path) => truncateSync(path, 0)],
		["something else", (path) => writeFileSync(path, "x".repeat(100))],
	])("reads a layer again whose file in the cache is %s", async (_, damage) => {
		await makeReader().read(await makeImage(DEBIAN), AMD64);
		for (const path of cachedFiles()) damage(path);
		expect((await makeReader().read(await makeImage(DEBIAN), AMD64)).distro).toBe("debian");
		expect(scanned).toEqual(["0", "0"]);
	});

	it("works without a cache", async () => {
		const reader = new FileReader({ XDG_CACHE_HOME: "/dev/null" });
		expect((await reader.read(await makeImage(DEBIAN), AMD64)).distro).toBe("debian");
	});

	it("reports a layer that does not match the config, and continues with other images", async () => {
		const { scan } = await makeImage(ALPINE);
		const diffId = digestOf(Buffer.from("other"));
		const reader = makeReader();
		await expect(reader.read({ diffIds: [diffId], scan }, AMD64)).rejects.toThrow(
			`it has no layer whose content is ${diffId}`,
		);
		expect((await reader.read(await makeImage(ALPINE), AMD64)).distro).toBe("alpine");
	});
});
