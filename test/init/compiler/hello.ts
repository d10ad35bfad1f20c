import { readdirSync, readFileSync } from "node:fs";

const PROGRAM = new URL("../../../src/init/program/", import.meta.url);
/** What an init imports from pidone. */
export const LIBRARY = new Map(
	readdirSync(PROGRAM).map((name) => [name, readFileSync(new URL(name, PROGRAM), "utf8")] as const),
);
/** A program that prints a line, and exits with the length of that line as its status. */
export const SOURCES = new Map([
	[
		"main.ts",
		`import { text } from "pidone/init/native";
import { exit_group, write } from "pidone/init/sys";
import { word } from "pidone/init/word";
export function start(stack: word): void {
	exit_group(write(1, text("hello\\n"), 6));
}
`,
	],
]);
