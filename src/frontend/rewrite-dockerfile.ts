import { INIT_CONTEXT } from "../build/delivery.ts";
import { positionAt } from "../dockerfile/syntax-error.ts";
import { findTarget } from "../dockerfile/target.ts";
import { type CheckOptions, checkFile } from "../findings/check.ts";
import type { Finding } from "../findings/finding.ts";
import type { Outcome } from "../rewrite/outcome.ts";
import { type AnalysedFile, readFile, rewriteFile } from "../rewrite/rewrite.ts";
import { rules } from "../rules/index.ts";
import { readInputBases, resolveBases } from "./base-images.ts";
import type { Gateway } from "./gateway.ts";
import type { Request } from "./request.ts";
import type { Settings } from "./settings.ts";
import { PlacedError } from "./status.ts";

/** A Dockerfile as it goes to the builder. */
export interface Rewritten {
	readonly text: string;
	/** What is wrong with the file as the user has written it, and is still wrong with the rewritten one. */
	readonly findings: readonly Finding[];
}

export interface RewriteRequest {
	readonly request: Request;
	readonly settings: Settings;
	/** The image from which the init is copied, or the named context that takes its place. */
	readonly origin: string;
}

/**
 * Rewrites the target of a Dockerfile, whose lines stay where they are. Throws DockerfileSyntaxError for one that does not parse, and PlacedError for a
 * target that cannot have the init that is asked for.
 */
export async function rewriteDockerfile(gateway: Gateway, source: string, { request, settings, origin }: RewriteRequest): Promise<Rewritten> {
	const told = toOptions(request, settings, origin);
	const { dockerfile } = readFile(source, told);
	const target = findTarget(dockerfile.stages, told.target);
	// BuildKit says that there is no such target, as it would without us.
	if (target === undefined || !isWanted(settings, target.name)) return { text: source, findings: [] };
	const bases = await resolveBases(gateway, dockerfile, told, request);
	const options = { ...told, bases: [...bases, ...(told.bases ?? [])] };
	const file = readFile(source, options);
	const { text, outcomes } = rewriteFile(file, options);
	const impossible = outcomes.find(({ code, stage }) => stage === target.index && (code === "cannot-install" || code === "cannot-replace"));
	if (impossible !== undefined) throw new PlacedError(impossible.message, positionAt(source, impossible.offset).line);
	return { text, findings: findUnmended(file, readFile(text, options), outcomes, options) };
}

function isWanted({ targets }: Settings, name: string | undefined): boolean {
	return targets === undefined || (name !== undefined && targets.includes(name));
}

function toOptions(request: Request, settings: Settings, origin: string): CheckOptions {
	const { options, platforms } = request;
	const inputs = readInputBases(request);
	const { init, initOptions, install, inherited } = settings;
	const isOwn = init === undefined || init === "pidone";
	return {
		...(options.target ? { target: options.target } : {}),
		platforms,
		buildArgs: withPrefix(options, "build-arg:"),
		contexts: Object.fromEntries(namedContexts(options).filter(([name]) => !inputs.has(name) && name !== INIT_CONTEXT)),
		bases: [...inputs.values()],
		...(init === undefined ? {} : { init }),
		...(initOptions === undefined ? {} : { initOptions }),
		...(install === undefined ? (isOwn ? { install: `image:${origin}` } : {}) : { install }),
		inherited,
		keepLines: true,
	};
}

function withPrefix(options: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
	return Object.fromEntries(Object.entries(options).flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])));
}

/** Named contexts, without the platform that they may be for. */
function namedContexts(options: Readonly<Record<string, string>>): [name: string, value: string][] {
	return Object.entries(withPrefix(options, "context:")).map(([name, value]) => [name.replace(/::.*/, ""), value]);
}

/** The findings of the original that the rewrite has not mended, but for what the rewrite itself would do. */
function findUnmended(before: AnalysedFile, after: AnalysedFile, outcomes: readonly Outcome[], options: CheckOptions): Finding[] {
	const keyOf = ({ code, start }: Finding, { dockerfile }: AnalysedFile): string => `${code} ${positionAt(dockerfile.source, start).line}`;
	const left = new Set(checkFile(after, [], options).map((finding) => keyOf(finding, after)));
	const isRule = ({ code }: Finding): boolean => rules.some((rule) => rule.code === code);
	return checkFile(before, outcomes, options).filter(
		(finding) => finding.code !== "rewritten" && finding.level !== "note" && (!isRule(finding) || left.has(keyOf(finding, before))),
	);
}
