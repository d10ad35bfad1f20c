import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitLabels } from "../../../src/node/builder/git-labels.ts";
import { makeFolder } from "../../cli/run-cli.ts";

const LABEL = "com.docker.image.source.entrypoint";

/** A Dockerfile in a folder of a work tree. */
function makeTree(): { readonly root: string; readonly input: Parameters<typeof gitLabels>[0] } {
	const root = makeFolder({ "sub/Dockerfile": "" });
	mkdirSync(join(root, ".git"));
	return { root, input: { file: join(root, "sub/Dockerfile"), context: join(root, "sub") } };
}

describe("the label that says where the Dockerfile lies in git", () => {
	it.each(["full", "1", "true"])("is relative to the work tree with BUILDX_GIT_LABELS=%s", (value) => {
		expect(gitLabels(makeTree().input, { BUILDX_GIT_LABELS: value })).toEqual({ [LABEL]: "sub/Dockerfile" });
	});

	it("is not there if nobody asks for it", () => {
		const { input } = makeTree();
		expect([gitLabels(input, {}), gitLabels(input, { BUILDX_GIT_LABELS: "0" })]).toEqual([{}, {}]);
	});

	it("is not there for a Dockerfile outside of the context's work tree, for buildx a path with links too", () => {
		const { root, input } = makeTree();
		const link = join(makeFolder(), "link");
		symlinkSync(root, link);
		const env = { BUILDX_GIT_LABELS: "full" };
		expect(gitLabels({ file: "/elsewhere/Dockerfile", context: root }, env)).toEqual({});
		expect(gitLabels({ file: join(link, "Dockerfile"), context: link }, env)).toEqual({});
		expect(gitLabels({ file: input.file }, env)).toEqual({});
	});
});
