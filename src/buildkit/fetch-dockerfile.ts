import type { RemoteContext } from "./build-context.ts";
import { cleanPath } from "./clean-path.ts";
import { Code, type Gateway, GatewayError, solveDefinition } from "./gateway.ts";
import type { Definition } from "./gen/ops.ts";
import type { Status } from "./gen/status.ts";
import { source } from "./llb.ts";
import type { Request } from "./request.ts";

/** The Dockerfile of a build, and where it comes from. */
export interface DockerfileSource {
	/** As the client names it, and as errors do. */
	readonly filename: string;
	readonly bytes: Uint8Array;
	/** What `FILENAME.dockerignore` holds, which counts in place of the context's own. */
	readonly ignore: Uint8Array | undefined;
	readonly definition: Definition;
}

/**
 * Reads the Dockerfile where dockerfile.v0 would (moby/buildkit: frontend/dockerui/config.go). Throws an Error when
 * there is none.
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
	const definition =
		elsewhere ??
		localFolder(request, [name, `${name}.dockerignore`, ...otherCase(name)], `load build definition from ${filename}`);
	const ref = await solveDefinition(gateway, definition);
	const [bytes, ignore] = await Promise.all([
		fetchFirst(gateway, ref, [name, ...otherCase(name)]),
		fetchFile(gateway, ref, `${name}.dockerignore`),
	]);
	checkSize(bytes, request);
	return { filename, bytes, ignore, definition };
}

/**
 * BuildKit's messages have 16 MiB, and one tells the client twice for each platform what a frontend's Dockerfile is.
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

/** A Dockerfile may be called dockerfile too. */
function otherCase(name: string): string[] {
	return /(?:^|\/)Dockerfile$/.test(name) ? [cleanPath(name.replace(/Dockerfile$/, "dockerfile"))] : [];
}

function localFolder({ options, sessionId }: Request, paths: readonly string[], title: string): Definition {
	const folder = options.dockerfilekey ?? "dockerfile";
	return source(title, `local://${folder}`, {
		"local.session": options[`local-sessionid:${folder}`] ?? sessionId,
		"local.followpaths": toGoJson(paths),
		"local.sharedkeyhint": folder,
		"local.differ": "none",
	});
}

/** JSON as Go writes it (encoding/json: HTMLEscape). */
function toGoJson(value: unknown): string {
	return JSON.stringify(value).replace(
		/[<>&\u2028\u2029]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
	);
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

/** A file that need not be there. */
async function fetchFile(gateway: Gateway, ref: string, path: string): Promise<Uint8Array | undefined> {
	try {
		return (await gateway.readFile({ Ref: ref, FilePath: path })).Data;
	} catch (error) {
		if (error instanceof GatewayError && isMissing(error.status)) return undefined;
		throw error;
	}
}

/** BuildKit reports a missing file as an unknown error. */
function isMissing({ code, message }: Status): boolean {
	return code === Code.notFound || (code === Code.unknown && message.includes("no such file or directory"));
}
