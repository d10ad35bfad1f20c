// The users before and after an installation that needs root.

import type { AnalysedStage } from "../analysis/analyse.ts";
import { lineageOf, parentOf } from "../analysis/lineage.ts";
import { shellTextOf } from "../command/run-text.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { readAssignments } from "../dockerfile/variables.ts";
import type { StageOrigin } from "./install-request.ts";

/**
 * The users to switch to and back, for what is inserted before instruction `index`; none if it is root already; a text
 * if there is no way back. A USER with a variable may name any user in a build with other arguments.
 * @param anchor the instruction of the author's that the installation follows, if it belongs there
 */
export function switchUser(
	index: number,
	anchor: Instruction | undefined,
	{ dockerfile, all, analysed }: StageOrigin,
): readonly string[] | string {
	const { stage, configs, end } = analysed;
	const { user } = configs[index] ?? end;
	const before = stage.instructions.slice(0, index);
	const own = before.findLast(({ keyword }) => keyword === "USER");
	const setBy = own ?? inheritedUser(all, analysed);
	const isOpen = setBy?.argument.text.includes("$") ?? false;
	if (!isOpen && user !== undefined) return isRoot(user) ? [] : ["root", own?.argument.text ?? user];
	// A RUN that calls a package manager without sudo runs as root.
	const isRootThere = anchor?.keyword === "RUN" && !/\bsudo\b/.test(shellTextOf(anchor, dockerfile.source));
	if (isRootThere && (user === undefined || isRoot(user))) return [];
	if (setBy === undefined)
		return "the user of its base is unknown, and the installation needs root: declare the user with --base-config, or add USER";
	if (own === undefined)
		return `the stage inherits USER ${setBy.argument.text} of line ${setBy.line}, which can name another user in each build, so that pidone cannot switch back to it: add USER to the stage`;
	const changed = findChange(own, before, dockerfile.directives.escape);
	if (changed === undefined) return ["root", own.argument.text];
	return `line ${changed.by.line} may give ${changed.name} another value than USER in line ${own.line} had, so that pidone cannot switch back to that user: write the user's name in line ${own.line}`;
}

/** The USER that a stage begins with, if an earlier stage sets it, or passes it on by ONBUILD. */
function inheritedUser(all: readonly AnalysedStage[], analysed: AnalysedStage): Instruction | undefined {
	const parent = parentOf(all, analysed);
	const isUser = ({ keyword }: Instruction): boolean => keyword === "USER";
	return parent && (parent.triggers.findLast(isUser) ?? lineageOf(all, parent).findLast(isUser));
}

/**
 * A variable of a USER that is set again after it: the same text would name another user there. An ARG without a value
 * only repeats what such an ARG before it has set.
 */
function findChange(
	user: Instruction,
	before: readonly Instruction[],
	escape: string,
): { readonly name: string; readonly by: Instruction } | undefined {
	const used = new Set([...user.argument.text.matchAll(/\$\{?(\w+)/g)].map(([, name]) => name));
	if (used.size === 0) return undefined;
	const at = before.indexOf(user);
	/** Those whose latest value comes from an ARG without one: from outside of the stage. */
	const outer = new Set<string>();
	for (const [index, by] of before.entries()) {
		for (const { name, isOuter } of readSettings(by, escape)) {
			if (index > at && used.has(name) && !(isOuter && outer.has(name))) return { name, by };
			if (isOuter) outer.add(name);
			else outer.delete(name);
		}
	}
	return undefined;
}

/** The variables that an instruction sets, and whether their values come from outside of the stage. */
function readSettings(by: Instruction, escape: string): { readonly name: string; readonly isOuter: boolean }[] {
	if (by.keyword !== "ENV" && by.keyword !== "ARG") return [];
	return readAssignments(by, escape).map(({ name, value }) => ({
		name,
		isOuter: by.keyword === "ARG" && value === undefined,
	}));
}

function isRoot(user: string): boolean {
	return /^(?:root|0)?(?::|$)/.test(user);
}
