import { type Place, type Scalar, unknown } from "./model/value.ts";

/** Marks a text as unknown, or begins and ends an unknown part of it, in hexadecimal digits that no shell expands. */
export const UNKNOWN = "\0";
const PART = new RegExp(`${UNKNOWN}([0-9a-f]+)${UNKNOWN}`, "g");

/** Stands in a script for something unknown, which messages show as it is written. */
export function unknownPart(written: string): string {
	return `${UNKNOWN}${Buffer.from(written).toString("hex")}${UNKNOWN}`;
}

/** A text as messages show it. */
export function showUnknown(text: string): string {
	const shown = text.replace(PART, (_, digits: string) => Buffer.from(digits, "hex").toString());
	return shown.replaceAll(UNKNOWN, "");
}

/** A text that may have unknown parts as a value. */
export function toScalar(text: string, place: Place): Scalar {
	if (!text.includes(UNKNOWN)) return { kind: "scalar", value: text, place };
	return unknown(place, `${showUnknown(text)} is only known when it runs`);
}
