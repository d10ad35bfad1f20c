import { normalizePath } from "../core/command/posix-path.ts";
import type { RemoteContext } from "./build-context.ts";
import { type Gateway, GatewayError, isMissingFile, solveDefinition } from "./gateway.ts";
import type { Definition } from "./gen/ops.ts";
import { localSource } from "./local-source.ts";
import type { Request } from "./request.ts";

/** The Dockerfile of a build, and where it comes from. */
export interface DockerfileSource {
	/** The name in the client's request, and in errors. */
	readonly filename: string;
	readonly bytes: Uint8Array;
	/** The content of `FILENAME.dockerignore`, which replaces the context's .dockerignore. */
	readonly ignore: Uint8Array | undefined;
	readonly definition: Definition;
}

/**
 * Reads the Dockerfile where dockerfile.v0 would (moby/buildkit: frontend/dockerui/config.go). Throws an Error if there
 * is none.
 */
export async function fetchDockerfile(
	gateway: Gateway,
	request: Request,
	remote: RemoteContext | undefined,
): Promise<DockerfileSource> {
	const { options, inputs } = request;
	const filename = options.filename ?? "Dockerfile";
	const name = (options.dockerfilekey === undefined ? remote?.dockerfile : undefined) ?? filename;
	const elsewhere = options.dockerfilekey === undefined ? (remote?.definition ?? inputs.dockerfile) : undefined;
	const folder = options.dockerfilekey ?? "dockerfile";
	const paths = [name, `${name}.dockerignore`, ...otherCase(name)];
	const title = `load build definition from ${filename}`;
	const definition = elsewhere ?? localSource({ folder, paths, title, hint: folder }, request);
	const ref = await solveDefinition(gateway, definition);
	const [bytes, ignore] = await Promise.all([
		fetchFirst(gateway, ref, [name, ...otherCase(name)]),
		fetchFile(gateway, ref, `${name}.dockerignore`),
	]);
	checkSize(bytes, request);
	return { filename, bytes, ignore, definition };
}

/**
 * A message of BuildKit holds 16 MiB, and one of them contains a frontend's Dockerfile twice for each platform.
 */
const MOST_BYTES = 8e6;

function checkSize({ length }: Uint8Array, { platforms }: Request): void {
	const most = MOST_BYTES / platforms.length;
	const inMegabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
	if (length > most)
		throw new Error(
			`the Dockerfile has ${inMegabytes(length)}: BuildKit takes up to ${inMegabytes(most)} from a frontend`,
		);
}

/** The Dockerfile may also be called `dockerfile`. */
function otherCase(name: string): string[] {
	return /(?:^|\/)Dockerfile$/.test(name) ? [normalizePath(name.replace(/Dockerfile$/, "dockerfile"))] : [];
}

async function fetchFirst(
	gateway: Gateway,
	ref: string,
	[name = "", ...others]: readonly string[],
): Promise<Uint8Array> {
	try {
		return (await gateway.readFile({ Ref: ref, FilePath: name })).Data;
	} catch (error) {
		for (const other of others) {
			const bytes = await fetchFile(gateway, ref, other);
			if (bytes !== undefined) return bytes;
		}
		throw error instanceof GatewayError
			? new Error(`failed to read dockerfile: ${error.message}`, { cause: error })
			: error;
	}
}

/** Reads a file that may be missing. */
async function fetchFile(gateway: Gateway, ref: string, path: string): Promise<Uint8Array | undefined> {
	try {
		return (await gateway.readFile({ Ref: ref, FilePath: path })).Data;
	} catch (error) {
		if (isMissingFile(error)) return undefined;
		throw error;
	}
}
