import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { FileReader } from "../../../src/node/layers/file-reader.ts";
import { LayerError } from "../../../src/node/layers/layer-error.ts";
import { ImageContentError } from "../../../src/node/resolve/image-content-error.ts";
import { ALPINE, makeLayer } from "../layers/helpers/make-layer.ts";
import { digestOf, OCI_CONFIG, OCI_MANIFEST, type Registry, startRegistry } from "./helpers/registry.ts";
import { makeEnvironment, makeHome, makeSource } from "./helpers/source.ts";

const OCI_LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

/** Stores an image with a layer, whose descriptor may claim something else. */
async function pushImage(registry: Registry, descriptor: object = {}): Promise<string> {
	const layer = await makeLayer(ALPINE);
	const blob = registry.push(gzipSync(layer), OCI_LAYER);
	const platform = { os: "linux", architecture: "amd64" };
	const config = registry.push({ ...platform, config: {}, rootfs: { diff_ids: [digestOf(layer)] } }, OCI_CONFIG);
	const layers = [{ mediaType: OCI_LAYER, digest: blob.digest, size: blob.bytes.length, ...descriptor }];
	registry.push(
		{ schemaVersion: 2, config: { mediaType: OCI_CONFIG, digest: config.digest }, layers },
		OCI_MANIFEST,
		"1",
	);
	return blob.digest;
}

/** The distribution of the image, or why it is not known. */
async function read(registry: Registry, home: string = makeHome()): Promise<string> {
	const answer = await makeSource(home).resolve(`${registry.host}/app:1`, "linux/amd64");
	if (answer.kind !== "known" || answer.layers === undefined) return expect.fail(JSON.stringify(answer));
	const reader = new FileReader(makeEnvironment(home));
	try {
		return (await reader.read(answer.layers, { platform: "linux/amd64", env: [] })).distro;
	} catch (error) {
		if (!(error instanceof LayerError || error instanceof ImageContentError)) throw error;
		return error.message.replaceAll(registry.host, "HOST");
	}
}

describe("the layers of an image in a registry", () => {
	it("are read, and not again", async () => {
		const registry = await startRegistry();
		const digest = await pushImage(registry);
		const home = makeHome();
		expect(await read(registry, home)).toBe("alpine");
		expect(await read(registry, home)).toBe("alpine");
		expect(registry.lines().filter((line) => line === `GET /v2/app/blobs/${digest}`)).toHaveLength(1);
	});

	it("are read again where the connection breaks", async () => {
		const registry = await startRegistry();
		const digest = await pushImage(registry);
		let left = 2;
		registry.intercept = ({ url }, response) => {
			if (!url?.endsWith(digest) || left-- <= 0) return false;
			response.writeHead(200, { "content-length": 100_000 });
			response.write(Buffer.from("1f8b08", "hex"), () => response.destroy());
			return true;
		};
		expect(await read(registry)).toBe("alpine");
		expect(left).toBe(-1);
	});

	it.each<[string, object, string]>([
		["one that is encrypted", { mediaType: `${OCI_LAYER}+encrypted` }, "a layer is encrypted"],
		[
			"one that registries must not have",
			{ mediaType: "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip" },
			"a layer is not in the registry, as its license forbids that",
		],
		["one of another kind", { mediaType: "application/vnd.acme" }, "a layer has an unknown media type"],
		["one without a digest", { digest: "sha256:1" }, "a layer has no valid digest"],
		["one that is too long", { size: 9 * 1024 ** 3 }, "its layers have 9 GB, and pidone reads up to 4 GB"],
	])("are not read where there is %s", async (_, descriptor, expected) => {
		const registry = await startRegistry();
		const digest = await pushImage(registry, descriptor);
		expect(await read(registry)).toBe(expected);
		expect(registry.lines()).not.toContain(`GET /v2/app/blobs/${digest}`);
	});

	it.each<[string, number, Uint8Array, string]>([
		["has another content", 200, gzipSync("x"), "a layer is truncated"],
		["is not there", 404, Buffer.from("{}"), "HOST answers 404: it does not exist"],
	])("are not known where one %s", async (_, status, body, expected) => {
		const registry = await startRegistry();
		const digest = await pushImage(registry);
		registry.intercept = ({ url }, response) => {
			if (!url?.endsWith(digest)) return false;
			response.writeHead(status);
			response.end(body);
			return true;
		};
		expect(await read(registry)).toBe(expected);
	});

	it("are not known where the manifest and the config differ", async () => {
		const registry = await startRegistry();
		const other = registry.push(
			{ os: "linux", architecture: "amd64", config: {}, rootfs: { diff_ids: [] } },
			OCI_CONFIG,
		);
		const layers = [{ mediaType: OCI_LAYER, digest: digestOf("x") }];
		const config = { mediaType: OCI_CONFIG, digest: other.digest };
		registry.push({ schemaVersion: 2, config, layers }, OCI_MANIFEST, "1");
		expect(await makeSource().resolve(`${registry.host}/app:1`, "linux/amd64")).not.toHaveProperty("layers");
	});
});
