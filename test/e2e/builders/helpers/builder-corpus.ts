import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { expect } from "vitest";
import { cliFile } from "../../../cli/built-cli.ts";
import { copyFolder, removeFolders } from "../../helpers/copies.ts";
import { type Builder, buildWith } from "./builder.ts";
import type { BuiltConfig } from "./built-config.ts";

/** An image with its own ENTRYPOINT, which pidone has to know. */
const BASE = "pidone-e2e-builders-base";
const BASE_DOCKERFILE = 'FROM busybox\nENTRYPOINT ["env"]\nCMD ["true"]\n';

/** Classic builders don't set TARGETARCH. */
const OPTIONS = [
	"--platform",
	"linux/amd64",
	"--context",
	".",
	"--base-entrypoint",
	`${BASE}=["env"]`,
	"--base-cmd",
	`${BASE}=["true"]`,
];

/**
 * Two copies of a folder whose subfolders contain one Dockerfile each: one unchanged, and one rewritten. Each copy is
 * the build context for all of its Dockerfiles.
 */
export interface Corpus {
	readonly original: string;
	readonly rewritten: string;
	readonly remove: () => void;
}

/** Two images of the same Dockerfile. */
export interface BuiltPair {
	readonly original: BuiltConfig;
	readonly rewritten: BuiltConfig;
}

/** Copies a folder of cases twice, and rewrites one of the copies with a single command. */
export async function makeCorpus(fixtures: string, cases: number): Promise<Corpus> {
	const original = copyFolder(fixtures);
	const rewritten = copyFolder(fixtures);
	writeFileSync(join(original, "base"), BASE_DOCKERFILE);
	const { exitCode, all } = await execa(process.execPath, [cliFile, "rewrite", "--write", ...OPTIONS, "."], {
		cwd: rewritten,
		reject: false,
		all: true,
	});
	expect(exitCode, all).toBe(0);
	expect(all).toContain(`${cases} files, ${cases} changed`);
	await execa(process.execPath, [cliFile, "emit"], { cwd: rewritten });
	return { original, rewritten, remove: () => removeFolders(original, rewritten) };
}

/** Builds the base image that some Dockerfiles of the corpus use. */
export async function buildBase(corpus: Corpus, builder: Builder): Promise<void> {
	const { exitCode, output } = await buildWith(builder, corpus.original, BASE, "--file", join(corpus.original, "base"));
	if (exitCode !== 0) throw new Error(`${builder.command.join(" ")} of ${BASE} ended with ${exitCode}:\n${output}`);
}

/**
 * Builds every case unchanged and rewritten, and then removes the images.
 * @returns the configurations of both images by the name of the case, or the builder's output if it failed
 */
export async function buildCorpus(
	corpus: Corpus,
	names: readonly string[],
	builder: Builder,
): Promise<ReadonlyMap<string, BuiltPair | string>> {
	const built = new Map<string, BuiltPair | string>(
		await (builder.buildAll ? buildAtOnce(corpus, names, builder.buildAll) : buildEach(corpus, names, builder)),
	);
	const there = names.filter((name) => !built.has(name));
	const configs = await builder.readConfigs(there.flatMap(nameImages));
	for (const [index, name] of there.entries()) {
		const [original, rewritten] = configs.slice(2 * index, 2 * index + 2);
		if (original !== undefined && rewritten !== undefined) built.set(name, { original, rewritten });
	}
	await builder.removeImages(...names.flatMap(nameImages), BASE);
	return built;
}

function nameImages(name: string): readonly [original: string, rewritten: string] {
	return [`pidone-e2e-builders-${name}-original`, `pidone-e2e-builders-${name}-rewritten`];
}

/** Returns the builder's output for each case that it did not build. If the builder failed, that is every case. */
async function buildAtOnce(
	corpus: Corpus,
	names: readonly string[],
	buildAll: NonNullable<Builder["buildAll"]>,
): Promise<ReadonlyMap<string, string>> {
	const contexts = [corpus.original, corpus.rewritten];
	const { exitCode, output } = await buildAll(
		names.flatMap((name) =>
			nameImages(name).map((image, index) => {
				const context = contexts[index] ?? "";
				return { image, context, file: join(name, "Dockerfile"), target: readTarget(join(context, name)) };
			}),
		),
	);
	return new Map(exitCode === 0 ? [] : names.map((name) => [name, `${exitCode}: ${output}`]));
}

/** Does the same with separate builds for each case. */
async function buildEach(
	corpus: Corpus,
	names: readonly string[],
	builder: Builder,
): Promise<ReadonlyMap<string, string>> {
	const failures = new Map<string, string>();
	await inParallel(names, async (name) => {
		const [original, rewritten] = nameImages(name);
		const failure =
			(await buildCase(corpus.original, name, builder, original)) ??
			(await buildCase(corpus.rewritten, name, builder, rewritten));
		if (failure !== undefined) failures.set(name, failure);
	});
	return failures;
}

/** More builds at a time are not faster on two cores. */
const WORKERS = 3;

async function inParallel(names: readonly string[], work: (name: string) => Promise<void>): Promise<void> {
	const left = [...names];
	const run = async () => {
		for (let name = left.shift(); name !== undefined; name = left.shift()) await work(name);
	};
	await Promise.all(Array.from({ length: WORKERS }, run));
}

async function buildCase(context: string, name: string, builder: Builder, image: string): Promise<string | undefined> {
	const folder = join(context, name);
	const target = readTarget(folder);
	const flags = target === undefined ? [] : ["--target", target];
	const { exitCode, output } = await buildWith(builder, context, image, "--file", join(folder, "Dockerfile"), ...flags);
	return exitCode === 0 ? undefined : `${image}: ${exitCode}: ${output}`;
}

/** The target that the case's config file sets for pidone. */
function readTarget(folder: string): string | undefined {
	const file = join(folder, ".pidone.json");
	return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { readonly target?: string }).target : undefined;
}
