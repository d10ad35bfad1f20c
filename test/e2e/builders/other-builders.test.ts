import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import {
	type BuilderName,
	type Builders,
	builderNames,
	makeBuilders,
	needBuilder,
	REFERENCE,
} from "./helpers/all-builders.ts";
import { type BuiltPair, buildBase, buildCorpus, type Corpus, makeCorpus } from "./helpers/builder-corpus.ts";
import { findDifference } from "./helpers/builder-differences.ts";
import { withoutInit } from "./helpers/built-config.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/builders");
const cases = readdirSync(fixtures);

/**
 * These builders read Dockerfiles with the code of another builder. They get only the cases that depend on the format
 * of an image, and one case of each kind.
 */
const likeOthers: readonly BuilderName[] = ["the classic builder", "buildah --format docker", "podman"];
const fewCases = cases.filter((name) => /^(?:cmd|entrypoint|shell)-|^(?:healthcheck|onbuild)$/.test(name));

let builders: Builders;
let corpus: Corpus;
const built = new Map<BuilderName, ReadonlyMap<string, BuiltPair | string>>();

beforeAll(async () => {
	builders = await makeBuilders("busybox");
	corpus = await makeCorpus(fixtures, cases.length);
});
afterAll(async () => {
	corpus?.remove();
	await builders?.remove();
});

describe.each<BuilderName>([REFERENCE, ...builderNames])("built by %s", (builderName) => {
	beforeAll(async () => {
		await buildOnce(REFERENCE);
		await buildOnce(builderName);
	});

	it.for(listCases(builderName))("%s declares what BuildKit declares, with an init and without", (name, context) => {
		const { original, rewritten } = needPair(builderName, name, context);
		const reference = needPair(REFERENCE, name, context);
		const difference = findDifference(name, builderName);
		if (difference !== undefined) expect(original, "a difference that is gone").not.toEqual(reference.original);
		expect(original).toEqual({ ...reference.original, ...difference?.original });
		expect(difference?.isWithoutInit ? rewritten : withoutInit(rewritten)).toEqual({
			...original,
			...difference?.rewritten,
		});
		// The init and its options are the same, too.
		if (difference === undefined) expect(rewritten).toEqual(reference.rewritten);
	});
});

function listCases(builderName: BuilderName): readonly string[] {
	return likeOthers.includes(builderName) ? fewCases : cases;
}

/** Builds the cases of a builder, unless they are already built or the builder is not available. */
async function buildOnce(builderName: BuilderName): Promise<void> {
	const builder = builders.all.get(builderName);
	if (builder === undefined || typeof builder === "string" || built.has(builderName)) return;
	const start = performance.now();
	await buildBase(corpus, builder);
	const names = listCases(builderName);
	built.set(builderName, await buildCorpus(corpus, names, builder));
	process.stderr.write(
		`e2e: ${2 * names.length} builds by ${builderName}: ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
	);
}

function needPair(builderName: BuilderName, name: string, context: TestContext): BuiltPair {
	needBuilder(builders, builderName, context);
	const pair = built.get(builderName)?.get(name);
	if (typeof pair !== "object") throw new Error(`${name} was not built by ${builderName}: ${pair}`);
	return pair;
}
