import { join } from "node:path";
import type { AnalysedFile } from "../../core/analysis/analyse-source.ts";
import type { CheckOptions } from "../../core/check/check.ts";
import { type CopiedBinary, findCopiedBinaries } from "../../core/check/copied-binaries.ts";
import { rangeOf } from "../../core/check/rules/rule.ts";
import type { Finding } from "../../core/finding.ts";
import { quotePaths } from "../builder/quote-words.ts";
import { type BinaryProblem, findBinaryProblem } from "../files/binary-file.ts";
import { readGitState } from "../files/git-state.ts";
import { describeIgnoreRule } from "./context-ignored.ts";
import type { ContextDoubt } from "./likely-context.ts";

/** A Dockerfile and its build context. */
export interface BuildPlace {
	/** The Dockerfile, as messages name it. */
	readonly path: string;
	/** The build context, absolute. */
	readonly context: string;
	/** See Task. */
	readonly emitFor: string;
	/** See ContextDoubt. */
	readonly doubt?: ContextDoubt | undefined;
}

/**
 * Findings about the inits that a file copies from its build context: why the next build, or a build of a clone, would
 * fail.
 */
export function checkCopiedBinaries(file: AnalysedFile, place: BuildPlace, options: CheckOptions): Finding[] {
	const binaries = findCopiedBinaries(file, options);
	return [...new Set(binaries.map(({ by }) => by))].flatMap((by) => {
		const copied = binaries.filter((binary) => binary.by === by);
		return findProblems(copied, place, options).map((problem) => ({
			...problem,
			...rangeOf(by),
			...(copied[0] ? { stage: copied[0].stage } : {}),
		}));
	});
}

type CopyProblem = Pick<Finding, "code" | "level" | "message">;

function findProblems(copied: readonly CopiedBinary[], place: BuildPlace, options: CheckOptions): CopyProblem[] {
	const paths = copied.map(({ path }) => path);
	const ignoring = describeIgnoreRule(paths, place.path, options);
	if (ignoring !== undefined) return [{ code: "context-ignored", level: "warning", message: ignoring }];
	const found = copied.map((binary) => ({
		...binary,
		problem: findBinaryProblem(join(place.context, binary.path), binary.platform),
	}));
	const kinds: readonly BinaryProblem[] = ["missing", "other-platform", "not-executable"];
	const problems = kinds.flatMap((kind) => {
		const concerned = found.filter(({ problem }) => problem === kind);
		return concerned.length === 0
			? []
			: [{ code: "binary-missing", level: "error" as const, message: describeProblem(kind, concerned, place) }];
	});
	return problems.length > 0 ? problems : checkGit(paths, place);
}

function describeProblem(
	problem: BinaryProblem,
	binaries: readonly CopiedBinary[],
	{ emitFor, doubt }: BuildPlace,
): string {
	const names = joinNames(binaries.map((binary) => binary.path));
	const isOne = binaries.length === 1;
	if (problem === "missing" && doubt !== undefined)
		return `${names} ${isOne ? "is" : "are"} not next to the Dockerfile, but ${doubt.why}: if so, pass ${doubt.option}`;
	const emit = binaries.every(({ init }) => init === "pidone")
		? `run pidone emit --for ${quotePaths([emitFor])}`
		: "add the files that their names promise";
	switch (problem) {
		case "missing":
			return `${names} ${isOne ? "is" : "are"} not in the build context, so the build fails: ${emit}`;
		case "other-platform":
			return `${names} ${isOne ? "is not an executable" : "are not executables"} for ${joinNames(binaries.map(({ platform }) => platform))}: ${emit}`;
		case "not-executable":
			return `${names} ${isOne ? "is" : "are"} not executable for everybody, and COPY keeps the mode, so the container may not start: run chmod 755 on ${isOne ? "it" : "them"}`;
	}
}

function checkGit(paths: readonly string[], { context }: BuildPlace): CopyProblem[] {
	const states = paths.map((path) => ({ path, state: readGitState(context, path) }));
	const notExecutable = states.flatMap(({ path, state }) => (state?.isNotExecutable ? [path] : []));
	const ignored = states.flatMap(({ path, state }) => (state?.isIgnored ? [path] : []));
	const inIndex = `git stores ${joinNames(notExecutable)} without the executable bit, so a container built from a clone does not start: run git update-index --chmod=+x ${quotePaths(notExecutable)} in the build context, and commit that`;
	const outside = `git ignores ${joinNames(ignored)}, so a clone does not contain ${ignored.length === 1 ? "it" : "them"}: commit with git add --force, or run pidone emit before each build and turn this rule off`;
	return [
		...(notExecutable.length > 0 ? [{ code: "binary-missing", level: "error" as const, message: inIndex }] : []),
		...(ignored.length > 0 ? [{ code: "git-ignored", level: "warning" as const, message: outside }] : []),
	];
}

function joinNames(names: readonly string[]): string {
	return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}
