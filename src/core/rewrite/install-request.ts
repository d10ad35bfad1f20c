import type { AnalysedStage } from "../analysis/analyse.ts";
import { ancestryOf, descendantsOf, lineageOf } from "../analysis/lineage.ts";
import { targetPlatforms } from "../analysis/options.ts";
import { stagePlatforms } from "../analysis/stage-platforms.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { flatMap } from "../flat-map.ts";
import { inits } from "../inits/index.ts";
import { DEFAULT_INIT, type Init } from "../inits/init.ts";
import { chooseInstall, type InstallChoice } from "../install/choose.ts";
import type { InstallRequest } from "../install/install.ts";
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
export function planInstall({ dockerfile, all, analysed }: StageOrigin, options: RewriteOptions): InstallChoice {
	const [root = analysed] = ancestryOf(all, analysed);
	const built = stagePlatforms(root.stage, dockerfile, options);
	if ("mistake" in built) return { impossible: built.mistake };
	const { init = DEFAULT_INIT, install = "auto", pidoneInstall = "auto" } = options;
	const text = init === "pidone" && install === "auto" ? pidoneInstall : install;
	const method = parseInstallMethod(text);
	if (method === undefined) throw new Error(`BUG: the install method ${text} was not checked`);
	const choice = chooseInstall(
		new StageRequest({ dockerfile, all, analysed }, options, {
			method,
			platforms: [...new Set(built.platforms)],
			baseText: rootBaseText(root),
		}),
	);
	const args = ("step" in choice && choice.step?.fragment.args) || [];
	const unknown = findUnknownArg(args, built.platforms, options);
	if (unknown !== undefined) return { impossible: unknown };
	const usesTarget = args.length > 0;
	const isOther = built.dependsOnBuilder || built.platforms.join() !== targetPlatforms(options).join();
	// TARGETARCH is the platform of the image, even in a stage that is built for another.
	if (!usesTarget || !isOther) return choice;
	const whose = built.dependsOnBuilder
		? "the builder's own platform"
		: `${built.platforms.join(", ")} by its FROM --platform`;
	return { impossible: `it is built for ${whose}: select one platform with --platform` };
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

/** What depends on the options and on what the stage is built on. */
type Choices = Pick<InstallRequest, "method" | "platforms" | "baseText">;

class StageRequest implements InstallRequest {
	readonly init: Init;
	readonly method: InstallMethod;
	readonly platforms: readonly string[];
	readonly mirrors: InstallRequest["mirrors"];
	readonly templates: Readonly<Record<string, string>>;
	readonly source: string;
	readonly path?: string;
	readonly dockerfile: Dockerfile;
	readonly stage: AnalysedStage;
	readonly baseText: string;
	readonly #all: readonly AnalysedStage[];

	constructor({ dockerfile, all, analysed }: StageOrigin, options: RewriteOptions, choices: Choices) {
		this.init = inits[options.init ?? DEFAULT_INIT];
		this.method = choices.method;
		this.platforms = choices.platforms;
		this.mirrors = options.mirrors ?? {};
		this.templates = options.templates === undefined ? templates : { ...templates, ...options.templates };
		this.source = (options.source ?? ".pidone").replace(/\/+$/, "");
		if (options.entrypointPath !== undefined) this.path = options.entrypointPath;
		this.dockerfile = dockerfile;
		this.stage = analysed;
		this.baseText = choices.baseText;
		this.#all = all;
	}

	// Lazy: a COPY needs neither, and for a long chain of stages the lists would be quadratic.
	get lineage(): readonly Instruction[] {
		return lineageOf(this.#all, this.stage);
	}

	get heirs(): readonly Instruction[] {
		return flatMap(descendantsOf(this.#all, this.stage), ({ stage }) => stage.instructions);
	}
}

function rootBaseText(root: AnalysedStage): string {
	const [base] = root.bases;
	return base?.kind === "image" || base?.kind === "unknown" ? base.text : root.stage.base;
}
