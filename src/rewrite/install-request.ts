import type { AnalysedStage } from "../analysis/analyse.ts";
import { DEFAULT_PLATFORMS } from "../analysis/options.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { inits } from "../inits/index.ts";
import { chooseInstall, type InstallChoice } from "../install/choose.ts";
import { parseInstallMethod } from "../install/method.ts";
import { templates } from "../install/templates.ts";
import { ancestryOf, descendantsOf } from "./lineage.ts";
import type { RewriteOptions } from "./options.ts";

/** Plans how the init gets into one stage. */
export function planInstall(all: readonly AnalysedStage[], analysed: AnalysedStage, lineage: readonly Instruction[], options: RewriteOptions): InstallChoice {
	const { init = "pidone", install = "auto", pidoneInstall = "auto" } = options;
	const text = init === "pidone" && install === "auto" ? pidoneInstall : install;
	const method = parseInstallMethod(text);
	if (method === undefined) throw new Error(`BUG: the install method ${text} was not checked`);
	return chooseInstall({
		init: inits[init],
		method,
		platforms: stagePlatforms(analysed, options),
		mirrors: options.mirrors ?? {},
		templates: options.templates === undefined ? templates : { ...templates, ...options.templates },
		source: (options.source ?? ".pidone").replace(/\/+$/, ""),
		...(options.entrypointPath === undefined ? {} : { path: options.entrypointPath }),
		stage: analysed,
		lineage,
		heirs: descendantsOf(all, analysed).flatMap(({ stage }) => stage.instructions),
		baseText: rootBaseText(all, analysed),
	});
}

/** The platforms that a stage is built for: a constant `FROM --platform` says which. */
function stagePlatforms({ stage }: AnalysedStage, options: RewriteOptions): readonly string[] {
	const constant = stage.platform !== undefined && !stage.platform.includes("$") ? stage.platform : undefined;
	const platforms = constant === undefined ? (options.platforms ?? DEFAULT_PLATFORMS) : [constant.includes("/") ? constant : `linux/${constant}`];
	return platforms.map((platform) => (platform === "linux/arm64/v8" ? "linux/arm64" : platform));
}

function rootBaseText(all: readonly AnalysedStage[], analysed: AnalysedStage): string {
	const root = ancestryOf(all, analysed)[0] ?? analysed;
	const [base] = root.bases;
	return base?.kind === "image" || base?.kind === "unknown" ? base.text : root.stage.base;
}
