import type { ChainCase } from "./chain-case.ts";

/** Two scripts: `a.sh` starts `b.sh`. */
function pair(
	title: string,
	a: string,
	b: string,
	chains: readonly string[],
	more: Partial<ChainCase> = {},
): ChainCase {
	return {
		title,
		dockerfile: `${more.dockerfile === undefined ? "" : `${more.dockerfile}\n`}COPY a.sh b.sh env.sh /\nENTRYPOINT ["/a.sh"]`,
		files: { "a.sh": `#!/bin/sh\n${a}\n`, "b.sh": `#!/bin/sh\n${b}\n`, ...more.files },
		chains,
	};
}

const RUNS_X = 'exec "$X"';
const APP = ["/a.sh = /b.sh (a.sh:3) = /app (b.sh:2)"];
const UNKNOWN = ["/a.sh = /b.sh (a.sh:3) = $X (b.sh:2) ? what $X stands for is unknown"];

export const handedOn: readonly ChainCase[] = [
	pair("an export", "export X=/app\nexec /b.sh", RUNS_X, APP),
	pair("an export with quotes", "export 'Y=1' X=\"/app\"\nexec /b.sh", RUNS_X, APP),
	pair("an export after the assignment", "X=/app; export X\nexec /b.sh", RUNS_X, APP),
	pair("an assignment after the export", "export X; X=/app\nexec /b.sh", RUNS_X, APP),
	pair("an export of what another variable holds", 'A=/app; export X="$A"\nexec /b.sh', RUNS_X, APP),
	pair("an assignment without export", "X=/app\nexec /b.sh", RUNS_X, UNKNOWN),
	pair("an export that is taken back", "export X=/app; export -n X\nexec /b.sh", RUNS_X, UNKNOWN),
	pair("an assignment before the program", "\nX=/app exec /b.sh", RUNS_X, APP),
	pair("an assignment before an earlier program", "X=/app prepare\nexec /b.sh", RUNS_X, UNKNOWN),
	pair("what env sets", "\nexec env -u Y X=/app /b.sh", RUNS_X, [
		"/a.sh = env (a.sh:3) = /b.sh (a.sh:3) = /app (b.sh:2)",
	]),
	pair("what env takes away", "export X=/app\nexec env -i Y=1 /b.sh", RUNS_X, [
		"/a.sh = env (a.sh:3) = /b.sh (a.sh:3) = $X (b.sh:2) ? what $X stands for is unknown",
	]),
	pair("what env unsets", "export X=/wrong\nexec env -u X /b.sh", 'exec "${X:-/app}"', [
		"/a.sh = env (a.sh:3) = /b.sh (a.sh:3) = /app (b.sh:2)",
	]),
	pair("what sudo drops", "export X=/wrong\nexec sudo -u app /b.sh", 'exec "${X:-/app}"', [
		"/a.sh = sudo (a.sh:3) > /b.sh (a.sh:3) = /app (b.sh:2)",
	]),
	pair("what sudo -E keeps", "export X=/app\nexec sudo -E -u app /b.sh", RUNS_X, [
		"/a.sh = sudo (a.sh:3) > /b.sh (a.sh:3) = /app (b.sh:2)",
	]),
	pair("set -a", "set -ea; X=/app; set +a\nexec /b.sh", RUNS_X, APP),
	pair("set -o allexport", "set -o allexport; X=/app; set +o allexport\nexec /b.sh", RUNS_X, APP),
	pair("after set +a", "set -a; set +a; X=/app\nexec /b.sh", RUNS_X, UNKNOWN),
	pair("declare -x", "declare -rx X=/app\nexec /b.sh", RUNS_X, APP),
	pair("a function's export", "go() { export X=/app; }; go\nexec /b.sh", RUNS_X, APP),
	pair("a function's local variable", "go() { local X=/app; }; go\nexec /b.sh", RUNS_X, UNKNOWN),
	pair("an export of one branch", 'if [ -n "$Y" ]; then export X=/app; fi\nexec /b.sh', RUNS_X, UNKNOWN),
	pair("an export in a subshell", "(export X=/app)\nexec /b.sh", RUNS_X, UNKNOWN),
	pair("a variable of the image that the script sets", "X=/app\nexec /b.sh", RUNS_X, APP, {
		dockerfile: "ENV X=/wrong",
	}),
	pair("a variable of the image", "prepare\nexec /b.sh", RUNS_X, APP, { dockerfile: "ENV X=/app" }),
	pair("a default that is set", ": ${X:=/app}; export X\nexec /b.sh", RUNS_X, APP),
	pair("a default of a variable that is there", ': "${X:=/wrong}"\nexec /b.sh', RUNS_X, APP, {
		dockerfile: "ENV X=/app",
	}),
	pair("a file that is sourced", ". /env.sh\nexec /b.sh", RUNS_X, APP, { files: { "env.sh": "export X=/app" } }),
	pair("a file that is sourced by its name", ". env.sh; export X\nexec /b.sh", RUNS_X, APP, {
		files: { "env.sh": "X=/app" },
	}),
	pair("a file that is sourced with set -a", "set -a; source /env.sh; set +a\nexec /b.sh", RUNS_X, APP, {
		files: { "env.sh": "# ours\nX=/app\n" },
	}),
	pair("a file that is sourced with arguments", ". /env.sh /app\nexec /b.sh", RUNS_X, APP, {
		files: { "env.sh": "export X=$1" },
	}),
	pair("a child", "export X=/app\n/b.sh", RUNS_X, ["/a.sh > /b.sh (a.sh:3) = /app (b.sh:2)"]),
	pair("the text of a shell", "export X=/app\nexec sh -c 'exec \"$X\"'", "", ["/a.sh = sh (a.sh:3) = /app (a.sh:3)"]),
	pair("positional parameters", 'set -- /app "$@"\nexec /b.sh "$@" -x', 'exec "$@"', [
		"/a.sh = /b.sh (a.sh:3) = /app -x (b.sh:2)",
	]),
	pair("PATH", 'export PATH="/opt/bin:$PATH"\nexec run', "exec /app", ["/a.sh = run (a.sh:3) = /app (run:1)"], {
		dockerfile: "COPY run /opt/bin/run",
		files: { run: "exec /app" },
	}),
	pair("two exports of one variable", "export X=/wrong; export X=/app\nexec /b.sh", RUNS_X, APP),
	pair("the switches of an init", "export TINI_KILL_PROCESS_GROUP=1\nexec tini -- /b.sh", "exec /app", [
		"/a.sh = tini (a.sh:3) > /b.sh (a.sh:3) = /app (b.sh:2)",
	]),
];
