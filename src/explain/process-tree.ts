import { isPosixShell } from "../dockerfile/posix-shell.ts";
import { readInitInvocation } from "../inits/invocation.ts";

/** A process of a container, as far as the command tells. */
export interface ProcessNode {
	/** The argument vector as a shell would write it. */
	readonly command: string;
	readonly isPid1: boolean;
	/** What becomes of it when the container is stopped. */
	readonly onStop: string;
	/** Who waits for orphans; on PID 1 only. */
	readonly reaping?: string;
	readonly children: readonly ProcessNode[];
}

/** The process tree of a command that a container starts; undefined for an empty one. */
export function processTree(argv: readonly string[], stopSignal = "SIGTERM"): ProcessNode | undefined {
	if (argv.length === 0) return undefined;
	const init = readInitInvocation(argv);
	if (init === undefined) return withoutInit(argv, stopSignal);
	const isGroup = init.program === "dumb-init" ? !init.options.some(({ name }) => name === "-c") : init.options.some(({ name }) => name === "-g");
	const child = plainNode(
		init.command,
		isGroup ? `gets ${stopSignal}, and so does its whole process group` : `gets ${stopSignal} from the init`,
		isGroup,
		stopSignal,
	);
	return {
		command: quoteWords(argv.slice(0, init.length)),
		isPid1: true,
		onStop: `gets ${stopSignal} and forwards it`,
		reaping: "reaps every orphan",
		children: child === undefined ? [] : [child],
	};
}

function withoutInit(argv: readonly string[], stopSignal: string): ProcessNode {
	const shell = shellText(argv);
	const child = shell === undefined ? undefined : plainNode([shell], `never gets ${stopSignal}; killed with the container after 10 s`, false, stopSignal);
	return {
		command: quoteWords(argv),
		isPid1: true,
		onStop: `gets ${stopSignal}, which the kernel drops unless the program handles it: PID 1 has no default action`,
		reaping: "reaps nothing unless it was written to: orphans stay as zombies",
		children: child === undefined || /^\s*exec\s/.test(shell ?? "") ? [] : [child],
	};
}

function plainNode(argv: readonly string[], onStop: string, isGroup: boolean, stopSignal: string): ProcessNode | undefined {
	if (argv.length === 0) return undefined;
	const shell = argv.length > 1 ? shellText(argv) : undefined;
	const child =
		shell === undefined || /^\s*exec\s/.test(shell)
			? undefined
			: plainNode([shell], isGroup ? onStop : `gets nothing: its shell does not forward ${stopSignal}`, isGroup, stopSignal);
	return { command: argv.length === 1 ? (argv[0] ?? "") : quoteWords(argv), isPid1: false, onStop, children: child === undefined ? [] : [child] };
}

/** The text that a shell runs in `sh -c text`. */
function shellText(argv: readonly string[]): string | undefined {
	const at = argv.findIndex((word) => /^-[a-z]*c$/.test(word));
	return at > 0 && isPosixShell(argv.slice(0, at + 1)) ? argv[at + 1] : undefined;
}

function quoteWords(argv: readonly string[]): string {
	return argv.map((word) => (/^[\w@%+=:,./…-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
