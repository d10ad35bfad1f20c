import type { Init } from "./inits.ts";
import { namespace } from "./namespace.ts";
import { type Options, type Running, start } from "./processes.ts";
import { findProgram } from "./programs.ts";
import { tellSkipped } from "./skip.ts";

/** Whether script(1) is installed. Its `-c` runs a command on a new terminal. */
export const hasTerminal = findProgram("script") !== undefined && findProgram("stty") !== undefined;
if (!hasTerminal) tellSkipped("terminals", "script(1) is not installed");

export const interrupt = "\u0003";
export const suspend = "\u001a";
export const quit = "\u001c";

/** Prints the process's ID, group and session, whether it has a terminal, and the terminal's foreground group. */
export const printIds =
	'read -r pid name state parent group session tty foreground rest </proc/$$/stat; echo "ids $pid $group $session $((tty != 0)) $foreground"';

/**
 * Runs shell commands on a terminal that does not echo. Its session leader is the shell, which keys do not end. `$INIT`
 * is the init's command. `write` types on the terminal.
 */
export const startOnTerminal = (init: Init, commands: string, { env = {}, ...options }: Options = {}): Running =>
	start([...(namespace ?? []), "sh", "-c", 'script -qefc "$COMMANDS" /dev/null; exit $?'], {
		env: { INIT: init.command.join(" "), COMMANDS: `trap : 2 3; stty -echo -echoctl -onlcr; ${commands}`, ...env },
		input: "",
		...options,
	});
