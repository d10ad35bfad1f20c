import { findWrongByte } from "../dockerfile/source-bytes.ts";
import type { CommandPlan } from "./decide.ts";

/**
 * Why a plan that writes a text as JSON is impossible: the text has a byte that is not UTF-8, and BuildKit replaces
 * such a byte with U+FFFD in JSON (encoding/json). What is in exec form already does not change.
 */
export function whyNotJson(plan: CommandPlan): string | undefined {
	const texts = textsOf(plan);
	const text = texts.find((each) => findWrongByte(each) !== -1);
	if (text === undefined) return undefined;
	const byte = text.charCodeAt(findWrongByte(text)) & 0xff;
	return `the byte 0x${byte.toString(16).toUpperCase()} in the shell form is not UTF-8, and the exec form that an init needs cannot hold it: convert the line to UTF-8`;
}

function textsOf(plan: CommandPlan): readonly string[] {
	switch (plan.kind) {
		case "wrap-shell":
			return [plan.instruction.argument.text];
		case "insert":
			return plan.entrypoint;
		case "append":
		case "fill":
			return [...plan.entrypoint, ...plan.cmd];
		default:
			return [];
	}
}
