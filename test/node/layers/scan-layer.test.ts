import * as zlib from "node:zlib";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { LayerError } from "../../../src/node/layers/layer-error.ts";
import { scanLayer } from "../../../src/node/layers/scan-layer.ts";
import { digestOf, inParts, type LayerFiles, link, makeLayer } from "./helpers/make-layer.ts";

/** What is kept of a layer, on one line. */
async function kept(files: LayerFiles): Promise<string> {
	const { entries } = await scanLayer(inParts(await makeLayer(files)));
	return entries.map((entry) => `${entry.kind} ${entry.path}`).join(", ");
}

/** Why a layer cannot be read. */
async function failure(bytes: Uint8Array, digest?: string): Promise<string> {
	const error: unknown = await scanLayer(inParts(bytes), digest).catch((reason: unknown) => reason);
	return error instanceof LayerError ? error.message : expect.fail(`${String(error)} is not a LayerError`);
}

const LONG = `${"folder/".repeat(40)}program`;

describe("scanLayer", () => {
	it.each<[string, LayerFiles, string]>([
		["programs, links and directories", { "a/": "", "a/b": "#!", c: link("a/b") }, "directory a, file a/b, symlink c"],
		["no other files but those that may count", { "a/b.txt": "x", "etc/os-release": "ID=x" }, "file etc/os-release"],
		["files that stand where a directory may be", { usr: "x", etc: "x", srv: "x" }, "file usr, file etc"],
		["hard links", { "a/b": "#!", c: { type: "link", linkname: "a/b" } }, "file a/b, hard-link c"],
		["whiteouts", { "a/.wh.b": "", "a/.wh..wh..opq": "", ".wh.c": "" }, "whiteout a/b, opaque a, whiteout c"],
		["names that begin with a dot or a slash", { "./a": "#!", "/b": "#!" }, "file a, file b"],
		["names that need a header of their own", { [LONG]: "#!", a: link(LONG) }, `file ${LONG}, symlink a`],
		["no device", { "dev/sh": { type: "character-device" } }, "file dev/sh"],
	])("keeps %s", async (_, files, expected) => {
		expect(await kept(files)).toBe(expected);
	});

	it("gives the digest of the uncompressed layer, however it is compressed", async () => {
		const layer = await makeLayer({ a: "#!" });
		const half = Math.floor(layer.length / 2);
		const inMembers = Buffer.concat([gzipSync(layer.subarray(0, half)), gzipSync(layer.subarray(half))]);
		for (const blob of [layer, gzipSync(layer), inMembers]) {
			const { diffId, entries } = await scanLayer(inParts(blob), digestOf(blob));
			expect(diffId).toBe(digestOf(layer));
			expect(entries).toHaveLength(1);
		}
	});

	it("reads zstd if Node.js does, and reports it otherwise", async () => {
		const layer = await makeLayer({ a: "#!" });
		const compress =
			"zstdCompressSync" in zlib ? (zlib.zstdCompressSync as (bytes: Uint8Array) => Uint8Array) : undefined;
		if (compress === undefined) {
			expect(await failure(Buffer.from("28b52ffd00000000", "hex"))).toMatch(
				/^a layer is compressed with zstd, which Node.js [\d.]+ cannot read: use Node.js 22.15 or later, or gzip$/,
			);
			return;
		}
		expect((await scanLayer(inParts(compress(layer)))).diffId).toBe(digestOf(layer));
		const inFrames = Buffer.concat([compress(layer.subarray(0, 512)), compress(layer.subarray(512))]);
		// Node.js 22 stops after the first frame.
		if (Number.parseInt(process.versions.node, 10) < 24) expect(await failure(inFrames)).toBe("a layer is truncated");
		else expect((await scanLayer(inParts(inFrames))).diffId).toBe(digestOf(layer));
	});

	it("reads a layer without entries", async () => {
		expect(await kept({})).toBe("");
	});

	it.each<[string, LayerFiles, string]>([
		[
			"with an entry outside of it",
			{ "a/../../b": "x" },
			'a layer has an entry outside of it, "a/../../b", and is not read',
		],
		[
			"with a hard link to something outside of it",
			{ a: { type: "link", linkname: "../b" } },
			'a layer has an entry outside of it, "../b", and is not read',
		],
		["with a path that is too long", { ["a/".repeat(2100)]: "" }, "a layer has a path that is too long for Linux"],
		["with a link that is too long", { a: link("a/".repeat(2100)) }, "a layer has a path that is too long for Linux"],
	])("refuses a layer %s", async (_, files, expected) => {
		expect(await failure(await makeLayer(files))).toBe(expected);
	});

	it("rejects an archive that is truncated, damaged, of another kind, or does not match its digest", async () => {
		const layer = await makeLayer({ a: "#!", "etc/os-release": "ID=x".repeat(1000) });
		const gzipped = gzipSync(layer);
		expect(await failure(layer.subarray(0, 1500))).toBe("a layer is truncated");
		expect(await failure(gzipped.subarray(0, gzipped.length - 20))).toBe("a layer is truncated");
		expect(await failure(Buffer.concat([gzipped.subarray(0, 60), Buffer.alloc(200, 0xff)]))).toBe(
			"a layer is damaged: it cannot be decompressed",
		);
		expect(await failure(Buffer.from("<html>".repeat(200)))).toMatch(/^a layer is not a tar archive, or is damaged: /);
		expect(await failure(Buffer.from("fd377a585a000000", "hex"))).toMatch(/^a layer is compressed with xz/);
		expect(await failure(layer, digestOf(gzipped))).toBe(`a layer is damaged: its digest is not ${digestOf(gzipped)}`);
		const trailing = Buffer.concat([gzipped, Buffer.from("more")]);
		expect(await failure(trailing, digestOf(gzipped))).toMatch(/^a layer is damaged: /);
	});

	it("does not read a bomb to its end", { timeout: 60_000 }, async () => {
		const size = 200 * 1024 * 1024;
		const layer = await bigFile(size);
		expect(await failure(gzipSync(layer, { level: 1 }))).toBe(
			"a layer expands to more than 100 times its size, and is not read further",
		);
	});

	it("passes an error of the source on unchanged", async () => {
		const layer = await makeLayer({ a: "#!" });
		async function* broken(): AsyncGenerator<Uint8Array> {
			yield gzipSync(layer).subarray(0, 30);
			throw new TypeError("the connection is closed");
		}
		await expect(scanLayer(broken())).rejects.toThrow(new TypeError("the connection is closed"));
	});
});

/** A layer with one file of zeros. */
async function bigFile(size: number): Promise<Uint8Array> {
	const layer = Buffer.from(await makeLayer({ zeros: "" }));
	layer.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
	layer.fill(" ", 148, 156);
	const sum = layer.subarray(0, 512).reduce((total, byte) => total + byte, 0);
	layer.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
	return Buffer.concat([layer.subarray(0, 512), Buffer.alloc(size), layer.subarray(512)]);
}
