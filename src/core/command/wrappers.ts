// Programs that run the rest of their words: by exec, or as a child that they wait for.
import { baseName } from "../inits/invocation.ts";
import { readWrapperWords, type WrapperSpec, type Wrapping } from "./wrapper-words.ts";

/** Sources: the programs' manuals; who forwards signals was measured with Debian's packages, or is in their source. */
const WRAPPERS: Readonly<Record<string, WrapperSpec>> = {
	asdf: { how: "exec", verbs: ["exec"] },
	"aws-vault": {
		how: "child",
		verbs: ["exec"],
		separator: "--",
		operands: 1,
		valued: "dn",
		longValued: ["--duration", "--region", "--mfa-token", "--prompt"],
	},
	berglas: { how: "child", verbs: ["exec"], separator: "--" },
	bundle: { how: "exec", verbs: ["exec"] },
	busybox: { how: "exec" },
	"aws-lambda-rie": {
		how: "child",
		longValued: ["--log-level", "--runtime-api-address", "--runtime-interface-emulator-address"],
	},
	catchsegv: { how: "child", forwarding: "none" },
	chamber: { how: "exec", verbs: ["exec"], separator: "--" },
	chpst: { how: "exec", valued: "uUbenmdofcrt/" },
	choom: { how: "exec", valued: "np", longValued: ["--adjust", "--pid"] },
	chroot: { how: "exec", longValued: ["--userspec", "--groups"], operands: 1 },
	chrt: {
		how: "exec",
		valued: "TPD",
		longValued: ["--sched-runtime", "--sched-period", "--sched-deadline"],
		operands: 1,
	},
	conda: {
		how: "child",
		forwarding: "none",
		verbs: ["run"],
		valued: "np",
		longValued: ["--name", "--prefix", "--cwd"],
	},
	"consul-template": { how: "child", texts: ["-exec"], needsText: true },
	direnv: { how: "exec", verbs: ["exec"], operands: 1 },
	dotenv: { how: "child", verbs: ["run"], valued: "f", longValued: ["--file"] },
	"dbus-launch": { how: "exec", longValued: ["--config-file"] },
	"dbus-run-session": { how: "child", forwarding: "none", longValued: ["--config-file", "--dbus-daemon"] },
	"ddtrace-run": { how: "exec" },
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
	doppler: { how: "child", verbs: ["run"], separator: "--", texts: ["--command"] },
	dotenvx: { how: "child", verbs: ["run"], separator: "--" },
	eatmydata: { how: "exec" },
	env: {
		how: "exec",
		valued: "uCa",
		longValued: ["--unset", "--chdir", "--argv0"],
		hasAssignments: true,
		isDashOption: true,
	},
	envconsul: { how: "child", longValued: ["-config", "-consul-addr", "-prefix", "-secret", "-vault-addr"] },
	envdir: { how: "exec", operands: 1 },
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
	hatch: { how: "child", verbs: ["run"] },
	infisical: { how: "child", verbs: ["run"], separator: "--" },
	i386: { how: "exec" },
	ionice: { how: "exec", valued: "cnpPu", longValued: ["--class", "--classdata", "--pid", "--pgid", "--uid"] },
	linux32: { how: "exec" },
	linux64: { how: "exec" },
	litestream: { how: "child", verbs: ["replicate"], texts: ["-exec"], needsText: true },
	mamba: { how: "child", verbs: ["run"], valued: "np", longValued: ["--name", "--prefix", "--cwd"] },
	micromamba: {
		how: "child",
		verbs: ["run"],
		valued: "npr",
		longValued: ["--name", "--prefix", "--root-prefix", "--cwd"],
	},
	mise: { how: "exec", verbs: ["exec", "x"], separator: "--" },
	"newrelic-admin": { how: "exec", verbs: ["run-program"] },
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
	op: { how: "child", verbs: ["run"], separator: "--" },
	"opentelemetry-instrument": {
		how: "exec",
		longValued: ["--traces_exporter", "--metrics_exporter", "--logs_exporter", "--service_name"],
	},
	pdm: { how: "child", verbs: ["run"] },
	pgrphack: { how: "exec" },
	pipenv: { how: "exec", verbs: ["run"] },
	poetry: { how: "exec", verbs: ["run"], valued: "CP", longValued: ["--directory", "--project"] },
	prlimit: { how: "exec" },
	proxychains: { how: "exec", valued: "f" },
	proxychains4: { how: "exec", valued: "f" },
	pyenv: { how: "exec", verbs: ["exec"] },
	rbenv: { how: "exec", verbs: ["exec"] },
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
	"s6-envdir": { how: "exec", operands: 1 },
	"s6-envuidgid": { how: "exec", operands: 1 },
	"s6-setsid": { how: "exec" },
	"s6-setuidgid": { how: "exec", operands: 1 },
	"s6-softlimit": { how: "exec", valued: "acdflmoprst" },
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
	"ssm-env": { how: "exec" },
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
	uv: {
		how: "child",
		forwarding: "child",
		verbs: ["run"],
		longValued: [
			"--python",
			"--cache-dir",
			"--config-file",
			"--color",
			"--extra-index-url",
			"--index",
			"--with",
			"--project",
			"--directory",
			"--env-file",
			"--extra",
			"--group",
			"--package",
		],
		valued: "p",
	},
	unshare: {
		how: "exec",
		forwarding: "none",
		valued: "SGRwl",
		longValued: ["--setuid", "--setgid", "--root", "--wd", "--setgroups", "--propagation", "--monotonic", "--boottime"],
		forking: ["-f", "--fork", "--kill-child"],
	},
	valgrind: { how: "exec" },
	"vault-env": { how: "exec" },
	"wait-for": { how: "exec", separator: "--" },
	"wait-for-it": { how: "exec", separator: "--" },
	"wait-for-it.sh": { how: "exec", separator: "--" },
	"wait-for.sh": { how: "exec", separator: "--" },
	"with-contenv": { how: "exec" },
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
	return Object.hasOwn(WRAPPERS, name) ? readWrapperWords(argv, WRAPPERS[name], isLeader) : undefined;
}
