import { copiesFrom, INIT_CONTEXT } from "../core/install/init-context.ts";
import { normalizePlatform } from "../core/platform.ts";
import type { RemoteContext } from "./build-context.ts";
import { toText } from "./bytes.ts";
import type { DockerfileSource } from "./fetch-dockerfile.ts";
import type { SolveRequest } from "./gen/gateway.ts";
import { hasOwnInit, type Supply, supplyFor, unpackInitSupply } from "./init-supply.ts";
import { files, type LlbFile } from "./llb.ts";
import type { Request } from "./request.ts";

/** The input of the frontend that does the build. */
export interface Delegation {
	readonly request: Request;
	readonly remote: RemoteContext | undefined;
	readonly file: DockerfileSource;
	/** The Dockerfile in place of `file`'s own. */
	readonly bytes: Uint8Array;
	/** The frontend that the Dockerfile names by `# syntax=`. */
	readonly syntax: string;
	/** Reads the result of `packInitSupply`. */
	readonly readInitSupply: () => Uint8Array;
}

/**
 * Delegates the build to BuildKit's own frontend, or to the one that the Dockerfile names: the same request, with
 * another Dockerfile.
 */
export function delegate({ request, remote, file, bytes, syntax, readInitSupply }: Delegation): Partial<SolveRequest> {
	const text = toText(bytes);
	const supply =
		copiesFrom(INIT_CONTEXT).test(text) && !hasOwnInit(request)
			? supplyFor(platformsIn(text, request), unpackInitSupply(readInitSupply()))
			: NOTHING;
	const next = nextFrontend(request.options, syntax);
	return {
		Frontend: next === undefined ? "dockerfile.v0" : "gateway.v0",
		FrontendOpt: {
			...supply.FrontendOpt,
			...optionsFor(request.options, remote),
			cmdline: next?.cmdline ?? request.options.cmdline ?? "pidone",
			...(next === undefined ? {} : { source: next.source }),
		},
		FrontendInputs: {
			...request.inputs,
			...supply.FrontendInputs,
			...(remote === undefined ? {} : { context: remote.definition }),
			dockerfile: files(`rewrite ${file.filename}`, listFiles(file, bytes)),
		},
		allowResultReturn: true,
		allowResultArrayRef: true,
		// Report a failing RUN to us, not directly to the client, which would show lines of the rewritten text.
		Evaluate: request.options.requestid === undefined,
	};
}

const NOTHING: Supply = { FrontendInputs: {}, FrontendOpt: {} };

/** All platforms that a stage may be built for. */
function platformsIn(text: string, { platforms, buildPlatform }: Request): readonly string[] {
	const named = [...text.matchAll(/--platform=(\S+)/g)].map(([, written = ""]) => normalizePlatform(written));
	return [...platforms, buildPlatform, ...named.filter((each) => typeof each === "string")];
}

function listFiles({ filename, ignore }: DockerfileSource, bytes: Uint8Array): LlbFile[] {
	const dockerfile = { path: filename, bytes, mode: 0o644 };
	return ignore === undefined
		? [dockerfile]
		: [dockerfile, { path: `${filename}.dockerignore`, bytes: ignore, mode: 0o644 }];
}

/**
 * The options without `source`, which names us, and without those that would make the inputs be ignored
 * (moby/buildkit: frontend/dockerui/context.go).
 */
function optionsFor(
	options: Readonly<Record<string, string>>,
	remote: RemoteContext | undefined,
): Record<string, string> {
	const dropped = new Set([
		"source",
		"dockerfilekey",
		...(remote === undefined ? [] : ["context", options.contextkey ?? "context"]),
	]);
	return Object.fromEntries(Object.entries(options).filter(([key]) => !dropped.has(key)));
}

/** Another frontend that the Dockerfile names, if the user has overridden it with ours. */
function nextFrontend(
	{ source = "", cmdline = "" }: Readonly<Record<string, string>>,
	syntax: string,
): { source: string; cmdline: string } | undefined {
	const [image = ""] = syntax.split(/\s/);
	const isOurs = image === "" || image === source || image === cmdline.split(" ")[0];
	return isOurs ? undefined : { source: image, cmdline: syntax };
}
