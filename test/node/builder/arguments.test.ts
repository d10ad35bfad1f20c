import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OptionTable, readArguments } from "../../../src/node/builder/arguments.ts";
import { commandWords, readBuilderCommand } from "../../../src/node/builder/builder-command.ts";
import { BAKE_OPTIONS, BUILD_OPTIONS, COMPOSE_BUILD_OPTIONS } from "../../../src/node/builder/option-tables.ts";

const TABLE: OptionTable = {
	switches: new Set(["quiet", "pull", "D"]),
	valued: new Set(["file", "tag", "m"]),
	letters: { q: "quiet", f: "file", t: "tag" },
};

const seen = (...words: readonly string[]): string[] =>
	readArguments(words, TABLE, "docker build").map((argument) => {
		if (argument.kind === "end") return "--";
		return argument.kind === "operand"
			? argument.text
			: `${argument.name}${argument.value === undefined ? "" : `=${argument.value}`}`;
	});

describe("readArguments", () => {
	it.each([
		[
			["--file", "a", "."],
			["file=a", "."],
		],
		[
			["--file=a", "--file=", "--file", ""],
			["file=a", "file=", "file="],
		],
		[
			["--tag=a=b", "."],
			["tag=a=b", "."],
		],
		[
			["-f", "a", "-fb", "-f=c"],
			["file=a", "file=b", "file=c"],
		],
		[
			["-qf", "a", "-qfb", "-Dqt=c", "."],
			["quiet", "file=a", "quiet", "file=b", "D", "quiet", "tag=c", "."],
		],
		[
			["-q=false", "--quiet=true", "--pull", "false"],
			["quiet=false", "quiet=true", "pull", "false"],
		],
		[
			["-m", "-1", "--tag", "--pull"],
			["m=-1", "tag=--pull"],
		],
		[
			["a", "-", "--", "-q", "--", "--nope", "x"],
			["a", "-", "--", "-q", "--", "--nope", "x"],
		],
		[["--file"], ["file"]],
		[
			["--nope=a", "--nope"],
			["nope=a", "nope"],
		],
		[
			["-Z=a", "-Z"],
			["Z=a", "Z"],
		],
		[[""], [""]],
	])("reads %j as %j", (words, expected) => {
		expect(seen(...words)).toEqual(expected);
	});

	it.each([
		[["--nope", "a"], '--nope, or whether "a" is its value: write --nope=VALUE, or --nope=true'],
		[["-qZ", "a"], "-Z, or"],
		[["-Zf", "a"], '-Z, or whether "f" is its value'],
	])("refuses %j", (words, told) => {
		expect(() => seen(...words)).toThrow(`docker build: pidone does not know the option ${told}`);
	});
});

interface Part {
	readonly words: readonly string[];
	/** What it means, as one list. */
	readonly meaning: readonly string[];
}

const value = fc.oneof(fc.constantFrom("", "-", "a=b", "-q", "--", "x y"), fc.string({ maxLength: 8 }));
const joined = value.filter((text) => text !== "" && !text.startsWith("="));

/** Every option of a table, written in every possible way. */
function partsOf({ switches, valued, letters }: OptionTable): fc.Arbitrary<Part> {
	const short = Object.entries(letters);
	const ofSwitches = short.filter(([, name]) => switches.has(name));
	const ofValued = short.filter(([, name]) => valued.has(name));
	const run = fc.array(fc.constantFrom(...ofSwitches), { maxLength: 3 });
	const lead = (pairs: readonly (readonly [string, string])[]): string => pairs.map(([letter]) => letter).join("");
	const names = (pairs: readonly (readonly [string, string])[]): string[] => pairs.map(([, name]) => name);
	return fc.oneof(
		fc.constantFrom(...switches).map((name) => ({ words: [`--${name}`], meaning: [name] })),
		fc
			.tuple(fc.constantFrom(...valued), value)
			.map(([name, text]) => ({ words: [`--${name}`, text], meaning: [`${name}=${text}`] })),
		fc
			.tuple(fc.constantFrom(...switches, ...valued), value)
			.map(([name, text]) => ({ words: [`--${name}=${text}`], meaning: [`${name}=${text}`] })),
		run.filter((pairs) => pairs.length > 0).map((pairs) => ({ words: [`-${lead(pairs)}`], meaning: names(pairs) })),
		fc.tuple(run, fc.constantFrom(...ofValued), value).map(([pairs, [letter, name], text]) => ({
			words: [`-${lead(pairs)}${letter}`, text],
			meaning: [...names(pairs), `${name}=${text}`],
		})),
		fc
			.tuple(run, fc.constantFrom(...ofValued), joined, fc.constantFrom("", "="))
			.map(([pairs, [letter, name], text, sign]) => ({
				words: [`-${lead(pairs)}${letter}${sign}${text}`],
				meaning: [...names(pairs), `${name}=${text}`],
			})),
		value
			.filter((text) => !text.startsWith("-") || text === "-")
			.map((text) => ({ words: [text], meaning: [`operand ${text}`] })),
	);
}

describe("a command line", () => {
	it.each([
		["docker build", BUILD_OPTIONS],
		["docker buildx bake", BAKE_OPTIONS],
		["docker compose build", COMPOSE_BUILD_OPTIONS],
	])("of %s means the same after it was read, and is written back except for joined letters", (command, table) => {
		const tail = fc.option(fc.array(value, { maxLength: 3 }), { nil: undefined });
		fc.assert(
			fc.property(fc.array(partsOf(table), { maxLength: 6 }), tail, (parts, operands) => {
				const end = operands === undefined ? [] : ["--", ...operands];
				const words = [...command.split(" "), ...parts.flatMap((part) => part.words), ...end];
				const meaning = [
					...parts.flatMap((part) => part.meaning),
					...end.map((text, index) => (index === 0 ? "end" : `operand ${text}`)),
				];
				const written = commandWords(readBuilderCommand(words));
				expect(meaningOf(words)).toEqual(meaning);
				expect(meaningOf(written)).toEqual(meaning);
				expect(commandWords(readBuilderCommand(written))).toEqual(written);
				if (!parts.some((part) => /^-[^-]./.test(part.words[0] ?? ""))) expect(written).toEqual(words);
			}),
			{ numRuns: 300 },
		);
	});
});

function meaningOf(words: readonly string[]): string[] {
	return readBuilderCommand(words).arguments.map((argument) => {
		if (argument.kind === "end") return "end";
		return argument.kind === "operand"
			? `operand ${argument.text}`
			: `${argument.name}${argument.value === undefined ? "" : `=${argument.value}`}`;
	});
}
