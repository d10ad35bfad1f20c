import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { removeContainers, startContainer, stopContainer } from "../helpers/containers.ts";
import { removeFolders, rewriteFolder } from "../helpers/copies.ts";
import { docker } from "../helpers/engine.ts";
import { removeImages } from "../helpers/images.ts";
import { waitForProcessTree } from "../helpers/process-tree.ts";
import { type BuilderName, type Builders, builderNames, makeBuilders, needBuilder } from "./helpers/all-builders.ts";
import { type Builder, buildWith } from "./helpers/builder.ts";

const IMAGE = "pidone-e2e-builders-install";
const DOCKERFILE = 'FROM busybox\nUSER 10001\nCMD ["sleep", "1000"]\n';

/** The builders that don't set TARGETARCH. */
const classic: readonly BuilderName[] = ["the classic builder", "Docker 20.10's classic builder"];

/** The builders that don't support named contexts. pidone provides the init to them in an image. */
const withoutContexts: readonly BuilderName[] = [...classic, "Docker 20.10's BuildKit"];

let builders: Builders;

beforeAll(async () => {
	builders = await makeBuilders("busybox", "debian:bookworm-slim");
});
afterAll(async () => {
	await builders?.remove();
});

describe("an init that is copied", () => {
	it.for(builderNames)("for one platform is copied by %s", async (name, context) => {
		const builder = needBuilder(builders, name, context);
		const folder = await makeRewritten(DOCKERFILE, "--platform", "linux/amd64");
		await expectBuilt(builder, folder);
		await expectInit(builder, ["/sbin/pidone", "--"]);
	});

	it.for(builderNames.filter((name) => !classic.includes(name)))(
		"for two platforms is copied by %s, which knows TARGETARCH",
		async (name, context) => {
			const builder = needBuilder(builders, name, context);
			await expectBuilt(builder, await makeRewritten(DOCKERFILE));
			await expectInit(builder, ["/sbin/pidone", "--"]);
		},
	);

	it.for(classic)("for two platforms is not found by %s, which leaves TARGETARCH empty", async (name, context) => {
		const builder = needBuilder(builders, name, context);
		const { exitCode, output } = await buildWith(builder, await makeRewritten(DOCKERFILE), IMAGE);
		expect(exitCode, output).toBe(1);
		expect(output).toMatch(/pidone-linux-: file does not exist/);
		const [, layer = ""] = /ARG TARGETARCH[\s\S]*---> ([\da-f]{12})$/m.exec(output) ?? [];
		await builder.removeImages(layer);
	});

	it.for<BuilderName>(["buildah", "podman"])("from a named context is copied by %s", async (name, context) => {
		const builder = needBuilder(builders, name, context);
		const folder = await makeRewritten(DOCKERFILE, "--install", "context:pidone-init");
		await expectBuilt(builder, folder, "--build-context", `pidone-init=${join(folder, ".pidone")}`);
		await expectInit(builder, ["/sbin/pidone", "--"]);
	});
});

describe("an init of a package", () => {
	it.for<BuilderName>(["the classic builder", "buildah"])("is installed by apt-get in %s", async (name, context) => {
		const builder = needBuilder(builders, name, context);
		const folder = await makeRewritten(
			'FROM debian:bookworm-slim\nUSER 10001\nCMD ["sleep", "1000"]\n',
			"--init",
			"tini",
		);
		await expectBuilt(builder, folder);
		await expectInit(builder, ["/usr/bin/tini", "--"]);
	});
});

