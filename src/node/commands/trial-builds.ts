import { dirname } from "node:path";
import { exitCode } from "../../core/report/exit-code.ts";
import { toOneLine } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import type { BuildInput } from "../builder/build-input.ts";
import { readBuilderCommand } from "../builder/builder-command.ts";
import { findSupply } from "../builder/init-supply.ts";
import type { Job } from "../builder/job.ts";
import { readBuild } from "../builder/single-build.ts";
import { describeError } from "../describe-error.ts";
import type { Io } from "../io.ts";
import { optionError } from "../option-error.ts";
import { ImageKnowledge } from "../run/image-knowledge.ts";
import type { TrialFlags } from "../settings/flags.ts";
import { SettingsFinder } from "../settings/settings-finder.ts";
import type { EngineClient } from "../trial/engine-client.ts";
import { inspectImage } from "../trial/inspect.ts";
import { withoutInit } from "../trial/without-init.ts";
import { reportErrors } from "./report-errors.ts";
import { builtStage } from "./rewrite-build.ts";
import { rewriteInput } from "./rewrite-input.ts";
import type { TrialTarget } from "./trial-target.ts";

/** The builds of a trial. */
export interface TrialBuilds {
	/** Absent for an existing image. */
	readonly before?: Job;
	readonly after: Job;
	/** What the rewrite did, in one sentence. */
	readonly rewrite: string;
}

/** What the builds depend on. */
export interface TrialRequest {
	readonly target: TrialTarget;
	readonly flags: TrialFlags;
	/** `NAME=VALUE`: the label of all images. */
	readonly label: string;
	readonly engine: EngineClient;
	readonly io: Io;
}

/**
 * Rewrites the Dockerfile, or one that is based on the image. Resolves to the builds, or prints why there is nothing to
 * try and resolves to the exit code.
 */
export async function planTrialBuilds(request: TrialRequest): Promise<TrialBuilds | number> {
	const { target, io } = request;
	const origin = target.kind === "image" ? await basedOn(target.name, request) : fromFile(target, request);
	const { input, job } = await readTrialBuild(origin, request);
	const settings = await SettingsFinder.make(origin.flags, io.cwd);
	const knowledge = new ImageKnowledge(settings, io.cwd);
	const result = await rewriteInput(input, {}, { supply: job.supply, settings, knowledge });
	const { report, rewritten } = result;
	if (report.error !== undefined) return fail([{ ...report, path: nameOf(target) }], io);
	const outcome = builtStage(result);
	try {
		const source = target.kind === "image" ? input.source : withoutInit(input.source);
		if (source === rewritten.text) {
			const why = outcome === undefined ? "" : `: ${outcome.code}: ${outcome.message}`;
			io.err(`pidone: ${toOneLine(`${nameOf(target)}: pidone adds no init, so there is nothing to compare${why}`)}\n`);
			return 2;
		}
		const before = { ...job, rewritten: [{ input, text: source, usesContext: false }] };
		return {
			...(target.kind === "image" ? {} : { before }),
			after: { ...job, rewritten: [rewritten] },
			rewrite: outcome?.message ?? "",
		};
	} catch (error) {
		return fail([{ ...report, path: nameOf(target), error: describeError(error, input.source) }], io);
	}
}

/** Reads the build as `pidone build` does. Throws UserError. */
async function readTrialBuild(
	{ words, stdin }: Origin,
	{ engine, io }: TrialRequest,
): Promise<{ readonly input: BuildInput; readonly job: Omit<Job, "rewritten"> }> {
	const given = readBuilderCommand(words);
	const supply = await findSupply(given, io.cwd, process.env);
	// A builder that runs in a container does not load its result into the engine unless told to.
	const isLoaded = engine.name === "docker" && supply.kind === "context";
	const command = isLoaded ? readBuilderCommand([words[0] ?? "", "build", "--load", ...words.slice(2)]) : given;
	const project = await readBuild(
		command,
		{ cwd: io.cwd, readStdin: async () => Buffer.from(stdin), isDryRun: false },
		process.env,
	);
	const [input] = project.inputs;
	if (input === undefined) throw new Error("BUG: a build has no Dockerfile");
	const { platforms = [] } = input.facts;
	if (platforms.length > 1)
		throw optionError("--platform", platforms.join(","), "a container runs on one platform: name one");
	return { input, job: { command, words, supply, project } };
}

function nameOf(target: TrialTarget): string {
	return target.kind === "image" ? target.name : target.path;
}

function fail(files: Parameters<typeof reportErrors>[0], io: Io): number {
	reportErrors(files, io);
	return exitCode({ version, files }, "rewrite");
}

/** A builder's command, its stdin, and how to rewrite the Dockerfile. */
interface Origin {
	readonly words: readonly string[];
	readonly stdin: string;
	readonly flags: TrialFlags;
}

function fromFile({ path }: Extract<TrialTarget, { kind: "dockerfile" }>, request: TrialRequest): Origin {
	const { flags, engine } = request;
	const context = flags.context ?? dirname(path);
	const words = [...buildWords(request), `--file=${path}`, context.startsWith("-") ? `./${context}` : context];
	// The engine may have a base image that is known nowhere else.
	return { words, stdin: "", flags: flags.frozen ? flags : { ...flags, inspect: engine.name } };
}

/**
 * Rewrites an image as its users would: with a Dockerfile that is based on it, and restates its command after the init.
 */
async function basedOn(name: string, request: TrialRequest): Promise<Origin> {
	const { engine, flags } = request;
	const image = await inspectImage(name, engine);
	if (image === undefined)
		throw new UserError(`${name}: is neither a file, nor an image that ${engine.name} has: pull or build it first`);
	// Builders cannot find images by ID.
	const isId = /^(?:sha256:)?[0-9a-f]{12,64}$/.test(name);
	const base = isId ? image.names[0] : name;
	if (base === undefined)
		throw new UserError(`${name}: the image has no name to build on: give it one with ${engine.name} tag`);
	return {
		words: [...buildWords(request), "-"],
		stdin: `FROM ${base}\n`,
		flags: { ...flags, inherited: true, resolve: "engine", inspect: engine.name },
	};
}

function buildWords({ flags, label, engine }: TrialRequest): string[] {
	const { target, buildArg = [], platform = [], buildOption = [] } = flags;
	return [
		engine.name,
		"build",
		`--label=${label}`,
		...(target === undefined ? [] : [`--target=${target}`]),
		...buildArg.map((each) => `--build-arg=${each}`),
		...platform.map((each) => `--platform=${each}`),
		...buildOption,
	];
}
