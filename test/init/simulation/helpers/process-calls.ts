import { Executed, type Kernel, Violation } from "./kernel.ts";
import {
	EACCES,
	ECHILD,
	EINTR,
	EINVAL,
	EPERM,
	ESRCH,
	PR_GET_CHILD_SUBREAPER,
	PR_SET_CHILD_SUBREAPER,
	PR_SET_PDEATHSIG,
	SI_CODE,
	SI_VALUE,
	WNOHANG,
	WUNTRACED,
} from "./linux.ts";
import type { SystemCalls } from "./machine.ts";
import type { Process } from "./process.ts";

/** System calls that create, wait for and signal processes. */
export function makeProcessCalls(kernel: Kernel): SystemCalls {
	const { table, memory, observer, surroundings } = kernel;
	return {
		getpid: () => kernel.current.pid,
		getpgid: () => kernel.current.group.id,
		getsid: () => kernel.current.session,
		setsid: () => {
			if (kernel.current.group.id === kernel.current.pid) return -EPERM;
			table.setSession(kernel.current);
			return kernel.current.pid;
		},
		setpgid: (pid, group) => setGroup(kernel, pid, group),
		fork: () => {
			if (typeof surroundings.fork === "number") return surroundings.fork;
			const child = table.fork(table.init, surroundings.name, kernel.mainNature);
			kernel.main = child;
			if (surroundings.fork === "child") {
				kernel.current = child;
				return 0;
			}
			child.isReady = false;
			kernel.whenForked(child);
			return child.pid;
		},
		execve: (path, argv, environment) => {
			if (kernel.current === table.init) throw new Violation("the init itself becomes a program");
			const name = memory.readText(path);
			const result = surroundings.execute(name);
			if (result < 0) return result;
			throw new Executed(name, memory.readTexts(argv), memory.readTexts(environment));
		},
		wait4: (pid, status, options) => waitForChild(kernel, pid, status, options),
		kill: (target, signal) => {
			const group = target < -1 ? table.findGroup(-target) : undefined;
			const result = table.kill(target, signal);
			observer.killed(target, signal, result, group);
			return result;
		},
		rt_sigqueueinfo: (pid, signal, info) => {
			// The kernel does not let a process imitate kill(2), whose code is 0.
			if (memory.read32(info + SI_CODE) >= 0) return -EPERM;
			const result = table.kill(pid, signal);
			observer.killed(pid, signal, result, undefined, memory.read32(info + SI_VALUE));
			return result;
		},
		exit_group: (status) => {
			kernel.exitStatus = status;
			if (kernel.current === table.init) observer.exits(status);
			return 0;
		},
		prctl: (operation, argument) => control(kernel, operation, argument),
	};
}

function control(kernel: Kernel, operation: number, argument: number): number {
	const { subreaperResult } = kernel.surroundings;
	switch (operation) {
		case PR_SET_PDEATHSIG:
			if (argument < 0 || argument > 64) return -EINVAL;
			kernel.parentDeathSignal = argument;
			return 0;
		case PR_GET_CHILD_SUBREAPER:
			if (subreaperResult === 0) kernel.memory.write32(argument, kernel.table.isReaper ? 1 : 0);
			return subreaperResult;
		case PR_SET_CHILD_SUBREAPER:
			kernel.table.isReaper ||= subreaperResult === 0;
			return subreaperResult;
		default:
			throw new Violation(`prctl(${operation})`);
	}
}

function setGroup({ table, current, main }: Kernel, pid: number, group: number): number {
	const process = pid === 0 ? current : table.get(pid);
	if (process === undefined || (process !== current && process.parent !== current)) return -ESRCH;
	if (process === main && process !== current && process.isReady) return -EACCES;
	if (process.session === process.pid) return -EPERM;
	table.setGroup(process, group === 0 ? process.pid : group);
	return 0;
}

function waitForChild(kernel: Kernel, pid: number, status: number, options: number): number {
	const { table, memory, observer } = kernel;
	if (pid !== -1 || (options & WNOHANG) === 0) throw new Violation(`wait4(${pid}, …, ${options}) may wait for ever`);
	if (kernel.isInterrupted) return -EINTR;
	const reports = [...table.init.children].filter((child) => hasReport(child, options));
	if (reports.length === 0) {
		observer.waitedForNone(table.init.children.size === 0);
		return table.init.children.size === 0 ? -ECHILD : 0;
	}
	const child = kernel.random.pick(reports);
	memory.write32(status, child.state === "zombie" ? child.waitStatus : (child.stopReport << 8) | 0x7f);
	if (child.state === "zombie") table.remove(child);
	observer.waitedFor(child);
	child.stopReport = 0;
	return child.pid;
}

function hasReport(child: Process, options: number): boolean {
	return child.state === "zombie" || (child.stopReport !== 0 && (options & WUNTRACED) !== 0);
}
