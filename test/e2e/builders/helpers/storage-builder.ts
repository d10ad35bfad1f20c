import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { type Builder, type Env, filterNames } from "./builder.ts";
import { normalizeConfig, type PrintedConfig } from "./built-config.ts";

/** Where buildah and podman keep images. Neither needs an engine. */
export interface Storage {
	readonly env: Env;
	readonly remove: () => Promise<void>;
}

/**
 * Creates a separate storage in a temporary folder, so that tests neither see nor change the images of this machine's
 * user.
 */
export async function makeStorage(): Promise<Storage> {
	// Layers are slow on a disk.
	const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "pidone-e2e-storage-"));
	const file = join(folder, "storage.conf");
	const graph = join(folder, "graph");
	const format = (driver: string) =>
		`[storage]\ndriver = "${driver}"\ngraphroot = "${graph}"\nrunroot = "${join(folder, "run")}"\n`;
	// A container may not be allowed to create namespaces, and the chroot isolation needs none. buildah and podman must
	// not use the engine's client configuration.
	const env = { CONTAINERS_STORAGE_CONF: file, BUILDAH_ISOLATION: "chroot", DOCKER_CONFIG: undefined };
	writeFileSync(file, format("overlay"));
	const { failed } = await execa("buildah", ["images"], { env, reject: false });
	// vfs works everywhere, but it copies all files for each layer, and sleeps until the end of the second to tell old
	// files from new ones.
	if (failed) writeFileSync(file, format("vfs"));
	return {
		env,
		remove: async () => {
			// overlay mounts its folder on itself.
			await execa("umount", ["--recursive", join(graph, "overlay")], { reject: false });
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The template field for the name of an image, in a list of images. */
const NAMES = { buildah: "{{.Name}}", podman: "{{.Repository}}" } as const;

/** A builder that can load images. */
interface StorageBuilder extends Builder {
	/** Copies the image in an archive to the storage, for all builders that share it. */
	readonly load: (file: string) => Promise<void>;
}

/** Podman or buildah, or the reason why it is not available. */
export async function makeStorageBuilder(
	program: "buildah" | "podman",
	{ env }: Storage,
	...flags: readonly string[]
): Promise<StorageBuilder | string> {
	const { failed } = await execa(program, ["--version"], { reject: false });
	if (failed) return `${program} is not installed`;
	const run = async (...args: readonly string[]) => (await execa(program, args, { env })).stdout;
	return {
		command: [program, "build", "--pull=never", "--network", "host", ...flags],
		env,
		// buildah inspects one image at a time.
		readConfigs: (images) =>
			Promise.all(
				images.map(async (image) =>
					normalizeConfig(readPrinted(program, await run("inspect", "--type", "image", image))),
				),
			),
		listImages: async (prefix) =>
			filterNames((await run("images", "--format", `${NAMES[program]}:{{.Tag}}`)).replaceAll("localhost/", ""), prefix),
		save: async (image, file) => {
			await run("push", image, `docker-archive:${file}:${image}:latest`);
		},
		load: async (file) => {
			await run("pull", `docker-archive:${file}`);
		},
		removeImages: async (...images) => {
			await execa(program, ["rmi", "--force", ...images], { env, reject: false });
		},
	};
}

function readPrinted(program: "buildah" | "podman", printed: string): PrintedConfig {
	if (program === "buildah")
		return (JSON.parse(printed) as { readonly Docker: { readonly config: PrintedConfig } }).Docker.config;
	const [image] = JSON.parse(printed) as readonly {
		readonly Config: PrintedConfig;
		readonly HealthCheck?: PrintedConfig["Healthcheck"];
	}[];
	return { ...image?.Config, ...(image?.HealthCheck ? { Healthcheck: image.HealthCheck } : {}) };
}
