import type { BuildContext, ContextFileFacts } from "../core/command/image-files.ts";
import { whyTooLarge } from "../core/command/script-size.ts";
import type { RemoteContext } from "./build-context.ts";
import { toText } from "./bytes.ts";
import { type Gateway, GatewayError, isMissingFile, solveDefinition } from "./gateway.ts";
import type { Definition } from "./gen/ops.ts";
import { localSource } from "./local-source.ts";
import type { Request } from "./request.ts";

interface ContextFile {
	readonly text: string | undefined;
	readonly facts: ContextFileFacts;
}

/**
 * Does work that reads files of the build context, such as the script of an ENTRYPOINT. Fetches the files that it asks
 * for and does the work again, until it asks for nothing new. A context that BuildKit cannot provide is not read.
 */
export async function withContextFiles<Result>(
	gateway: Gateway,
	request: Request,
	remote: RemoteContext | undefined,
	work: (context: BuildContext) => Result,
): Promise<Result> {
	const files = new Map<string, ContextFile | undefined>();
	const asked = new Set<string>();
	const ask = (path: string): ContextFile | undefined => {
		if (!files.has(path) && !isBelowFile(path, files)) asked.add(path);
		return files.get(path);
	};
	for (;;) {
		const result = work({
			readContextFile: (path) => ask(path)?.text,
			inspectContextFile: (path) => ask(path)?.facts,
		});
		if (asked.size === 0) return result;
		const ref = await openContext(gateway, [...files.keys(), ...asked], request, remote);
		if (ref === undefined) return work({});
		const read = async (path: string) => files.set(path, await fetchContextFile(gateway, ref, path));
		await Promise.all([...asked].map(read));
		asked.clear();
	}
}

/** A COPY source may be a folder that contains the path, unless it is known to be a file. */
function isBelowFile(path: string, files: ReadonlyMap<string, ContextFile | undefined>): boolean {
	return [...files].some(([known, file]) => file !== undefined && path.startsWith(`${known}/`));
}

/** The reference by which the files can be read; undefined if BuildKit cannot provide the context. */
async function openContext(
	gateway: Gateway,
	paths: readonly string[],
	request: Request,
	remote: RemoteContext | undefined,
): Promise<string | undefined> {
	const definition = contextOf(paths, request, remote);
	if (definition === undefined) return undefined;
	try {
		return await solveDefinition(gateway, definition);
	} catch (error) {
		if (error instanceof GatewayError) return undefined;
		throw error;
	}
}

/** The source of dockerfile.v0's context (moby/buildkit: frontend/dockerui/context.go). */
function contextOf(
	paths: readonly string[],
	request: Request,
	remote: RemoteContext | undefined,
): Definition | undefined {
	const given = remote?.definition ?? request.inputs.context;
	// With `contextsubdir`, the context is a folder of the input, which is not supported here.
	if (given !== undefined) return request.options.contextsubdir === undefined ? given : undefined;
	const title = "load scripts of the build context";
	return localSource({ folder: "context", paths, title, hint: "pidone" }, request);
}

/** The bits of Go's os.FileMode for files that are not regular, and for folders. */
const OTHER_TYPES = 0x8f28_0000;
const FOLDER = 0x8000_0000;

async function fetchContextFile(gateway: Gateway, ref: string, path: string): Promise<ContextFile | undefined> {
	try {
		const { mode = 0, size = 0n } = (await gateway.statFile({ Ref: ref, Path: path })).stat ?? {};
		if ((mode & FOLDER) !== 0) return undefined;
		const unreadable = (mode & OTHER_TYPES) === 0 ? whyTooLarge(Number(size)) : "is not a regular file";
		const isExecutable = (mode & 0o111) !== 0;
		if (unreadable !== undefined) return { text: undefined, facts: { isExecutable, unreadable } };
		const { Data } = await gateway.readFile({ Ref: ref, FilePath: path });
		return { text: toText(Data), facts: { isExecutable } };
	} catch (error) {
		if (isMissingFile(error)) return undefined;
		if (!(error instanceof GatewayError)) throw error;
		// A build must not fail because of something that only pidone wants to know.
		return { text: undefined, facts: { isExecutable: false, unreadable: `cannot be read: ${error.message}` } };
	}
}
