import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Resolution } from "../../../src/node/resolve/image-source.ts";
import { type GivenLayout, makeLayoutSource } from "../../../src/node/resolve/layout-source.ts";
import {
	type Files,
	makeBlob,
	makeIndex,
	makeLayout,
	makeManifest,
	pack,
	REF_NAME,
	writeFiles,
} from "./helpers/make-image.ts";

let folder = "";
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "pidone-layout-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const amd64 = makeManifest({ Entrypoint: ["a"], User: "app" });
const arm64 = makeManifest({ Entrypoint: ["b"] }, "linux/arm64");
const index = makeIndex({ "linux/amd64": amd64, "linux/arm64": arm64 });
const named = { [REF_NAME]: "docker.io/acme/app:1" };

let made = 0;

/** Writes a layout to a new folder, or an archive to a new file, and returns its name. */
function write(content: Files | Uint8Array): string {
	const name = `layout-${++made}`;
	if (content instanceof Uint8Array) writeFileSync(join(folder, name), content);
	else writeFiles(join(folder, name), content);
	return name;
}

function ask(layout: string | GivenLayout, reference = "acme/app:1", platform = "linux/amd64"): Promise<Resolution> {
	const given = typeof layout === "string" ? { path: layout } : layout;
	return makeLayoutSource([given], folder).resolve(reference, platform);
}

/** The entrypoint, or the message that is returned instead. X replaces the name of the layout. */
async function answer(...request: Parameters<typeof ask>): Promise<string> {
	const found = await ask(...request);
	const path = typeof request[0] === "string" ? request[0] : request[0].path;
	if (found.kind === "known") return found.image.entrypoint?.join(" ") ?? "none";
	return found.kind === "no-platform" ? `only ${found.available.join()}` : found.reason.replaceAll(path, "X");
}

describe("makeLayoutSource", () => {
	it("reads the image for a platform, with the digest that its name refers to", async () => {
		const layout = write(makeLayout([[index, named]]));
		expect(await ask(layout)).toEqual({
			kind: "known",
			image: { entrypoint: ["a"], user: "app", digest: index.digest },
			from: layout,
		});
		expect(await answer(layout, "acme/app:1", "linux/arm64")).toBe("b");
		expect(await answer(layout, "acme/app:1", "linux/s390x")).toBe("only linux/amd64,linux/arm64");
		expect(await answer(layout, `acme/app@${index.digest}`)).toBe("a");
	});

	it("accepts an image outside of an index for every CPU, if the operating system is right", async () => {
		const layout = write(makeLayout([[arm64, named]]));
		expect(await answer(layout)).toBe("b");
		expect(await answer(layout, "acme/app:1", "windows/amd64")).toBe("only linux/arm64");
	});

	it.each<[string, Record<string, string>, string, string]>([
		["a full name", { [REF_NAME]: "docker.io/library/node:20" }, "node:20", "a"],
		[
			"the name that containerd writes",
			{ "io.containerd.image.name": "ghcr.io/acme/app:latest", [REF_NAME]: "latest" },
			"ghcr.io/acme/app",
			"a",
		],
		["the name that Podman gives to what it has built", { [REF_NAME]: "localhost/acme/app:1" }, "acme/app:1", "a"],
		["another tag", { [REF_NAME]: "acme/app:2" }, "acme/app:1", "X does not have it, but acme/app:2"],
		[
			"a tag alone",
			{ [REF_NAME]: "1" },
			"acme/app:1",
			"X does not have it, but 1; say which image that is with --layout IMAGE=X",
		],
		[
			"no name",
			{},
			"acme/app:1",
			"X does not have it, but an image without a name; say which image that is with --layout IMAGE=X",
		],
	])("looks for an image by %s", async (_, annotations, reference, expected) => {
		expect(await answer(write(makeLayout([[amd64, annotations]])), reference)).toBe(expected);
	});

	it.each<[string, string, string]>([
		["acme/app", "acme/app:1", "a"],
		["acme/app", "acme/app:2", "b"],
		["acme/app:2", "acme/app:2", "b"],
		["acme/app:2", "acme/app:1", "X does not have it, but 1, 2; say which image that is with --layout IMAGE=X"],
		["other", "acme/app:1", "X does not have it, but 1, 2; say which image that is with --layout IMAGE=X"],
	])("takes a layout as %s when asked for %s", async (image, reference, expected) => {
		const second = makeManifest({ Entrypoint: ["b"] });
		const path = write(
			makeLayout([
				[amd64, { [REF_NAME]: "1" }],
				[second, { [REF_NAME]: "2" }],
			]),
		);
		expect(await answer({ path, image }, reference)).toBe(expected);
	});

	it("uses the only image of a layout without names for the given name", async () => {
		expect(await answer({ path: write(makeLayout([[amd64]])), image: "acme/app" })).toBe("a");
	});

	it.each<[string, string]>([
		["oci-layout://PATH", "b"],
		["oci-layout://PATH:1", "a"],
		[`oci-layout://PATH@${amd64.digest}`, "a"],
		[`oci-layout://PATH:x@${amd64.digest}`, "a"],
		["oci-layout://PATH:3", "X does not have it, but 1, latest; say which image that is with --layout IMAGE=X"],
		["oci-layout://nothing", "nothing does not exist"],
	])("reads the named context %s", async (context, expected) => {
		const latest = makeManifest({ Entrypoint: ["b"] });
		const path = write(
			makeLayout([
				[amd64, { [REF_NAME]: "1" }],
				[latest, { [REF_NAME]: "latest" }],
			]),
		);
		expect(await answer(path, context.replace("PATH", path))).toBe(expected);
	});

	it("reads archives of layouts and of docker save, plain or compressed", async () => {
		const layout = await pack(makeLayout([[index, named]]), [{ name: "./", size: 0, type: "directory" }]);
		const config = JSON.stringify({ os: "linux", architecture: "amd64", config: { Entrypoint: ["a"] } });
		const saved = await pack({
			"abc/layer.tar": "\0".repeat(3000),
			"abc.json": config,
			"manifest.json": JSON.stringify([{ Config: "abc.json", RepoTags: ["acme/app:1"] }]),
		});
		for (const archive of [layout, gzipSync(layout), saved, gzipSync(saved)])
			expect(await answer(write(archive))).toBe("a");
	});

	it("asks every layout, and reports what each has", async () => {
		const first = write(makeLayout([[amd64, { [REF_NAME]: "docker.io/acme/other:1" }]]));
		const second = write(makeLayout([[arm64, named]]));
		const source = makeLayoutSource([{ path: first }, { path: second }], folder);
		expect(await source.resolve("acme/app:1", "linux/arm64")).toMatchObject({ kind: "known", from: second });
		expect(await source.resolve("acme/none", "linux/arm64")).toEqual({
			kind: "unknown",
			reason: `${first} does not have it, but docker.io/acme/other:1, and ${second} does not have it, but docker.io/acme/app:1`,
		});
	});
});

