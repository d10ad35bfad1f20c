import { text } from "./native";
import { areEqual, baseName } from "./text";
import { word } from "./word";

export const PIDONE: i32 = 0;
export const DUMB_INIT: i32 = 1;
export const TINI: i32 = 2;

/** Whose options, texts and habits to follow. */
export let personality: i32 = 0;

/** The name of the program chooses. */
export function choosePersonality(program: word): void {
	const name = baseName(program);
	if (areEqual(name, text("dumb-init"))) personality = DUMB_INIT;
	if (areEqual(name, text("tini")) || areEqual(name, text("tini-static")) || areEqual(name, text("docker-init"))) personality = TINI;
}
