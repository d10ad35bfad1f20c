import { unknownPart } from "./unknown-part.ts";

/** Nobody writes longer values by hand. */
const MAX_LENGTH = 10_000;
/** How much of a function messages show. */
const MAX_SHOWN = 80;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "{": "}" };

/** Words before an assignment, and its name. */
const NAMED = String.raw`(?:(?:export|override|private) +)*([A-Za-z_][\w.-]*)[ \t]*`;
const ASSIGNMENT = new RegExp(String.raw`^ *${NAMED}([?+]|:{0,3})=[ \t]*(.*)$`, "s");
/** An assignment for one rule only. */
const FOR_RULE = new RegExp(String.raw`^[^\t#=:][^:=#]{0,200}:[ \t]*${NAMED}[?+:]{0,3}=`);
const COMMENT = /(?<!\\)#.*$/s;

interface Assignment {
	readonly name: string;
	readonly operator: string | undefined;
	/** Whether it counts only under some condition. */
	readonly isConditional: boolean;
	readonly value: string;
}

/** The variables of a makefile; what make computes is unknown. */
export class MakeVariables {
	/** Undefined for those that have several values, depending on a condition or a rule. */
	readonly #written = new Map<string, string | undefined>();
	/** Expanded values; a variable that is being expanded is unknown. */
	readonly #done = new Map<string, string>();

	/** @param lines logical lines, without their line endings */
	constructor(lines: readonly { readonly text: string }[], folder: string) {
		this.#written.set("CURDIR", folder);
		let conditions = 0;
		for (const { text } of lines) {
			if (/^ *if(?:n?eq|n?def)\b/.test(text)) conditions++;
			else if (/^ *endif\b/.test(text)) conditions--;
			else this.#readAssignment(text, conditions > 0);
		}
	}

	#readAssignment(text: string, isConditional: boolean): void {
		const [, special] = FOR_RULE.exec(text) ?? [];
		if (special !== undefined) this.#written.set(special, undefined);
		const [, name, operator, written = ""] = ASSIGNMENT.exec(text) ?? [];
		if (name === undefined || (operator === "?" && this.#written.has(name))) return;
		this.#written.set(
			name,
			this.#valueAfter({ name, operator, isConditional, value: written.replace(COMMENT, "").trim() }),
		);
	}

	#valueAfter({ name, operator, isConditional, value }: Assignment): string | undefined {
		const before = this.#written.get(name);
		if (operator === "+" && before) return `${before} ${isConditional ? unknownPart(`$(${name})`) : value}`;
		return isConditional || (before === undefined && this.#written.has(name)) ? undefined : value;
	}

	/** A text with its references replaced; what is not known is marked for `readShellBuilds`. */
	expand(text: string): string {
		let expanded = "";
		for (let at = 0; at < text.length; ) {
			const start = text.indexOf("$", at);
			if (start === -1) return expanded + text.slice(at);
			const end = endOfReference(text, start);
			const reference = text.slice(start, end);
			expanded += text.slice(at, start) + (reference === "$$" ? "$" : this.#valueOf(reference));
			if (expanded.length > MAX_LENGTH) return unknownPart("a long text");
			at = end;
		}
		return expanded;
	}

	#valueOf(reference: string): string {
		const name = reference.slice(2, -1).trim();
		const written = this.#written.get(name === "shell pwd" ? "CURDIR" : name);
		if (written === undefined)
			return unknownPart(reference.length > MAX_SHOWN ? `${reference.slice(0, MAX_SHOWN)}…` : reference);
		const known = this.#done.get(name);
		if (known !== undefined) return known;
		this.#done.set(name, unknownPart(reference));
		const value = this.expand(written);
		this.#done.set(name, value);
		return value;
	}
}

/** The end of a reference: `$$`, `$@`, `$(NAME)`, or a function whose arguments have references. */
function endOfReference(text: string, start: number): number {
	const opening = text.charAt(start + 1);
	const closing = CLOSING[opening];
	if (closing === undefined) return start + 2;
	let depth = 0;
	for (let at = start + 1; at < text.length; at++) {
		if (text[at] === opening) depth++;
		else if (text[at] === closing) depth--;
		if (depth === 0) return at + 1;
	}
	return text.length;
}
