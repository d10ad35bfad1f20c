// What the signals of `docker stop` do to programs.
import { baseName } from "../inits/invocation.ts";

/** What a program does on a stop signal. */
export interface StopFacts {
	/** The signal on which it finishes its work and ends, such as `SIGQUIT`. */
	readonly graceful: string;
	/** What SIGTERM does instead. */
	readonly sigterm: string;
	/** Other ways to stop it gracefully with SIGTERM. */
	readonly alternative?: string;
}

interface Program extends StopFacts {
	readonly program: RegExp;
	/** What makes SIGTERM right after all, in a line for each word, variable of the environment and setting. */
	readonly isFineWith?: RegExp;
}

const REQUESTS = "cuts off open requests";

/** Sources: the programs' manuals, and STOPSIGNAL of their official images. */
const PROGRAMS: readonly Program[] = [
	{ program: /^(?:(?:nginx|openresty|angie)(?:-debug)?|tengine)$/, graceful: "SIGQUIT", sigterm: REQUESTS },
	{
		program: /^(?:httpd|apache2|httpd-foreground|apache2-foreground)$/,
		graceful: "SIGWINCH",
		sigterm: REQUESTS,
		// That of busybox: a port, or -f without the file that Apache's takes.
		isFineWith: /^-v*(?:f?v*p|fv*(?:\n-|(?![\s\S])))/m,
	},
	{
		program: /^(?:apachectl|apache2ctl)$/,
		graceful: "SIGWINCH",
		sigterm: "ends this script or is dropped by it, and does not reach Apache",
		alternative: "start Apache itself, as in apache2 -D FOREGROUND",
	},
	{ program: /^php-fpm[\d.]*$/, graceful: "SIGQUIT", sigterm: "cuts off running requests" },
	{ program: /^(?:postgres|postmaster)$/, graceful: "SIGINT", sigterm: "waits until every client has disconnected" },
	{ program: /^haproxy$/, graceful: "SIGUSR1", sigterm: "cuts off open connections" },
	{ program: /^unicorn(?:_rails)?$/, graceful: "SIGQUIT", sigterm: "ends the workers in the middle of their requests" },
	{ program: /^lighttpd$/, graceful: "SIGINT", sigterm: REQUESTS },
	{
		program: /^uwsgi(?:-core|_python\d*)?$/,
		graceful: "SIGINT",
		sigterm: "reloads its workers instead of stopping it",
		alternative: "give it --die-on-term",
		isFineWith: /die-on-term|hook-master-start|^UWSGI_DIE_ON_TERM$/m,
	},
	{ program: /^systemd$/, graceful: "SIGRTMIN+3", sigterm: "restarts it instead of stopping it" },
];

/**
 * How a program stops; undefined for programs that SIGTERM ends gracefully, or may.
 * @param words its arguments
 * @param readSettings returns the names of its variables and the lines of its configuration files; undefined if one of
 * them cannot be read
 */
export function findStopFacts(
	program: string,
	words: readonly string[],
	readSettings: () => readonly string[] | undefined = () => [],
): StopFacts | undefined {
	const name = baseName(program);
	const found = PROGRAMS.find((each) => each.program.test(name));
	if (found?.isFineWith === undefined) return found;
	const { isFineWith } = found;
	// Settings that cannot be read may make it right.
	const isFine = (lines: readonly string[] | undefined): boolean =>
		lines === undefined || isFineWith.test(lines.join("\n"));
	return isFine(words) || isFine(readSettings()) ? undefined : found;
}

const NUMBERS: Readonly<Record<string, string>> = {
	1: "SIGHUP",
	2: "SIGINT",
	3: "SIGQUIT",
	9: "SIGKILL",
	10: "SIGUSR1",
	12: "SIGUSR2",
	15: "SIGTERM",
	17: "SIGCHLD",
	18: "SIGCONT",
	23: "SIGURG",
	28: "SIGWINCH",
	37: "SIGRTMIN+3",
};

/** A signal's name with `SIG`, from what STOPSIGNAL takes: `15`, `TERM`, `sigterm`. */
export function signalName(text: string): string {
	const upper = text.trim().toUpperCase();
	return NUMBERS[upper] ?? (upper.startsWith("SIG") ? upper : `SIG${upper}`);
}

/** A signal's number on Linux for the names that programs stop on; undefined for others. */
export function signalNumber(name: string): number | undefined {
	const found = Object.entries(NUMBERS).find(([, each]) => each === name)?.[0];
	return found === undefined ? undefined : Number(found);
}

/** Signals that a process drops unless it handles them (signal(7)). */
const IGNORED = new Set(["SIGWINCH", "SIGCHLD", "SIGURG", "SIGCONT"]);

/**
 * Why a program does not stop gracefully on a signal other than SIGTERM; undefined if it does, or that is unknown.
 * @param signal as `signalName` gives it
 */
export function whyUnfit(signal: string, program: string, words: readonly string[]): string | undefined {
	const name = baseName(program);
	if (findStopFacts(program, words)?.graceful === signal) return undefined;
	if (IGNORED.has(signal))
		return `${name} drops it unless it handles it, so docker stop takes ten seconds and ends in SIGKILL`;
	if (signal === "SIGQUIT" && name === "java")
		return "java prints a thread dump and keeps running, so docker stop takes ten seconds and ends in SIGKILL";
	if (signal === "SIGUSR1" && (name === "node" || name === "nodejs"))
		return "node starts its debugger and keeps running, so docker stop takes ten seconds and ends in SIGKILL";
	return undefined;
}

/** Signals on which a program that expects SIGTERM ends without finishing its work, if it ends at all. */
const UNEXPECTED = new Set(["SIGQUIT", "SIGUSR1", "SIGUSR2", "SIGHUP", "SIGRTMIN+3"]);

/** Programs that finish their work on SIGQUIT, too. */
const TAKES_QUIT = /^(?:gunicorn|nginx|openresty|unicorn|php-fpm[\d.]*|uwsgi|sidekiq|supervisord|traefik)$/;

/** Whether a program that expects SIGTERM would hardly handle a signal that its image has inherited. */
export function isUnexpected(signal: string, program: string): boolean {
	return UNEXPECTED.has(signal) && !(signal === "SIGQUIT" && TAKES_QUIT.test(baseName(program)));
}
