import { flatMap } from "../flat-map.ts";
import { OptionMistake } from "../option-mistake.ts";

/** Checks a value: throws TypeError that names the place and the value if its type is wrong. */
export type Shape = (value: unknown, place: string) => void;

/** A shape: one of JavaScript's own types. */
function ofType(type: "string" | "boolean" | "function"): Shape {
	return (value, place) => {
		if (typeof value !== type) refuse(place, value, `must be a ${type}`);
	};
}

export const text: Shape = ofType("string");
export const flag: Shape = ofType("boolean");
export const method: Shape = ofType("function");

/** A shape: one of these texts. */
export function oneOf(...texts: readonly string[]): Shape {
	return (value, place) => {
		if (!texts.some((each) => each === value)) refuse(place, value, `must be one of ${texts.join(", ")}`);
	};
}

/** A shape: an array whose items have this shape. */
export function listOf(item: Shape): Shape {
	return (value, place) => {
		if (!Array.isArray(value)) refuse(place, value, "must be an array");
		for (const [index, each] of value.entries()) item(each, `${place}[${index}]`);
	};
}

/** A shape: an object whose values have this shape. */
export function mapOf(item: Shape): Shape {
	return (value, place) => {
		for (const [key, each] of entriesOf(value, place)) item(each, `${place}.${key}`);
	};
}

/** A shape: the first one for objects, the other one for anything else. */
export function objectOr(object: Shape, other: Shape): Shape {
	return (value, place) => (typeof value === "object" ? object : other)(value, place);
}

/** A shape: an object with these fields and no others. `undefined` counts as absent; `required` must be there. */
export function objectOf(fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape {
	return (value, place) => {
		const entries = entriesOf(value, place);
		const at = (name: string): string => (place === "" ? name : `${place}.${name}`);
		for (const [name, each] of entries) {
			const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
			if (field === undefined) refuse(at(name), each, `is not known; there are ${Object.keys(fields).join(", ")}`);
			if (each !== undefined) field(each, at(name));
		}
		const given = new Set(flatMap(entries, ([name, each]) => (each === undefined ? [] : [name])));
		const missing = required.find((name) => !given.has(name));
		if (missing !== undefined) refuse(at(missing), undefined, "is required");
	};
}

function entriesOf(value: unknown, place: string): [string, unknown][] {
	if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(place, value, "must be an object");
	return Object.entries(value);
}

/** Throws TypeError that names a place, its value, and what is wrong with it. */
export function refuse(place: string, value: unknown, why: string): never {
	throw new OptionMistake(place === "" ? "options" : place, value, why);
}
