import { copiesFrom, INIT_CONTEXT } from "../core/install/init-context.ts";
import { normalizePlatform } from "../core/platform.ts";
import type { RemoteContext } from "./build-context.ts";
import { toText } from "./bytes.ts";
import type { DockerfileSource } from "./fetch-dockerfile.ts";
import type { SolveRequest } from "./gen/gateway.ts";
import { hasOwnInit, type Supply, supplyFor, unpackInitSupply } from "./init-supply.ts";
import { files, type LlbFile } from "./llb.ts";
import type { Request } from "./request.ts";

/** What goes to the frontend that does the build. */
export interface Delegation {
	readonly request: Request;
	readonly remote: RemoteContext | undefined;
	readonly file: DockerfileSource;
	/** The Dockerfile in place of `file`'s own. */
	readonly bytes: Uint8Array;
	/** What the Dockerfile names by `# syntax=`. */
	readonly syntax: string;
	/** Gives what `packInitSupply` has made. */
	readonly readInitSupply: () => Uint8Array;
}

/**
 * Asks for the build by BuildKit's own frontend, or by the one that the Dockerfile names: all that was asked of us,
 * with another Dockerfile.
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
		// A RUN that fails tells us, and not the client behind our back: it would show the lines of our text.
		Evaluate: request.options.requestid === undefined,
	};
}

const NOTHING: Supply = { FrontendInputs: {}, FrontendOpt: {} };

/** Every platform that a stage may be built for. */
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
 * `source` is ours; `dockerfilekey` and a remote context would keep the inputs from being read (moby/buildkit:
 * frontend/dockerui/context.go).
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

/** Another frontend, where BuildKit was told to use us whatever the Dockerfile names. */
function nextFrontend(
	{ source = "", cmdline = "" }: Readonly<Record<string, string>>,
	syntax: string,
): { source: string; cmdline: string } | undefined {
	const [image = ""] = syntax.split(/\s/);
	const isOurs = image === "" || image === source || image === cmdline.split(" ")[0];
	return isOurs ? undefined : { source: image, cmdline: syntax };
}
