import { createHash } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, it } from "vitest";
import { FileReader } from "../../../src/node/layers/file-reader.ts";
import { makeRegistrySource } from "../../../src/node/registry/registry-source.ts";
import { removeFolderAtEnd } from "../helpers/leftovers.ts";
import { type DockerRegistry, startDockerRegistry } from "./helpers/docker-registry.ts";
import { providePrograms } from "./helpers/packages.ts";

let folder: string;
/** One registry per compression: skopeo does not push what a registry already has, compressed in another way. */
const registries = new Map<string, DockerRegistry>();

beforeAll(async () => {
	await providePrograms();
	folder = removeFolderAtEnd(mkdtempSync(join(tmpdir(), "pidone-e2e-files-")));
	writeRoot();
	writeUpper();
	const layers = [await packLayer("root", "gnu"), await packLayer("upper", "pax")];
	writeLayout(layers);
	for (const format of ["gzip", "zstd"]) {
		const registry = await startDockerRegistry(join(folder, format));
		registries.set(format, registry);
		const places = [`oci:${join(folder, "layout")}:1`, `docker://${registry.host}/team/base:1`];
		await execa("skopeo", ["copy", "--dest-tls-verify=false", "--dest-compress-format", format, ...places]);
	}
});

afterAll(() => Promise.all([...registries.values()].map(({ stop }) => stop())));

function write(name: string, content: string | Uint8Array, mode = 0o644): void {
	const path = join(folder, name);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
	chmodSync(path, mode);
}

/** The files of Debian's images, with both kinds of links and a name that needs its own header. */
function writeRoot(): void {
	write("root/usr/lib/os-release", 'ID=debian\nVERSION_ID="12"\n');
	write("root/usr/bin/dash", "dash", 0o755);
	write("root/usr/bin/apt-get", "apt-get", 0o755);
	write("root/usr/bin/curl-8", "curl", 0o755);
	write("root/usr/bin/wget", "wget", 0o755);
	write("root/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2", "ld", 0o755);
	write("root/etc/ssl/certs/ca-certificates.crt", "certificates");
	write(`root/srv/${"long/".repeat(60)}program`, "program", 0o755);
	mkdirSync(join(folder, "root/usr/lib64"));
	symlinkSync("usr/bin", join(folder, "root/bin"));
	symlinkSync("usr/lib64", join(folder, "root/lib64"));
	symlinkSync("dash", join(folder, "root/usr/bin/sh"));
	symlinkSync("../usr/lib/os-release", join(folder, "root/etc/os-release"));
	symlinkSync("/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2", join(folder, "root/usr/lib64/ld-linux-x86-64.so.2"));
	symlinkSync("usr/lib", join(folder, "root/lib"));
	linkSync(join(folder, "root/usr/bin/curl-8"), join(folder, "root/usr/bin/curl"));
}

/** Removes curl and the certificates. */
function writeUpper(): void {
	write("upper/usr/bin/.wh.curl", "");
	write("upper/etc/ssl/certs/.wh..wh..opq", "");
}

async function packLayer(name: string, format: string): Promise<Buffer> {
	const archive = join(folder, `${name}.tar`);
	await execa("tar", ["--create", "--format", format, "--file", archive, "--directory", join(folder, name), "."]);
	return readFileSync(archive);
}

function digestOf(bytes: Uint8Array): string {
	return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function writeLayout(layers: readonly Buffer[]): void {
	const put = (content: Buffer | object, mediaType: string) => {
		const bytes = Buffer.isBuffer(content) ? content : Buffer.from(JSON.stringify(content));
		const digest = digestOf(bytes);
		write(`layout/blobs/${digest.replace(":", "/")}`, bytes);
		return { mediaType, digest, size: bytes.length };
	};
	const blobs = layers.map((layer) => put(layer, "application/vnd.oci.image.layer.v1.tar"));
	const rootfs = { type: "layers", diff_ids: layers.map(digestOf) };
	const config = { os: "linux", architecture: "amd64", config: { Cmd: ["app"] }, rootfs };
	const mediaType = "application/vnd.oci.image.manifest.v1+json";
	const blob = put(config, "application/vnd.oci.image.config.v1+json");
	const manifest = put({ schemaVersion: 2, mediaType, config: blob, layers: blobs }, mediaType);
	const annotations = { "org.opencontainers.image.ref.name": "1" };
	write("layout/oci-layout", '{"imageLayoutVersion": "1.0.0"}');
	write("layout/index.json", JSON.stringify({ schemaVersion: 2, manifests: [{ ...manifest, annotations }] }));
}

/** What is found out about an image with a cache, or why nothing is found. */
async function read(format: string, cache: string): Promise<object | string> {
	const environment = { HOME: folder, XDG_CACHE_HOME: join(folder, cache), CONTAINERS_REGISTRIES_CONF: "/dev/null" };
	const reference = `${registries.get(format)?.host}/team/base:1`;
	const answer = await makeRegistrySource({ environment }).resolve(reference, "linux/amd64");
	if (answer.kind !== "known" || answer.layers === undefined) return JSON.stringify(answer);
	const image = { platform: "linux/amd64", env: [] };
	return new FileReader(environment).read(answer.layers, image).catch((error: Error) => error.message);
}

const SHOWN = {
	distro: "debian",
	files: {
		version: "12",
		hasShell: true,
		libc: "glibc",
		packageManager: "apt-get",
		downloader: "wget",
		hasCertificates: false,
		hasPip: false,
	},
};

it("reads the layers that GNU tar has packed and skopeo has pushed, each once", async () => {
	expect(await read("gzip", "cache")).toEqual(SHOWN);
	const registry = registries.get("gzip");
	const asked = registry?.requests().length;
	expect(await read("gzip", "cache")).toEqual(SHOWN);
	const again = registry?.requests().slice(asked);
	expect(again?.filter((line) => line.includes("/blobs/"))).toEqual([]);
});

it("knows layers again that are compressed in another way", async () => {
	expect(await read("gzip", "shared")).toEqual(SHOWN);
	expect(await read("zstd", "shared")).toEqual(SHOWN);
});

it("reads zstd where Node.js does, and says so elsewhere", async () => {
	const answer = await read("zstd", "other");
	const canRead = "zstd" in process.versions;
	if (canRead) expect(answer).toEqual(SHOWN);
	else expect(answer).toMatch(/^a layer is compressed with zstd, which Node.js .* cannot read/);
});
