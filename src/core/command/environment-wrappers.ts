// Programs that prepare an environment for another one, and run it: its secrets, its variables, the version of its
// language, its packages, its telemetry.
import type { WrapperSpecs } from "./wrapper-words.ts";

/** Sources: the programs' manuals; who forwards signals was measured, or is in their source. */
export const ENVIRONMENT_WRAPPERS: Readonly<Record<string, WrapperSpecs>> = {
	asdf: { how: "exec", verbs: ["exec"] },
	// With a server for credentials, it stays and forwards signals (its cli/exec.go).
	"aws-vault": {
		how: "exec",
		forwarding: "child",
		verbs: ["exec"],
		separator: "--",
		operands: 1,
		valued: "dt",
		longValued: ["--duration", "--region", "--mfa-token", "--prompt"],
		forking: ["-s", "--server", "--ec2-server", "--ecs-server"],
	},
	berglas: { how: "child", verbs: ["exec"], separator: "--" },
	bundle: { how: "exec", verbs: ["exec"] },
	chamber: { how: "exec", verbs: ["exec"], separator: "--" },
	conda: {
		how: "child",
		forwarding: "none",
		verbs: ["run"],
		valued: "np",
		longValued: ["--name", "--prefix", "--cwd"],
	},
	// It sends on every signal but those for itself, of which only SIGINT stops it by default (its cli.go).
	"consul-template": { how: "child", forwarding: "child", texts: ["-exec"], needsText: true },
	"cross-env": { how: "child", forwarding: "child", hasAssignments: true },
	"ddtrace-run": { how: "exec" },
	direnv: { how: "exec", verbs: ["exec"], operands: 1 },
	// It forwards signals unless it writes to a terminal (its pkg/utils/util.go).
	doppler: { how: "child", forwarding: "child", verbs: ["run"], separator: "--", texts: ["--command"] },
	// That of Python has a verb, and that of npm has none; only the latter is known to forward signals, in each version.
	dotenv: [
		{ how: "child", verbs: ["run"], valued: "f", longValued: ["--file"] },
		{ how: "child", forwarding: "child", separator: "--" },
	],
	// Measured with version 2.38.2.
	dotenvx: { how: "child", forwarding: "child", verbs: ["run"], separator: "--" },
	// It does not wait for the program then, which was measured with version 11.0.0.
	"env-cmd": {
		how: "child",
		forwarding: "child",
		endsFirst: true,
		valued: "efr",
		longValued: ["--environments", "--file", "--rc-file"],
	},
	envconsul: {
		how: "child",
		longValued: [
			"-auth",
			"-config",
			"-consul",
			"-consul-addr",
			"-kill-signal",
			"-log-level",
			"-max-stale",
			"-prefix",
			"-retry",
			"-secret",
			"-syslog-facility",
			"-token",
			"-vault-addr",
			"-wait",
		],
	},
	envdir: { how: "exec", operands: 1 },
	// It runs a shell and waits for it, without handling signals (its src/hatch/utils/platform.py).
	hatch: { how: "child", forwarding: "none", verbs: ["run"] },
	infisical: {
		how: "child",
		forwarding: "child",
		verbs: ["run"],
		separator: "--",
		texts: ["-c", "--command"],
	},
	mamba: { how: "child", verbs: ["run"], valued: "np", longValued: ["--name", "--prefix", "--cwd"] },
	// It terminates the program, and kills it three seconds later (its libmamba/src/core/run.cpp).
	micromamba: {
		how: "child",
		forwarding: "child",
		patience: 3,
		verbs: ["run"],
		valued: "npr",
		longValued: ["--name", "--prefix", "--root-prefix", "--cwd"],
	},
	mise: { how: "exec", verbs: ["exec", "x"], separator: "--" },
	"newrelic-admin": { how: "exec", verbs: ["run-program"] },
	op: { how: "child", verbs: ["run"], separator: "--" },
	"opentelemetry-instrument": {
		how: "exec",
		longValued: ["--traces_exporter", "--metrics_exporter", "--logs_exporter", "--service_name"],
	},
	// It forwards signals in 2.2, and did not in 2.1.1 (its issue 1312).
	pdm: { how: "child", verbs: ["run"] },
	pipenv: { how: "exec", verbs: ["run"] },
	poetry: { how: "exec", verbs: ["run"], valued: "CP", longValued: ["--directory", "--project"] },
	pyenv: { how: "exec", verbs: ["exec"] },
	rbenv: { how: "exec", verbs: ["exec"] },
	rye: { how: "exec", verbs: ["run"] },
	"s6-envdir": { how: "exec", operands: 1 },
	// Whether it forwards signals depends on its version (its cmd/sops/subcommand/exec).
	sops: {
		how: "child",
		verbs: ["exec-env", "exec-file"],
		longValued: ["--filename", "--input-type", "--output-type", "--user"],
		operands: 1,
		becoming: ["--same-process"],
		prefix: ["/bin/sh", "-c"],
	},
	"ssm-env": { how: "exec" },
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
	"vault-env": { how: "exec" },
	"with-contenv": { how: "exec" },
};
