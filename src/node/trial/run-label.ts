import { randomBytes } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { errorCode } from "../error-code.ts";

/** The label of everything that a run creates on an engine: which process created it. */
export const RUN_LABEL = "pidone.trial";

/** A run, as recorded in its label. */
export interface Run {
	readonly machine: string;
	/** The ID of the machine's boot; empty if the system has none. */
	readonly boot: string;
	/** The PID namespace of `pid`; empty if the system has none. */
	readonly namespace: string;
	readonly pid: number;
	/** When the process started, in the system's own terms, since PIDs are reused; empty if unknown. */
	readonly start: string;
	/** Distinguishes the runs of one process. */
	readonly id: string;
}

/** The run of this process. */
export function nameRun(): Run {
	return { ...describePlace(), pid: process.pid, start: readStart(process.pid), id: randomBytes(4).toString("hex") };
}

/** Formats the value of the label. */
export function formatRun({ machine, boot, namespace, pid, start, id }: Run): string {
	return [machine, boot, namespace, pid, start, id].join("/");
}

/** Reads the value of a label; undefined for a value that no run writes. */
export function parseRun(label: string): Run | undefined {
	const [machine = "", boot = "", namespace = "", pid = "", start = "", id, ...more] = label.split("/");
	if (id === undefined || more.length > 0 || !/^\d+$/.test(pid)) return undefined;
	return { machine, boot, namespace, pid: Number(pid), start, id };
}

/** What this machine knows about runs. */
export interface Surroundings extends Pick<Run, "machine" | "boot" | "namespace"> {
	/** When the process with a PID started; undefined if there is none. */
	readonly startOf: (pid: number) => string | undefined;
}

/**
 * Whether a run has ended: it was on this machine, and its process is gone. Unknown for a run on another machine or in
 * another PID namespace.
 */
export function hasEnded(run: Run, here: Surroundings): boolean {
	if (run.machine !== here.machine) return false;
	if (run.boot !== here.boot) return true;
	if (run.namespace !== here.namespace) return false;
	const start = here.startOf(run.pid);
	return start === undefined || start !== run.start;
}

/** Reads what this machine knows about runs. */
export function lookAround(): Surroundings {
	return { ...describePlace(), startOf: (pid) => (isRunning(pid) ? readStart(pid) : undefined) };
}

function describePlace(): Pick<Run, "machine" | "boot" | "namespace"> {
	return {
		// Slashes separate the parts of the label.
		machine: hostname().replaceAll("/", "-"),
		boot: readText("/proc/sys/kernel/random/boot_id"),
		namespace: readNamespace(),
	};
}

function readNamespace(): string {
	try {
		return readlinkSync("/proc/self/ns/pid").replace(/\D/g, "");
	} catch {
		return "";
	}
}

/** The 22nd field of proc_pid_stat(5); the name in the second may have blanks and brackets. */
function readStart(pid: number): string {
	const stat = readText(`/proc/${pid}/stat`);
	return stat.slice(stat.lastIndexOf(")") + 1).split(" ")[20] ?? "";
}

function readText(path: string): string {
	try {
		return readFileSync(path, "latin1").trim();
	} catch {
		return "";
	}
}

function isRunning(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		// The process exists, but belongs to another user.
		return errorCode(error) === "EPERM";
	}
}
