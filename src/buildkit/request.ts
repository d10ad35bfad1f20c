import { readPlatformLists } from "../core/platform-lists.ts";
import type { Gateway } from "./gateway.ts";
import type { Definition } from "./gen/ops.ts";

/** A build that BuildKit asks for. */
export interface Request {
	/** The frontend's options: `filename`, `target`, `build-arg:NAME`, `context:NAME`, … */
	readonly options: Readonly<Record<string, string>>;
	/** The build arguments among the options. */
	readonly buildArgs: Readonly<Record<string, string>>;
	/** The named contexts among the options. */
	readonly namedContexts: readonly NamedContext[];
	readonly sessionId: string;
	/** The platforms that the image is for. */
	readonly platforms: readonly string[];
	/** What `FROM --platform=$BUILDPLATFORM` means. */
	readonly buildPlatform: string;
	/** Definitions from the builder, such as a context that is the result of another build. */
	readonly inputs: Readonly<Record<string, Definition>>;
	/** Whether the builder has named contexts, as all do since BuildKit 0.10, and the calls that came with them. */
	readonly hasContexts: boolean;
}

/** A named context, for all platforms or for one of them. */
interface NamedContext {
	/** Without the platform. */
	readonly name: string;
	/** Such as `docker-image://debian` or `input:NAME`. */
	readonly value: string;
}

/** Variables of the environment. */
export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

const OPTION = "BUILDKIT_FRONTEND_OPT_";

/**
 * Reads the request from the environment and from the gateway (moby/buildkit: frontend/gateway/gateway.go). Throws an
 * Error for a builder that cannot delegate builds.
 */
export async function readRequest(gateway: Gateway, env: ProcessEnvironment): Promise<Request> {
	const asked = gateway.inputs({});
	// Old builders reject this call; the ping below explains why.
	asked.catch(() => {});
	const { FrontendAPICaps: caps } = await gateway.ping({});
	const has = (name: string): boolean => caps.some(({ ID, Enabled }) => ID === name && Enabled);
	if (!has("frontend.inputs"))
		throw new Error(
			"this builder is too old for the frontend: use BuildKit 0.8 (Docker 20.10) or newer, or pidone build",
		);
	const { Definitions: inputs } = await asked;
	const options = readOptions(env);
	const buildPlatform = readWorkerPlatform(env) ?? "linux/amd64";
	const platforms = readPlatformLists([options.platform ?? ""]) ?? [buildPlatform];
	return {
		...sortOptions(options),
		sessionId: env.BUILDKIT_SESSION_ID ?? "",
		platforms,
		buildPlatform,
		inputs,
		hasContexts: has("gateway.warnings"),
	};
}

function readOptions(env: ProcessEnvironment): Record<string, string> {
	const values = Object.entries(env).flatMap(([name, value]) =>
		name.startsWith(OPTION) && value !== undefined ? [value] : [],
	);
	const options = Object.fromEntries(
		values.map((value) => {
			const [key = ""] = value.split("=", 1);
			return [key, value.slice(key.length + 1)];
		}),
	);
	// Options name some of the keys: without a prototype, `constructor` is not one.
	return Object.assign(Object.create(null), options);
}

/** Finds the build arguments and the named contexts among the options. */
export function sortOptions(options: Request["options"]): Pick<Request, "options" | "buildArgs" | "namedContexts"> {
	return {
		options,
		buildArgs: Object.fromEntries(withPrefix(options, "build-arg:")),
		namedContexts: withPrefix(options, "context:").map(([key, value]) => ({ name: key.replace(/::.*/, ""), value })),
	};
}

/** The options with a prefix, without it. */
function withPrefix(options: Request["options"], prefix: string): [name: string, value: string][] {
	return Object.entries(options).flatMap(([key, value]): [string, string][] =>
		key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
	);
}

interface Worker {
	readonly platforms?: readonly { readonly os: string; readonly architecture: string; readonly variant?: string }[];
}

/** The platform of the first worker, as in dockerfile.v0. */
function readWorkerPlatform({ BUILDKIT_WORKERS: text }: ProcessEnvironment): string | undefined {
	const workers: readonly Worker[] | null = text ? JSON.parse(text) : null;
	const [platform] = workers?.[0]?.platforms ?? [];
	if (platform === undefined) return undefined;
	const { os, architecture, variant } = platform;
	return readPlatformLists([[os, architecture, ...(variant ? [variant] : [])].join("/")])?.[0];
}
