import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { packTar } from "modern-tar";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeEngineSource } from "../../../src/node/resolve/engine-source.ts";
import { findAnswer } from "../../../src/node/resolve/find-answer.ts";
import { ImageAsker } from "../../../src/node/resolve/image-asker.ts";
import type { ImageSource } from "../../../src/node/resolve/image-source.ts";
import { makeLayoutSource } from "../../../src/node/resolve/layout-source.ts";
import { ALPINE, digestOf, type LayerFiles, makeLayer } from "../layers/helpers/make-layer.ts";

let folder = "";
const { PATH, XDG_CACHE_HOME } = process.env;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "pidone-files-"));
	// Nothing is cached, so each test reads what it has made.
	process.env.XDG_CACHE_HOME = "/dev/null";
	process.env.PATH = `${folder}:${PATH}`;
});
afterAll(() => {
	process.env.PATH = PATH;
	if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME;
	else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
	rmSync(folder, { recursive: true, force: true });
});

type Contents = Readonly<Record<string, Uint8Array | string>>;

const UPPER: LayerFiles = { "usr/bin/.wh.wget": "" };
const SHOWN = { distro: "alpine", files: { version: "3.20.1", packageManager: "apk", downloader: "none" } };

interface MadeImage {
	readonly layers: readonly Uint8Array[];
	readonly diffIds: readonly string[];
	readonly config: string;
}

async function makeImage(): Promise<MadeImage> {
	const layers = [await makeLayer(ALPINE), await makeLayer(UPPER)];
	const diffIds = layers.map(digestOf);
	const platform = { os: "linux", architecture: "amd64" };
	return { layers, diffIds, config: JSON.stringify({ ...platform, config: {}, rootfs: { diff_ids: diffIds } }) };
}

function nameOf(digest: string): string {
	return `blobs/${digest.replace(":", "/")}`;
}

/** An image in an OCI layout, with compressed layers. */
async function ociLayout(change: (blobs: Uint8Array[]) => readonly Uint8Array[] = (blobs) => blobs): Promise<Contents> {
	const { layers, config } = await makeImage();
	const blobs = layers.map((layer) => gzipSync(layer));
	const digests = blobs.map(digestOf);
	const manifest = JSON.stringify({
		schemaVersion: 2,
		config: { digest: digestOf(Buffer.from(config)) },
		layers: digests.map((digest) => ({ mediaType: "application/vnd.oci.image.layer.v1.tar+gzip", digest })),
	});
	const documents = [config, manifest].map((text) => [nameOf(digestOf(Buffer.from(text))), text] as const);
	return {
		"index.json": JSON.stringify({
			manifests: [
				{
					digest: digestOf(Buffer.from(manifest)),
					annotations: { "org.opencontainers.image.ref.name": "docker.io/acme/app:1" },
				},
			],
		}),
		...Object.fromEntries(documents),
		...Object.fromEntries(change(blobs).map((blob, index) => [nameOf(digests[index] ?? ""), blob])),
	};
}

/** What `docker save` wrote before version 25: layers in folders, which come before the files that refer to them. */
async function savedImage(): Promise<Contents> {
	const { layers, config } = await makeImage();
	const names = layers.map((_, index) => `${index}/layer.tar`);
	return {
		...Object.fromEntries(layers.map((layer, index) => [names[index] ?? "", layer])),
		"config.json": config,
		"manifest.json": JSON.stringify([{ Config: "config.json", RepoTags: ["acme/app:1"], Layers: names }]),
	};
}

async function archive(contents: Contents): Promise<Uint8Array> {
	return packTar(
		Object.entries(contents).map(([name, content]) => {
			const body = Buffer.from(content);
			return { header: { name, size: body.length, type: "file", mtime: new Date(0) }, body };
		}),
	);
}

function writeFolder(name: string, contents: Contents): string {
	for (const [path, content] of Object.entries(contents)) {
		mkdirSync(dirname(join(folder, name, path)), { recursive: true });
		writeFileSync(join(folder, name, path), content);
	}
	return name;
}

function writeFile(name: string, bytes: Uint8Array): string {
	writeFileSync(join(folder, name), bytes);
	return name;
}

