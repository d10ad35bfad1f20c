import { message } from "./native";
import { print, STDERR, STDOUT } from "./output";
import { DUMB_INIT, personality } from "./personality";
import { baseName } from "./text";
import { word } from "./word";

// The texts of the others are those of dumb-init 1.2.5, tini 0.19.0 and catatonit 0.2.1, because programs compare and
// parse them. Only catatonit's help omits its source and its bug tracker. A test compares the version with that in
// package.json.

/** catatonit prints a version that dockerd accepts as tini's. */
export function printVersion(): void {
	print(
		personality == DUMB_INIT ? STDERR : STDOUT,
		message(
			"pidone 0.1.0\n\tdumb-init v1.2.5\n\ttini version 0.19.0 - pidone 0.1.0\n\ttini version 0.2.1_catatonit - pidone 0.1.0\n",
		),
		0,
	);
}

export function printLicense(): void {
	print(STDOUT, message("\t\tpidone: Apache License, Version 2.0\n\tpidone: Apache License, Version 2.0\n"), 0);
}

/** catatonit's usage line, with which its help begins. */
export function printUsage(): void {
	print(STDERR, message("\t\t\tusage: catatonit [-ghLPV] [--] <progname> [<arguments>...]\n"), 0);
}

export function printHelp(fd: i32, program: word): void {
	printUsage();
	print(
		fd,
		message(
			"Usage: %s [OPTION]... [--] COMMAND [ARG]...\n\n  -g, --group             signal the process group, wait for it to exit\n  -a, --all               signal all processes, wait for them to exit\n  -r, --rewrite A:B       forward signal A as B; 0 drops it\n  --delay SIG=SECONDS     forward SIG that much later\n  --kill-after SECONDS    send SIGKILL that long after a stop signal\n  --stop-signal SIG       a stop signal besides TERM and RTMIN+3\n  --grace SECONDS         time for others to exit (0; 10 with -g, -a)\n  --kill-orphans NAME     terminate orphans with that name: php-fpm*\n  --setsid                run COMMAND in its own session\n  -e, --ok-status CODE    exit with 0 instead of CODE\n  -p, --parent-death-signal SIG\n  -s, --subreaper         adopt orphans; always on\n  -w, --warn              report reaped orphans\n  -v, --verbose\n  -h, --help, -V, --version\n\nIn the environment: PIDONE_GROUP=1 ...\n\tdumb-init v1.2.5\nUsage: %s [option] command [[arg] ...]\n\ndumb-init is a simple process supervisor that forwards signals to children.\nIt is designed to run as PID1 in minimal container environments.\n\nOptional arguments:\n   -c, --single-child   Run in single-child mode.\n                        In this mode, signals are only proxied to the\n                        direct child and not any of its descendants.\n   -r, --rewrite s:r    Rewrite received signal s to new signal r before proxying.\n                        To ignore (not proxy) a signal, rewrite it to 0.\n                        This option can be specified multiple times.\n   -v, --verbose        Print debugging information to stderr.\n   -h, --help           Print this help message and exit.\n   -V, --version        Print the current version and exit.\n\nFull help is available online at https://github.com/Yelp/dumb-init\n\t%s (tini version 0.19.0 - pidone 0.1.0)\nUsage: %s [OPTIONS] PROGRAM -- [ARGS] | --version\n\nExecute a program under the supervision of a valid init process (%s)\n\nCommand line options:\n\n  --version: Show version and exit.\n  -h: Show this help message and exit.\n  -s: Register as a process subreaper (requires Linux >= 3.4).\n  -p SIGNAL: Trigger SIGNAL when parent dies, e.g. \"-p SIGKILL\".\n  -v: Generate more verbose output. Repeat up to 3 times.\n  -w: Print a warning when processes are getting reaped.\n  -g: Send signals to the child's process group.\n  -e EXIT_CODE: Remap EXIT_CODE (from 0 to 255) to 0.\n  -l: Show license and exit.\n\nEnvironment variables:\n\n  TINI_SUBREAPER: Register as a process subreaper (requires Linux >= 3.4).\n  TINI_VERBOSITY: Set the verbosity level (default: 1).\n  TINI_KILL_PROCESS_GROUP: Send signals to the child's process group.\n\n\t\noptions:\n  -g              Forward signals to pid1's process group.\n  -h              Print this help page.\n  -L              Print license information.\n  -P              Run in pause mode (no program is run and quit on SIGINT).\n  -V, --version   Print version information.\n",
		),
		personality == DUMB_INIT ? program : baseName(program),
	);
}
