import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { decodeSource } from "../../core/dockerfile/decode-source.ts";
import { DEFAULT_SHELL } from "../../core/images/facts.ts";
import { INIT_CONTEXT } from "../../core/install/init-context.ts";
import { readPlatformLists } from "../../core/platform-lists.ts";
import { UserError } from "../../core/user-error.ts";
import { isPreprocessed } from "../files/preprocessed.ts";
import type { Argument } from "./arguments.ts";
import { readBuildArgs, splitPair } from "./build-args.ts";
import type { BuilderIo, BuildFacts, BuildInput, Project, RewrittenInput } from "./build-input.ts";
import { type BuilderCommand, commandWords, operandsOf, option, valuesOf, without } from "./builder-command.ts";
import { type Delivery, INIT_FOLDER } from "./delivery.ts";
import { readDockerfile, standIn } from "./dockerfiles.ts";
import { gitLabels } from "./git-labels.ts";
import { isBuildKitOff } from "./init-supply.ts";
import { isArchive, isLocalFile, isRemote, refuseArchive, refuseRemote, refuseRemoteFile } from "./remote.ts";

/** What `docker build` and similar commands build: one Dockerfile. Throws UserError. */
export async function readBuild(command: BuilderCommand, io: BuilderIo, env: NodeJS.ProcessEnv): Promise<Project> {
	refuseUnread(command);
	const facts = readFacts(command, env);
	const context = findContext(command);
	const files = valuesOf(command.arguments, "file");
	if (files.length > 1 && hasContainerfiles(command))
		throw new UserError(
			`${command.name}: --file names ${files.length} files to concatenate, and pidone can rewrite only one`,
		);
	// A script's unset variable leaves an empty value, which builders ignore.
	const file = files.at(-1) || undefined;
	if (context === "-" || file === "-") return fromStdin(command, { io, facts, context, file });
	if (isRemote(context)) {
		if (!isLocalFile(file) || !isBuildx(command, env)) refuseRemote(command, context);
		return fromFile(command, { cwd: io.cwd, env, facts, context, path: file });
	}
	if (!statSync(resolve(io.cwd, context), { throwIfNoEntry: false })?.isDirectory())
		throw new UserError(`${command.name} ${context}: the build context does not exist`);
	const path = file ?? findDefault(command, context, io.cwd);
	return fromFile(command, { cwd: io.cwd, env, facts, context, path });
}

/**
 * Whether the builder is Podman or buildah: it prefers the name Containerfile, puts several together, preprocesses
 * them, and runs shell forms without SHELL.
 */
function hasContainerfiles({ engine }: BuilderCommand): boolean {
	return engine === "podman" || engine === "buildah";
}

/** Options that change what a Dockerfile means, in a way that cannot be seen from here. */
function refuseUnread({ arguments: args, name }: BuilderCommand): void {
	if (valuesOf(args, "from").length > 0)
		throw new UserError(
			`${name} --from: replaces the first FROM, which pidone needs to know: use an ARG in FROM, and --build-arg`,
		);
	if (valuesOf(args, "build-arg-file").length > 0)
		throw new UserError(`${name} --build-arg-file: is not supported: pass the values with --build-arg`);
	const preprocessed = valuesOf(args, "file").find(isPreprocessed);
	if (preprocessed !== undefined)
		throw new UserError(
			`${preprocessed}: is preprocessed before the build: preprocess it first, and pass the result to ${name}`,
		);
}

/** What a command line says about the image. Throws UserError for an invalid platform. */
export function readFacts(command: BuilderCommand, env: NodeJS.ProcessEnv): BuildFacts {
	const { arguments: args, engine } = command;
	const target = valuesOf(args, "target").at(-1);
	const architecture = valuesOf(args, "arch").at(-1);
	const variant = valuesOf(args, "variant").at(-1);
	const asked = valuesOf(args, "platform");
	const fromArch =
		architecture === undefined
			? []
			: [[valuesOf(args, "os").at(-1) ?? "linux", architecture, ...(variant === undefined ? [] : [variant])].join("/")];
	const byDefault = engine === "docker" && env.DOCKER_DEFAULT_PLATFORM ? [env.DOCKER_DEFAULT_PLATFORM] : [];
	const platforms = readPlatformLists([asked, fromArch, byDefault].find((lists) => lists.length > 0) ?? []);
	return {
		...(target ? { target } : {}),
		...(platforms === undefined ? {} : { platforms }),
		buildArgs: readBuildArgs(valuesOf(args, "build-arg"), env),
		contexts: Object.fromEntries(valuesOf(args, "build-context").map(splitPair)),
		...(hasContainerfiles(command) ? { commandShell: DEFAULT_SHELL } : {}),
	};
}

