import { type Command, Option } from "commander";

/** One of `--format`, `--json` and `--output`, with its value; in a list, in the order of the command line. */
export type FormatWord = readonly [option: "format" | "output", value: string];

/** Adds the options of formats to a command, which gets their words in the order of the command line. */
export function addFormatOptions(command: Command): void {
	const words: FormatWord[] = [];
	const take =
		(option: FormatWord[0]) =>
		(value: string): readonly FormatWord[] => {
			words.push([option, value]);
			return words;
		};
	command
		.addOption(
			new Option(
				"-f, --format <format>",
				"text, json, jsonl, sarif, github, gitlab, checkstyle, junit, sonarqube or markdown; repeatable",
			)
				.argParser(take("format"))
				.default(words, "text"),
		)
		.addOption(
			new Option("-o, --output <file>", "write the preceding format to this file instead of standard output").argParser(
				take("output"),
			),
		)
		.option("--json", "the same as --format json")
		.on("option:json", () => words.push(["format", "json"]));
}
