import type { Deadlines } from "./deadlines.ts";
import type { Kernel } from "./kernel.ts";
import { SECOND, SIGCONT, SIGSTOP, SIGTSTP } from "./linux.ts";
import type { Process } from "./process.ts";
import type { Settings } from "./settings.ts";
import { TERMINAL_STOPS } from "./signal-rules.ts";
import type { Step } from "./step.ts";

/** Models what the init must do when its main child has stopped. */
export class StopWatch {
	readonly #kernel: Kernel;
	readonly #settings: Settings;
	readonly #deadlines: Deadlines;
	/** Whether the child is stopped, and the init has not continued it. */
	#isStopped = false;
	#hasForwardedStop = false;

	constructor(kernel: Kernel, settings: Settings, deadlines: Deadlines) {
		this.#kernel = kernel;
		this.#settings = settings;
		this.#deadlines = deadlines;
	}

	/** Whether the init stops with its child, for the shell that waits for the init. */
	get isFollowing(): boolean {
		const { surroundings, terminal, table } = this.#kernel;
		const isInteractive =
			surroundings.stdin === "terminal" && surroundings.isForeground && terminal.session === table.init.session;
		return this.#settings.personality === "pidone" && table.init.pid !== 1 && !this.#settings.session && isInteractive;
	}

	/** wait4 reported that the child has stopped. @returns what to send */
	stopped(child: Process): Step[] {
		const { table, terminal, clock } = this.#kernel;
		const signal = child.stopReport;
		const goesOn: Step = { signal: SIGCONT, target: -child.pid };
		if (this.#hasForwardedStop || (table.init.pid === 1 && TERMINAL_STOPS.includes(signal))) {
			const canHaveTerminal = table.init.pid === 1 && terminal.controls(table.init) && child.group.id === child.pid;
			if (signal === SIGSTOP || signal === SIGTSTP || canHaveTerminal) return [this.#continue(goesOn)];
			this.#deadlines.remove("continue");
			this.#deadlines.add({ signal: "continue", at: clock.now + SECOND });
			this.#isStopped = true;
			return [];
		}
		if (this.isFollowing) return [{ signal: SIGSTOP, target: table.init.pid }, this.#continue(goesOn)];
		this.#isStopped = true;
		return [];
	}

	#continue(step: Step): Step {
		this.#isStopped = false;
		return step;
	}

	/** The second for which the child stays stopped without the terminal is over. */
	continues(): void {
		this.#isStopped = false;
	}

	/** A stop signal was forwarded. @returns whether SIGCONT must follow it */
	askedToEnd(): boolean {
		this.#hasForwardedStop = true;
		return this.#isStopped;
	}

	/** The child was reaped. */
	ended(): void {
		this.#isStopped = false;
		if (!this.#deadlines.has("continue")) return;
		this.#deadlines.remove("continue");
		this.#deadlines.addSilent(SECOND);
	}
}
