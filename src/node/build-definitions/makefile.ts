import { dirname } from "node:path";
import { MakeVariables } from "./make-variables.ts";
import { joinReadings } from "./model/join-readings.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import type { DefinitionSource } from "./model/value.ts";
import { readShellBuilds } from "./shell-builds.ts";

/** The builds that the recipes of a makefile state. */
export function readMakefile(source: DefinitionSource): DefinitionReading {
	const folder = dirname(source.file);
	const lines = joinLines(source.text);
	const variables = new MakeVariables(lines, folder);
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
