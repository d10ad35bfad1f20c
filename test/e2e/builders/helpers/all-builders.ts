import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "vitest";
import { removeFolders } from "../../helpers/copies.ts";
import { engineEnv } from "../../helpers/engine.ts";
import { type Builder, makeBake, makeDockerBuilder } from "./builder.ts";
import { startOldEngine } from "./old-engine.ts";
import { makeStorage, makeStorageBuilder } from "./storage-builder.ts";

/** The builder that the others are compared with. */
export const REFERENCE = "BuildKit";

/** All other builders. */
export const builderNames = [
	"the classic builder",
	"Docker 20.10's classic builder",
	"Docker 20.10's BuildKit",
	"buildah",
	"buildah --format docker",
	"podman",
] as const;

export type BuilderName = typeof REFERENCE | (typeof builderNames)[number];

/** The builders that are available, and the reason for each one that is not. */
export interface Builders {
	readonly all: ReadonlyMap<BuilderName, Builder | string>;
	/** Stops everything that was started, and removes everything that was created. */
	readonly remove: () => Promise<void>;
}

/**
 * Creates all builders, each with the named images. Docker's builders already have them. The storage of buildah and
 * podman gets copies.
 */
export async function makeBuilders(...images: readonly string[]): Promise<Builders> {
	const old = await startOldEngine();
	const storage = await makeStorage();
	const reference = { ...makeDockerBuilder(engineEnv, true), buildAll: makeBake(engineEnv) };
	const ofOld = (hasBuildKit: boolean) => (typeof old === "string" ? old : makeDockerBuilder(old.env, hasBuildKit));
	const buildah = await makeStorageBuilder("buildah", storage);
	const podman = await makeStorageBuilder("podman", storage, "--layers=false");
	const loader = [buildah, podman].find((builder) => typeof builder !== "string");
	for (const image of images) await withArchive(reference, image, async (file) => loader?.load(file));
	return {
		all: new Map<BuilderName, Builder | string>([
			[REFERENCE, reference],
			["the classic builder", makeDockerBuilder(engineEnv, false)],
			["Docker 20.10's classic builder", ofOld(false)],
			["Docker 20.10's BuildKit", ofOld(true)],
			["buildah", buildah],
			["buildah --format docker", await makeStorageBuilder("buildah", storage, "--format", "docker")],
			["podman", podman],
		]),
		remove: async () => {
			await storage.remove();
			if (typeof old !== "string") await old.stop();
		},
	};
}

/** Saves an image to a temporary archive, and passes the archive to `work`. */
async function withArchive(builder: Builder, image: string, work: (file: string) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-"));
	try {
		const file = join(folder, "image.tar");
		await builder.save(image, file);
		await work(file);
	} finally {
		removeFolders(folder);
	}
}

/** Returns the builder with this name. If it is not available, skips the test and prints the reason. */
export function needBuilder({ all }: Builders, name: BuilderName, { skip }: TestContext): Builder {
	const builder = all.get(name);
	if (builder === undefined) throw new Error(`no builder is called ${name}`);
	return typeof builder === "string" ? skip(builder) : builder;
}
