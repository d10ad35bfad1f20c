import { describe, expect, it, vi } from "vitest";
import type { ImageAnswer } from "../../../src/core/analysis/known-images.ts";
import { findAnswer, type Question } from "../../../src/node/resolve/find-answer.ts";
import { ImageAsker } from "../../../src/node/resolve/image-asker.ts";
import type { Resolution } from "../../../src/node/resolve/image-source.ts";
import { readResolveSteps } from "../../../src/node/resolve/resolve-steps.ts";

const ENGINE: Resolution = { kind: "unknown", reason: "docker does not have it" };
const answers: Readonly<Record<string, Resolution>> = {
	engine: ENGINE,
	layout: { kind: "no-platform", available: ["linux/arm64"] },
	registry: { kind: "known", image: { cmd: ["a"], volumes: ["/v"], digest: "sha256:1" } },
};
const locked: ImageAnswer = { kind: "known", image: { cmd: ["locked"], source: "the lock file" } };

/** Which source answers, or why none does. */
async function find(
	steps: string,
	{ inCatalogue = "nothing", isLocked = false, reference = "acme/app" }: Partial<Question & { isLocked: boolean }> = {},
): Promise<string> {
	const asker = new ImageAsker(async (name) => ({ name, resolve: async () => answers[name] ?? expect.fail() }));
	const places = { steps: readResolveSteps(steps), asker, locked: () => (isLocked ? locked : undefined) };
	const found = await findAnswer({ reference, platform: "linux/amd64", inCatalogue }, places);
	if (found === undefined) return "nobody";
	const { answer, source = "lock" } = found;
	if (answer.kind === "part") return `the catalogue: ${answer.reason}`;
	return answer.kind === "unknown" ? answer.reason : source;
}

describe("findAnswer", () => {
	it.each<[string, Parameters<typeof find>, string]>([
		["the catalogue, which core asks", ["catalogue,registry", { inCatalogue: "all" }], "nobody"],
		[
			"a source that knows all, where the catalogue knows a part",
			["catalogue,registry", { inCatalogue: "part" }],
			"registry",
		],
		[
			"the catalogue with its part",
			["catalogue,engine", { inCatalogue: "part" }],
			"the catalogue: docker does not have it",
		],
		["the catalogue with its part, when nobody is asked", ["catalogue,lock", { inCatalogue: "part" }], "nobody"],
		["nobody, where the catalogue may not be asked", ["engine", { inCatalogue: "part" }], "docker does not have it"],
		["a source before the catalogue", ["registry,catalogue", { inCatalogue: "all" }], "registry"],
		["the next one after one that does not know it", ["engine,registry"], "registry"],
		["the first that knows it", ["registry,engine"], "registry"],
		["one that knows that it lacks the platform", ["engine,layout,registry"], "layout"],
		["the lock file where it has it", ["lock,registry", { isLocked: true }], "lock"],
		["the next one where the lock file does not", ["lock,registry"], "registry"],
		["the layout that a build names, whatever the steps are", ["registry", { reference: "oci-layout:///x" }], "layout"],
		["nobody, with their reasons", ["engine"], "docker does not have it"],
		["nobody, when nobody is asked", ["catalogue,lock"], "nobody"],
		["nobody, when the catalogue may not be asked either", ["lock"], "it is not in the lock file"],
	])("lets it be %s", async (_, request, expected) => {
		expect(await find(...request)).toBe(expected);
	});

	it.each<[what: string, steps: string, isLocked: boolean, cmd: string, distro: string | undefined]>([
		["has the lock file without files that nobody asks for", "lock,registry", true, "locked", undefined],
		["adds the files of a later source to the lock file", "lock,registry,files", true, "locked", "debian"],
		["does so wherever the step stands", "files,lock,engine,registry", true, "locked", "debian"],
		["has what the source says where the lock file lacks the image", "lock,registry,files", false, "a", "debian"],
		["has the lock file alone where nobody else knows it", "lock,engine,files", true, "locked", undefined],
	])("%s", async (_, steps, isLocked, cmd, distro) => {
		const layers = { diffIds: [], scan: async () => {} };
		const asker = new ImageAsker(async (name) => ({
			name,
			resolve: async () => (name === "registry" ? { kind: "known", image: { cmd: ["a"] }, layers } : ENGINE),
		}));
		vi.spyOn(asker, "readFiles").mockResolvedValue({ kind: "known", distro: "debian", files: {} });
		const places = { steps: readResolveSteps(steps), asker, locked: () => (isLocked ? locked : undefined) };
		const question = { reference: "acme/app", platform: "linux/amd64", inCatalogue: "nothing" as const };
		const answer = (await findAnswer(question, places))?.answer;
		expect(answer?.kind === "known" ? [answer.image.cmd, answer.image.distro] : answer).toEqual([[cmd], distro]);
	});

	it("has the relevant facts, and the environment even if it is empty", async () => {
		const asker = new ImageAsker(async (name) => ({ name, resolve: async () => answers.registry ?? expect.fail() }));
		const question = { reference: "acme/app", platform: "linux/amd64", inCatalogue: "nothing" as const };
		expect(await findAnswer(question, { steps: ["registry"], asker, locked: () => undefined })).toEqual({
			answer: { kind: "known", image: { cmd: ["a"], env: [], source: "its registry, asked just now, sha256:1" } },
			source: "registry",
			digest: "sha256:1",
		});
	});
});
