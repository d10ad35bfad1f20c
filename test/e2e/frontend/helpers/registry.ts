import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { execa } from "execa";
import { poll } from "../../helpers/poll.ts";
import { makeFolder } from "./workspace.ts";

/** A registry on this machine only, which engines trust without a certificate. */
export interface Registry {
	/** Host and port: the first part of its images' names. */
	readonly host: string;
	/** The requests that it received, in order: method and path. */
	readonly requests: () => readonly string[];
	readonly stop: () => Promise<void>;
}

/** Starts an empty docker-registry from Debian. Returns the reason if this is not possible. */
export async function startRegistry(): Promise<Registry | string> {
	const { failed } = await execa("docker-registry", ["--version"], { reject: false });
	if (failed) return "docker-registry is not installed";
	const host = `127.0.0.1:${await findPort()}`;
	const config = {
		version: 0.1,
		http: { addr: host },
		storage: { filesystem: { rootdirectory: makeFolder({}) } },
		log: { accesslog: { disabled: false } },
	};
	// By default, its tracing would contact a collector.
	const env = { OTEL_TRACES_EXPORTER: "none" };
	const child = execa(
		"docker-registry",
		["serve", join(makeFolder({ "config.yml": JSON.stringify(config) }), "config.yml")],
		{
			env,
			reject: false,
			all: true,
		},
	);
	let log = "";
	child.all.setEncoding("utf8").on("data", (text: string) => {
		log += text;
	});
	await poll("the registry answers", async () =>
		(await fetch(`http://${host}/v2/`).catch(() => undefined))?.ok ? true : undefined,
	);
	return {
		host,
		requests: () =>
			[...log.matchAll(/"((?:GET|HEAD|PUT|POST|PATCH) \S+) HTTP/g)].flatMap(([, request]) => request ?? []),
		stop: async () => {
			child.kill();
			await child;
		},
	};
}

/** What an image consists of, for one platform. */
export interface Manifest {
	readonly config: { readonly digest: string };
	readonly layers: readonly { readonly digest: string; readonly size: number }[];
}

const MANIFESTS = [
	"application/vnd.oci.image.index.v1+json",
	"application/vnd.oci.image.manifest.v1+json",
	"application/vnd.docker.distribution.manifest.list.v2+json",
	"application/vnd.docker.distribution.manifest.v2+json",
];

/** The manifest of an image by its name without the host, or the first one if there are several. */
export async function readManifest(registry: Registry, image: string): Promise<Manifest> {
	const [name = "", reference = ""] = image.split(/[:@](.*)/s);
	const response = await fetch(`http://${registry.host}/v2/${name}/manifests/${reference}`, {
		headers: { accept: MANIFESTS.join(", ") },
	});
	if (!response.ok) throw new Error(`the registry has no ${image}: ${response.status}`);
	const manifest = (await response.json()) as Manifest & {
		readonly manifests?: readonly { readonly digest: string }[];
	};
	const [first] = manifest.manifests ?? [];
	return first === undefined ? manifest : readManifest(registry, `${name}@${first.digest}`);
}

async function findPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}
