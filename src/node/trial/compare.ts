import { findMissingLines, MAX_LINES } from "./compare-output.ts";
import { inSeconds } from "./in-seconds.ts";
import type { Measurement, TrialProcess } from "./measurement.ts";

/** The conclusion of one trial. */
export interface Verdict {
	readonly kind: "helps" | "changes nothing" | "breaks";
	/** One line for people. */
	readonly summary: string;
	/** What is better with the init: parts of a sentence. */
	readonly improvements: readonly string[];
	/** What is worse with the init. */
	readonly problems: readonly string[];
	/** What did not change, and what could not be measured. */
	readonly notes: readonly string[];
}

/** The measurements of both containers. */
export interface Pair {
	readonly before: Measurement;
	readonly after: Measurement;
}

/**
 * Stops may differ by this many seconds from run to run: supervisord, for example, checks once a second whether to
 * stop.
 */
const SAME_SECONDS = 3;

/** Compares what was measured without and with the init. */
export function compare(pair: Pair): Verdict {
	const found = [compareReadiness, compareEnds, compareZombies, compareUsers, compareOutput].map((each) => each(pair));
	const all = (name: keyof Finding): string[] => found.flatMap((each) => each[name] ?? []);
	const [improvements, problems] = [all("improvements"), all("problems")];
	const kind = problems.length > 0 ? "breaks" : improvements.length > 0 ? "helps" : "changes nothing";
	const parts = { improvements, problems, notes: all("notes") };
	return { kind, summary: summarize(kind, parts), ...parts };
}

function summarize(kind: Verdict["kind"], { improvements, problems, notes }: Required<Finding>): string {
	switch (kind) {
		case "helps":
			return `the init helps: ${improvements.join("; ")}`;
		case "breaks":
			return `the init breaks something: ${problems.join("; ")}`;
		default:
			return `the init changes nothing that was measured${notes.length === 0 ? "" : `: ${notes.join("; ")}`}`;
	}
}

type Finding = Partial<Omit<Verdict, "kind" | "summary">>;

function compareReadiness({ before, after }: Pair): Finding {
	if (before.readiness.kind !== "not ready" && after.readiness.kind === "not ready")
		return { problems: [`the container does not come up: ${after.readiness.why}`] };
	return {};
}

function compareEnds({ before: { end: before }, after: { end: after } }: Pair): Finding {
	if (before === undefined || after === undefined) return {};
	const codes = `${after.exitCode} instead of ${before.exitCode}`;
	if (before.how === "by itself" && after.how === "by itself")
		return before.exitCode === after.exitCode
			? { notes: [`ends by itself with ${after.exitCode}, as before`] }
			: { problems: [`ends by itself with ${codes}`] };
	if (after.how === "by itself") return { problems: [`ends by itself with ${after.exitCode}`] };
	if (before.how === "by itself") return { problems: [`does not end by itself any more, with ${before.exitCode}`] };
	const [slow, fast] = [inSeconds(before.seconds), inSeconds(after.seconds)];
	if (after.how === "killed")
		return before.how === "killed"
			? { notes: [`is still killed after ${fast}, with ${after.exitCode}`] }
			: { problems: [`is killed after ${fast}, and stopped in ${slow} before`] };
	if (before.how === "killed") return { improvements: [`stops in ${fast} instead of ${slow}`, codes] };
	if (before.exitCode !== after.exitCode) return { problems: [`exits with ${codes} when it is stopped`] };
	if (after.seconds > before.seconds + SAME_SECONDS) return { problems: [`stops in ${fast} instead of ${slow}`] };
	if (after.seconds < before.seconds - SAME_SECONDS) return { improvements: [`stops in ${fast} instead of ${slow}`] };
	return { notes: [`stops in ${fast} with ${after.exitCode}, as before`] };
}

function compareZombies({ before: { orphans: before }, after: { orphans: after } }: Pair): Finding {
	if (before === undefined || after === undefined) return {};
	const why = before.why ?? after.why;
	const notes = why === undefined ? [] : [`no orphans were made: ${why}`];
	if (before.zombies === undefined || after.zombies === undefined) return { notes };
	const zombies = `${countZombies(after.zombies)} instead of ${before.zombies}`;
	if (after.zombies < before.zombies) return { improvements: [`leaves ${zombies}`], notes };
	if (after.zombies > before.zombies) return { problems: [`leaves ${zombies}`], notes };
	if (why !== undefined) return { notes };
	return {
		notes: [after.zombies === 0 ? "leaves no zombies, as before" : `still leaves ${countZombies(after.zombies)}`],
	};
}

function compareUsers({ before, after }: Pair): Finding {
	const [old, now] = [findMain(before.processes)?.user, findMain(after.processes)?.user];
	return old === undefined || now === undefined || old === now
		? {}
		: { problems: [`runs as user ${now} instead of ${old}`] };
}

function countZombies(count: number): string {
	return count === 1 ? "1 zombie" : `${count} zombies`;
}

/** The process that the container is for: PID 1, or the init's main child. */
function findMain(process: TrialProcess | undefined): TrialProcess | undefined {
	return process?.role === "init" ? process.children.find(({ role }) => role === "main") : process;
}

/** The number of characters of a line to show. */
const LONGEST_LINE = 60;

function compareOutput({ before: { output: before }, after: { output: after } }: Pair): Finding {
	if (before === undefined || after === undefined) return {};
	if (before.isCut || after.isCut) return { notes: [`printed more than ${MAX_LINES} lines, which are not compared`] };
	const lines = findMissingLines(before, after);
	const [first] = lines;
	if (first === undefined) return {};
	const shown = JSON.stringify(first.length > LONGEST_LINE ? `${first.slice(0, LONGEST_LINE)}…` : first);
	const others = lines.length === 1 ? "" : ` and ${lines.length - 1} more ${lines.length === 2 ? "line" : "lines"}`;
	return { problems: [`does not print ${shown}${others}`] };
}
