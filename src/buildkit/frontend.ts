import { decodeSource } from "../core/dockerfile/decode-source.ts";
import { readDirectives } from "../core/dockerfile/directives.ts";
import { hasFeature } from "../core/dockerfile/frontend-features.ts";
import { toSourceBytes } from "../core/dockerfile/source-bytes.ts";
import { DockerfileSyntaxError } from "../core/dockerfile/syntax-error.ts";
import type { Finding } from "../core/finding.ts";
import { INIT_CONTEXT } from "../core/install/init-context.ts";
import { UserError } from "../core/user-error.ts";
import { type RemoteContext, readRemoteContext } from "./build-context.ts";
import { toText } from "./bytes.ts";
import { checkBuildArguments } from "./check-build-arguments.ts";
import { delegate } from "./delegate.ts";
import { type DockerfileSource, fetchDockerfile } from "./fetch-dockerfile.ts";
import type { Gateway } from "./gateway.ts";
import type { ReturnRequest } from "./gen/gateway.ts";
import { addFindings, LINT } from "./lint-result.ts";
import { type ProcessEnvironment, type Request, readRequest } from "./request.ts";
import { rewriteDockerfile } from "./rewrite-dockerfile.ts";
import { type FrontendSettings, readSettings } from "./settings.ts";
import { PlacedError, statusOf } from "./status.ts";
import { type Warning, warnOf } from "./warn.ts";

/** The frontend's environment, apart from the gateway. */
export interface FrontendRuntime {
	readonly env: ProcessEnvironment;
	/** Reads the result of `packInitSupply`. */
	readonly readInitSupply: () => Uint8Array;
}

/** Serves one build, and returns its result or its error to BuildKit. Rejects if BuildKit cannot be reached. */
export async function serve(gateway: Gateway, runtime: FrontendRuntime): Promise<void> {
	await gateway.return(await build(gateway, runtime));
}

async function build(
	gateway: Gateway,
	{ env, readInitSupply }: FrontendRuntime,
): Promise<Pick<ReturnRequest, "result"> | Pick<ReturnRequest, "error">> {
	// What an error message needs to know.
	let file: DockerfileSource | undefined;
	let rewritten: Uint8Array | undefined;
	try {
		const request = await readRequest(gateway, env);
		const settings = readSettings(request.buildArgs);
		const remote = await readRemoteContext(gateway, request);
		file = await fetchDockerfile(gateway, request, remote);
		const source = file.bytes;
		const doubts = checkBuildArguments(request.buildArgs, () => toText(source));
		const delivered = await rewriteFor(gateway, source, { request, remote, settings });
		const { bytes, syntax, findings, notices, mistake } = delivered;
		rewritten = bytes;
		const asked = request.options.requestid;
		const [{ result }] = await Promise.all([
			gateway.solve(delegate({ request, remote, file, bytes, syntax, readInitSupply })),
			asked === undefined ? warnOf(gateway, [...findings, ...notices, ...doubts], file) : undefined,
		]);
		if (mistake !== undefined) throw mistake;
		return { result: result && asked === LINT ? addFindings(result, findings, file) : result };
	} catch (error) {
		return { error: statusOf(error, { file, rewritten }) };
	}
}

async function rewriteFor(
	gateway: Gateway,
	bytes: Uint8Array,
	{ request, remote, settings }: ServedRequest,
): Promise<Delivered> {
	const syntax = syntaxOf(bytes);
	if (settings.isOff && !hasInitFlag(bytes)) return { bytes, syntax, findings: [], notices: [] };
	const source = decode(bytes);
	const origin =
		request.hasContexts && hasFeature(syntax, "named contexts") !== false
			? INIT_CONTEXT
			: (request.options.source ?? "");
	try {
		const rewritten = await rewriteDockerfile(gateway, source, { request, remote, settings, origin });
		const { text, plain, findings, notices } = rewritten;
		// Sub-requests describe the file as it was written.
		return { bytes: toSourceBytes(request.options.requestid === undefined ? text : plain), syntax, findings, notices };
	} catch (error) {
		if (!(error instanceof DockerfileSyntaxError)) throw error;
		const mistake = new PlacedError(error.message, error.line, { cause: error });
		// A builder would only report the flag as unknown.
		if (hasInitFlag(bytes)) throw mistake;
		return { bytes, syntax, findings: [], notices: [], mistake };
	}
}

interface ServedRequest {
	readonly request: Request;
	readonly remote: RemoteContext | undefined;
	readonly settings: FrontendSettings;
}

/** What replaces the Dockerfile. */
interface Delivered {
	readonly bytes: Uint8Array;
	readonly syntax: string;
	readonly findings: readonly Finding[];
	readonly notices: readonly Warning[];
	/**
	 * Why we cannot parse the file. The builder explains its syntax errors better. If the builder accepts the file, this
	 * is the error, because the image would have no init.
	 */
	readonly mistake?: PlacedError;
}

function decode(bytes: Uint8Array): string {
	try {
		return decodeSource(bytes);
	} catch (error) {
		if (error instanceof UserError)
			throw new PlacedError(`the Dockerfile ${error.message}`, error.position?.line ?? 1, { cause: error });
		throw error;
	}
}

/** Whether the Dockerfile has the flag `--init`, which builders reject. */
function hasInitFlag(bytes: Uint8Array): boolean {
	return /^[\t ]*(?:onbuild[\t ]+)?(?:entrypoint|cmd)[\t ]+--init\b/im.test(toText(bytes));
}

function syntaxOf(bytes: Uint8Array): string {
	try {
		return readDirectives(toText(bytes)).syntax ?? "";
	} catch {
		return "";
	}
}
