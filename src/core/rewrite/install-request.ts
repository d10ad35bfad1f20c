import type { AnalysedStage } from "../analysis/analyse.ts";
import { ancestryOf, descendantsOf, lineageOf } from "../analysis/lineage.ts";
import { targetPlatforms } from "../analysis/options.ts";
import { stagePlatforms } from "../analysis/stage-platforms.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { inits } from "../inits/index.ts";
import { chooseInstall, type InstallChoice } from "../install/choose.ts";
import { parseInstallMethod } from "../install/method.ts";
import { templates } from "../install/templates.ts";
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
	const { init = "pidone", install = "auto", pidoneInstall = "auto" } = options;
	const text = init === "pidone" && install === "auto" ? pidoneInstall : install;
	const method = parseInstallMethod(text);
	if (method === undefined) throw new Error(`BUG: the install method ${text} was not checked`);
	const choice = chooseInstall({
		init: inits[init],
		method,
		platforms: [...new Set(built.platforms)],
		mirrors: options.mirrors ?? {},
		templates: options.templates === undefined ? templates : { ...templates, ...options.templates },
		source: (options.source ?? ".pidone").replace(/\/+$/, ""),
		...(options.entrypointPath === undefined ? {} : { path: options.entrypointPath }),
		dockerfile,
		stage: analysed,
		// A COPY asks for neither, and a long chain of stages would list all that is above and below each of them.
		get lineage() {
			return lineageOf(all, analysed);
		},
		get heirs() {
			return descendantsOf(all, analysed).flatMap(({ stage }) => stage.instructions);
		},
		baseText: rootBaseText(root),
	});
	const usesTarget = "step" in choice && choice.step !== undefined && choice.step.fragment.args.length > 0;
	const isOther = built.isBuilders || built.platforms.join() !== targetPlatforms(options).join();
	// TARGETARCH is what the image is built for, whatever a stage is built for.
	if (!usesTarget || !isOther) return choice;
	const whose = built.isBuilders
		? "the builder's own platform"
		: `${built.platforms.join(", ")} by its FROM --platform`;
	return { impossible: `it is built for ${whose}: select one platform with --platform` };
}

function rootBaseText(root: AnalysedStage): string {
	const [base] = root.bases;
	return base?.kind === "image" || base?.kind === "unknown" ? base.text : root.stage.base;
}
