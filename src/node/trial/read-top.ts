/** A process in the output of `ENGINE top`. */
export interface TopProcess {
	/** As the engine's machine numbers it. */
	readonly hostPid: number;
	readonly parent: number;
	readonly user: string;
	readonly isZombie: boolean;
	readonly command: string;
	/** Its number in the container, where the engine says it. */
	readonly pid?: number;
}

/** What to ask `ENGINE top` for: Docker and nerdctl run ps(1) on their machine, Podman has names of its own. */
export function topWords(engine: string): readonly string[] {
	return engine === "podman" ? ["hpid", "ppid", "huser", "state", "pid", "args"] : ["-eo", "pid,ppid,uid,stat,args"];
}

/** Reads what `ENGINE top` prints for `topWords`; lines that are something else are left out. */
export function readTop(engine: string, text: string): TopProcess[] {
	const processes = text.split("\n").flatMap((line) => {
		const pattern =
			engine === "podman"
				? /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S)\s+(\d+)\s+(.*)$/
				: /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(\S)\S*()\s+(.*)$/;
		const [, hostPid, parent, user, state, pid, command] = pattern.exec(line) ?? [];
		if (hostPid === undefined || command === undefined || user === undefined) return [];
		return [
			{
				hostPid: Number(hostPid),
				parent: Number(parent),
				user,
				isZombie: state === "Z",
				command: command.trimEnd(),
				...(pid ? { pid: Number(pid) } : {}),
			},
		];
	});
	return engine === "podman" ? processes.map((process) => withHostParent(process, processes)) : processes;
}

/** Podman gives the parent's number in the container. */
function withHostParent(process: TopProcess, all: readonly TopProcess[]): TopProcess {
	const parent = all.find(({ pid }) => pid === process.parent);
	return { ...process, parent: parent?.hostPid ?? 0 };
}
