import { describe, expect, it } from "vitest";
import { changeNamedBuilds, noteRemote, readNamedBuild, type Spelling } from "../../../src/node/builder/named-build.ts";

const SPELLING: Spelling = {
	inline: "dockerfile-inline",
	contexts: "contexts",
	unescape: (text) => text.replaceAll("$$", "$"),
	escape: (text) => text.replaceAll("$", "$$$$"),
};
const definition = {
	"dockerfile-inline": "FROM $$A\n",
	args: { A: "$$x", B: null },
	contexts: { c: "./$$c" },
	target: "t",
	tags: ["a"],
};

describe("a build of a definition", () => {
	it("is read in plain text", () => {
		const input = readNamedBuild({ name: "web", definition }, SPELLING, { platforms: ["linux/arm64"] }, "/cwd");
		expect(input).toEqual({
			name: "web",
			path: "dockerfile-inline of web",
			file: "/cwd/Dockerfile",
			context: "/cwd",
			source: "FROM $A\n",
			facts: { platforms: ["linux/arm64"], target: "t", buildArgs: { A: "$x" }, contexts: { c: "./$c" } },
		});
	});

	it("is written back with everything else as it was", () => {
		const input = readNamedBuild({ name: "web", definition }, SPELLING, {}, "/cwd");
		const changed = changeNamedBuilds(
			[{ name: "web", definition }],
			[{ input, text: "FROM $B\n", usesContext: true }],
			SPELLING,
			{ folder: "/tmp/x$y", env: {} },
		);
		expect(changed).toEqual([
			{
				name: "web",
				definition: {
					...definition,
					"dockerfile-inline": "FROM $$B\n",
					contexts: { "pidone-init": "/tmp/x$$y/init", c: "./$$c" },
				},
				files: [],
			},
		]);
		const same = changeNamedBuilds(
			[{ name: "web", definition }],
			[{ input, text: input.source, usesContext: false }],
			SPELLING,
			{ folder: "/tmp", env: {} },
		);
		expect(same).toEqual([{ name: "web", definition, files: [] }]);
	});

	it.each([
		[{}, undefined],
		[{ context: "." }, undefined],
		[
			{ context: "https://a/b.git" },
			"web: its build context https://a/b.git is fetched by the builder, so pidone cannot read the Dockerfile: skipped",
		],
	])("%j gets a note when the builder fetches it", (build, note) => {
		expect(noteRemote({ name: "web", definition: build })).toBe(note);
	});

	it("has a Dockerfile of its own where the builder fetches no more than the context", () => {
		const far = { name: "web", definition: { ...definition, context: "https://a/b.git" } };
		expect(noteRemote(far)).toMatch(/^web: its build context/);
		expect(noteRemote(far, SPELLING)).toBeUndefined();
		expect(readNamedBuild(far, SPELLING, {}, "/cwd")).not.toHaveProperty("context");
	});

	it.each([
		["/x/Dockerfile", true],
		["x/Dockerfile", false],
		["cwd://Dockerfile", false],
		["cwd://Dockerfile", true, "cwd://"],
	])(
		"has a Dockerfile on this machine with a context that is fetched: %s",
		(dockerfile, isLocal, fromCurrent?: string) => {
			const far = { name: "web", definition: { context: "https://a/b.git", dockerfile } };
			const spelling = fromCurrent === undefined ? SPELLING : { ...SPELLING, fromCurrent };
			expect(noteRemote(far, spelling) === undefined).toBe(isLocal);
			expect(noteRemote(far)).toMatch(/^web: its build context/);
		},
	);
});
