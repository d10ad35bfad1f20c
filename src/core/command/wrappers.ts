// Programs that run the rest of their words: by exec, or as a child that they wait for.
import { baseName } from "../inits/invocation.ts";
import { ENVIRONMENT_WRAPPERS } from "./environment-wrappers.ts";
import { readWrapperWords, type WrapperSpec, type WrapperSpecs, type Wrapping } from "./wrapper-words.ts";

/** Sources: the programs' manuals; who forwards signals was measured with Debian's packages, or is in their source. */
const WRAPPERS: Readonly<Record<string, WrapperSpecs>> = {
	...ENVIRONMENT_WRAPPERS,
	// Unlike that of coreutils, its timeout becomes the program, which another process watches (measured with 1.35).
	busybox: [{ how: "exec", verbs: ["timeout"], valued: "ks", operands: 1 }, { how: "exec" }],
	"aws-lambda-rie": {
		how: "child",
		longValued: ["--log-level", "--runtime-api-address", "--runtime-interface-emulator-address"],
	},
	bwrap: { how: "child", forwarding: "none", separator: "--" },
	capsh: { how: "exec", separator: "--", prefix: ["/bin/bash"] },
	catchsegv: { how: "child", forwarding: "none" },
	chpst: { how: "exec", valued: "uUbenmdofcrt/" },
	choom: { how: "exec", valued: "np", longValued: ["--adjust", "--pid"] },
	chroot: { how: "exec", longValued: ["--userspec", "--groups"], operands: 1 },
	chrt: {
		how: "exec",
		valued: "TPD",
		longValued: ["--sched-runtime", "--sched-period", "--sched-deadline"],
		operands: 1,
	},
	"dbus-launch": { how: "exec", longValued: ["--config-file"] },
	"dbus-run-session": { how: "child", forwarding: "none", longValued: ["--config-file", "--dbus-daemon"] },
	// Depends on how it was built: with PAM, it stays.
	doas: { how: "child", valued: "uC" },
	dockerize: {
		how: "child",
		forwarding: "child",
		patience: 10,
		longValued: [
			"-wait",
			"-timeout",
			"-template",
			"-stdout",
			"-stderr",
			"-wait-retry-interval",
			"-wait-http-header",
			"-env",
			"-delims",
		],
	},
	eatmydata: { how: "exec" },
	env: {
		how: "exec",
		valued: "uCa",
		longValued: ["--unset", "--chdir", "--argv0"],
		hasAssignments: true,
		isDashOption: true,
	},
	envuidgid: { how: "exec", operands: 1 },
	exec: { how: "exec", valued: "a" },
	fakeroot: { how: "child", forwarding: "none" },
	faketime: { how: "child", forwarding: "none", longValued: ["--date-prog"], operands: 1 },
	fghack: { how: "child", forwarding: "none" },
	fixuid: { how: "exec" },
	flock: {
		how: "child",
		forwarding: "none",
		valued: "wE",
		longValued: ["--wait", "--timeout", "--conflict-exit-code"],
		operands: 1,
		texts: ["-c", "--command"],
		areOptionsFirst: true,
		becoming: ["-F", "--no-fork"],
	},
	foreman: {
		how: "child",
		forwarding: "none",
		verbs: ["run"],
		valued: "efd",
		longValued: ["--env", "--procfile", "--root"],
	},
	gdb: { how: "child", forwarding: "none", separator: "--args" },
	heaptrack: { how: "child", forwarding: "none", valued: "o", longValued: ["--output"] },
	i386: { how: "exec" },
	ionice: { how: "exec", valued: "cnpPu", longValued: ["--class", "--classdata", "--pid", "--pgid", "--uid"] },
	linux32: { how: "exec" },
	linux64: { how: "exec" },
	litestream: { how: "child", verbs: ["replicate"], texts: ["-exec"], needsText: true },
	nice: { how: "exec", valued: "n", longValued: ["--adjustment"] },
	nohup: { how: "exec" },
	nsenter: {
		how: "exec",
		forwarding: "none",
		valued: "tSG",
		longValued: ["--target", "--setuid", "--setgid"],
		forking: ["-a", "-p", "--all", "--pid"],
	},
	numactl: {
		how: "exec",
		valued: "iCNmp",
		longValued: ["--interleave", "--cpunodebind", "--physcpubind", "--membind", "--preferred"],
	},
	perf: [
		{ how: "child", forwarding: "child", verbs: ["record"], separator: "--" },
		{ how: "child", forwarding: "none", verbs: ["stat"], separator: "--" },
	],
	pgrphack: { how: "exec" },
	prlimit: { how: "exec" },
	proot: {
		how: "child",
		forwarding: "none",
		valued: "RSbikmqrvw",
		longValued: ["--bind", "--change-id", "--cwd", "--kernel-release", "--mount", "--pwd", "--qemu", "--rootfs"],
	},
	proxychains: { how: "exec", valued: "f" },
	proxychains4: { how: "exec", valued: "f" },
	runuser: {
		how: "child",
		forwarding: "child",
		patience: 2,
		valued: "ugGsw",
		longValued: ["--user", "--group", "--supp-group", "--shell", "--whitelist-environment"],
		texts: ["-c", "--command"],
		runsScript: true,
		asUser: ["-u", "--user"],
	},
	"s6-applyuidgid": { how: "exec", valued: "ugG" },
	"s6-envuidgid": { how: "exec", operands: 1 },
	"s6-setsid": { how: "exec" },
	"s6-setuidgid": { how: "exec", operands: 1 },
	"s6-softlimit": { how: "exec", valued: "acdflmoprst" },
	script: {
		how: "child",
		forwarding: "child",
		patience: 2,
		separator: "--",
		texts: ["-c", "--command"],
		valued: "BEIOTmo",
	},
	setarch: { how: "exec", operands: 1, isLoose: true },
	setlock: { how: "exec", operands: 1 },
	setpriv: {
		how: "exec",
		longValued: [
			"--reuid",
			"--regid",
			"--ruid",
			"--euid",
			"--rgid",
			"--egid",
			"--groups",
			"--inh-caps",
			"--ambient-caps",
			"--bounding-set",
			"--securebits",
			"--pdeathsig",
			"--ptracer",
			"--selinux-label",
			"--apparmor-profile",
			"--landlock-access",
			"--landlock-rule",
			"--seccomp-filter",
		],
	},
	setsid: { how: "exec", forwarding: "none", forking: ["-f", "--fork"], forksAsLeader: true },
	setuidgid: { how: "exec", operands: 1 },
	softlimit: { how: "exec", valued: "macdfloprst" },
	"ssh-agent": { how: "exec", valued: "aEOPt" },
	stdbuf: { how: "exec", valued: "ioe", longValued: ["--input", "--output", "--error"] },
	strace: { how: "child", forwarding: "none", valued: "abeEIoOpPsSuX", becoming: ["-D", "-DD", "-DDD", "--daemonize"] },
	su: {
		how: "child",
		forwarding: "child",
		patience: 2,
		texts: ["-c", "--command"],
		runsScript: true,
		valued: "gGsw",
		longValued: ["--group", "--supp-group", "--shell", "--whitelist-environment"],
	},
	sudo: {
		how: "child",
		forwarding: "child",
		valued: "ugpCchRTtUrD",
		longValued: ["--user", "--group", "--prompt", "--chdir", "--host", "--chroot"],
		hasAssignments: true,
	},
	taskset: { how: "exec", operands: 1 },
	time: { how: "child", forwarding: "none", valued: "fo", longValued: ["--format", "--output"] },
	timeout: { how: "child", forwarding: "group", valued: "ks", longValued: ["--kill-after", "--signal"], operands: 1 },
	torsocks: { how: "exec" },
	toybox: { how: "exec" },
	unbuffer: { how: "child", forwarding: "none" },
	unshare: {
		how: "exec",
		forwarding: "none",
		valued: "SGRwl",
		longValued: ["--setuid", "--setgid", "--root", "--wd", "--setgroups", "--propagation", "--monotonic", "--boottime"],
		forking: ["-f", "--fork", "--kill-child"],
	},
	valgrind: { how: "exec" },
	"wait-for": { how: "exec", separator: "--" },
	"wait-for-it": { how: "exec", separator: "--" },
	"wait-for-it.sh": { how: "exec", separator: "--" },
	"wait-for.sh": { how: "exec", separator: "--" },
	wait4x: { how: "child", forwarding: "none", separator: "--" },
	x86_64: { how: "exec" },
	"xvfb-run": {
		how: "child",
		forwarding: "none",
		valued: "efnpsw",
		longValued: ["--error-file", "--server-num", "--server-args", "--xauth-protocol", "--auth-file", "--wait"],
	},
	gosu: { how: "exec", operands: 1 },
	"su-exec": { how: "exec", operands: 1 },
};