describe("a layout that is not right", () => {
	const other = { config: { mediaType: "application/vnd.oci.empty.v1+json", digest: amd64.digest } };

	it.each<[string, Files, string]>([
		[
			"is empty",
			{ a: "" },
			"X is neither an OCI image layout nor an archive of docker save: it has no index.json and no manifest.json",
		],
		["has an index that is not JSON", { "index.json": "root:x:0:0" }, "X has index.json, which is not valid JSON"],
		[
			"has an index without manifests",
			{ "index.json": '{"__proto__":{"manifests":[]}}' },
			"X has an index.json without a list of manifests",
		],
		["lacks its manifest", makeLayout([[{ ...amd64, files: {} }, named]]), `in X, it lacks ${amd64.digest}`],
		[
			"has another manifest",
			{ ...makeLayout([[amd64, named]]), [`blobs/${amd64.digest.replace(":", "/")}`]: "{}" },
			`X is damaged: ${amd64.digest} has another content`,
		],
		["holds something else than an image", makeLayout([[makeBlob(other), named]]), "in X, it is not a container image"],
		[
			"holds an image of schema 1",
			makeLayout([[makeBlob({ schemaVersion: 1, fsLayers: [] }), named]]),
			"in X, its manifest is in schema 1, which builders do not read any more: push the image again",
		],
	])("is reported when it %s", async (_, files, expected) => {
		expect(await answer(write(files))).toBe(expected);
	});

	it("is reported if its config is invalid, as for an image in a registry", async () => {
		const config = makeBlob({ os: "linux", architecture: "amd64", config: { Entrypoint: "a" } });
		const descriptor = { mediaType: "application/vnd.oci.image.config.v1+json", digest: config.digest };
		const manifest = makeBlob({ schemaVersion: 2, config: descriptor });
		const layout = makeLayout([[{ ...manifest, files: { ...manifest.files, ...config.files } }, named]]);
		expect(await answer(write(layout))).toBe("in X, its config has a value of the wrong type in Entrypoint");
	});

	it("is for the platform in its config, if its index names none", async () => {
		const unnamed = makeBlob({
			schemaVersion: 2,
			manifests: [{ mediaType: "application/vnd.oci.image.manifest.v1+json", digest: arm64.digest }],
		});
		const layout = write(makeLayout([[{ ...unnamed, files: { ...unnamed.files, ...arm64.files } }, named]]));
		expect(await answer(layout)).toBe("only linux/arm64");
		expect(await answer(layout, "acme/app:1", "linux/arm64")).toBe("b");
	});

	it("is reported if its indexes are nested too deeply", async () => {
		let inner = amd64;
		for (let depth = 0; depth < 5; depth++) inner = makeIndex({ "linux/amd64": inner });
		expect(await answer(write(makeLayout([[inner, named]])))).toBe("in X, its indexes are nested more than 4 deep");
	});

	it("is reported if its files are links out of it or in a loop", async () => {
		const loop = write({ a: "" });
		symlinkSync("index.json", join(folder, loop, "index.json"));
		expect(await answer(loop)).toBe("X has a link index.json that leads to itself");
		writeFileSync(join(folder, "outside.json"), '{"manifests":[]}');
		const outside = write({ a: "" });
		symlinkSync("../outside.json", join(folder, outside, "index.json"));
		expect(await answer(outside)).toBe("X has a link index.json that leads out of it");
		const directory = write({ a: "" });
		mkdirSync(join(folder, directory, "index.json"));
		expect(await answer(directory)).toBe("X has index.json, which is not a regular file");
	});

	it.each(["../index.json", "/index.json", "blobs/../../x"])("is not read when it has the entry %s", async (name) => {
		const archive = await pack({ [name]: "{}", ...makeLayout([[amd64, named]]) });
		expect(await answer(write(archive))).toBe(`X has an entry outside of it, "${name}", and is not read`);
	});

	it("does not follow links in an archive", async () => {
		const link = { name: "index.json", size: 0, type: "symlink" as const, linkname: "index.json" };
		const { "index.json": _, ...files } = makeLayout([[amd64, named]]);
		expect(await answer(write(await pack(files, [link])))).toMatch(/^X is neither an OCI image layout nor/);
	});

	it("is reported if an archive is truncated, damaged or of another kind", async () => {
		const archive = await pack(makeLayout([[amd64, named]]));
		expect(await answer(write(archive.subarray(0, 1500)))).toBe("X is truncated");
		expect(await answer(write(archive.subarray(0, 1024)))).toBe("X is truncated");
		expect(await answer(write(gzipSync(archive).subarray(0, 200)))).toBe("X is truncated");
		const damaged = gzipSync(archive);
		damaged.fill(0xff, 100, 200);
		expect(await answer(write(damaged))).toBe("X is damaged: it cannot be decompressed");
		expect(await answer(write(Buffer.from("FROM scratch\n".repeat(100))))).toMatch(
			/^X is not a tar archive, or is damaged: /,
		);
		expect(await answer(write(Buffer.from("fd377a585a000000", "hex")))).toMatch(
			/^X is compressed with xz, which Node.js [\d.]+ cannot read: use gzip$/,
		);
	});

	it("is not read to the end if its archive is a bomb", { timeout: 60_000 }, async () => {
		const size = 80 * 1024 * 1024;
		const [header] = [(await pack({ "blobs/sha256/x": "" })).subarray(0, 512)];
		const start = Buffer.from(header);
		start.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "latin1");
		start.fill(" ", 148, 156);
		const sum = start.reduce((total, byte) => total + byte, 0);
		start.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
		const bomb = gzipSync(Buffer.concat([start, Buffer.alloc(size)]), { level: 1 });
		expect(await answer(write(bomb))).toBe("X expands to more than 100 times its size, and is not read further");
	});

	it("keeps only the documents of an archive", { timeout: 60_000 }, async () => {
		const large = { "large.json": `{"a":"${"x".repeat(9 * 1024 * 1024)}"}` };
		expect(await answer(write(await pack({ ...large, ...makeLayout([[amd64, named]]) })))).toBe("a");
		const text = `{"a":"${"x".repeat(8_000_000)}"}`;
		const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}.json`, text]));
		expect(await answer(write(await pack(many)))).toBe("X holds more than 64 MB of JSON documents");
	});
});
