import { describe, expect, it } from "vitest";
import { gitContext } from "../../src/buildkit/git-context.ts";
import { headOf } from "../../src/buildkit/llb.ts";
import { recorded } from "./helpers/recorded-digests.ts";

describe("gitContext", () => {
	it.each(recorded.git)("reads $context as BuildKit does", ({ context, name, digest, error }) => {
		const make = (): unknown => describeContext(context, false);
		if (error !== undefined) expect(make).toThrow(error);
		else expect(make()).toEqual(name?.startsWith("[internal] load git source") ? { name, digest } : undefined);
	});

	it.each(recorded.keepGitDir)(
		"keeps .git of $context when a build argument asks for it",
		({ context, name, digest }) => {
			expect(describeContext(context, true)).toEqual({ name, digest });
		},
	);

	it("fetches the required commit of a repository, as BuildKit does since 0.26", () => {
		const commit = "0123456789abcdef0123456789abcdef01234567";
		const digestOf = (context: string): unknown => describeContext(context, false)?.digest;
		expect(digestOf(`https://example.test/foo.git?commit=${commit}`)).toBe(
			digestOf(`https://example.test/foo.git?commit=${commit}#${commit}`),
		);
	});

	it("does not print a context that it rejects, because it may contain a password", () => {
		expect(() => gitContext("https://user:secret@example.test/foo.git?ref=a#b", false)).toThrow(
			/^the build context cannot be read: ref conflicts: "b" vs "a"$/,
		);
	});
});

function describeContext(
	context: string,
	keepsGitFolder: boolean,
): { name: string | undefined; digest: string } | undefined {
	const definition = gitContext(context, keepsGitFolder);
	if (definition === undefined) return undefined;
	const digest = headOf(definition);
	return { name: definition.metadata[digest]?.description["llb.customname"], digest };
}
