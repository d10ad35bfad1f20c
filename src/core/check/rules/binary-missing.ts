import type { AnalysedStage } from "../../analysis/analyse.ts";
import type { AnalysedFile } from "../../analysis/analyse-source.ts";
import { ancestryOf, lineageOf } from "../../analysis/lineage.ts";
import { flatMap } from "../../flat-map.ts";
import { readInitInvocation } from "../../inits/invocation.ts";
import { findInstalledInits } from "../../install/installed-init.ts";
import { readMarkedBlocks } from "../../rewrite/marked-block.ts";
import { PREFIX } from "../../rewrite/marker.ts";
import { findingAt, type Rule, type RuleFinding } from "./rule.ts";

export const binaryMissing: Rule = {
	code: "binary-missing",
	level: "error",
	title: "An init that a rewrite added and whose binary is missing",
	check: (file, context) => {
		const undeclared = flatMap(file.stages, (analysed) => findUndeclared(analysed, file));
		const marked = markedStages(file);
		if (marked.size === 0) return undeclared;
		const lost = flatMap(context.runnable, (analysed) => {
			const instruction = analysed.entrypoint ?? analysed.cmd;
			const path = findLostInit(analysed, file, marked);
			return instruction === undefined || path === undefined ? [] : [findingAt(instruction, analysed, describe(path))];
		});
		return [...undeclared, ...lost];
	},
};

/** The name of a binary as a rewrite writes it for several platforms. */
const BY_PLATFORM = /\b(?:pidone|tini|dumb-init)-linux-\$\{?TARGETARCH\b/;

/** COPYs whose file name is incomplete, because nothing declares the variable of the platform. */
function findUndeclared(analysed: AnalysedStage, { dockerfile, stages }: AnalysedFile): RuleFinding[] {
	if (!dockerfile.source.includes("-linux-$")) return [];
	const lineage = lineageOf(stages, analysed);
	return flatMap(analysed.stage.instructions, (copy) => {
		if ((copy.keyword !== "COPY" && copy.keyword !== "ADD") || !BY_PLATFORM.test(copy.argument.text)) return [];
		const isDeclared = lineage
			.slice(0, lineage.indexOf(copy))
			.some(
				({ keyword, argument }) => (keyword === "ARG" || keyword === "ENV") && argument.text.includes("TARGETARCH"),
			);
		return isDeclared ? [] : [findingAt(copy, analysed, UNDECLARED)];
	});
}

const UNDECLARED =
	"the stage does not declare TARGETARCH, so the name of the file lacks its platform and the build fails: write ARG TARGETARCH above this line";

/** The indexes of the stages to which a rewrite has added something. */
function markedStages({ dockerfile }: AnalysedFile): ReadonlySet<number> {
	const blocks = dockerfile.source.includes(PREFIX) ? readMarkedBlocks(dockerfile) : [];
	return new Set(blocks.map(({ stage }) => stage));
}

/** The path of an init that a rewrite has put before a stage's command, and that nothing installs any more. */
export function findLostInit(
	analysed: AnalysedStage,
	file: AnalysedFile,
	marked: ReadonlySet<number> = markedStages(file),
): string | undefined {
	const isMarked = ancestryOf(file.stages, analysed).some(({ stage }) => marked.has(stage.index));
	const path = isMarked && (analysed.entrypoint ?? analysed.cmd) !== undefined ? ownInit(analysed) : undefined;
	return path === undefined || isProvided(path, analysed, file) ? undefined : path;
}

function describe(path: string): string {
	return `no instruction installs ${path} in the image: restore the instruction that the rewrite added, or remove the init and its comment here and run pidone rewrite -w`;
}

/** The path of the init with which the stage's own command begins, if it is one that a rewrite installs. */
function ownInit({ entrypoint, end, bases }: AnalysedStage): string | undefined {
	const argv = entrypoint === undefined ? end.cmd : end.entrypoint;
	const invocation = argv && readInitInvocation(argv);
	const isOfBase = bases.some(
		(base) =>
			base.kind === "image" && [...base.facts.entrypoint, ...(base.facts.cmd ?? [])].includes(invocation?.path ?? ""),
	);
	return isOfBase ? undefined : invocation?.path;
}

function isProvided(path: string, analysed: AnalysedStage, { dockerfile, stages }: AnalysedFile): boolean {
	const lineage = lineageOf(stages, analysed);
	const installed = findInstalledInits(lineage, {
		distro: analysed.end.distro,
		source: dockerfile.source,
		variables: analysed.variables,
	});
	const name = readInitInvocation([path])?.program;
	if (installed.some((init) => init.path === path || init.name === name)) return true;
	// The init may be in a folder that is copied, or a script may install it.
	return lineage.some(({ keyword, argument: { text }, lineStart, lineEnd }) => {
		if (keyword === "RUN") return name !== undefined && dockerfile.source.slice(lineStart, lineEnd).includes(name);
		return (keyword === "COPY" || keyword === "ADD") && holds(text.split(/\s+/).at(-1) ?? "", path);
	});
}

/** Whether a path may be in a folder that is copied to a destination. */
function holds(destination: string, path: string): boolean {
	const folder = destination.replace(/^"|"\]?$|\/+$/g, "");
	return destination !== path && path.startsWith(`${folder}/`);
}
