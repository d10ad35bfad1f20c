// apt's package lists, which an install step must not remove while others need them.

import { shellTextOf } from "../command/run-text.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { commandsTextOf } from "./run-commands-text.ts";

const UPDATE = /\bapt(?:-get)?\s+(?:-\S+\s+)*update\b/;
const INSTALL = /\bapt(?:-get)?\s+(?:-\S+\s+)*(?:install|upgrade|dist-upgrade|build-dep|source|download)\b/;
const CLEAN = /\b(?:rm|find)\b[^;&|]*\/var\/lib\/apt\b|\bapt(?:-get)?\s+(?:-\S+\s+)*distclean\b/g;

/**
 * Whether the lists must be kept in an installation between these instructions: a later RUN installs from them, or may
 * do so, because the instructions before leave them to it.
 */
export function keepsAptLists(before: readonly Instruction[], after: readonly Instruction[], source: string): boolean {
	const later = after.filter(({ keyword }) => keyword === "RUN");
	if (later.length === 0) return false;
	const last = before.findLast((run) => run.keyword === "RUN" && mentionsApt(run, source));
	return (last !== undefined && leavesAptLists(last, source)) || later.some((run) => needsAptLists(run, source));
}

/** Whether a RUN installs with apt-get and relies on the package lists of an earlier one. */
export function needsAptLists(run: Instruction, source: string): boolean {
	if (!mentionsApt(run, source)) return false;
	const text = commandsTextOf(run, source);
	const install = INSTALL.exec(text);
	return install !== null && !UPDATE.test(text.slice(0, install.index));
}

/** Whether a RUN updates the package lists and leaves them in the image, where any program may use them. */
function leavesAptLists(run: Instruction, source: string): boolean {
	if (run.flags.some((flag) => /=\/var\/lib\/?(?:apt\b|,|$)/.test(flag))) return false;
	const text = commandsTextOf(run, source);
	const cleaned = [...text.matchAll(CLEAN)].at(-1)?.index ?? 0;
	return UPDATE.test(text.slice(cleaned));
}

function mentionsApt(run: Instruction, source: string): boolean {
	return shellTextOf(run, source).includes("apt");
}
