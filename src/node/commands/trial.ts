import { constants } from "node:os";
import { NOTHING_FOUND } from "../../core/report/exit-code.ts";
import { toOneLine, toPrintableJson, toPrintableLines } from "../../core/report/printable.ts";
import { UserError } from "../../core/user-error.ts";
import { version } from "../../version.ts";
import type { Io } from "../io.ts";
import type { TrialFlags } from "../settings/flags.ts";
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
import { readTrialFlags } from "./trial-flags.ts";
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
	const steps = showSteps(flags.quiet ? undefined : io.errTerminal);
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

/** How to do a trial. */
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
		return NOTHING_FOUND;
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
		if (!flags.quiet) tellWhatFailed(trial, io);
		return trial.verdict.kind === "helps" ? 0 : 1;
	} finally {
		steps.show("cleans up");
		await removeRun(run, engine.uninterrupted);
		steps.clear();
	}
}

async function cleanUp(engine: EngineClient, { quiet }: TrialFlags, io: Io): Promise<void> {
	const { removed, kept } = await removeLeftovers(engine);
	if (quiet) return;
	if (removed > 0)
		io.err(`pidone: removed what ${removed === 1 ? "a killed trial" : `${removed} killed trials`} had left\n`);
	for (const { machine } of kept)
		io.err(`pidone: did not remove what a trial on another machine, ${toOneLine(machine)}, has on this engine\n`);
}

interface Setting {
	readonly run: Run;
	readonly label: string;
	/** The image to try without a build. */
	readonly image: string | undefined;
}

interface Means {
	readonly engine: EngineClient;
	readonly options: TrialOptions;
	readonly steps: Steps;
}

/** Runs the containers one after the other: they may need the same port or volume, and would compete for CPU time. */
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

/** Prints the output of a container that did not stay up. */
function tellWhatFailed({ before, after }: Trial, io: Io): void {
	if (before.readiness.kind === "ended")
		io.err(
			`pidone: the container ended by itself with ${before.end?.exitCode}, so it could not be stopped; pass what it needs with --run-option\n${lastLines(before)}\n`,
		);
	else if (after.readiness.kind !== "ready")
		io.err(`pidone: with the init, the container does not stay up\n${lastLines(after)}\n`);
}
