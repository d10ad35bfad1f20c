import { constants } from "node:os";
import { toOneLine, toPrintableJson, toPrintableLines } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import type { TrialFlags } from "../run/flags.ts";
import type { Io } from "../run/io.ts";
import { BuildFailure, buildImage } from "../trial/build-images.ts";
import { compare } from "../trial/compare.ts";
import { type EngineClient, findEngine } from "../trial/engine-client.ts";
import { formatTrial, type Trial } from "../trial/format-trial.ts";
import type { Measurement } from "../trial/measurement.ts";
import { removeLeftovers, removeRun } from "../trial/remove-leftovers.ts";
import { formatRun, nameRun, RUN_LABEL, type Run } from "../trial/run-label.ts";
import { type Steps, showSteps } from "../trial/show-steps.ts";
import { type TrialOptions, tryContainer } from "../trial/try-container.ts";
import { planTrialBuilds, type TrialBuilds } from "./trial-builds.ts";
import { findTrialTarget } from "./trial-target.ts";

/** `pidone trial`: runs a container without and with the init, and compares them. Resolves to the exit code. */
export async function runTrial(
	named: string | undefined,
	command: readonly string[],
	flags: TrialFlags,
	io: Io,
): Promise<number> {
	const options = readTrialFlags(flags, command);
	const controller = new AbortController();
	let received: NodeJS.Signals | undefined;
	const stopListening = io.onSignal?.((signal) => {
		received = signal;
		controller.abort();
	});
	const steps = showSteps(flags.quiet ? { ...io, errTerminal: undefined } : io);
	try {
		const engine = await findEngine(flags.engine, io.cwd, controller.signal);
		return await runOn(engine, { named, flags, options, io, steps });
	} catch (error) {
		steps.clear();
		if (received !== undefined) {
			io.err("pidone: interrupted\n");
			return 128 + constants.signals[received];
		}
		if (!(error instanceof BuildFailure)) throw error;
		io.err(`${error.output.trimEnd()}\npidone: ${error.message}\n`);
		return 2;
	} finally {
		steps.clear();
		stopListening?.();
	}
}

/** What a trial is to do. */
interface TrialTask {
	readonly named: string | undefined;
	readonly flags: TrialFlags;
	readonly options: TrialOptions;
	readonly io: Io;
	readonly steps: Steps;
}

async function runOn(engine: EngineClient, { named, flags, options, io, steps }: TrialTask): Promise<number> {
	const target = findTrialTarget(named ?? ".", engine.name, io.cwd);
	if (target === undefined) {
		io.err(`pidone: ${named ?? "."}: no Dockerfile found: name one, or an image\n`);
		return 3;
	}
	await cleanUp(engine, flags, io);
	const run = nameRun();
	try {
		steps.show("rewrites");
		const label = `${RUN_LABEL}=${formatRun(run)}`;
		const builds = await planTrialBuilds({ target, flags, label, engine, io });
		if (typeof builds === "number") return builds;
		const name = target.kind === "image" ? target.name : target.path;
		const pair = await tryBoth(
			builds,
			{ run, label, image: target.kind === "image" ? name : undefined },
			{ engine, options, steps },
		);
		steps.clear();
		const trial: Trial = {
			target: name,
			engine: { name: engine.name, version: engine.version },
			rewrite: builds.rewrite,
			stopTimeout: options.stopTimeout,
			...pair,
			verdict: compare(pair),
		};
		io.out(flags.json ? `${toPrintableJson({ version, ...trial })}\n` : `${toPrintableLines(formatTrial(trial))}\n`);
		return conclude(trial, io);
	} finally {
		steps.show("cleans up");
		await removeRun(run, engine.uninterrupted);
		steps.clear();
	}
}

async function cleanUp(engine: EngineClient, { quiet }: TrialFlags, io: Io): Promise<void> {
	const { removed, kept } = await removeLeftovers(engine);
	if (quiet) return;
	if (removed > 0) io.err(`pidone: removed what ${removed} killed ${removed === 1 ? "run has" : "runs have"} left\n`);
	for (const { machine } of kept)
		io.err(`pidone: ${toOneLine(machine)} runs a trial on this engine, or has left one: not removed\n`);
}

interface Setting {
	readonly run: Run;
	readonly label: string;
	/** What is tried without a build. */
	readonly image: string | undefined;
}

interface Means {
	readonly engine: EngineClient;
	readonly options: TrialOptions;
	readonly steps: Steps;
}

