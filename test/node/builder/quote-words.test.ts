import { execaSync } from "execa";
import { expect, it } from "vitest";
import { quotePaths, quoteWords } from "../../../src/node/builder/quote-words.ts";

const words = [
	"docker",
	"build",
	"",
	"a b",
	"it's",
	"$HOME",
	"\\",
	"*",
	"\u001b[31m",
	"new\nline",
	"'\u0007\\'",
	"\u202eevil",
	"\u009bcafe",
	"日本",
];

it("makes a line without control characters that a shell reads back", () => {
	const line = quoteWords(words);
	expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
	const { stdout } = execaSync("bash", ["-c", `printf '%s\\0' ${line}`], { stripFinalNewline: false });
	expect(stdout.split("\0").slice(0, -1)).toEqual(words);
});

it("leaves plain words as they are", () => {
	expect(quoteWords(["docker", "build", "--tag=a:1", "./x"])).toBe("docker build --tag=a:1 ./x");
});

it("makes no path look like an option", () => {
	expect(quotePaths(["-x/Dockerfile", "a b", "./-y", "-"])).toBe("./-x/Dockerfile 'a b' ./-y -");
});
