import { UserError } from "../../core/user-error.ts";

/** A part of a builder's command line after its verb. */
export type Argument =
	| { readonly kind: "option"; readonly name: string; readonly value?: string; readonly words: readonly string[] }
	| { readonly kind: "operand"; readonly text: string; readonly words: readonly string[] }
	| { readonly kind: "end"; readonly words: readonly string[] };

type OptionArgument = Extract<Argument, { kind: "option" }>;

/** The options of a builder, by long name, or by letter if they have no long name. */
export interface OptionTable {
	/** Options without a value. */
	readonly switches: ReadonlySet<string>;
	/** Options whose value may be the next word. */
	readonly valued: ReadonlySet<string>;
	/** Long names of letters. */
	readonly letters: Readonly<Record<string, string>>;
}

/**
 * Reads a command line as the builders do (all use Go's pflag): options can be anywhere, `--` ends them, letters can be
 * joined. Throws UserError for an option that is in no table, unless it is joined with its value, because it may
 * consume the next word.
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
		// Only the last of joined letters can have taken the next word.
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

/** An operand, or letters: switches; the last may take a value. */
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