/** One after the other: they may need the same port or volume, and would share the time of the CPUs. */
async function tryBoth(
	{ before: first, after: second }: TrialBuilds,
	{ run, label, image }: Setting,
	{ engine, options, steps }: Means,
): Promise<{ readonly before: Measurement; readonly after: Measurement }> {
	const nameOf = (which: string): string => `pidone-trial-${run.pid}-${run.id}-${which}`;
	const build = async (job: typeof second, which: "before" | "after", what: string): Promise<string> => {
		steps.show(`builds the image ${what}`);
		const onLine = (line: string): void => steps.show(`builds the image ${what}: ${line}`);
		await buildImage(job, { image: nameOf(which), what: `the image ${what}`, onLine }, engine);
		return nameOf(which);
	};
	const old = first === undefined ? (image ?? "") : await build(first, "before", "without the init");
	const rewritten = await build(second, "after", "with the init");
	const candidate = { label, hasInit: false };
	steps.show("tries the container without the init");
	const before = await tryContainer({ ...candidate, image: old, name: nameOf("before") }, options, engine);
	if (before.readiness.kind === "not ready") throw new UserError(tellNotReady(before, before.readiness.why));
	steps.show("tries the container with the init");
	const expected = before.output === undefined ? {} : { expected: before.output };
	const after = await tryContainer(
		{ ...candidate, image: rewritten, name: nameOf("after"), hasInit: true, ...expected },
		options,
		engine,
	);
	return { before, after };
}

function tellNotReady(measurement: Measurement, why: string): string {
	return `without the init, the container does not come up: ${why}\n${lastLines(measurement)}`;
}

const LAST_LINES = 10;

function lastLines({ output }: Measurement): string {
	const lines = [...(output?.stdout ?? []), ...(output?.stderr ?? [])].slice(-LAST_LINES);
	return lines.length === 0
		? "It printed nothing."
		: ["Its last lines:", ...lines.map((line) => `  ${line}`)].join("\n");
}

/** Says what keeps a trial from meaning much; returns the exit code. */
function conclude({ before, after, verdict }: Trial, io: Io): number {
	if (before.readiness.kind === "ended")
		io.err(
			`pidone: the container ended by itself with ${before.end?.exitCode}, so there was nothing to stop: what it needs can be passed with --run-option\n${lastLines(before)}\n`,
		);
	else if (after.readiness.kind !== "ready")
		io.err(`pidone: with the init, the container does not stay up\n${lastLines(after)}\n`);
	return verdict.kind === "helps" ? 0 : 1;
}

/** Options of `run` that would take the trial out of our hands, and why. */
const REFUSED: Readonly<Record<string, string>> = {
	"--rm": "pidone removes the container itself, after it has read its exit code",
	"--init": "it puts another init in front of both containers",
	"--entrypoint": "it replaces the ENTRYPOINT, and so the init",
	"--name": "pidone names the containers itself",
	"--restart": "the container must stay down after it has ended",
	"--detach": "pidone starts the container in the background anyway",
	"--cidfile": "the file can be of one container only",
};

function readTrialFlags(flags: TrialFlags, command: readonly string[]): TrialOptions {
	const { runOption: runOptions = [], platform = [], readyLog, readyAfter } = flags;
	for (const option of runOptions) {
		const why = REFUSED[option.split("=")[0] ?? ""];
		if (why !== undefined) throw new UserError(`--run-option ${option}: is not possible: ${why}`);
	}
	if (readyLog !== undefined && readyAfter !== undefined)
		throw new UserError("--ready-log and --ready-after: only one of them can decide when the container is up");
	if (readyLog === "") throw new UserError("--ready-log: the text is empty");
	return {
		ready: {
			...(readyLog === undefined ? {} : { log: readyLog }),
			...(readyAfter === undefined ? {} : { after: readSeconds("--ready-after", readyAfter) }),
			timeout: readSeconds("--timeout", flags.timeout),
		},
		stopTimeout: Math.ceil(readSeconds("--stop-timeout", flags.stopTimeout)),
		runOptions: [...platform.map((each) => `--platform=${each}`), ...runOptions],
		command,
	};
}

function readSeconds(option: string, text: string): number {
	const seconds = Number(text);
	if (!/^\d+(?:\.\d+)?$/.test(text) || seconds > 86_400)
		throw new UserError(`${option} ${text}: must be a number of seconds`);
	return seconds;
}
