import { load8, text } from "./native";
import { areEqual, baseName, nextText } from "./text";
import { word } from "./word";

export const PIDONE: i32 = 0;
export const DUMB_INIT: i32 = 1;
export const TINI: i32 = 2;
export const CATATONIT: i32 = 3;

/** The init whose options, texts and behavior to imitate. */
export let personality: i32 = 0;

/** Whether to read pidone's variables: Docker cannot pass options to its init. */
export let readsPidonesVariables: bool = false;

/** Chooses the personality by the name of the program; a digit in the table identifies it. */
export function choosePersonality(program: word): void {
	const name = baseName(program);
	for (
		let entry = text("1dumb-init\x002tini\x002tini-static\x002docker-init\x003catatonit\0");
		load8(entry) != 0;
		entry = nextText(entry)
	) {
		if (areEqual(name, entry + 1)) personality = load8(entry) - 48; /* 0 */
	}
	readsPidonesVariables = personality == PIDONE || areEqual(name, text("docker-init"));
}
