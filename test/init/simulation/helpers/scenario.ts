import type { Kernel, Surroundings } from "./kernel.ts";
import { MILLISECOND } from "./linux.ts";
import type { Machine } from "./machine.ts";
import { INDIFFERENT } from "./observer.ts";
import { type Nature, PLAIN } from "./process.ts";
import { run } from "./run.ts";

export interface Scenario {
	readonly argv: readonly string[];
	readonly environment?: readonly string[];
	readonly surroundings?: Partial<Surroundings>;
	/** Signals for the init, each at a time in milliseconds. */
	readonly signals?: readonly (readonly [time: number, signal: number])[];
	/** Whether the main child reacts to signals; by default, it ignores them. */
	readonly obeys?: boolean;
	/** Orphans that appear, by name. */
	readonly orphans?: readonly string[];
	/** When they appear, in milliseconds: by default, at 5. */
	readonly orphanTimes?: readonly number[];
	/** Whether they end on a stop signal. */
	readonly doOrphansObey?: boolean;
	/** When the main child ends by itself, in milliseconds. */
	readonly end?: number;
	/** The status that it ends with, as in <sys/wait.h>. */
	readonly waitStatus?: number;
}

export interface Outcome {
	readonly status: number | undefined;
	/**
	 * `TIME TARGET SIGNAL` for each signal that was sent. The time is in whole milliseconds; the target is `group`, `all`
	 * or a process's name.
	 */
	readonly sent: readonly string[];
	readonly stdout: string;
	readonly stderr: string;
	readonly parentDeathSignal: number;
	readonly isReaper: boolean;
}

/** Plays a scenario. */
export function playScenario(machine: Machine, scenario: Scenario): Outcome {
	const {
		argv,
		environment = [],
		surroundings = {},
		signals = [],
		obeys = false,
		orphans = [],
		orphanTimes = [5],
		doOrphansObey = false,
		end = 20_000,
		waitStatus = 0,
	} = scenario;
	const sent: string[] = [];
	const { kernel, status, violation } = run(machine, {
		argv,
		environment,
		surroundings,
		observe: (kernel) => ({
			...INDIFFERENT,
			killed: (target, signal) => {
				if (signal !== 0)
					sent.push(`${Math.floor(Number(kernel.time) * 1000)} ${nameTarget(kernel, target)} ${signal}`);
			},
		}),
		prepare: (kernel) => {
			const { clock, table } = kernel;
			kernel.whenForked = (main) => {
				table.setGroup(main, main.pid);
				table.resume(main);
				for (const [time, signal] of signals) clock.schedule(time * MILLISECOND, () => kernel.signalInit(signal));
				for (const name of orphans) {
					for (const time of orphanTimes)
						clock.schedule(time * MILLISECOND, () => leaveOrphan(kernel, name, doOrphansObey ? PLAIN : DEAF));
				}
				clock.schedule(end * MILLISECOND, () => table.end(main, waitStatus));
			};
			if (!obeys) kernel.mainNature = DEAF;
		},
	});
	if (violation !== undefined) throw new Error(violation);
	const [stdout, stderr] = [kernel.written[1] ?? "", kernel.written[2] ?? ""];
	return { status, sent, stdout, stderr, parentDeathSignal: kernel.parentDeathSignal, isReaper: kernel.table.isReaper };
}

function leaveOrphan({ table, main }: Kernel, name: string, nature: Nature): void {
	const parent = table.fork(main, "parent", DEAF);
	table.fork(parent, name, nature);
	table.end(parent, 0);
}

function nameTarget({ table }: Kernel, target: number): string {
	if (target < 0) return target === -1 ? "all" : "group";
	return table.get(target)?.name ?? "nobody";
}

const DEAF = { response: "deaf", delay: 0, code: 0, doesReap: true, isForeign: false } as const;
