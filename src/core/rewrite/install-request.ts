import type { AnalysedStage } from "../analysis/analyse.ts";
import { ancestryOf, descendantsOf, instructionsIn, lineageOf } from "../analysis/lineage.ts";
import { targetPlatforms } from "../analysis/options.ts";
import { stagePlatforms } from "../analysis/stage-platforms.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { flatMap } from "../flat-map.ts";
import { inits } from "../inits/index.ts";
import { DEFAULT_INIT, type Init } from "../inits/init.ts";
import { chooseInstall } from "../install/choose.ts";
import type { Attempt, InstallRequest } from "../install/install.ts";
import { type InstallMethod, parseInstallMethod } from "../install/method.ts";
import { templates } from "../install/templates.ts";
import { splitPlatform } from "../platform.ts";
import type { RewriteOptions } from "./options.ts";

/** Where a stage stands. */
export interface StageOrigin {
	readonly dockerfile: Dockerfile;
	readonly all: readonly AnalysedStage[];
	readonly analysed: AnalysedStage;
}

/** Plans how the init gets into one stage. */
export function planInstall(origin: StageOrigin, options: RewriteOptions): Attempt {
	const [root = origin.analysed] = ancestryOf(origin.all, origin.analysed);
	const built = stagePlatforms(root.stage, origin.dockerfile, options);
	if ("mistake" in built) return built.mistake;
	const choice = chooseInstall(new StageRequest(origin, root, [...new Set(built.platforms)], options));
	const args = (typeof choice !== "string" && choice.step?.fragment.args) || [];
	if (args.length === 0) return choice;
	const unknown = findUnknownArg(args, built.platforms, options);
	if (unknown !== undefined) return unknown;
	// TARGETARCH is the platform of the image, even in a stage that is built for another.
	if (!built.dependsOnBuilder && built.platforms.join() === targetPlatforms(options).join()) return choice;
	const whose = built.dependsOnBuilder
		? "the builder's own platform"
		: `${built.platforms.join(", ")} by its FROM --platform`;
	return `it is built for ${whose}: select one platform with --platform`;
}

/**
 * Why the install step would copy a file that does not exist: a build argument replaces the architecture that the
 * builder would fill in.
 */
function findUnknownArg(
	args: readonly string[],
	platforms: readonly string[],
	{ buildArgs = {} }: RewriteOptions,
): string | undefined {
	const architectures = platforms.map((platform) => splitPlatform(platform).architecture);
	const given = args.includes("TARGETARCH") ? buildArgs.TARGETARCH : undefined;
	return given === undefined || architectures.includes(given)
		? undefined
		: `the build argument TARGETARCH=${given} is not one of ${architectures.join(", ")}: select one platform with --platform`;
}

/** What an install method needs to know. A class, because V8 makes objects with getters of their own slow to read. */
class StageRequest implements InstallRequest {
	readonly init: Init;
	readonly mirrors: InstallRequest["mirrors"];
	readonly templates: Readonly<Record<string, string>>;
	readonly source: string;
	readonly path: string | undefined;
	readonly dockerfile: Dockerfile;
	readonly stage: AnalysedStage;
	readonly baseText: string;
	readonly method: InstallMethod;
	readonly platforms: readonly string[];
	readonly #all: readonly AnalysedStage[];

	/** @param root the outermost of the stages that the stage is built on */
	constructor(
		{ dockerfile, all, analysed }: StageOrigin,
		root: AnalysedStage,
		platforms: readonly string[],
		options: RewriteOptions,
	) {
		const { init = DEFAULT_INIT, install = "auto", pidoneInstall = "auto", mirrors = {}, source = ".pidone" } = options;
		const text = init === "pidone" && install === "auto" ? pidoneInstall : install;
		const method = parseInstallMethod(text);
		if (method === undefined) throw new Error(`BUG: the install method ${text} was not checked`);
		this.init = inits[init];
		this.mirrors = mirrors;
		this.templates = options.templates === undefined ? templates : { ...templates, ...options.templates };
		this.source = source.replace(/\/+$/, "");
		this.path = options.entrypointPath;
		this.dockerfile = dockerfile;
		this.stage = analysed;
		this.baseText = rootBaseText(root);
		this.method = method;
		this.platforms = platforms;
		this.#all = all;
	}

	// On demand: a COPY needs neither, and for a long chain of stages the lists would be quadratic.
	get lineage(): readonly Instruction[] {
		return lineageOf(this.#all, this.stage);
	}

	get heirs(): readonly Instruction[] {
		return flatMap(descendantsOf(this.#all, this.stage), (heir) => instructionsIn(this.#all, heir));
	}
}

function rootBaseText(root: AnalysedStage): string {
	const [base] = root.bases;
	return base?.kind === "image" || base?.kind === "unknown" ? base.text : root.stage.base;
}
