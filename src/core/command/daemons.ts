import { flatMap } from "../flat-map.ts";
import { baseName } from "../inits/invocation.ts";
import { expandShellWord } from "../shell/expand.ts";
import { tryParseShellScript } from "../shell/parse.ts";
import { STARTERS } from "../shell/short-lived.ts";
import { childNodes, type ShellNode } from "../shell/syntax.ts";
import type { ShellScope } from "../shell/value.ts";
import type { CommandChain, CommandStep } from "./command-chain.ts";
import { readShell } from "./shell-words.ts";

/** A program that detaches itself on purpose: its parent ends, and it becomes a child of PID 1, as an orphan does. */
export interface Daemon {
	/** What its process is called. */
	readonly name: string;
	/** How it is started. */
	readonly command: string;
}

/** Finds the daemons that the shells and scripts of a command start, besides the last program. */
export function findDaemons(chains: readonly CommandChain[]): Daemon[] {
	const texts = new Set(flatMap(chains, ({ steps }) => flatMap(steps, textOf)));
	const mains = new Set(chains.map(({ steps }) => steps.at(-1)?.argv.join(" ")));
	return flatMap(
		flatMap([...texts], (text) => flatMap(tryParseShellScript(text) ?? [], flatten)),
		(argv) => (mains.has(argv.join(" ")) ? [] : (readDaemon(argv) ?? [])),
	);
}

/** The text that a shell runs. */
function textOf({ argv, file }: CommandStep): string[] {
	if (file?.text !== undefined) return [file.text];
	const operand = readShell(argv);
	return operand?.kind === "text" ? [argv[operand.at] ?? ""] : [];
}

const NO_SCOPE: ShellScope = { script: "sh", args: [], isOpen: true, lookup: () => undefined };

function flatten(node: ShellNode): string[][] {
	if (node.kind !== "simple") return flatMap(childNodes(node), flatten);
	return [flatMap(node.words, ({ raw }) => expandShellWord(raw, NO_SCOPE)).map(({ text }) => text)];
}

interface DaemonSpec {
	readonly program: RegExp;
	/** The words with which it detaches itself; without it, it does so unless it has one of `foreground`. */
	readonly detached?: RegExp;
	readonly foreground?: RegExp;
}

/** Sources: the programs' manuals. */
const DAEMONS: readonly DaemonSpec[] = [
	{ program: /^php-fpm[\d.]*$/, detached: /(?:^| )(?:-D|--daemonize)(?: |$)/ },
	{ program: /^nginx$/, foreground: /daemon off|(?:^| )-[tTvVsh]/ },
	{ program: /^sshd$/, foreground: /(?:^| )-[a-zA-Z]*[DdtT]/ },
	{ program: /^crond?$/, foreground: /(?:^| )-[a-zA-Z]*[fn]/ },
	{ program: /^gunicorn$/, detached: /(?:^| )(?:-D|--daemon)(?: |$)/ },
	{ program: /^redis-server$/, detached: /--daemonize yes/ },
	{ program: /^mongod$/, detached: /(?:^| )--fork(?: |$)/ },
	{ program: /^memcached$/, detached: /(?:^| )-d(?: |$)/ },
	{ program: /^uwsgi$/, detached: /--daemonize2?(?: |=|$)/ },
	{ program: /^haproxy$/, detached: /(?:^| )-[DW]+/ },
	{ program: /^r?syslogd$/, foreground: /(?:^| )-n(?: |$)/ },
];

/** Services of Debian that are not called like their programs. */
const PROGRAMS: Readonly<Record<string, string>> = {
	mariadb: "mariadbd",
	mysql: "mysqld",
	postgresql: "postgres",
	ssh: "sshd",
};

/** What the process of a service is called: `php8.2-fpm` is php-fpm8.2. */
function daemonOf(service: string): string {
	return PROGRAMS[service] ?? service.replace(/^php([\d.]+)-fpm$/, "php-fpm$1");
}

function readDaemon(argv: readonly string[]): Daemon | undefined {
	const [program = "", ...words] = argv;
	const name = baseName(program);
	// `service nginx start`, `/etc/init.d/nginx start`
	if (STARTERS.has(name) && words[1] === "start") return { name: daemonOf(words[0] ?? ""), command: argv.join(" ") };
	if (program.startsWith("/etc/init.d/") && words[0] === "start")
		return { name: daemonOf(name), command: argv.join(" ") };
	const spec = DAEMONS.find((each) => each.program.test(name));
	if (spec === undefined) return undefined;
	const text = words.join(" ");
	const isDetached = spec.detached === undefined ? !spec.foreground?.test(text) : spec.detached.test(text);
	return isDetached ? { name, command: argv.join(" ") } : undefined;
}
