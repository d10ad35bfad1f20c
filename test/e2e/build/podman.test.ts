import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { docker } from "../helpers/engine.ts";
import { makeContext, pidoneBuild } from "./helpers/pidone-build.ts";

type Program = "podman" | "buildah";

const IMAGE = "localhost/pidone-e2e-build";
const DOCKERFILE = 'FROM docker.io/library/busybox\nARG WHO=nobody\nENV WHO=$WHO\nCOPY . /srv\nCMD ["x"]\n';
const files = {
	"sub/Containerfile": DOCKERFILE,
	"sub/app": "app\n",
	"sub/secret": "",
	"sub/Containerfile.containerignore": "secret\nContainerfile*\n",
};

/** These tests keep their images in a separate storage, and don't use the engine's configuration. */
const storage = mkdtempSync(join(tmpdir(), "pidone-e2e-build-storage-"));
const env = {
	DOCKER_CONFIG: undefined,
	DOCKER_HOST: undefined,
	CONTAINERS_STORAGE_CONF: join(storage, "storage.conf"),
};
const whyNot: Record<Program, string | undefined> = { podman: undefined, buildah: undefined };

beforeAll(async () => {
	const folders = ["graphroot", "runroot"].map((name) => `${name} = ${JSON.stringify(join(storage, name))}\n`);
	writeFileSync(env.CONTAINERS_STORAGE_CONF, `[storage]\ndriver = "vfs"\n${folders.join("")}`);
	const archive = join(storage, "busybox.tar");
	await docker("save", "--output", archive, "busybox");
	for (const program of ["podman", "buildah"] as const) whyNot[program] = await takeBase(program, archive);
});

afterAll(async () => {
	for (const words of [
		["buildah", "umount", "--all"],
		["buildah", "rm", "--all"],
	])
		await execa(words[0] ?? "", words.slice(1), { env, reject: false });
	rmSync(storage, { recursive: true, force: true });
});

/** Copies the engine's base image to the program's storage. Returns the reason if that is not possible. */
async function takeBase(program: Program, archive: string): Promise<string | undefined> {
	const pull = await execa(program, ["pull", "--quiet", `docker-archive:${archive}`], { env, reject: false });
	if (pull.code === "ENOENT") return `${program} is not installed`;
	if (pull.failed) return `${program} cannot load an image: ${pull.stderr}`;
	const tag = await execa(
		program,
		["tag", pull.stdout.trim().split("\n").at(-1) ?? "", "docker.io/library/busybox:latest"],
		{ env, reject: false },
	);
	return tag.failed ? `${program} cannot name an image: ${tag.stderr}` : undefined;
}

function needs(context: TestContext, ...programs: readonly Program[]): void {
	const reason = programs.map((program) => whyNot[program]).find((text) => text !== undefined);
	if (reason !== undefined) process.stderr.write(`e2e: skipped: ${reason}\n`);
	context.skip(reason !== undefined, reason ?? "");
}

interface Stored {
	readonly config: Record<string, unknown>;
	/** The files in /srv, and the init. */
	readonly files: readonly string[];
}

async function readStored(name: string): Promise<Stored> {
	const { stdout: inspected } = await execa("buildah", ["inspect", "--type", "image", name], { env });
	const { OCIv1 } = JSON.parse(inspected) as { OCIv1: { config: Record<string, unknown> } };
	const { stdout: container } = await execa("buildah", ["from", "--pull-never", name], { env });
	const { stdout: folder } = await execa("buildah", ["mount", container], { env });
	const { stdout: listing } = await execa("find", ["srv", "sbin/pidone", "-type", "f", "-printf", "%p %m\n"], {
		cwd: folder,
	});
	await execa("buildah", ["rm", container], { env });
	return { config: OCIv1.config, files: listing.trim().split("\n").sort() };
}

describe("pidone build with other builders", () => {
	it.for<[program: Program, words: string[], input: string, seen: string[]]>([
		["podman", ["build", "-f", "sub/Containerfile", "sub"], "", []],
		["podman", ["build", "-f", "sub/Containerfile"], "", []],
		[
			"podman",
			["build", "-f", "-", "sub"],
			DOCKERFILE,
			["srv/Containerfile 644", "srv/Containerfile.containerignore 644", "srv/secret 644"],
		],
		["buildah", ["bud", "sub"], "", []],
		["buildah", ["build", "--layers", "-f", "Containerfile", "sub"], "", []],
		[
			"buildah",
			["build", "-f", "-", "sub"],
			DOCKERFILE,
			["srv/Containerfile 644", "srv/Containerfile.containerignore 644", "srv/secret 644"],
		],
	])(
		"%s %j builds with the init and its own ignore file",
		async ([program, [verb = "", ...rest], input, seen], context) => {
			needs(context, program, "buildah");
			const words = [program, verb, "--pull=never", "--build-arg", "WHO=me", "-t", IMAGE, ...rest];
			const built = await pidoneBuild(words, { cwd: makeContext(files), input, env });
			expect(built, built.err).toMatchObject({ code: 0, left: [] });
			const stored = await readStored(IMAGE);
			expect(stored.config).toMatchObject({
				Entrypoint: ["/sbin/pidone", "--"],
				Cmd: ["x"],
				Env: expect.arrayContaining(["WHO=me"]),
			});
			expect(stored.files).toEqual(["sbin/pidone 755", "srv/app 644", ...seen].sort());
		},
	);

	it.for<Program>(["podman", "buildah"])("%s's own message and status are kept", async (program, context) => {
		needs(context, program);
		const cwd = makeContext({ Dockerfile: 'FROM docker.io/library/busybox\nCOPY nope /\nCMD ["x"]\n' });
		const built = await pidoneBuild([program, "build", "--pull=never", "."], { cwd, env });
		expect(built).toMatchObject({ code: 125, left: [] });
		expect(built.err).toMatch(new RegExp(`nope.*\\npidone: ${program} build exited with status 125$`));
	});
});
