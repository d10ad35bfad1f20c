/** What a process does with a signal, according to its masks. */
export type SignalHandling = "handles" | "waits" | "ignores" | "default";

/** Signal masks as the kernel prints them: hexadecimal, the lowest bit is signal 1. */
interface SignalMasks {
	readonly caught: string;
	readonly ignored: string;
	readonly blocked: string;
}

/** What `/proc/PID/status` says about a process. */
export interface ProcessStatus {
	readonly name: string;
	/** Its PID in the innermost PID namespace. */
	readonly pid: number;
	/** The number of PID namespaces in which it has a PID, counted from this one: 2 or more in a container. */
	readonly depth: number;
	/** The PID of its parent on this machine. */
	readonly parent: number;
	readonly isZombie: boolean;
	/** The effective user. */
	readonly user: string;
	/** In KB. */
	readonly memory?: number;
	readonly masks: SignalMasks;
}

/** Reads `/proc/PID/status` (proc_pid_status(5)); undefined for any other text. */
export function readStatus(text: string): ProcessStatus | undefined {
	const fields = new Map(
		text.split("\n").flatMap((line): [string, string][] => {
			const colon = line.indexOf(":");
			return colon === -1 ? [] : [[line.slice(0, colon), line.slice(colon + 1).trim()]];
		}),
	);
	const words = (name: string): string[] => (fields.get(name) ?? "").split(/\s+/).filter(Boolean);
	const [parent, state] = [Number(words("PPid")[0]), words("State")[0]];
	// Kernels before 4.1, and some sandboxes, have no line with the PIDs in all namespaces.
	const pids = words("NSpid").length > 0 ? words("NSpid") : words("Pid");
	if (pids.length === 0 || Number.isNaN(parent) || state === undefined) return undefined;
	const [memory] = words("VmRSS");
	return {
		name: fields.get("Name") ?? "",
		pid: Number(pids.at(-1)),
		depth: pids.length,
		parent,
		isZombie: state === "Z" || state === "X",
		user: words("Uid")[1] ?? "",
		...(memory === undefined ? {} : { memory: Number(memory) }),
		masks: {
			caught: fields.get("SigCgt") ?? "",
			ignored: fields.get("SigIgn") ?? "",
			blocked: fields.get("SigBlk") ?? "",
		},
	};
}

/**
 * What a process does with a signal. While a process waits in sigtimedwait(2), as inits do, its mask is empty: the
 * kernel unblocks the signals that it waits for.
 * @param place the kernel function in which it sleeps, from `/proc/PID/wchan`; empty if unreadable
 */
export function readHandling(masks: SignalMasks, signal: number, place: string): SignalHandling {
	if (hasSignal(masks.caught, signal)) return "handles";
	if (hasSignal(masks.blocked, signal) || place.includes("sigtimedwait")) return "waits";
	return hasSignal(masks.ignored, signal) ? "ignores" : "default";
}

function hasSignal(mask: string, signal: number): boolean {
	return signal > 0 && /^[0-9a-f]+$/i.test(mask) && ((BigInt(`0x${mask}`) >> BigInt(signal - 1)) & 1n) === 1n;
}
