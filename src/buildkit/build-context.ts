import { parseBool } from "../core/dockerfile/parse-bool.ts";
import { isTarHeader } from "../core/dockerfile/tar-header.ts";
import type { Gateway } from "./gateway.ts";
import { solveDefinition } from "./gateway.ts";
import type { Definition } from "./gen/ops.ts";
import { gitContext } from "./git-context.ts";
import { source, unpack } from "./llb.ts";
import type { Request } from "./request.ts";

/** A build context that dockerfile.v0 would fetch itself, without reading our Dockerfile. */
export interface RemoteContext {
	readonly definition: Definition;
	/** The Dockerfile's name in it, if the downloaded file is a Dockerfile and not an archive. */
	readonly dockerfile?: string;
}

/** The name of a downloaded file (moby/buildkit: frontend/dockerui/context.go). */
const DOWNLOAD = "context";

/**
 * The context of a build from a git repository or a URL; undefined for a context of the client, or from another
 * definition.
 */
export async function readRemoteContext(
	gateway: Gateway,
	{ options, buildArgs, hasContexts }: Request,
): Promise<RemoteContext | undefined> {
	const context = options[options.contextkey ?? "context"];
	if (context === undefined) return undefined;
	const git = gitContext(context, parseBool(buildArgs.BUILDKIT_CONTEXT_KEEP_GIT_DIR ?? "") ?? false);
	if (git !== undefined) return { definition: git };
	if (!/^https?:\/\//.test(context)) return undefined;
	// An old client sends its stdin only once. BuildKit has read it already, to find out which frontend to use: the same
	// digest gives the same content.
	const download = source(
		"load remote build context",
		context,
		{ "http.filename": DOWNLOAD },
		hasContexts ? "start" : "end",
	);
	const ref = await solveDefinition(gateway, download);
	const { Data: head } = await gateway.readFile({ Ref: ref, FilePath: DOWNLOAD, Range: { Offset: 0n, Length: 1024n } });
	if (isArchive(head)) return { definition: unpack("unpack remote build context", download, `/${DOWNLOAD}`) };
	return { definition: download, dockerfile: DOWNLOAD };
}

const BZIP2 = [0x42, 0x5a, 0x68];
const GZIP = [0x1f, 0x8b, 0x08];
const XZ = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00];

function isArchive(head: Uint8Array): boolean {
	return [BZIP2, GZIP, XZ].some((magic) => magic.every((byte, index) => head[index] === byte)) || isTarHeader(head);
}
