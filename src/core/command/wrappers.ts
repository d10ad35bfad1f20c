// Programs that run the rest of their words: by exec, or as a child that they wait for.
import { baseName } from "../inits/invocation.ts";

/** How a program runs what follows its own words. */
export interface Wrapping {
	/** How many words are its own; with `text`, where the shell's text stands. */
	readonly length: number;
	/** `exec`: it becomes the program; `child`: it stays the program's parent. */
	readonly how: "exec" | "child";
	/** The next word is a text for a shell. */
	readonly isText?: boolean;
	/** The next word is a script for a shell. */
	readonly isScript?: boolean;
	/** Known only by its name: scripts with this name usually end in `exec "$@"`. */
	readonly isAssumed?: boolean;
}

interface WrapperSpec {
	readonly how: "exec" | "child";
	/** Letters of options that take a value. */
	readonly valued?: string;
	/** Long options that take their value in the next word. */
	readonly longValued?: readonly string[];
	/** Words between the options and the program. */
	readonly operands?: number;
	/** `NAME=value` words may stand before the program. */
	readonly hasAssignments?: boolean;
	/** The only subcommands with which it runs a program. */
	readonly verbs?: readonly string[];
	/** The program follows this word, wherever it stands. */
	readonly separator?: string;
	/** The options whose value is a text for a shell; a letter may stand at the end of others. */
	readonly texts?: readonly string[];
	/** Options with which it starts a child instead of becoming the program. */
	readonly forking?: readonly string[];
	/** Options may follow the operands, too. */
	readonly isLoose?: boolean;
	/** A shell gets what follows the user: a script. */
	readonly runsScript?: boolean;
}

/** Sources: the programs' manuals. */
const WRAPPERS: Readonly<Record<string, WrapperSpec>> = {
	"aws-vault": { how: "child", verbs: ["exec"], separator: "--" },
	bundle: { how: "exec", verbs: ["exec"] },
	busybox: { how: "exec" },
	"aws-lambda-rie": {
		how: "child",
		longValued: ["--log-level", "--runtime-api-address", "--runtime-interface-emulator-address"],
	},
	catchsegv: { how: "child" },
	chamber: { how: "exec", verbs: ["exec"], separator: "--" },
	chpst: { how: "exec", valued: "uUbenmdofcrt/" },
	chroot: { how: "exec", operands: 1 },
	chrt: { how: "exec", valued: "TPD", operands: 1 },
	conda: { how: "child", verbs: ["run"], valued: "np", longValued: ["--name", "--prefix", "--cwd"] },
	direnv: { how: "exec", verbs: ["exec"], operands: 1 },
	dotenv: { how: "child", verbs: ["run"], valued: "f", longValued: ["--file"] },
	"dbus-run-session": { how: "child", longValued: ["--config-file", "--dbus-daemon"] },
	"ddtrace-run": { how: "exec" },
	doas: { how: "exec", valued: "uC" },
	dockerize: {
		how: "child",
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
	doppler: { how: "child", verbs: ["run"], separator: "--" },
	dotenvx: { how: "child", verbs: ["run"], separator: "--" },
	env: { how: "exec", valued: "uC", longValued: ["--unset", "--chdir"], hasAssignments: true },
	envconsul: { how: "child", longValued: ["-config", "-consul-addr", "-prefix", "-secret", "-vault-addr"] },
	envdir: { how: "exec", operands: 1 },
	exec: { how: "exec", valued: "a" },
	fakeroot: { how: "child" },
	faketime: { how: "exec", valued: "f", operands: 1 },
	hatch: { how: "child", verbs: ["run"] },
	infisical: { how: "child", verbs: ["run"], separator: "--" },
	ionice: { how: "exec", valued: "cnpPu" },
	linux32: { how: "exec" },
	linux64: { how: "exec" },
	litestream: { how: "child", verbs: ["replicate"], longValued: ["-config"], texts: ["-exec"] },
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
	pipenv: { how: "exec", verbs: ["run"] },
	poetry: { how: "exec", verbs: ["run"], valued: "CP", longValued: ["--directory", "--project"] },
	prlimit: { how: "exec" },
	proxychains: { how: "exec", valued: "f" },
	proxychains4: { how: "exec", valued: "f" },
	pyenv: { how: "exec", verbs: ["exec"] },
	rbenv: { how: "exec", verbs: ["exec"] },
	runuser: { how: "child", valued: "ugGsw", longValued: ["--user", "--group", "--shell"], texts: ["-c", "--command"] },
	"s6-applyuidgid": { how: "exec", valued: "ugG" },
	"s6-envdir": { how: "exec", operands: 1 },
	"s6-setuidgid": { how: "exec", operands: 1 },
	setarch: { how: "exec", operands: 1, isLoose: true },
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
		],
	},
	setsid: { how: "exec", forking: ["-w", "--wait", "-cw", "-wc"] },
	setuidgid: { how: "exec", operands: 1 },
	softlimit: { how: "exec", valued: "macdfloprst" },
	"ssh-agent": { how: "child", valued: "aEOPt" },
	stdbuf: { how: "exec", valued: "ioe", longValued: ["--input", "--output", "--error"] },
	strace: { how: "child", valued: "abeEIoOpPsSuX" },
	su: {
		how: "child",
		texts: ["-c", "--command"],
		runsScript: true,
		valued: "gGsw",
		longValued: ["--group", "--supp-group", "--shell", "--whitelist-environment"],
	},
	sudo: {
		how: "child",
		valued: "ugpCchRTtUrD",
		longValued: ["--user", "--group", "--prompt", "--chdir", "--host", "--chroot"],
		hasAssignments: true,
	},
	taskset: { how: "exec", operands: 1 },
	time: { how: "child", valued: "fo", longValued: ["--format", "--output"] },
	timeout: { how: "child", valued: "ks", longValued: ["--kill-after", "--signal"], operands: 1 },
	toybox: { how: "exec" },
	unbuffer: { how: "child" },
	uv: {
		how: "child",
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
	unshare: { how: "exec", valued: "SGRw", forking: ["-f", "--fork"] },
	valgrind: { how: "exec" },
	"vault-env": { how: "exec" },
	"wait-for": { how: "exec", separator: "--" },
	"wait-for-it": { how: "exec", separator: "--" },
	"wait-for-it.sh": { how: "exec", separator: "--" },
	"wait-for.sh": { how: "exec", separator: "--" },
	"with-contenv": { how: "exec" },
	"xvfb-run": {
		how: "child",
		valued: "efnpsw",
		longValued: ["--error-file", "--server-num", "--server-args", "--xauth-protocol", "--auth-file", "--wait"],
	},
	gosu: { how: "exec", operands: 1 },
	"su-exec": { how: "exec", operands: 1 },
};

