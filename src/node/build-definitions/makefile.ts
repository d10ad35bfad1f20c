import { dirname } from "node:path";
import { joinReadings } from "./model/join-readings.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import type { DefinitionSource } from "./model/value.ts";
import { readShellBuilds } from "./shell-builds.ts";

/** Nobody writes longer values by hand. */
const MAX_LENGTH = 10_000;
/** `$(NAME)`, `${NAME}`, `$$`, and `$` with another character. */
const REFERENCE = /\$(?:\$|\(([^()]{0,200})\)|\{([^{}]{0,200})\}|.)/gs;
/** Stands for an unknown value; no script sets it. */
const UNKNOWN = "$PIDONE_UNKNOWN";

/** The builds that the recipes of a makefile state. */
export function readMakefile(source: DefinitionSource): DefinitionReading {
	const folder = dirname(source.file);
	const lines = joinLines(source.text);
	const variables = new Variables(readVariables(lines, folder));
	let rule = "make";
	const readings: DefinitionReading[] = [];
	for (const { text, offset } of lines) {
		const [, target] = /^([^\t\s#:=][^:=#]{0,200}?)[ \t]*::?(?!=)/.exec(text) ?? [];
		if (target !== undefined) rule = target;
		if (!text.startsWith("\t")) continue;
		const command = variables.expand(text.replace(/^\t[\t @+-]*/, ""));
		const placeOf = (): { source: DefinitionSource; offset: number } => ({ source, offset });
		readings.push(readShellBuilds({ name: rule, text: command, placeOf, folder, variables: new Map() }));
	}
	return joinReadings(readings);
}

const ASSIGNMENT = /^(?:export )?[ ]*([A-Za-z_][\w.-]*)[ \t]*(\?|:{0,3})=[ \t]*(.*)$/s;

function readVariables(lines: readonly { readonly text: string }[], folder: string): Map<string, string> {
	const variables = new Map<string, string>([["CURDIR", folder]]);
	for (const { text } of lines) {
		const [, name, operator, value = ""] = ASSIGNMENT.exec(text) ?? [];
		if (name === undefined || (operator === "?" && variables.has(name))) continue;
		variables.set(name, value.replace(/[ \t]#.*$/s, "").trim());
	}
	return variables;
}

/** Logical lines: a backslash continues a line. */
function joinLines(text: string): { readonly text: string; readonly offset: number }[] {
	const lines: { text: string; offset: number }[] = [];
	let offset = 0;
	let isContinued = false;
	for (const line of text.split("\n")) {
		const last = lines.at(-1);
		const isOpen = /(?:^|[^\\])\\\r?$/.test(line);
		const own = isOpen ? line.replace(/\\\r?$/, " ") : line.replace(/\r$/, "");
		if (isContinued && last !== undefined) last.text += own.replace(/^\t/, "");
		else lines.push({ text: own, offset: offset + (line.length - line.trimStart().length) });
		isContinued = isOpen;
		offset += line.length + 1;
	}
	return lines;
}

/** Expands make's variables; what make computes is unknown. */
class Variables {
	readonly #written: ReadonlyMap<string, string>;
	/** Expanded values; a variable that is being expanded is unknown. */
	readonly #done = new Map<string, string>();

	constructor(written: ReadonlyMap<string, string>) {
		this.#written = written;
	}

	expand(text: string): string {
		const expanded = text.replace(REFERENCE, (reference, round?: string, curly?: string) =>
			reference === "$$" ? "$" : this.#valueOf((round ?? curly ?? "").trim()),
		);
		return expanded.length > MAX_LENGTH ? UNKNOWN : expanded;
	}

	#valueOf(name: string): string {
		const written = this.#written.get(name === "shell pwd" ? "CURDIR" : name);
		if (written === undefined) return UNKNOWN;
		const known = this.#done.get(name);
		if (known !== undefined) return known;
		this.#done.set(name, UNKNOWN);
		const value = this.expand(written);
		this.#done.set(name, value);
		return value;
	}
}
