import { expect, it } from "vitest";
import { readHeredocBodies } from "../../../src/core/dockerfile/heredoc-bodies.ts";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";

it.each([
	["a line feed", "EOF\n"],
	["a carriage return and a line feed", "EOF\r\n"],
	["several carriage returns", "EOF\r\r\n"],
	["the end of the file", "EOF"],
	["a carriage return at the end of the file", "EOF\r"],
])("a heredoc's last line ends with %s", (_, end) => {
	const source = `FROM scratch\nRUN <<EOF\none\ntwo\n${end}`;
	const run = parseDockerfile(source).stages[0]?.instructions[0];
	if (run === undefined) return expect.fail();
	expect(readHeredocBodies(run, source)).toEqual([{ name: "EOF", text: "one\ntwo\n", isQuoted: false, line: 3 }]);
});

it("a heredoc with <<- loses leading tabs", () => {
	const source = "FROM scratch\nRUN <<-EOF\n\tone\n\t\tEOF\n";
	const run = parseDockerfile(source).stages[0]?.instructions[0];
	if (run === undefined) return expect.fail();
	expect(readHeredocBodies(run, source)).toEqual([{ name: "EOF", text: "one\n", isQuoted: false, line: 3 }]);
});
