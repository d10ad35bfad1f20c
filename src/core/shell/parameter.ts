import { withoutPattern } from "./pattern.ts";
import { joinValues, known, REST, type ShellScope, type ShellValue } from "./value.ts";

type Expand = (raw: string) => readonly ShellValue[];

/**
 * The values of a parameter (POSIX.1-2024, 2.6.2 Parameter Expansion).
 * @param rest what follows the name between the braces
 * @param expand expands the word of a modifier
 * @returns undefined if they are not known
 */
export function parameterValues(
	name: string,
	rest: string,
	scope: ShellScope,
	expand: Expand,
): readonly ShellValue[] | undefined {
	const { args, isOpen, script } = scope;
	if (name === "@" || name === "*") return listArgs(rest, scope, expand);
	if (name === "#") return rest === "" && !isOpen ? [known(String(args.length))] : undefined;
	if (name === "!") return indirect(rest, scope);
	if (!/^\w+$/.test(name)) return undefined;
	const [subscript = "", index] = /^\[(?:[@*]|(\d+))\]/.exec(rest) ?? [];
	const values =
		name === "0" || name === "BASH_SOURCE"
			? [known(script)]
			: /^\d/.test(name)
				? argument(Number(name), scope)
				: scope.lookup(name);
	return modified(
		index === undefined ? values : values?.slice(Number(index), Number(index) + 1),
		rest.slice(subscript.length),
		expand,
	);
}

/** `$!`, or `${!name}` of bash: the variable that another one names. */
function indirect(rest: string, { lookup, lastJob }: ShellScope): readonly ShellValue[] | undefined {
	if (rest === "") return lastJob && [lastJob];
	const [named, ...more] = (/^[A-Za-z_]\w*$/.test(rest) ? lookup(rest) : undefined) ?? [];
	const isName = named?.isKnown === true && more.length === 0 && /^[A-Za-z_]\w*$/.test(named.text);
	return isName ? lookup(named.text) : undefined;
}

function argument(number: number, { args, isOpen }: ShellScope): readonly ShellValue[] | undefined {
	const value = args[number - 1] ?? (isOpen ? undefined : known(""));
	return value && [value];
}

/** All arguments, those from `${@:2}` on, or the default in `${@:-word}`. */
function listArgs(rest: string, { args, isOpen }: ShellScope, expand: Expand): readonly ShellValue[] | undefined {
	const more = isOpen ? [REST] : [];
	if (rest === "") return [...args, ...more];
	const fallback = /^:?-(.*)$/s.exec(rest)?.[1];
	if (fallback !== undefined) return args.length > 0 ? [...args, ...more] : isOpen ? undefined : expand(fallback);
	const from = /^:\s*([1-9]\d*)$/.exec(rest)?.[1];
	return from === undefined ? undefined : [...args.slice(Number(from) - 1), ...more];
}

/** Applies a modifier to values. If they are unknown, its default applies. */
function modified(
	values: readonly ShellValue[] | undefined,
	rest: string,
	expand: Expand,
): readonly ShellValue[] | undefined {
	const [, operator = "", word = ""] = /^(:?[-=+?]|##?|%%?|:|\/[/#%]?|\^\^?|,,?)(.*)$/s.exec(rest) ?? [];
	if (rest === "" || operator === "") return rest === "" ? values : undefined;
	const joined = values && joinValues(values, " ");
	const text = joined?.isKnown ? joined.text : undefined;
	if (/^:?[-=?]$/.test(operator)) {
		const isSet = values !== undefined && !(text === "" && operator.startsWith(":"));
		return isSet || operator.endsWith("?") ? values : expand(word);
	}
	return text === undefined ? undefined : modifiedText(text, operator, word, expand);
}

function modifiedText(text: string, operator: string, word: string, expand: Expand): readonly ShellValue[] | undefined {
	if (operator.endsWith("+")) return text === "" ? [known("")] : expand(word);
	if (operator === ":") return substring(text, word);
	if (operator.startsWith("/")) return replaced(text, operator, word, expand);
	if (/^[\^,]/.test(operator)) return word === "" ? [known(inCase(text, operator))] : undefined;
	const pattern = joinValues(expand(word), " ");
	const short = pattern.isKnown ? withoutPattern(text, operator, pattern.text) : undefined;
	return short === undefined ? undefined : [known(short)];
}

function substring(text: string, range: string): readonly ShellValue[] | undefined {
	const [, from, length] = /^\s*(\d+)(?::(\d+))?$/.exec(range) ?? [];
	if (from === undefined) return undefined;
	return [known(text.slice(Number(from), length === undefined ? undefined : Number(from) + Number(length)))];
}

/** `${name/text/other}`; patterns with wildcards are not followed. */
function replaced(text: string, operator: string, word: string, expand: Expand): readonly ShellValue[] | undefined {
	const [, before = "", after = ""] = /^((?:[^/\\]|\\.)*)(?:\/(.*))?$/s.exec(word) ?? [];
	const from = joinValues(expand(before), " ");
	const to = joinValues(expand(after), " ");
	if (!from.isKnown || !to.isKnown || from.text === "" || /[*?[(]/.test(from.text)) return undefined;
	if (operator === "//") return [known(text.split(from.text).join(to.text))];
	if (operator === "/#") return [known(text.startsWith(from.text) ? to.text + text.slice(from.text.length) : text)];
	if (operator === "/%") return [known(text.endsWith(from.text) ? text.slice(0, -from.text.length) + to.text : text)];
	return [known(text.replace(from.text, () => to.text))];
}

/** `${name^^}`, `${name,}` */
function inCase(text: string, operator: string): string {
	const convert = (part: string): string => (operator.startsWith("^") ? part.toUpperCase() : part.toLowerCase());
	return operator.length === 2 ? convert(text) : convert(text.charAt(0)) + text.slice(1);
}
