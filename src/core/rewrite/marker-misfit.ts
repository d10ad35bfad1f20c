// Whether what a marker records is still there. A digest confirms it word for word; markers of earlier versions have
// none, so the text must look like what these versions inserted.

import { commandForm } from "../analysis/command.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import type { Dockerfile } from "../dockerfile/parse.ts";
import { triggerOf } from "../dockerfile/trigger.ts";
import { listWords } from "../dockerfile/validate.ts";
import { flatMap } from "../flat-map.ts";
import { initNames } from "../inits/index.ts";
import { readInitInvocation } from "../inits/invocation.ts";
import type { MarkedBlock } from "./marked-block.ts";

/** The offset of what does not match a marker, or of the marker; undefined if everything matches. */
export function findMisfit(block: MarkedBlock, dockerfile: Dockerfile): number | undefined {
	const { marker, added, start, isIntact } = block;
	if (marker.above + marker.below + marker.changes.length === 0) return start;
	const isShort = added.length < marker.above + marker.below;
	// A marker at the end of the file has nothing around it that its digest could miss.
	if (isIntact === true && !isShort) return undefined;
	const strange = added.find((_, index) => !isOurs(block, index, dockerfile));
	if (strange !== undefined) return strange.start;
	const isUnused = added.some((each) => each.keyword === "ARG" && !isUsed(each, added));
	return isIntact === false || isShort || isUnused ? start : undefined;
}

/** Whether an instruction of a block is of a kind, and at a place, as a rewrite adds it. */
function isOurs({ marker, added }: MarkedBlock, index: number, { directives }: Dockerfile): boolean {
	const instruction = added[index];
	if (instruction === undefined) return false;
	const { keyword, argument } = instruction;
	if (keyword === "FROM") return marker.startsStage === true && index === 0 && HELPER.test(argument.text);
	if (keyword === "ARG") return index < marker.above && /^TARGET(?:ARCH|VARIANT)$/.test(argument.text);
	if (index < marker.above) return false;
	switch (keyword) {
		case "USER":
			return isSwitch(added, index);
		case "ADD":
		case "COPY":
			return isInitPath(listWords(argument.text).at(-1) ?? "");
		case "RUN":
			return INIT_NAME.test(argument.text);
		case "ENTRYPOINT":
			return beginsWithOurInit(instruction);
		case "ONBUILD": {
			const trigger = triggerOf(instruction, directives.escape);
			return trigger.keyword === "ENTRYPOINT" && beginsWithOurInit(trigger);
		}
		case "CMD":
			// The inherited CMD is restated below an ENTRYPOINT, or above one that replaced a flag.
			return (
				commandForm(instruction) !== "shell" &&
				(isOwnEntrypoint(added[index - 1]) || marker.changes.some(({ kind }) => kind === "init-filled"))
			);
		default:
			return false;
	}
}

const HELPER = /^scratch\s+as\s+(?:pidone|tini|dumb-init)-binary(?:-\d+)?$/i;
const INIT_NAME = /\b(?:pidone|tini|dumb-init|docker-init)\b/;

/** `USER root` before an installation, or the user that was in force after it. */
function isSwitch(added: readonly Instruction[], index: number): boolean {
	const users = flatMap(added, ({ keyword }, at) => (keyword === "USER" ? [at] : []));
	const [first = -1, second = -1] = users;
	return users.length === 2 && second - first > 1 && (index === second || added[index]?.argument.text === "root");
}

function isInitPath(path: string): boolean {
	return initNames.some((name) => name === readInitInvocation([path])?.program);
}

function beginsWithOurInit(instruction: Instruction): boolean {
	const form = commandForm(instruction);
	return form !== "shell" && initNames.some((name) => name === readInitInvocation(form.argv)?.program);
}

function isOwnEntrypoint(instruction: Instruction | undefined): boolean {
	return instruction?.keyword === "ENTRYPOINT" && beginsWithOurInit(instruction);
}

/** A rewrite declares a platform argument only for an instruction that uses it. */
function isUsed({ argument }: Instruction, added: readonly Instruction[]): boolean {
	return added.some(({ keyword, argument: { text } }) => keyword !== "ARG" && text.includes(argument.text));
}
