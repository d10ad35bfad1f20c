import { chmod, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { engineEnv } from "../../helpers/engine.ts";
import { nameImage, removeFolderAtEnd } from "../../helpers/leftovers.ts";

export interface ImageOptions {
	/** Options of `pidone rewrite`. */
	readonly rewriteArgs?: readonly string[];
	/** The contents of the build context, by path. All files are executable. */
	readonly files?: Readonly<Record<string, string | Uint8Array>>;
	/** Options of `docker buildx build`. */
	readonly buildArgs?: readonly string[];
}

export interface ImagePair {
	/** The image that is built from the Dockerfile as it is. */
	readonly before: string;
	/** The image that is built from the Dockerfile after `pidone rewrite`. */
	readonly after: string;
}

const root = join(import.meta.dirname, "../../../..");

/** Builds a Dockerfile as it is and after `pidone rewrite`, with the init from a named context. */
export const buildPair = async (dockerfile: string, options: ImageOptions = {}): Promise<ImagePair> => {
	const [before, after] = await Promise.all([buildUnrewritten(dockerfile, options), buildImage(dockerfile, options)]);
	return { before, after };
};

/**
 * Rewrites a Dockerfile with `pidone rewrite`, builds the result, and returns the image's name. Throws if the rewrite
 * changes nothing.
 */
export const buildImage = async (dockerfile: string, options: ImageOptions = {}): Promise<string> => {
	const { stdout, stderr } = await execa(
		"node",
		[join(root, "dist/cli.js"), "rewrite", "--install", "context:pidone-init", ...(options.rewriteArgs ?? []), "-"],
		{
			input: dockerfile,
			stripFinalNewline: false,
		},
	);
	if (stdout === dockerfile) throw new Error(`pidone rewrites nothing: ${stderr}`);
	return buildUnrewritten(stdout, options);
};

/** Builds a Dockerfile as it is, and returns the image's name. */
export const buildUnrewritten = async (
	dockerfile: string,
	{ files = {}, buildArgs = [] }: ImageOptions = {},
): Promise<string> => {
	const context = await makeContext(files);
	const name = nameImage();
	const options = [
		"--pull=false",
		"--network",
		"none",
		"--build-context",
		`pidone-init=${join(root, "dist/init")}`,
		...buildArgs,
	];
	await execa("docker", ["buildx", "build", "-f", "-", "-t", name, ...options, context], {
		env: engineEnv,
		input: dockerfile,
	});
	return name;
};

const makeContext = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
	const context = removeFolderAtEnd(await mkdtemp(join(tmpdir(), "pidone-e2e-containers-")));
	for (const [path, contents] of Object.entries(files)) {
		const file = join(context, path);
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, contents);
		await chmod(file, 0o755);
	}
	return context;
};
