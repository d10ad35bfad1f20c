/** A field of an expanded word. One that depends on what is not known keeps its text as it is written. */
export interface ShellValue {
	readonly text: string;
	readonly isKnown: boolean;
	/** What the caller has attached to an argument; kept where a field is that argument alone. */
	readonly tag?: number;
}

/** A variable that programs get from a script, and its value; undefined if the script takes it away. */
export type EnvironmentChange = readonly [name: string, value: ShellValue | undefined];

/** What parameters stand for at some place of a script. */
export interface ShellScope {
	/** `$0`. */
	readonly script: string;
	/** `$1` and so on. */
	readonly args: readonly ShellValue[];
	/** Whether more arguments may follow that are not known. */
	readonly isOpen: boolean;
	/** A variable's value, or the elements of an array; undefined if it is not known. */
	readonly lookup: (name: string) => readonly ShellValue[] | undefined;
}

/** Stands for further arguments that are not known, where a list of values is expanded. */
export const REST: ShellValue = { text: "…", isKnown: false };

/** Values without the ones that are not known at their end, and whether there are any. */
export function splitRest(values: readonly ShellValue[]): {
	readonly values: readonly ShellValue[];
	readonly isOpen: boolean;
} {
	const at = values.indexOf(REST);
	return at === -1 ? { values, isOpen: false } : { values: values.slice(0, at), isOpen: true };
}

/** What a variable holds when that is not known. */
export function unknownVariable(name: string): readonly ShellValue[] {
	return [{ text: `$${name}`, isKnown: false }];
}

/** A known value. */
export function known(text: string): ShellValue {
	return { text, isKnown: true };
}

/** Longer texts are not known: a script that doubles a variable over and over would fill the memory. */
export const MAX_LENGTH = 20_000;

/** Values as one. */
export function joinValues(values: readonly ShellValue[], separator: string): ShellValue {
	const [only] = values;
	if (values.length === 1 && only !== undefined && only.tag === undefined) return only;
	let text = "";
	for (const [index, value] of values.entries()) {
		text += index === 0 ? value.text : separator + value.text;
		if (text.length > MAX_LENGTH) return { text, isKnown: false };
	}
	return { text, isKnown: values.every(({ isKnown }) => isKnown) };
}

/** A list as long as one that a script builds on purpose. */
export function limitValues(values: readonly ShellValue[]): readonly ShellValue[] {
	return values.length > MAX_VALUES ? [...values.slice(0, MAX_VALUES), REST] : values;
}

const MAX_VALUES = 2000;
