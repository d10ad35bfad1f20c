/** A field of an expanded word. One that depends on what is not known keeps its text as it is written. */
export interface ShellValue {
	readonly text: string;
	readonly isKnown: boolean;
	/** What the caller has attached to an argument; kept where a field is that argument alone. */
	readonly tag?: number;
}

/** What parameters stand for at some place of a script. */
export interface ShellScope {
	/** `$0`. */
	readonly script: string;
	/** `$1` and so on. */
	readonly args: readonly ShellValue[];
	/** Whether more arguments may follow that are not known. */
	readonly isOpen: boolean;
	/** A variable's value, or the elements of an array; undefined when it is not known. */
	readonly lookup: (name: string) => readonly ShellValue[] | undefined;
}

/** A known value. */
export function known(text: string): ShellValue {
	return { text, isKnown: true };
}

/** Values as one. */
export function joinValues(values: readonly ShellValue[], separator: string): ShellValue {
	return { text: values.map(({ text }) => text).join(separator), isKnown: values.every(({ isKnown }) => isKnown) };
}
