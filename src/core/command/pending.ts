// What a command runs next, while it is followed.
import { flatMap } from "../flat-map.ts";
import type { ShellValue } from "../shell/value.ts";
import type { CommandStep } from "./command-chain.ts";
import type { ProcessEnvironment } from "./process-environment.ts";

/** What runs next. */
export interface Pending {
	readonly words: readonly ShellValue[];
	readonly isOpen: boolean;
	readonly index: number;
	readonly how: "exec" | "child";
	readonly isForeground: boolean;
	readonly isJob: boolean;
	readonly place: string | undefined;
	/** The working directory, relative to the image's own; undefined if it is not known. */
	readonly folder: string | undefined;
	readonly environment: ProcessEnvironment;
}

/** What is known about a step besides its words. */
export type StepFacts = Pick<CommandStep, "kind"> &
	Partial<Pick<CommandStep, "invocation" | "file" | "hasTrap" | "hasExitTrap">>;

/** The words after a program's own. */
export function skip(pending: Pending, count: number, how: "exec" | "child"): Pending {
	const environment = pending.environment.after(pending.words.slice(0, count));
	return { ...pending, words: pending.words.slice(count), how, isForeground: false, isJob: false, environment };
}

/** A folder relative to the working directory of a script. */
export function folderFrom(outer: string | undefined, folder: string | undefined): string | undefined {
	return folder?.startsWith("/") ? folder : outer && folder && `${outer}/${folder}`;
}

/** The step of a program that runs next. */
export function makeStep(
	{ words, index, how, isForeground, isJob, place }: Pending,
	{ kind, invocation, file, hasTrap = false, hasExitTrap = false }: StepFacts,
): CommandStep {
	const argv = words.map(({ text }) => text);
	const unknownWords = flatMap(words, ({ isKnown }, at) => (isKnown ? [] : at));
	return { kind, argv, unknownWords, index, how, isForeground, isJob, place, invocation, file, hasTrap, hasExitTrap };
}