/** An engine with the name nerdctl, and what it saves. */
async function makeEngine(save: string): Promise<ImageSource> {
	const { diffIds } = await makeImage();
	const inspected = JSON.stringify({ Config: {}, Os: "linux", Architecture: "amd64", RootFS: { Layers: diffIds } });
	writeFile("saved.tar", await archive(await savedImage()));
	const program = writeFile(
		"nerdctl",
		Buffer.from(`#!/bin/sh\nif [ "$1" = image ]; then echo '${inspected}'; else cd ${folder}; ${save}; fi\n`),
	);
	chmodSync(join(folder, program), 0o755);
	return makeEngineSource("nerdctl");
}

/** What is known about the image, or why its files are not known. */
async function ask(source: ImageSource): Promise<object | string> {
	const question = { reference: "acme/app:1", platform: "linux/amd64", inCatalogue: "nothing" as const };
	const asker = new ImageAsker(async () => source);
	const found = await findAnswer(question, { steps: [source.name, "files"], asker, locked: () => undefined });
	if (found?.answer.kind !== "known") return expect.fail(JSON.stringify(found));
	return found.filesUnknown ?? found.answer.image;
}

function layout(path: string): ImageSource {
	return makeLayoutSource([{ path }], folder);
}

describe("the files of an image are read", () => {
	it("from a layout in a folder", async () => {
		expect(await ask(layout(writeFolder("oci", await ociLayout())))).toMatchObject({
			...SHOWN,
			source: expect.stringMatching(/^oci, asked just now, sha256:[0-9a-f]{64}, and its files$/),
		});
	});

	it("from a layout in an archive, which is compressed", async () => {
		expect(await ask(layout(writeFile("oci.tgz", gzipSync(await archive(await ociLayout())))))).toMatchObject(SHOWN);
	});

	it("from an archive of docker save", async () => {
		expect(await ask(layout(writeFile("saved", await archive(await savedImage()))))).toMatchObject(SHOWN);
	});

	it.skipIf(process.platform === "win32")("from an engine, which saves it", async () => {
		expect(await ask(await makeEngine("cat saved.tar"))).toMatchObject(SHOWN);
	});

	it("only if requested", async () => {
		const source = layout(writeFolder("unread", await ociLayout((blobs) => blobs.slice(1))));
		const question = { reference: "acme/app:1", platform: "linux/amd64", inCatalogue: "nothing" as const };
		const asker = new ImageAsker(async () => source);
		const found = await findAnswer(question, { steps: ["layout"], asker, locked: () => undefined });
		expect(found?.answer).not.toHaveProperty("image.files");
	});
});

describe("the files of an image are not known", () => {
	it.each<[string, (blobs: Uint8Array[]) => readonly Uint8Array[], RegExp]>([
		["without a layer", (blobs) => blobs.slice(0, 1), /^it has no layer whose content is sha256:/],
		["with another layer", ([first = Buffer.of()]) => [first, first], /^a layer is damaged: its digest is not sha256:/],
		["with a truncated layer", ([first = Buffer.of()]) => [first.subarray(0, 100)], /^a layer is truncated$/],
	])("%s", async (name, change, expected) => {
		expect(await ask(layout(writeFolder(name, await ociLayout(change))))).toMatch(expected);
	});

	it("if its config lists no layers", async () => {
		const saved = { ...(await savedImage()), "config.json": "{}" };
		expect(await ask(layout(writeFolder("bare", saved)))).toBe("its config does not list the layers that it has");
	});

	it.skipIf(process.platform === "win32").each<[string, string, string]>([
		["fails", "echo no space left >&2; exit 1", "nerdctl save fails: no space left"],
		["fails in the middle", "head -c 3000 saved.tar; echo broken >&2; exit 1", "nerdctl save fails: broken"],
		["stops in the middle", "head -c 3000 saved.tar", "what nerdctl save writes is truncated"],
		["writes something else", "echo '<html>'", "what nerdctl save writes is truncated"],
	])("where an engine %s", async (_, save, expected) => {
		expect(await ask(await makeEngine(save))).toBe(expected);
	});
});
