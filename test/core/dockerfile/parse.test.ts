import { describe, expect, it } from "vitest";
import { commandForm } from "../../../src/core/analysis/command.ts";
import type { Instruction } from "../../../src/core/dockerfile/instruction.ts";
import { type Dockerfile, parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

describe("parseDockerfile", () => {
	it("finds directives, global ARGs and stages", () => {
		const { directives, globalArgs, stages } = parseDockerfile(
			"# syntax=docker/dockerfile:1\nARG A=1\nARG B\nFROM --platform=$BUILDPLATFORM golang:$A AS Build\nRUN a\nFROM scratch\nCOPY --from=build /a /a\nCMD b\n",
		);
		expect(directives).toEqual({ escape: "\\", syntax: "docker/dockerfile:1" });
		expect(globalArgs.map(({ argument }) => argument.text)).toEqual(["A=1", "B"]);
		expect(
			stages.map(({ from, instructions, ...rest }) => ({
				...rest,
				line: from.line,
				keywords: instructions.map(({ keyword }) => keyword),
			})),
		).toEqual([
			{
				index: 0,
				name: "build",
				base: "golang:$A",
				platform: "$BUILDPLATFORM",
				initFlags: [],
				line: 4,
				keywords: ["RUN"],
			},
			{ index: 1, base: "scratch", initFlags: [], line: 6, keywords: ["COPY", "CMD"] },
		]);
	});

	it.each([
		["FROM a", "a", undefined],
		["FROM a AS b", "a", "b"],
		["FROM\ta\tas\tB", "a", "b"],
		["FROM a \\\n  AS \\\n# comment\n  b", "a", "b"],
		["FROM node AS node", "node", "node"],
		["FROM ${A:-x} AS b", "${A:-x}", "b"],
		['FROM "a" AS b', '"a"', "b"],
		["FROM --platform=linux/arm64 a AS b", "a", "b"],
		["FROM a AS ÄB", undefined, undefined],
		["FROM ${A:- x y}", undefined, undefined],
	])("reads %j", (source, base, name) => {
		if (base === undefined) expect(() => parseDockerfile(source)).toThrow();
		else expect(parseDockerfile(source).stages).toMatchObject([name === undefined ? { base } : { base, name }]);
	});

	// Cases in which a rewriter that trusts dockerfile-ast would corrupt files: REWRITER.md §3.
	describe("does not do what dockerfile-ast does:", () => {
		it.each([
			["lose blanks in JSON strings", 'CMD ["nginx", "-g", "daemon off;"]', ["nginx", "-g", "daemon off;"]],
			["lose escapes in JSON strings", 'CMD ["a\\nb", "\\u0041", "\\/", "\\"", "\\\\"]', ["a\nb", "A", "/", '"', "\\"]],
			["read JSON with a comment after it as exec form", 'CMD ["a"] # x', "shell"],
			["read JSON with a bad escape as exec form", 'CMD ["a\\x"]', "shell"],
			["read JSON with a no-break space as exec form", 'CMD ["a",\u00a0"b"]', "shell"],
			["read JSON with a trailing comma as exec form", 'CMD ["a",]', "shell"],
			["read JSON with typographic quotes as exec form", "CMD [“a”]", "shell"],
			["read JSON with a missing comma as exec form", 'CMD ["a" "b"]', "shell"],
			[
				"read a continued array with a comment line in it as shell form",
				'CMD ["a", \\\n  # comment\n  "b"]',
				["a", "b"],
			],
			[
				"read a continued array with a comment at a line's end as exec form",
				'CMD ["a", \\\n  "b" # comment \\\n  ]',
				"shell",
			],
		])("%s", (_, text, expected) => {
			const form = commandForm(onlyInstruction(`FROM a\n${text}\n`));
			expect(form === "shell" ? form : form.argv).toEqual(expected);
		});

		it.each([
			["keep comment lines in a continued instruction", "RUN a \\\n  # b\n  && c", "a   && c"],
			["fail on # x\\ in a continuation", "RUN a \\\n  # x\\\n  && c", "a   && c"],
			["swallow lines after an escaped escape character", "CMD a \\\\\nCMD b", "b"],
			["swallow the file after a heredoc in quotes", 'RUN echo "a <<EOF b"\nCMD b', "b"],
			["miss the heredoc of RUN 0<<EOF", "RUN 0<<EOF\nCMD no\nEOF\nCMD b", "b"],
			["see a heredoc in LABEL", "LABEL a=<<EOF\nCMD b", "b"],
			["see a heredoc in CMD", "CMD <<EOF\nCMD b", "b"],
		])("%s", (_, text, expected) => {
			const [stage] = parseDockerfile(`FROM a\n${text}\n`).stages;
			expect(stage?.instructions.at(-1)?.argument.text).toBe(expected);
		});

		it.each([
			["keep the quotes of a flag", 'COPY --chown="a:b" c d', ["--chown=a:b"]],
			["split a flag at a quoted blank", "COPY --chown='a b' c d", ["--chown=a b"]],
			["keep the escapes of a flag", "COPY --chown=a\\ b c d", ["--chown=a b"]],
		])("%s", (_, text, flags) => {
			expect(onlyInstruction(`FROM a\n${text}\n`).flags).toEqual(flags);
		});

		it.each([
			[
				"take prose with an equals sign for a directive",
				"# escape the blanks = `\n# escape=`\nFROM a\nCMD b `\nCMD c",
				2,
			],
			["miss a directive after a byte order mark", "\uFEFF# escape=`\nFROM a\nCMD b `\n  c", 1],
		])("%s", (_, source, count) => {
			expect(parseDockerfile(source).stages[0]?.instructions).toHaveLength(count);
		});
	});

	describe("keeps offsets of the source", () => {
		const source = [
			"# escape=\\",
			"FROM a",
			"# docs",
			'CMD [ "one", \\ ',
			'# comment "no" \\',
			"",
			'   "t\\"wo",\\',
			'"three" \\',
			" ]",
			'ENTRYPOINT ["x y"]',
			"",
		];

		it.each([
			["LF", source.join("\n")],
			["CRLF", source.join("\r\n")],
			["a byte order mark", `\uFEFF${source.join("\n")}`],
		])("in continued arrays with %s", (_, text) => {
			const instructions = parseDockerfile(text).stages[0]?.instructions ?? [];
			expect(instructions.map((instruction) => literalsIn(instruction, text))).toEqual([
				['"one"', '"t\\"wo"', '"three"'],
				['"x y"'],
			]);
		});

		it("for every character of every argument", () => {
			const text = source.join("\r\n");
			for (const { argument } of all(parseDockerfile(text))) {
				const characters = Array.from({ length: argument.text.length }, (_, index) =>
					text.charAt(argument.offsetAt(index)),
				);
				expect(characters.join("")).toBe(argument.text);
			}
		});

		it("for the end of an argument", () => {
			const text = "FROM a\nCMD b \\\n  c  \nCMD d \\\n";
			const ends = all(parseDockerfile(text)).map(({ argument }) =>
				text.slice(0, argument.offsetAt(argument.text.length)).split("\n").at(-1),
			);
			expect(ends).toEqual(["FROM a", "  c", "CMD d"]);
		});
	});
});

function all({ globalArgs, stages }: Dockerfile): Instruction[] {
	return [...globalArgs, ...stages.flatMap(({ from, instructions }) => [from, ...instructions])];
}

function onlyInstruction(source: string): Instruction {
	const [instruction, ...others] = parseDockerfile(source).stages[0]?.instructions ?? [];
	expect(others).toEqual([]);
	if (instruction === undefined) throw new Error("no instruction");
	return instruction;
}

function literalsIn(instruction: Instruction, source: string): string[] {
	const form = commandForm(instruction);
	if (form === "shell") return [];
	return form.literals.map(({ start, end }) =>
		source.slice(instruction.argument.offsetAt(start), instruction.argument.offsetAt(end - 1) + 1),
	);
}