/** The loader of dynamic programs, which can be given one to load. */
const LOADER = /^ld(?:-linux|-musl)?(?:-[\w-]+)?\.so(?:\.\d+)?$/;
const LOADER_SPEC: WrapperSpec = {
	how: "exec",
	longValued: ["--library-path", "--inhibit-rpath", "--audit", "--preload", "--argv0", "--glibc-hwcaps-prepend"],
};

/** Programs in images whose text is not available; most are scripts that end in `exec "$@"`. */
const PASSING_SCRIPT =
	/^(?:docker-(?:php-)?entrypoint(?:\.sh)?|__cacert_entrypoint\.sh|nvidia_entrypoint\.sh|_entrypoint\.sh|lambda-entrypoint\.sh|container-entrypoint)$|^\/cnb\/lifecycle\/launcher$/;

/**
 * How the program of an argument vector runs the rest of it; undefined if it does not, or nothing follows.
 * @param isLeader whether its process leads its process group
 */
export function readWrapping(argv: readonly string[], isLeader: boolean): Wrapping | undefined {
	const [program = ""] = argv;
	const name = baseName(program);
	if (PASSING_SCRIPT.test(name) || PASSING_SCRIPT.test(program))
		return argv.length > 1 ? { length: 1, how: "exec", isAssumed: true } : undefined;
	return readKnownWrapping(argv, isLeader);
}

/** As `readWrapping`, without the scripts of images. */
export function readKnownWrapping(argv: readonly string[], isLeader = false): Wrapping | undefined {
	const name = baseName(argv[0] ?? "");
	if (LOADER.test(name)) return readWrapperWords(argv, LOADER_SPEC, isLeader);
	const specs = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
	return specs && readWrapperWords(argv, specs, isLeader);
}
