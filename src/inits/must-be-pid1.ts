import { baseName } from "./invocation.ts";

const REASONS: readonly { readonly paths?: readonly string[]; readonly names?: readonly string[]; readonly reason: string }[] = [
	{ paths: ["/init"], reason: "/init is s6-overlay's, which refuses to run unless it is PID 1" },
	{ names: ["systemd"], paths: ["/sbin/init", "/usr/sbin/init", "/lib/systemd/systemd"], reason: "a system's own init has to be PID 1" },
	{ names: ["s6-svscan", "s6-linux-init", "s6-overlay-suexec"], reason: "s6-svscan supervises as PID 1 and reaps by itself" },
	{ names: ["runit", "runit-init", "runsvdir", "runsvdir-start"], reason: "runit supervises as PID 1 and reaps by itself" },
	{ names: ["my_init"], reason: "my_init is the init of phusion/baseimage and expects to be PID 1" },
	{ names: ["openrc-init", "finit", "dinit"], reason: "a system's own init has to be PID 1" },
];

/** Why an argument vector's program has to be PID 1 itself; undefined when it need not. */
export function whyMustBePid1(argv: readonly string[]): string | undefined {
	const [program] = argv;
	if (program === undefined) return undefined;
	return REASONS.find(({ paths, names }) => paths?.includes(program) || names?.includes(baseName(program)))?.reason;
}
