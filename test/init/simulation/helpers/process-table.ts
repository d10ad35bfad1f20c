import type { Clock } from "./clock.ts";
import {
	EPERM,
	ESRCH,
	SIGCHLD,
	SIGCONT,
	SIGHUP,
	SIGINT,
	SIGKILL,
	SIGQUIT,
	SIGSTOP,
	SIGTERM,
	SIGURG,
	SIGWINCH,
	STOPS,
	WITH_CORE,
} from "./linux.ts";
import type { PendingSignals } from "./pending-signals.ts";
import { type Group, type Nature, PLAIN, type Process } from "./process.ts";

const IGNORED = [SIGCHLD, SIGCONT, SIGURG, SIGWINCH];
const ENDS_GRACEFUL = [SIGTERM, SIGINT, SIGQUIT, SIGHUP];

/** The processes of a PID namespace, including the init. Numbers are reused as soon as the kernel could reuse them. */
export class ProcessTable {
	readonly init: Process;
	/** Whether the init adopts orphans. */
	isReaper: boolean;
	/** Nanoseconds for which a number is not reused. The kernel assigns all others first. */
	rest = 0;
	readonly #clock: Clock;
	readonly #pending: PendingSignals;
	readonly #tell: (line: string) => void;
	readonly #processes = new Map<number, Process>();
	/** By number: when a process or a member of a group last gave it up. */
	readonly #freedAt = new Map<number, number>();

	constructor(pid: number, clock: Clock, pending: PendingSignals, tell: (line: string) => void) {
		this.#clock = clock;
		this.#pending = pending;
		this.#tell = tell;
		this.isReaper = pid === 1;
		this.init = this.#make(pid, "init", PLAIN, undefined, { id: pid }, pid);
	}

	get all(): readonly Process[] {
		return [...this.#processes.values()];
	}

	get(pid: number): Process | undefined {
		return this.#processes.get(pid);
	}

	findGroup(id: number): Group | undefined {
		for (const { group } of this.#processes.values()) if (group.id === id) return group;
		return undefined;
	}

	members(group: Group | undefined): Process[] {
		return this.all.filter((process) => process.group === group);
	}

	#isDescendant(process: Process): boolean {
		for (let ancestor = process.parent; ancestor !== undefined; ancestor = ancestor.parent)
			if (ancestor === this.init) return true;
		return false;
	}

	fork(parent: Process | undefined, name: string, nature: Nature): Process {
		const pid = this.#freePid();
		const group = parent?.group ?? { id: pid };
		return this.#make(pid, name, nature, parent, group, parent?.session ?? pid);
	}

	#make(
		pid: number,
		name: string,
		nature: Nature,
		parent: Process | undefined,
		group: Group,
		session: number,
	): Process {
		const process: Process = {
			pid,
			name,
			nature,
			parent,
			children: new Set(),
			group,
			session,
			state: "running",
			isReady: true,
			waiting: [],
			waitStatus: 0,
			stopReport: 0,
			endedAt: 0,
			adoptedAt: undefined,
		};
		parent?.children.add(process);
		this.#processes.set(pid, process);
		return process;
	}

	/** The smallest number that no process, group or session has or just had. This is close to the worst case. */
	#freePid(): number {
		const taken = new Set<number>([1]);
		for (const { pid, group, session } of this.#processes.values()) taken.add(pid).add(group.id).add(session);
		for (const [id, time] of this.#freedAt) if (this.#clock.now - time < this.rest) taken.add(id);
		let pid = this.init.pid + 1;
		while (taken.has(pid)) pid++;
		return pid;
	}

	/** setpgid(2), which creates or joins a group. */
	setGroup(process: Process, id: number): void {
		this.#freedAt.set(process.group.id, this.#clock.now);
		process.group = this.findGroup(id) ?? { id };
	}

	/** setsid(2) */
	setSession(process: Process): void {
		this.#freedAt.set(process.group.id, this.#clock.now);
		process.group = { id: process.pid };
		process.session = process.pid;
	}

	/** kill(2) by the init. @returns 0 or minus errno */
	kill(target: number, signal: number): number {
		if (target === -1) {
			const others = this.all.filter((process) => process.pid > 1 && process !== this.init);
			return this.#signalAll(others, signal) === -ESRCH ? -ESRCH : 0;
		}
		if (target < -1) return this.#signalAll(this.members(this.findGroup(-target)), signal);
		const process = this.get(target);
		return this.#signalAll(process === undefined ? [] : [process], signal);
	}

	#signalAll(targets: readonly Process[], signal: number): number {
		const permitted = targets.filter(({ nature }) => !nature.isForeign);
		if (signal !== 0) for (const process of permitted) this.signal(process, signal);
		if (permitted.length > 0) return 0;
		return targets.length > 0 ? -EPERM : -ESRCH;
	}

