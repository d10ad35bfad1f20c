import { UserError } from "../../core/user-error.ts";

/** One argument of a builder, after its verb. */
export type Argument =
	| { readonly kind: "option"; readonly name: string; readonly value?: string; readonly words: readonly string[] }
	| { readonly kind: "operand"; readonly text: string; readonly words: readonly string[] }
	| { readonly kind: "end"; readonly words: readonly string[] };

type OptionArgument = Extract<Argument, { kind: "option" }>;

/** The options of a builder by long name, or by letter if there is no long name. */
export interface OptionTable {
	/** Options without a value. */
	readonly switches: ReadonlySet<string>;
	/** Options whose value may be the next word. */
	readonly valued: ReadonlySet<string>;
	/** The long name of each letter. */
	readonly letters: Readonly<Record<string, string>>;
}

/**
 * Reads arguments as the builders do, all of which use Go's pflag: options can be anywhere, `--` ends them, and letters
 * can be joined. Throws UserError for an option that is not in the table, unless its value is joined to it: it is
 * unknown whether the next word is its value.
 */
export function readArguments(words: readonly string[], table: OptionTable, command: string): Argument[] {
	const result: Argument[] = [];
	for (let at = 0; at < words.length; ) {
		const word = words[at] ?? "";
		if (word === "--") {
			result.push({ kind: "end", words: [word] }, ...words.slice(at + 1).map(operand));
			break;
		}
		const read = word.startsWith("--")
			? [readLong(word, words[at + 1], table, command)]
			: readWord(word, words[at + 1], table, command);
		result.push(...read);
		// Of joined letters, only the last can take the next word as its value.
		at += read.at(-1)?.words.length ?? 1;
	}
	return result;
}

function operand(text: string): Argument {
	return { kind: "operand", text, words: [text] };
}

function readLong(word: string, next: string | undefined, table: OptionTable, command: string): Argument {
	const equals = word.indexOf("=");
	if (equals !== -1)
		return { kind: "option", name: word.slice(2, equals), value: word.slice(equals + 1), words: [word] };
	return readOption(word, word.slice(2), next, table, command);
}

/** Reads an operand or joined letters. The letters are switches, except that the last can take a value. */
function readWord(word: string, next: string | undefined, table: OptionTable, command: string): Argument[] {
	if (!word.startsWith("-") || word === "-") return [operand(word)];
	const result: Argument[] = [];
	for (let index = 1; index < word.length; index++) {
		const letter = word.charAt(index);
		const name = table.letters[letter] ?? letter;
		const rest = word.slice(index + 1);
		if (rest !== "" && (table.valued.has(name) || rest.startsWith("="))) {
			return [...result, { kind: "option", name, value: rest.replace(/^=/, ""), words: [`-${letter}${rest}`] }];
		}
		result.push(readOption(`-${letter}`, name, rest === "" ? next : rest, table, command));
	}
	return result;
}

function readOption(
	written: string,
	name: string,
	next: string | undefined,
	table: OptionTable,
	command: string,
): OptionArgument {
	if (table.switches.has(name)) return { kind: "option", name, words: [written] };
	if (!table.valued.has(name) && next !== undefined) {
		throw new UserError(
			`${command}: pidone does not know the option ${written}, or whether ${JSON.stringify(next)} is its value: write ${written}=VALUE, or ${written}=true`,
		);
	}
	return next === undefined
		? { kind: "option", name, words: [written] }
		: { kind: "option", name, value: next, words: [written, next] };
}
