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
import type { Result } from "./gen/gateway.ts";
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
	const build = new Build(gateway);
	await gateway.return(
		await build.run(runtime).then(
			(result) => ({ result }),
			(error: unknown) => ({ error: statusOf(error, build) }),
		),
	);
}

/** One build, with what an error message needs to know. */
class Build {
	readonly #gateway: Gateway;
	file: DockerfileSource | undefined;
	/** The Dockerfile as the builder gets it. */
	rewritten: Uint8Array | undefined;

	constructor(gateway: Gateway) {
		this.#gateway = gateway;
	}

	async run({ env, readInitSupply }: FrontendRuntime): Promise<Result | undefined> {
		const gateway = this.#gateway;
		const request = await readRequest(gateway, env);
		const settings = readSettings(request.buildArgs);
		const remote = await readRemoteContext(gateway, request);
		const file = await fetchDockerfile(gateway, request, remote);
		this.file = file;
		const doubts = checkBuildArguments(request.buildArgs, () => toText(file.bytes));
		const { bytes, syntax, findings, notices, mistake } = await this.#rewrite(file, { request, remote, settings });
		this.rewritten = bytes;
		const asked = request.options.requestid;
		const [{ result }] = await Promise.all([
			gateway.solve(delegate({ request, remote, file, bytes, syntax, readInitSupply })),
			asked === undefined ? warnOf(gateway, [...findings, ...notices, ...doubts], file) : undefined,
		]);
		if (mistake !== undefined) throw mistake;
		return result && asked === LINT ? addFindings(result, findings, file) : result;
	}

	async #rewrite({ bytes }: DockerfileSource, { request, remote, settings }: ServedRequest): Promise<Delivered> {
		const syntax = syntaxOf(bytes);
		if (settings.isOff && !hasInitFlag(bytes)) return { bytes, syntax, findings: [], notices: [] };
		const source = decode(bytes);
		const origin =
			request.hasContexts && hasFeature(syntax, "named contexts") !== false
				? INIT_CONTEXT
				: (request.options.source ?? "");
		try {
			const { text, plain, findings, notices } = await rewriteDockerfile(this.#gateway, source, {
				request,
				remote,
				settings,
				origin,
			});
			// Sub-requests describe the file as it was written.
			return {
				bytes: toSourceBytes(request.options.requestid === undefined ? text : plain),
				syntax,
				findings,
				notices,
			};
		} catch (error) {
			if (!(error instanceof DockerfileSyntaxError)) throw error;
			const mistake = new PlacedError(error.message, error.line, { cause: error });
			// A builder would only report the flag as unknown.
			if (hasInitFlag(bytes)) throw mistake;
			return { bytes, syntax, findings: [], notices: [], mistake };
		}
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