describe("pidone build", () => {
	it.for(builderNames)("puts the init into what %s builds, and leaves nothing behind", async (name, context) => {
		const builder = needBuilder(builders, name, context);
		const folder = makeContext(DOCKERFILE);
		const { exitCode, output, left } = await runPidoneBuild(builder, folder);
		expect(exitCode, output).toBe(0);
		expect(readFileSync(join(folder, "Dockerfile"), "utf8")).toBe(DOCKERFILE);
		expect(left).toEqual([]);
		await expectNoImage(builder, output, withoutContexts.includes(name));
		await expectInit(builder, ["/sbin/pidone", "--"]);
	});

	it.for(builderNames)(
		"has %s run a shell-form ENTRYPOINT as it does without pidone, whether it looks at SHELL or not",
		async (name, context) => {
			const builder = needBuilder(builders, name, context);
			const folder = makeContext('FROM busybox\nSHELL ["/bin/sh", "-ec"]\nENTRYPOINT false; sleep 1000\n');
			await expectBuilt(builder, folder);
			const [before] = await builder.readConfigs([IMAGE]);
			const { exitCode, output } = await runPidoneBuild(builder, folder);
			expect(exitCode, output).toBe(0);
			const [after] = await builder.readConfigs([IMAGE]);
			expect(after?.entrypoint).toEqual(["/sbin/pidone", "-g", "--", ...(before?.entrypoint ?? [])]);
		},
	);

	it.for(builderNames)("ends as %s does where a build fails, and leaves nothing behind", async (name, context) => {
		const builder = needBuilder(builders, name, context);
		const folder = makeContext('FROM busybox\nCOPY missing /\nCMD ["sleep", "1000"]\n');
		const alone = await buildWith(builder, folder, IMAGE);
		const { exitCode, output, left } = await runPidoneBuild(builder, folder);
		expect(alone.exitCode).toBeGreaterThan(0);
		expect(exitCode).toBe(alone.exitCode);
		expect(left).toEqual([]);
		await expectNoImage(builder, output, withoutContexts.includes(name));
	});
});

/** Creates a folder with this Dockerfile, and removes it after the test. */
function makeContext(dockerfile: string): string {
	const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-"));
	onTestFinished(() => removeFolders(folder));
	writeFileSync(join(folder, "Dockerfile"), dockerfile);
	return folder;
}

async function makeRewritten(dockerfile: string, ...options: readonly string[]): Promise<string> {
	const folder = makeContext(dockerfile);
	await rewriteFolder(folder, ...options);
	return folder;
}

async function expectBuilt(builder: Builder, folder: string, ...flags: readonly string[]): Promise<void> {
	const { exitCode, output } = await buildWith(builder, folder, IMAGE, ...flags);
	expect(exitCode, output).toBe(0);
}

/** Runs the built image on the engine of the tests, until the container has stopped. */
async function expectInit(builder: Builder, init: readonly string[]): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-"));
	onTestFinished(async () => {
		removeFolders(folder);
		await builder.removeImages(IMAGE);
		// An archive from buildah or podman contains both names.
		await removeImages(IMAGE, `localhost/${IMAGE}`);
	});
	await builder.save(IMAGE, join(folder, "image.tar"));
	await docker("load", "--quiet", "--input", join(folder, "image.tar"));
	const container = await startContainer(IMAGE);
	onTestFinished(() => removeContainers(container));
	const tree = [`${init.join(" ")} sleep 1000`, "  sleep 1000"];
	expect(await waitForProcessTree(container, tree)).toEqual(tree);
	expect((await stopContainer(container)).exitCode).toBe(143);
}

/** If an image provided the init, the output contains its name, and the image no longer exists. */
async function expectNoImage(builder: Builder, output: string, isImageExpected: boolean): Promise<void> {
	const names = [...new Set(output.match(/pidone-init:[\da-f]{12}/g))];
	expect(names, output).toHaveLength(isImageExpected ? 1 : 0);
	const there = await builder.listImages("pidone-init:");
	expect(there.filter((name) => names.includes(name))).toEqual([]);
}

/** Runs `pidone build -- BUILDER` in the folder, with its own temporary folder. `left` is what pidone leaves there. */
async function runPidoneBuild({ command, env }: Builder, cwd: string) {
	const temporary = mkdtempSync(join(tmpdir(), "pidone-e2e-"));
	onTestFinished(() => removeFolders(temporary));
	const words = [cliFile, "build", "--", ...command, "--tag", IMAGE, "."];
	const { exitCode, all } = await execa(process.execPath, words, {
		cwd,
		env: { ...env, TMPDIR: temporary },
		reject: false,
		all: true,
	});
	return { exitCode, output: all, left: readdirSync(temporary).filter((name) => name.startsWith("pidone-")) };
}