/** The build context. Podman and buildah have a default: the folder of the file that is named, or the current one. */
function findContext(command: BuilderCommand): string {
	const operands = operandsOf(command.arguments);
	const [context] = operands;
	if (operands.length > 1)
		throw new UserError(`${command.name}: needs one build context, but got ${operands.length}: ${operands.join(", ")}`);
	if (context !== undefined && context !== "") return context;
	if (!hasContainerfiles(command))
		throw new UserError(`${command.name}: needs a build context: add a directory, such as .`);
	const file = valuesOf(command.arguments, "file")[0];
	return file === undefined || file === "-" ? "." : dirname(file);
}

const DEFAULT_NAMES: Readonly<Record<BuilderCommand["engine"], readonly string[]>> = {
	docker: ["Dockerfile", "dockerfile"],
	nerdctl: ["Dockerfile", "Containerfile"],
	podman: ["Containerfile", "Dockerfile"],
	buildah: ["Containerfile", "Dockerfile"],
};

function findDefault({ engine, name }: BuilderCommand, context: string, cwd: string): string {
	const names = DEFAULT_NAMES[engine];
	const found = names.find((each) => existsSync(resolve(cwd, context, each)));
	if (found === undefined)
		throw new UserError(`${join(context, names[0] ?? "")}: no such file: name the Dockerfile with ${name} --file`);
	return join(context, found);
}

interface FileOrigin {
	readonly cwd: string;
	readonly env: NodeJS.ProcessEnv;
	readonly facts: BuildFacts;
	readonly context: string;
	readonly path: string;
}

function fromFile(command: BuilderCommand, { cwd, env, facts, context, path }: FileOrigin): Project {
	if (isRemote(path)) refuseRemoteFile(command, path, context);
	const file = findFile(command, path, context, cwd);
	const folder = isRemote(context) ? {} : { context: resolve(cwd, context) };
	const input: BuildInput = { path, file, ...folder, source: readDockerfile(path, file), facts };
	const deliver = ([rewritten]: readonly RewrittenInput[], folder: string): Delivery => {
		if (rewritten === undefined || rewritten.text === input.source)
			return { files: [], words: commandWords(command, withInit(command.arguments, rewritten, folder)) };
		const kept = without(command.arguments, "file");
		const files = standIn(file, rewritten.text);
		const labels = isBuildx(command, env) ? Object.entries(gitLabels(input, env)) : [];
		const args = [
			option("file", join(folder, files[0]?.path ?? "")),
			...labels.map(([name, value]) => option("label", `${name}=${value}`)),
			...withInit(kept, rewritten, folder),
		];
		// Without a context, podman and buildah would take the folder of the other file.
		const isContextGiven = kept.some(({ kind }) => kind === "operand");
		return {
			files,
			words: [...commandWords(command, args), ...(isContextGiven ? [] : [context])],
		};
	};
	return { notes: [], inputs: [input], deliver };
}

/** Whether Docker builds with buildx, and not with the classic builder. */
function isBuildx({ engine, name }: BuilderCommand, env: NodeJS.ProcessEnv): boolean {
	return engine === "docker" && (name.includes("buildx") || !isBuildKitOff(env));
}

/** `--file` is relative to the current folder; podman and buildah look into the build context too. */
function findFile(command: BuilderCommand, path: string, context: string, cwd: string): string {
	const file = resolve(cwd, path);
	const inContext = resolve(cwd, context, path);
	return hasContainerfiles(command) && !existsSync(file) && existsSync(inContext) ? inContext : file;
}

interface StdinOrigin {
	readonly io: BuilderIo;
	readonly facts: BuildFacts;
	readonly context: string;
	readonly file: string | undefined;
}

/** The Dockerfile comes in on stdin, and goes out there. */
async function fromStdin(command: BuilderCommand, { io, facts, context, file }: StdinOrigin): Promise<Project> {
	const bytes = await io.readStdin();
	if (context === "-" && (isArchive(bytes) || (file !== undefined && file !== "-"))) refuseArchive(command);
	const folder = context === "-" || isRemote(context) ? undefined : resolve(io.cwd, context);
	const input: BuildInput = {
		path: "-",
		file: join(folder ?? io.cwd, "Dockerfile"),
		...(folder === undefined ? {} : { context: folder }),
		source: decodeSource(bytes),
		facts,
	};
	const deliver = ([rewritten]: readonly RewrittenInput[], workspace: string): Delivery => ({
		files: [],
		words: commandWords(command, withInit(command.arguments, rewritten, workspace)),
		input: rewritten?.text ?? bytes,
	});
	return { notes: [], inputs: [input], deliver };
}

/**
 * The arguments after the named context, where the Dockerfile needs it and the user gives none of that name.
 */
function withInit(args: readonly Argument[], rewritten: RewrittenInput | undefined, folder: string): Argument[] {
	const isOwn = valuesOf(args, "build-context").some((text) => splitPair(text)[0] === INIT_CONTEXT);
	return rewritten?.usesContext && !isOwn
		? [option("build-context", `${INIT_CONTEXT}=${join(folder, INIT_FOLDER)}`), ...args]
		: [...args];
}
