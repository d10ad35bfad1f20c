import { dirname } from "node:path";
import { findBuildResult } from "../../core/analysis/build-result.ts";
import type { ImageConfig } from "../../core/analysis/image-config.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { type Dockerfile, parseDockerfile } from "../../core/dockerfile/parse.ts";
import { DockerfileSyntaxError } from "../../core/dockerfile/syntax-error.ts";
import { copiesFrom, INIT_CONTEXT } from "../../core/install/init-context.ts";
import type { FileReport } from "../../core/report/report.ts";
import { isImpossible } from "../../core/rewrite/outcome.ts";
import type { RewriteResult } from "../../core/rewrite/result.ts";
import { rewrite } from "../../core/rewrite/rewrite.ts";
import { UserError } from "../../core/user-error.ts";
import type { BuildInput, RewrittenInput } from "../builder/build-input.ts";
import { type InitSupply, installMethod } from "../builder/init-supply.ts";
import { describeError } from "../describe-error.ts";
import type { BuildResults } from "../run/build-results.ts";
import type { ImageKnowledge } from "../run/image-knowledge.ts";
import type { SettingsFinder } from "../settings/settings-finder.ts";
import { findProposals } from "../work/proposals.ts";

/** A rewritten Dockerfile of a build, and its report. */
export interface InputResult {
	readonly rewritten: RewrittenInput;
	readonly report: FileReport;
	/** What its image declares, or why that is unknown: part of a sentence. */
	readonly end: () => ImageConfig | string;
}

/** What all Dockerfiles of a build have in common. */
export interface InputRequest {
	readonly supply: InitSupply;
	readonly settings: SettingsFinder;
	readonly knowledge: ImageKnowledge;
}

/** Rewrites a Dockerfile of a build. A mistake in it, or in the options for it, is in the report. */
export async function rewriteInput(
	input: BuildInput,
	results: BuildResults,
	{ supply, settings, knowledge }: InputRequest,
): Promise<InputResult> {
	const { path, source } = input;
	const report = { path, source, outcomes: [], findings: [], isChanged: false, isWritten: false };
	try {
		const options = { ...withSupply(await settings.optionsForBuild(input), supply), results };
		const steps = await settings.stepsFor(input.file);
		const known = await knowledge.optionsWith({ source, options, steps, searchStart: dirname(input.file) });
		const { text, outcomes, isChanged } = rewriteForBuilder(source, known);
		const usesContext = supply.kind === "context" && copiesFrom(INIT_CONTEXT).test(text);
		if (usesContext) checkContext(parseDockerfile(source));
		return {
			rewritten: { input, text, usesContext },
			report: { ...report, outcomes, findings: await findProposals({ isChanged }, source, known), isChanged },
			end: () => findBuildResult(text, known),
		};
	} catch (error) {
		const rewritten = { input, text: source, usesContext: false };
		return {
			rewritten,
			report: { ...report, error: describeError(settings.inWordsOfOptions(error), source) },
			end: () => "pidone cannot read its Dockerfile",
		};
	}
}

/**
 * Keeps the line numbers in the builder's messages, if possible. At the end of a stage, something that the install step
 * needs may be missing, such as a known user, that is there after the stage's own package manager.
 */
function rewriteForBuilder(source: string, options: CheckOptions): RewriteResult {
	try {
		const kept = rewrite(source, { ...options, keepLines: true });
		if (!kept.outcomes.some(isImpossible)) return kept;
	} catch (error) {
		if (!(error instanceof DockerfileSyntaxError)) throw error;
	}
	return rewrite(source, options);
}

/**
 * pidone's own init comes from outside of the build context, unless the user selects another method. The options are
 * for this build: pidone's frontend, if the file names it, does not know them, and finds that there is an init already.
 */
function withSupply(options: CheckOptions, supply: InitSupply): CheckOptions {
	const known = { ...options, evenWithFrontend: true, keepRewritten: true };
	return options.source === undefined ? { ...known, pidoneInstall: installMethod(supply) } : known;
}

/** Throws UserError for a Dockerfile in which the named context's name has another meaning. */
function checkContext({ stages }: Dockerfile): void {
	if (stages.some(({ name }) => name === INIT_CONTEXT)) {
		throw new UserError(`the stage name ${INIT_CONTEXT} is also the named context of the init: rename the stage`);
	}
}