	/** A signal reaches a process. */
	signal(process: Process, signal: number, value?: number): void {
		if (process.state === "zombie" || process.state === "gone") return;
		if (process === this.init) {
			this.#signalInit(signal, value);
			return;
		}
		if (signal === SIGKILL) this.end(process, SIGKILL);
		else if (!process.isReady) process.waiting.push(signal);
		else if (signal === SIGCONT) this.resume(process);
		else if (process.state === "stopped") process.waiting.push(signal);
		else this.#react(process, signal);
	}

	/** The init blocks every signal that can be blocked. PID 1 is never stopped. */
	#signalInit(signal: number, value?: number): void {
		if (signal === SIGSTOP) {
			if (this.init.pid !== 1) this.init.state = "stopped";
			return;
		}
		if (signal === SIGCONT) this.init.state = "running";
		this.#pending.add(signal, value);
	}

	#react(process: Process, signal: number): void {
		const { response, delay, code } = process.nature;
		if (STOPS.includes(signal) && (signal === SIGSTOP || response === "default")) {
			this.#stop(process, signal);
			return;
		}
		if (IGNORED.includes(signal) || response === "deaf") return;
		if (response === "default") this.end(process, WITH_CORE.includes(signal) ? signal | 0x80 : signal);
		else if (ENDS_GRACEFUL.includes(signal)) this.#clock.schedule(delay, () => this.end(process, code << 8));
	}

	#stop(process: Process, signal: number): void {
		process.state = "stopped";
		process.stopReport = signal;
		this.#tell(`${process.pid} stops`);
		if (process.parent === this.init) this.#pending.add(SIGCHLD);
	}

	/** Delivers pending signals: the process can handle signals now, or was continued. */
	resume(process: Process): void {
		if (process.state === "zombie" || process.state === "gone") return;
		process.state = "running";
		process.isReady = true;
		process.stopReport = 0;
		for (const signal of process.waiting.splice(0)) this.signal(process, signal);
	}

	/** A process ends; its children lose their parent. @param waitStatus as in <sys/wait.h> */
	end(process: Process, waitStatus: number): void {
		if (process.state === "zombie" || process.state === "gone") return;
		process.state = "zombie";
		process.stopReport = 0;
		process.waitStatus = waitStatus;
		process.endedAt = this.#clock.now;
		this.#tell(`${process.pid} ends with 0x${waitStatus.toString(16)}`);
		for (const child of process.children) this.#adopt(child);
		process.children.clear();
		if (process.parent === this.init) this.#pending.add(SIGCHLD);
		else if (process.parent === undefined || process.parent.nature.doesReap) this.remove(process);
	}

	/** The nearest ancestor that adopts orphans becomes the parent. */
	#adopt(orphan: Process): void {
		const isOurs = this.isReaper && this.#isDescendant(orphan);
		orphan.parent = isOurs ? this.init : undefined;
		if (isOurs) {
			this.init.children.add(orphan);
			orphan.adoptedAt = this.#clock.now;
			this.#tell(`${orphan.pid} is an orphan`);
			if (orphan.state === "zombie") this.#pending.add(SIGCHLD);
		} else if (orphan.state === "zombie") {
			this.remove(orphan);
		}
	}

	/** An ended process was reaped: its number is free. */
	remove(process: Process): void {
		process.state = "gone";
		process.parent?.children.delete(process);
		this.#processes.delete(process.pid);
		this.#freedAt.set(process.pid, this.#clock.now).set(process.group.id, this.#clock.now);
	}
}