/** Programs in images whose text is not available; most are scripts that end in `exec "$@"`. */
const PASSING_SCRIPT =
	/^(?:docker-(?:php-)?entrypoint(?:\.sh)?|__cacert_entrypoint\.sh|nvidia_entrypoint\.sh|_entrypoint\.sh|lambda-entrypoint\.sh)$|^\/cnb\/lifecycle\/launcher$/;

/** How the program of an argument vector runs the rest of it; undefined if it does not, or nothing follows. */
export function readWrapping(argv: readonly string[]): Wrapping | undefined {
	const [program = ""] = argv;
	const name = baseName(program);
	if (PASSING_SCRIPT.test(name) || PASSING_SCRIPT.test(program))
		return argv.length > 1 ? { length: 1, how: "exec", isAssumed: true } : undefined;
	const spec = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
	if (spec === undefined) return undefined;
	const from = afterVerb(argv, spec);
	if (from === undefined) return undefined;
	const wrapping = spec.separator === undefined ? readBySpec(argv, spec, from) : readBySeparator(argv, spec);
	return wrapping !== undefined && wrapping.length < argv.length ? wrapping : undefined;
}

/** The index after the program and its verb; undefined if another verb does something else. */
function afterVerb(argv: readonly string[], spec: WrapperSpec): number | undefined {
	if (spec.verbs === undefined) return 1;
	const at = skipOptions(argv, 1, spec);
	return spec.verbs.includes(argv[at] ?? "") ? at + 1 : undefined;
}

function readBySeparator(argv: readonly string[], { how, separator = "--" }: WrapperSpec): Wrapping | undefined {
	const at = argv.indexOf(separator);
	return at === -1 ? undefined : { length: at + 1, how };
}

function readBySpec(argv: readonly string[], spec: WrapperSpec, from: number): Wrapping | undefined {
	const { texts, operands = 0, hasAssignments, forking = [], isLoose } = spec;
	if (texts !== undefined) {
		// `su - app -c text`: the option may follow the user.
		const at = argv.findIndex(
			(word) => texts.includes(word) || (/^-[a-z]+$/.test(word) && texts.includes(`-${word.slice(-1)}`)),
		);
		if (at !== -1) return { length: at + 1, how: spec.how, isText: true };
		if (spec.runsScript) return { length: afterUser(argv, from, spec), how: spec.how, isScript: true };
	}
	let at = skipOptions(argv, from, spec) + operands;
	if (isLoose) at = skipOptions(argv, at, spec);
	while (hasAssignments && /^[A-Za-z_]\w*=/.test(argv[at] ?? "")) at++;
	return { length: at, how: argv.slice(from, at).some((word) => forking.includes(word)) ? "child" : spec.how };
}

/** `su - app`, `su -l app`: the index after the user. */
function afterUser(argv: readonly string[], from: number, spec: WrapperSpec): number {
	const at = skipOptions(argv, from, spec);
	return skipOptions(argv, argv[at] === "-" ? at + 1 : at, spec) + 1;
}

/** The index after the options that begin at an index; `--` ends them. */
function skipOptions(argv: readonly string[], from: number, spec: WrapperSpec): number {
	let at = from;
	while (/^-./.test(argv[at] ?? "")) {
		const word = argv[at] ?? "";
		at += takesNext(word, spec) ? 2 : 1;
		if (word === "--") break;
	}
	return at;
}

/** Whether an option takes the next word for its value. */
function takesNext(word: string, { valued = "", longValued = [] }: WrapperSpec): boolean {
	if (longValued.includes(word)) return true;
	return /^-[a-zA-Z/]+$/.test(word) && valued.includes(word.slice(-1));
}
