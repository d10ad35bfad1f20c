import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { rootCertificates } from "node:tls";
import { UserError } from "../../core/user-error.ts";
import { configPath, dockerPath, type Environment } from "../cache/user-folders.ts";
import { readSettings } from "./read-settings.ts";

/** The TLS settings for connections to one host. */
export interface TlsFiles {
	/** CA certificates, including those that are trusted by default. */
	readonly ca?: readonly string[];
	readonly cert?: string;
	readonly key?: string;
}

/**
 * Reads the certificates that Docker and Podman have for a host (docs.docker.com: Verify repository client with
 * certificates; containers-certs.d(5)): `*.crt` are authorities, `*.cert` and `*.key` are client certificates.
 * Throws UserError if they cannot be read.
 */
export async function readTlsFiles(host: string, environment: Environment): Promise<TlsFiles> {
	const folders = [
		dockerPath(environment, "certs.d"),
		configPath(environment, "containers", "certs.d"),
		"/etc/containers/certs.d",
		"/etc/docker/certs.d",
	];
	for (const folder of folders) {
		const files = folder === undefined ? [] : await list(join(folder, host));
		if (files.length > 0) return readFiles(files, environment);
	}
	return {};
}

async function list(folder: string): Promise<readonly string[]> {
	const names = await readdir(folder).catch(() => []);
	return names
		.filter((name) => /\.(?:crt|cert|key)$/.test(name))
		.sort()
		.map((name) => join(folder, name));
}

async function readFiles(files: readonly string[], environment: Environment): Promise<TlsFiles> {
	const authorities = files.filter((file) => file.endsWith(".crt"));
	const proof = files.find((file) => file.endsWith(".cert"));
	const key = proof?.replace(/\.cert$/, ".key");
	if (key !== undefined && !files.includes(key)) throw new UserError(`${proof}: has no key: add ${key}`);
	return {
		// `ca` replaces the certificates that Node.js trusts.
		...(authorities.length === 0
			? {}
			: { ca: [...rootCertificates, ...(await readExtra(environment)), ...(await readAll(authorities))] }),
		...(proof === undefined || key === undefined ? {} : { cert: await readOne(proof), key: await readOne(key) }),
	};
}

/** Node.js itself only warns about an unreadable file. */
async function readExtra({ NODE_EXTRA_CA_CERTS: path }: Environment): Promise<readonly string[]> {
	return path ? [await readFile(path, "utf8").catch(() => "")] : [];
}

function readAll(files: readonly string[]): Promise<readonly string[]> {
	return Promise.all(files.map(readOne));
}

async function readOne(file: string): Promise<string> {
	const text = (await readSettings(file)) ?? "";
	if (!text.includes("-----BEGIN ")) throw new UserError(`${file}: is not in PEM format`);
	return text;
}
