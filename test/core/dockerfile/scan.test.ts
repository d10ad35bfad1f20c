import { describe, expect, it } from "vitest";
import { LogicalText } from "../../../src/core/dockerfile/logical-text.ts";
import { scanDockerfile, splitInstruction } from "../../../src/core/dockerfile/scan.ts";
import { DockerfileSyntaxError } from "../../../src/core/dockerfile/syntax-error.ts";

/** Each instruction as keyword, flags and argument. */
function read(source: string): string[] {
	return scanDockerfile(source).instructions.map(({ keyword, flags, argument }) =>
		[keyword, ...flags, argument.text].join("|"),
	);
}

describe("scanDockerfile", () => {
	describe("lines", () => {
		it.each([
			["end at LF", "FROM a\nRUN b\n", ["FROM|a", "RUN|b"]],
			["end at CRLF", "FROM a\r\nRUN b\r\n", ["FROM|a", "RUN|b"]],
			["lose every CR before the LF", "FROM a\r\r\nRUN b", ["FROM|a", "RUN|b"]],
			["do not end at CR alone", "FROM a\rRUN b\n", ["FROM|a\rRUN b"]],
			[
				"do not end at VT, FF, NEL, LS or PS",
				"FROM a\nRUN b\vc\fd\u0085e\u2028f\u2029g",
				["FROM|a", "RUN|b\vc\fd\u0085e\u2028f\u2029g"],
			],
			["need no LF at the end", "FROM a\nRUN b", ["FROM|a", "RUN|b"]],
			["begin after a byte order mark", "\uFEFFFROM a", ["FROM|a"]],
			["lose one byte order mark only", "\uFEFF\uFEFFFROM a", ["\uFEFFFROM|a"]],
			["keep a byte order mark that is not the first character", "FROM a\n\uFEFFRUN b", ["FROM|a", "\uFEFFRUN|b"]],
		])("%s", (_, source, expected) => {
			expect(read(source)).toEqual(expected);
		});
	});

	describe("comments", () => {
		it.each([
			["are lines that begin with #", "# a\nFROM a\n#b\nRUN b", ["FROM|a", "RUN|b"]],
			["may be indented by any white space", "FROM a\n \t\u00a0# b\nRUN c", ["FROM|a", "RUN|c"]],
			["do not stand at the end of a line", "FROM a\nRUN b # c", ["FROM|a", "RUN|b # c"]],
			["are left out of a continuation", "FROM a\nRUN b \\\n# c\n\t # d\n&& e", ["FROM|a", "RUN|b && e"]],
			[
				"do not continue themselves: # x\\ in a continuation",
				"FROM a\nRUN b \\\n# x\\\n&& c\nRUN d",
				["FROM|a", "RUN|b && c", "RUN|d"],
			],
			["do not continue themselves between instructions", "FROM a\n# x \\\nRUN d", ["FROM|a", "RUN|d"]],
			["stay in a heredoc", "FROM a\nRUN <<E\n# b\nE\nRUN c", ["FROM|a", "RUN|<<E", "RUN|c"]],
			["can end the file in a continuation", "FROM a\nRUN b \\\n# c", ["FROM|a", "RUN|b"]],
		])("%s", (_, source, expected) => {
			expect(read(source)).toEqual(expected);
		});
	});

	describe("continuations", () => {
		it.each([
			["join lines without a separator", "FROM a\nRUN b\\\nc", ["FROM|a", "RUN|bc"]],
			["keep the indentation of later lines", "FROM a\n  RUN b\\\n  c", ["FROM|a", "RUN|b  c"]],
			["may have blanks and tabs after the escape character", "FROM a\nRUN b\\ \t \nc", ["FROM|a", "RUN|bc"]],
			["have no other white space after it", "FROM a\nRUN b\\\u00a0\nRUN c", ["FROM|a", "RUN|b\\", "RUN|c"]],
			["do not come of an escaped escape character", "FROM a\nRUN b \\\\\nRUN c", ["FROM|a", "RUN|b \\\\", "RUN|c"]],
			["do not come of three escape characters", "FROM a\nRUN b \\\\\\\nRUN c", ["FROM|a", "RUN|b \\\\\\", "RUN|c"]],
			["come of an escape character that stands alone on its line", "FROM a\nRUN b \\\n\\\nc", ["FROM|a", "RUN|b c"]],
			["skip blank lines", "FROM a\nRUN b \\\n\n \t\nc", ["FROM|a", "RUN|b c"]],
			["work with CRLF", "FROM a\r\nRUN b \\\r\n  c\r\nRUN d", ["FROM|a", "RUN|b   c", "RUN|d"]],
			["can split the keyword", "FR\\\nOM a", ["FROM|a"]],
			["can begin with a line of nothing else", "\\\nFROM a", ["FROM|a"]],
			["can end the file", "FROM a\nRUN b \\", ["FROM|a", "RUN|b"]],
			[
				"end at a line without escape character, an instruction or not",
				"FROM a\nRUN b \\\nRUN c\nRUN d",
				["FROM|a", "RUN|b RUN c", "RUN|d"],
			],
			[
				"take the backtick when the file says so",
				"# escape=`\nFROM a\nRUN b `\nc\\\nRUN d",
				["FROM|a", "RUN|b c\\", "RUN|d"],
			],
			[
				"of a HEALTHCHECK make no CMD instruction",
				"FROM a\nHEALTHCHECK --retries=2 \\\n  CMD b\nCMD c",
				["FROM|a", "HEALTHCHECK|--retries=2|CMD b", "CMD|c"],
			],
		])("%s", (_, source, expected) => {
			expect(read(source)).toEqual(expected);
		});
	});

	describe("keywords and arguments", () => {
		it.each([
			["are in any case", "from a\nRuN b", ["FROM|a", "RUN|b"]],
			[
				"are separated by tab, VT, FF, CR or blank",
				"FROM\ta\nRUN\vb\nRUN\fc\nRUN\rd\nRUN e",
				["FROM|a", "RUN|b", "RUN|c", "RUN|d", "RUN|e"],
			],
			["are not separated by a no-break space", "FROM a\nRUN\u00a0b", ["FROM|a", "RUN\u00a0B|"]],
			["lose white space at both ends", "FROM   a \t\n \tRUN \t b \u00a0\n", ["FROM|a", "RUN|b"]],
			["may have no argument", "FROM a\nENTRYPOINT\nCMD  ", ["FROM|a", "ENTRYPOINT|", "CMD|"]],
			["keep quotes and variables", "FROM a\nCMD echo \"$A\" 'b'", ["FROM|a", "CMD|echo \"$A\" 'b'"]],
			["have flags first", "FROM --platform=linux/arm64 a AS b", ["FROM|--platform=linux/arm64|a AS b"]],
			[
				"have flags without quotes",
				"FROM a\nCOPY --chown=\"a:b\" --from='c d' e f",
				["FROM|a", "COPY|--chown=a:b|--from=c d|e f"],
			],
			["have no flags after --", "FROM a\nRUN -- --b", ["FROM|a", "RUN|--b"]],
		])("%s", (_, source, expected) => {
			expect(read(source)).toEqual(expected);
		});
	});

	describe("heredocs", () => {
		it.each([
			["belong to RUN", "FROM a\nRUN <<EOF\nRUN no\nEOF\nRUN b", ["FROM|a", "RUN|<<EOF", "RUN|b"]],
			["may have a file descriptor", "FROM a\nRUN 0<<EOF\nx\nEOF\nRUN b", ["FROM|a", "RUN|0<<EOF", "RUN|b"]],
			["may have a quoted name", "FROM a\nRUN <<'E F' cat\nx\nE F\nRUN b", ["FROM|a", "RUN|<<'E F' cat", "RUN|b"]],
			[
				"belong to COPY and ADD, several in order",
				"FROM a\nCOPY <<a <<b /c/\nb\na\na\nb\nADD <<c /d\nc",
				["FROM|a", "COPY|<<a <<b /c/", "ADD|<<c /d"],
			],
			[
				"belong to ONBUILD of these",
				"FROM a\nONBUILD RUN <<EOF\nx\nEOF\nRUN b",
				["FROM|a", "ONBUILD|RUN <<EOF", "RUN|b"],
			],
			[
				"end at a line with leading tabs when chomped",
				"FROM a\nRUN <<-EOF\n\tx\n EOF\n\t\tEOF\nRUN b",
				["FROM|a", "RUN|<<-EOF", "RUN|b"],
			],
			["end at exactly the name", "FROM a\nRUN <<EOF\nEOF \n\tEOF\nEOF\nRUN b", ["FROM|a", "RUN|<<EOF", "RUN|b"]],
			["end at a CRLF line", "FROM a\r\nRUN <<EOF\r\nx\r\nEOF\r\nRUN b", ["FROM|a", "RUN|<<EOF", "RUN|b"]],
			["may end the file", "FROM a\nRUN <<EOF\nx\nEOF", ["FROM|a", "RUN|<<EOF"]],
			[
				"are announced by a continued instruction",
				"FROM a\nRUN b \\\n  <<EOF\nx\nEOF\nRUN c",
				["FROM|a", "RUN|b   <<EOF", "RUN|c"],
			],
			["have bodies without continuations", "FROM a\nRUN <<EOF\nx\\\nEOF\nRUN b", ["FROM|a", "RUN|<<EOF", "RUN|b"]],
			["do not stand in quotes", 'FROM a\nRUN echo "a <<EOF b"\nRUN c', ["FROM|a", 'RUN|echo "a <<EOF b"', "RUN|c"]],
			["do not stand in exec form", 'FROM a\nRUN ["<<EOF"]\nRUN b', ["FROM|a", 'RUN|["<<EOF"]', "RUN|b"]],
			["are not here-strings", "FROM a\nRUN cat <<<EOF\nRUN b", ["FROM|a", "RUN|cat <<<EOF", "RUN|b"]],
			["need balanced quotes", "FROM a\nRUN it's <<EOF\nRUN b", ["FROM|a", "RUN|it's <<EOF", "RUN|b"]],
			["mean nothing in LABEL", "FROM a\nLABEL a=<<EOF\nRUN b", ["FROM|a", "LABEL|a=<<EOF", "RUN|b"]],
			[
				"mean nothing in CMD and ENTRYPOINT",
				"FROM a\nCMD <<EOF\nENTRYPOINT <<EOF\nRUN b",
				["FROM|a", "CMD|<<EOF", "ENTRYPOINT|<<EOF", "RUN|b"],
			],
			["mean nothing in ONBUILD CMD", "FROM a\nONBUILD CMD <<EOF\nRUN b", ["FROM|a", "ONBUILD|CMD <<EOF", "RUN|b"]],
		])("%s", (_, source, expected) => {
			expect(read(source)).toEqual(expected);
		});

		it("are marked", () => {
			const source = "FROM a\nRUN <<A <<B\nA\nB\nRUN b <<<A\nONBUILD COPY <<A /b\nA\n";
			expect(scanDockerfile(source).instructions.map(({ hasHeredoc }) => hasHeredoc)).toEqual([
				false,
				true,
				false,
				true,
			]);
		});

		it("without an end are refused where the instruction stands", () => {
			expect(catchSyntaxError("FROM a\n  RUN <<EOF\nx\nEOF2\n")).toMatchObject({
				message: 'unterminated heredoc: no line "EOF" ends what << begins',
				line: 2,
				column: 3,
			});
		});
	});

	describe("places", () => {
		it("are counted with comments, blank lines, continuations and heredocs", () => {
			const source = "# a\n\n# b\n\t# c\n  FROM x\nRUN y \\\n# d\n\n  z\n\n# e\nCOPY <<E /f\n1\nE\nCMD w";
			const places = scanDockerfile(source).instructions.map(
				({ start, leadStart, lineStart, lineEnd, line, endLine }) => ({
					line,
					endLine,
					start: source.slice(start, start + 4),
					lead: source.slice(leadStart, lineStart),
					lines: source.slice(lineStart, lineEnd),
				}),
			);
			expect(places).toEqual([
				{ line: 5, endLine: 5, start: "FROM", lead: "# b\n\t# c\n", lines: "  FROM x\n" },
				{ line: 6, endLine: 9, start: "RUN ", lead: "", lines: "RUN y \\\n# d\n\n  z\n" },
				{ line: 12, endLine: 14, start: "COPY", lead: "# e\n", lines: "COPY <<E /f\n1\nE\n" },
				{ line: 15, endLine: 15, start: "CMD ", lead: "", lines: "CMD w" },
			]);
		});

		it("count a byte order mark", () => {
			const [from] = scanDockerfile("\uFEFF# a\nFROM x").instructions;
			expect(from).toMatchObject({ start: 5, leadStart: 1, lineStart: 5, line: 2 });
		});

		it("of a keyword after an empty continuation are where the keyword stands", () => {
			const source = "FROM x\n \\\n  CMD y\n";
			const [, cmd] = scanDockerfile(source).instructions;
			expect(cmd).toMatchObject({
				keyword: "CMD",
				written: "CMD",
				start: source.indexOf("CMD"),
				lineStart: 7,
				line: 2,
				endLine: 3,
			});
		});

		it.each([
			["FROM a\nRUN b \\", true],
			["FROM a\nRUN b \\\n", true],
			["FROM a\nRUN b \\\n# c\n\n", true],
			["FROM a\nRUN b \\\nc\n", false],
			["FROM a\nRUN b \\\\", false],
		])("tell whether %j ends in the middle of an instruction", (source, expected) => {
			expect(scanDockerfile(source).instructions.at(-1)?.isUnfinished).toBe(expected);
		});
	});

	it.each(["", "\n", "# a\n\n", "\uFEFF", " \t\r\n", "# syntax=a"])(
		"refuses %j, which has no instructions",
		(source) => {
			expect(catchSyntaxError(source)).toMatchObject({
				message: "file with no instructions: a Dockerfile begins with ARG or FROM",
				line: 1,
				column: 1,
			});
		},
	);
});

describe("splitInstruction", () => {
	it.each([
		["CMD a", "CMD", [], "a"],
		["  cmd  a  ", "cmd", [], "a"],
		["RUN --a --b=c d", "RUN", ["--a", "--b=c"], "d"],
		["RUN --a", "RUN", ["--a"], ""],
		["RUN --", "RUN", [], ""],
		["RUN", "RUN", [], ""],
		["", "", [], ""],
	])("takes %j apart", (text, written, flags, argument) => {
		const split = splitInstruction(LogicalText.join([{ offset: 0, text }]), "\\");
		expect(split).toMatchObject({ written, flags });
		expect(split.argument.text).toBe(argument);
	});
});

function catchSyntaxError(source: string): unknown {
	try {
		scanDockerfile(source);
	} catch (error) {
		expect(error).toBeInstanceOf(DockerfileSyntaxError);
		return error;
	}
	return undefined;
}
