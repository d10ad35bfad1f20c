import { analyseDockerfile, analyseSource } from "../core/analysis/analyse-source.ts";
import { ancestryOf } from "../core/analysis/lineage.ts";
import type { CheckOptions } from "../core/check/check.ts";
import { findUnfixed } from "../core/check/unfixed.ts";
import { type FollowedFile, followFile } from "../core/command/follow-source.ts";
import type { Stage } from "../core/dockerfile/parse.ts";
import { positionAt } from "../core/dockerfile/position.ts";
import { findTarget } from "../core/dockerfile/target.ts";
import { applyEdits } from "../core/edit/edit.ts";
import type { Finding } from "../core/finding.ts";
import { pidone } from "../core/inits/pidone.ts";
import { copiesFrom, INIT_CONTEXT } from "../core/install/init-context.ts";
import { compatiblePlatform } from "../core/platform.ts";
import { removeInitFlags } from "../core/rewrite/flagged-stage.ts";
import { isImpossible, type Outcome } from "../core/rewrite/outcome.ts";
import { rewriteFile } from "../core/rewrite/rewrite.ts";
import { platformsOf, readInputResults, resolveBases } from "./base-images.ts";
import type { RemoteContext } from "./build-context.ts";
import { checkTargets, isTargeted } from "./check-targets.ts";
import { withContextFiles } from "./context-files.ts";
import type { Gateway } from "./gateway.ts";
import { hasOwnInit } from "./init-supply.ts";
import type { Request } from "./request.ts";
import type { FrontendSettings } from "./settings.ts";
import { PlacedError } from "./status.ts";
import type { Warning } from "./warn.ts";

/** A Dockerfile as it goes to the builder. */
export interface Rewritten {
	readonly text: string;
	/** The original without `--init` flags, which builders reject. */
	readonly plain: string;
	/** The findings in the user's file that the rewrite does not fix. */
	readonly findings: readonly Finding[];
	/** Other warnings of a build, such as why the target does not change. They do not belong to `--check`. */
	readonly notices: readonly Warning[];
}

export interface RewriteRequest {
	readonly request: Request;
	readonly remote: RemoteContext | undefined;
	readonly settings: FrontendSettings;
	/** The image from which to copy the init, or the named context that replaces it. */
	readonly origin: string;
}

/**
 * Rewrites the target of a Dockerfile, or the stages with the flag `--init`. Throws DockerfileSyntaxError for a file
 * that does not parse, and PlacedError for a target that cannot have the requested init.
 */
export async function rewriteDockerfile(
	gateway: Gateway,
	source: string,
	{ request, remote, settings, origin }: RewriteRequest,
): Promise<Rewritten> {
	const asked = toOptions(request, settings, origin);
	const { dockerfile, stages } = analyseSource(source, asked);
	const plain = applyEdits(source, removeInitFlags(dockerfile));
	const target = findTarget(dockerfile.stages, asked.target);
	// BuildKit itself reports a target that does not exist.
	if (target === undefined || settings.isOff) return { text: plain, plain, findings: [], notices: [] };
	const { targets = [] } = settings;
	const warnings = targets.length > 0 ? checkTargets(targets, dockerfile.stages, target) : [];
	if (targets.length > 0 && !isTargeted(target, targets))
		return { text: plain, plain, findings: [], notices: warnings };
	const images = await resolveBases(gateway, { dockerfile, stages }, asked, request);
	const { options, file, text, outcomes, unfixed } = await withContextFiles(gateway, request, remote, (context) => {
		const options = { ...asked, images, ...context };
		const file = followFile(analyseDockerfile(dockerfile, options), options);
		const { text, outcomes, output } = rewriteFile(file, options);
		return { options, file, text, outcomes, unfixed: findUnfixed(file, output, outcomes, options) };
	});
	const outcome = outcomes[target.index];
	const mistake =
		outcome && (isImpossible(outcome) ? outcome.message : whyNoContext(text, file, target, { request, options }));
	if (outcome !== undefined && mistake !== undefined)
		throw new PlacedError(mistake, positionAt(source, outcome.start).line);
	const built = new Set(ancestryOf(file.stages, file.stages[target.index]).map(({ stage }) => stage.index));
	// Other stages do not run in this build, and their bases were not looked up.
	const findings = unfixed.filter(({ stage }) => stage === undefined || built.has(stage));
	return { text, plain, findings, notices: [...warnings, ...noticesOf(outcome, target)] };
}

interface BuildOptions {
	readonly request: Request;
	readonly options: CheckOptions;
}

/** Why a Dockerfile cannot copy the init from the named context, if that is what it does. */
function whyNoContext(
	text: string,
	{ dockerfile, stages }: FollowedFile,
	target: Stage,
	{ request, options }: BuildOptions,
): string | undefined {
	if (!copiesFrom(INIT_CONTEXT).test(text) || hasOwnInit(request)) return undefined;
	if (dockerfile.stages.some(({ name }) => name === INIT_CONTEXT))
		return `the stage name ${INIT_CONTEXT} is also the named context of the init: rename the stage`;
	const [root] = ancestryOf(stages, stages[target.index]);
	const platforms = platformsOf(root?.stage ?? target, dockerfile, options);
	const missing = platforms.find((platform) => compatiblePlatform(platform, pidone.platforms) === undefined);
	return (
		missing &&
		`pidone is not available for ${missing}: build for ${pidone.platforms.join(" or ")}, choose PIDONE_INIT=tini, or PIDONE_OFF=1`
	);
}

/** The warning that the target inherits its command, and that the user has not said whether to add an init. */
function noticesOf(outcome: Outcome | undefined, { from }: Stage): Warning[] {
	if (outcome?.code !== "inherited-command") return [];
	return [{ code: outcome.code, message: outcome.message, start: from.start, end: from.lineEnd }];
}

function toOptions(request: Request, settings: FrontendSettings, origin: string): CheckOptions {
	const { options, buildArgs, namedContexts, platforms, buildPlatform } = request;
	const contexts = namedContexts.filter(({ name }) => name !== INIT_CONTEXT);
	const { init, initOptions, install, inherited } = settings;
	return {
		...(options.target ? { target: options.target } : {}),
		platforms,
		buildPlatform,
		buildArgs,
		contexts: Object.fromEntries(contexts.map(({ name, value }) => [name, value])),
		results: readInputResults(request),
		...(init === undefined ? {} : { init }),
		...(initOptions === undefined ? {} : { initOptions }),
		...(install === undefined ? {} : { install }),
		pidoneInstall: `image:${origin}`,
		inherited,
		inheritedOption: "the build argument PIDONE_INHERITED=1",
		keepLines: true,
	};
}
