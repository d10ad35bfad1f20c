import { tmpdir } from "node:os";
import { execa } from "execa";
import type { Build } from "../../helpers/images.ts";
import { type BuiltConfig, normalizeConfig, type PrintedConfig } from "./built-config.ts";

/** Environment variables for a program, which extend those of this process. `undefined` removes a variable. */
export type Env = Readonly<Record<string, string | undefined>>;

/** A program that builds images from Dockerfiles. */
export interface Builder {
	/** The words of its command line. A tag, flags and a build context are appended. */
	readonly command: readonly string[];
	readonly env: Env;
	/** Builds several images at once, if the builder can do that. Returns how the build ended. */
	readonly buildAll?: (builds: readonly OneOfMany[]) => Promise<Build>;
	/** Returns the configurations of images, in the same order. */
	readonly readConfigs: (images: readonly string[]) => Promise<readonly BuiltConfig[]>;
	/** Returns the names of its images that begin with this prefix. */
	readonly listImages: (prefix: string) => Promise<readonly string[]>;
	/** Writes an image to an archive that `docker load` accepts. */
	readonly save: (image: string, file: string) => Promise<void>;
	readonly removeImages: (...images: readonly string[]) => Promise<void>;
}

/** One of the builds that a builder runs at once. */
interface OneOfMany {
	readonly image: string;
	readonly context: string;
	/** The Dockerfile, relative to the context. */
	readonly file: string;
	readonly target: string | undefined;
}

/** Builds an image with this name from the context, and returns how the build ended. */
export async function buildWith(
	{ command, env }: Builder,
	context: string,
	image: string,
	...flags: readonly string[]
): Promise<Build> {
	const [program = "", ...words] = command;
	const { exitCode, all } = await execa(program, [...words, "--tag", image, ...flags, context], {
		env,
		reject: false,
		all: true,
	});
	return { exitCode, output: all };
}

/** A builder that `docker build` uses, and the environment with which it reaches its engine. */
export function makeDockerBuilder(engine: Env, hasBuildKit: boolean): Builder {
	const env = { ...engine, DOCKER_BUILDKIT: hasBuildKit ? "1" : "0", BUILDKIT_PROGRESS: "plain" };
	const docker = async (...args: readonly string[]) => (await execa("docker", args, { env })).stdout;
	return {
		command: ["docker", "build", "--network", "host"],
		env,
		readConfigs: async (images) => {
			const lines = (await docker("image", "inspect", "--format", "{{json .Config}}", ...images)).split("\n");
			return lines.map((line) => normalizeConfig(JSON.parse(line) as PrintedConfig));
		},
		listImages: async (prefix) => filterNames(await docker("images", "--format", "{{.Repository}}:{{.Tag}}"), prefix),
		save: async (image, file) => {
			await docker("save", "--output", file, image);
		},
		removeImages: async (...images) => {
			await execa("docker", ["rmi", "--force", ...images], { env, reject: false });
		},
	};
}

/** BuildKit through `docker buildx bake`, which starts one client for many builds. */
export function makeBake(env: Env): NonNullable<Builder["buildAll"]> {
	return async (builds) => {
		const target = Object.fromEntries(
			builds.map(({ image, context, file, target }) => [image, { context, dockerfile: file, target, tags: [image] }]),
		);
		const input = JSON.stringify({ group: { default: { targets: Object.keys(target) } }, target });
		const words = ["buildx", "bake", "--progress", "plain", "--file", "-"];
		// Bake asks for permission before it reads files outside the current folder.
		const { exitCode, all } = await execa("docker", words, { env, cwd: tmpdir(), input, reject: false, all: true });
		return { exitCode, output: all };
	};
}

/** The lines that begin with a prefix. */
export function filterNames(lines: string, prefix: string): readonly string[] {
	return lines.split("\n").filter((line) => line.startsWith(prefix));
}
