import { flatMap } from "../flat-map.ts";
import { baseName } from "../inits/invocation.ts";

interface Pid1Program {
	readonly paths?: readonly string[];
	readonly names?: readonly string[];
	readonly reason: string;
}

const SYSTEM = "a system init must be PID 1";

/**
 * Sources: the programs' manuals; s6-overlay refuses to start otherwise (just-containers/s6-overlay: README, "must run
 * as PID 1").
 */
const PROGRAMS: readonly Pid1Program[] = [
	{ paths: ["/init"], reason: "/init is s6-overlay's, which refuses to run unless it is PID 1" },
	{
		names: ["systemd"],
		paths: ["/sbin/init", "/usr/sbin/init", "/bin/init", "/lib/systemd/systemd", "/usr/lib/systemd/systemd"],
		reason: SYSTEM,
	},
	{
		names: ["s6-svscan", "s6-linux-init", "s6-overlay-suexec", "s6-rc-init"],
		reason: "s6-svscan supervises as PID 1 and reaps by itself",
	},
	{
		names: ["runit", "runit-init", "runsvdir", "runsvdir-start"],
		reason: "runit supervises as PID 1 and reaps by itself",
	},
	{ names: ["my_init"], reason: "my_init is the init of phusion/baseimage and expects to be PID 1" },
	{
		names: ["openrc-init", "finit", "dinit", "sysvinit", "procd", "sinit", "system-manager", "upstart"],
		reason: SYSTEM,
	},
];

const REASONS_BY_PATH: ReadonlyMap<string, string> = new Map(
	flatMap(PROGRAMS, ({ paths = [], reason }) => paths.map((path) => [path, reason] as const)),
);
const REASONS_BY_NAME: ReadonlyMap<string, string> = new Map(
	flatMap(PROGRAMS, ({ names = [], reason }) => names.map((name) => [name, reason] as const)),
);

/** Why an argument vector's program must be PID 1 itself; undefined if it need not. */
export function whyMustBePid1([program]: readonly string[]): string | undefined {
	return program === undefined ? undefined : (REASONS_BY_PATH.get(program) ?? REASONS_BY_NAME.get(baseName(program)));
}
