import type { Verdict } from "./compare.ts";
import { inSeconds } from "./in-seconds.ts";
import type { End, Measurement, Orphans, Readiness, TrialProcess } from "./measurement.ts";

/** The results of a trial. */
export interface Trial {
	/** The Dockerfile or the image, as the user named it. */
	readonly target: string;
	readonly engine: { readonly name: string; readonly version: string };
	/** What the rewrite did, in one sentence. */
	readonly rewrite: string;
	/** The time after which the engine kills, in seconds. */
	readonly stopTimeout: number;
	readonly before: Measurement;
	readonly after: Measurement;
	readonly verdict: Verdict;
}

/** Formats a trial as text for people. */
export function formatTrial({ target, engine, rewrite, before, after, verdict }: Trial): string {
	return [
		`${target}, on ${engine.name} ${engine.version}`,
		`  before: as it is`,
		`  after:  ${rewrite}`,
		"",
		...formatTable([["", "before", "after"], ...listRows(before, after)]),
		...formatProcesses("before", before),
		...formatProcesses("after", after),
		"",
		`verdict: ${verdict.summary}`,
		...(verdict.kind === "changes nothing" ? [] : verdict.notes.map((note) => `  ${note}`)),
	].join("\n");
}

type Row = readonly [what: string, before: string, after: string];

/** The measurements of both containers as rows of text. */
export function listRows(before: Measurement, after: Measurement): readonly Row[] {
	const row = (what: string, tell: (measurement: Measurement) => string): Row => [what, tell(before), tell(after)];
	const init = after.processes?.role === "init" ? after.processes : undefined;
	const rows: Row[] = [
		row("up", ({ readiness }) => tellReadiness(readiness)),
		row("PID 1", ({ processes }) => processes?.command ?? "not seen"),
		row(before.stopSignal === undefined ? "stop" : `stop (${before.stopSignal})`, ({ end }) =>
			end === undefined || end.how === "by itself" ? "not stopped" : inSeconds(end.seconds),
		),
		row("end", ({ end }) => (end === undefined ? "not measured" : tellEnd(end))),
		row("zombies", ({ orphans }) => (orphans === undefined ? "not measured" : tellOrphans(orphans))),
		["image size", tellSize(before.image), `${tellSize(after.image)}${tellGrowth(before.image, after.image)}`],
	];
	return init?.memory === undefined ? rows : [...rows, ["init memory", "-", `${init.memory} KB`]];
}

function tellReadiness(readiness: Readiness): string {
	switch (readiness.kind) {
		case "ready":
			return `after ${inSeconds(readiness.seconds)}: ${readiness.detail}`;
		case "ended":
			return `no: it ended after ${inSeconds(readiness.seconds)}`;
		default:
			return `no: ${readiness.why}`;
	}
}

function tellEnd({ how, exitCode, seconds }: End): string {
	switch (how) {
		case "killed":
			return `${exitCode}, killed by the engine`;
		case "stopped":
			return `${exitCode}, not killed`;
		default:
			return `${exitCode}, by itself after ${inSeconds(seconds)}`;
	}
}

function tellOrphans({ made, zombies }: Orphans): string {
	return `${zombies ?? "not counted"} (${made === 0 ? "no" : made} orphans were made)`;
}

function tellSize({ size }: Measurement["image"]): string {
	return size === undefined ? "not known" : inBytes(size);
}

function tellGrowth({ size: before }: Measurement["image"], { size: after }: Measurement["image"]): string {
	return before === undefined || after === undefined || after <= before ? "" : ` (${inBytes(after - before)} more)`;
}

function inBytes(bytes: number): string {
	return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The number of characters of a command to show in a tree. */
const COMMAND = 90;
/** The maximum width of a column: two of them and the names of the rows fit into 120 characters. */
const COLUMN = 52;

function formatTable(rows: readonly Row[]): string[] {
	const cells = rows.map((row) => row.map((cell) => cut(cell)));
	const widths = [0, 1].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
	return cells.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}

function cut(text: string, length = COLUMN): string {
	return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function formatProcesses(title: string, { processes, processesFrom }: Measurement): string[] {
	if (processes === undefined) return [];
	return ["", `  processes ${title} (from ${processesFrom}):`, ...formatNode(processes, "    ", "    ")];
}

function formatNode(process: TrialProcess, head: string, indent: string): string[] {
	const { pid, command, isZombie, user, onStop, children } = process;
	const number = pid === undefined ? "" : `${pid === 1 ? "PID 1" : pid}  `;
	const below = children.length > 0 ? "│" : " ";
	return [
		`${head}${number}${isZombie ? "zombie: " : ""}${cut(command, COMMAND)}${user === undefined ? "" : `  (user ${user})`}`,
		`${indent}${below}    ${onStop}`,
		...children.flatMap((child, index) =>
			index === children.length - 1
				? formatNode(child, `${indent}└── `, `${indent}    `)
				: formatNode(child, `${indent}├── `, `${indent}│   `),
		),
	];
}
