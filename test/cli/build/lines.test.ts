import { describe, expect, it } from "vitest";
import { dockerfileOf, RecordingBuilder } from "./recording-builder.ts";

/** The Dockerfile that a builder gets instead of the given one. */
async function built(text: string, options: readonly string[] = [], words: readonly string[] = []): Promise<string> {
	return dockerfileOf(
		await new RecordingBuilder({ Dockerfile: text }).build(["docker", "build", ...words, "."], { options }),
	);
}

describe("the lines of a Dockerfile that is built", () => {
	it.each<[what: string, text: string, options?: string[], words?: string[]]>([
		["a CMD above a RUN", 'FROM debian\nCMD ["x"]\n# why\nRUN a\n'],
		["a shell form over several lines", "FROM debian\nENTRYPOINT a \\\n  b\nRUN c\n"],
		[
			"other stages with commands",
			'FROM debian AS a\nCMD ["a"]\n\nFROM a AS b\nENTRYPOINT ["b"]\nRUN b\n\nFROM debian\nCMD ["c"]\nRUN c\n',
		],
		[
			"a target with stages below it",
			'FROM debian AS a\nCMD ["a"]\nRUN a\n\n\n\nFROM a AS b\nRUN b\n',
			[],
			["--target=a"],
		],
		["a package", 'FROM debian\nRUN apt-get update\nCMD ["x"]\nUSER x\nRUN y\n', ["--init", "tini"]],
		["an ONBUILD", 'FROM debian\nONBUILD CMD ["x"]\nRUN y\n'],
		["an --init flag", 'FROM debian AS a\nENTRYPOINT --init ["a"]\nRUN a\n\n\n\nFROM a\n# why\nUSER b\n'],
		["a translated init", 'FROM debian\nENTRYPOINT ["dumb-init", "-c", "x"]\nRUN y\n', ["--replace"]],
	])("are those of the user's: %s", async (_, text, options, words) => {
		const lines = (await built(text, options, words)).split("\n");
		const moved = text
			.split("\n")
			.flatMap((line, index) => (/^(?:RUN|FROM|#)/.test(line) && lines[index] !== line ? [index + 1] : []));
		expect(moved).toEqual([]);
		expect(lines.join("\n")).toMatch(/\b(?:pidone|tini)", /);
		expect(lines.join("\n")).not.toContain("# pidone");
	});

	it("move where the install step cannot stand at the end of the stage", async () => {
		const text = 'FROM acme/x\nRUN apt-get update\nENTRYPOINT ["x"]\n';
		expect(await built(text, ["--init", "tini"])).toMatch(
			/^FROM acme\/x\nRUN apt-get update\n# pidone: .*\nRUN apt-get (?:.*\n)*ENTRYPOINT \["\/usr\/bin\/tini"/,
		);
	});
});
