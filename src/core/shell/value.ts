/** A field of an expanded word. A field that is unknown keeps its text as it was written. */
export interface ShellValue {
	readonly text: string;
	readonly isKnown: boolean;
	/** The caller's own data for an argument; kept if a field is exactly that argument. */
	readonly tag?: number;
	/** For a word that ends in `$!`: the number of the job in the background. */
	readonly job?: number;
}

/** A variable in the environment of a script's programs, and its value; undefined if the script unsets it. */
export type EnvironmentChange = readonly [name: string, value: ShellValue | undefined];

/** The values of parameters at one place of a script. */
export interface ShellScope {
	/** `$0`. */
	readonly script: string;
	/** `$1` and so on. */
	readonly args: readonly ShellValue[];
	/** Whether more arguments may follow, which are unknown. */
	readonly isOpen: boolean;
	/** The value of a variable, or the elements of an array; undefined if it is unknown. */
	readonly lookup: (name: string) => readonly ShellValue[] | undefined;
	/** `$!`; undefined if nothing was started in the background. */
	readonly lastJob?: ShellValue | undefined;
}

/** Stands for an unknown number of arguments in an expanded list. */
export const REST: ShellValue = { text: "…", isKnown: false };

/** Separates values from that mark at their end. */
export function splitRest(values: readonly ShellValue[]): {
	readonly values: readonly ShellValue[];
	readonly isOpen: boolean;
} {
	const at = values.indexOf(REST);
	return at === -1 ? { values, isOpen: false } : { values: values.slice(0, at), isOpen: true };
}

/** The value of a variable that is unknown. */
export function unknownVariable(name: string): readonly ShellValue[] {
	return [{ text: `$${name}`, isKnown: false }];
}

/** A known value. */
export function known(text: string): ShellValue {
	return { text, isKnown: true };
}

/** Longer texts count as unknown: a script that doubles a variable again and again would exhaust the memory. */
export const MAX_LENGTH = 20_000;

/** Concatenates values. */
export function joinValues(values: readonly ShellValue[], separator: string): ShellValue {
	const [only] = values;
	if (values.length === 1 && only !== undefined && only.tag === undefined) return only;
	let text = "";
	for (const [index, value] of values.entries()) {
		text += index === 0 ? value.text : separator + value.text;
		if (text.length > MAX_LENGTH) return { text, isKnown: false };
	}
	const job = values.at(-1)?.job;
	return { text, isKnown: values.every(({ isKnown }) => isKnown), ...(job === undefined ? {} : { job }) };
}

/** The longest list that a script is likely to build on purpose. */
export function limitValues(values: readonly ShellValue[]): readonly ShellValue[] {
	return values.length > MAX_VALUES ? [...values.slice(0, MAX_VALUES), REST] : values;
}

const MAX_VALUES = 2000;
