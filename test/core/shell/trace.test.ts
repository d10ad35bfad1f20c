import { describe, expect, it } from "vitest";
import { traceScript } from "../../../src/core/shell/trace.ts";
import { known } from "../../../src/core/shell/value.ts";
import { WorkBudget } from "../../../src/core/shell/work-budget.ts";

interface Setting {
	readonly args?: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
	readonly files?: Readonly<Record<string, string>>;
	readonly isOpen?: boolean;
}

/** The ways of a script, as `line how words`. */
function waysOf(script: string, { args = [], env = {}, files = {}, isOpen = false }: Setting = {}): string[] {
	const { ways } = traceScript(script, {
		script: "/entry.sh",
		file: "entry.sh",
		args: args.map(known),
		isOpen,
		isBash: false,
		lookup: (name) => (env[name] === undefined ? undefined : known(env[name])),
		budget: new WorkBudget(2_000_000),
		readSourced: (path) => (files[path] === undefined ? undefined : { text: files[path], file: path }),
	});
	return ways.map(
		({ file, line, how, argv }) =>
			`${file === "entry.sh" ? "" : `${file}:`}${line} ${how} ${argv.map(({ text }) => text).join(" ")}`,
	);
}

describe("traceScript", () => {
	it.each<[title: string, script: string, ways: string[], setting?: Setting]>([
		["a last exec", "set -e\necho hi\nexec app -x\n", ["3 exec app -x"]],
		["the arguments", 'exec "$@"\n', ["1 exec nginx -g daemon off;"], { args: ["nginx", "-g", "daemon off;"] }],
		["the arguments without quotes", "exec $@\n", ["1 exec a b c"], { args: ["a", "b c"] }],
		["arguments that are not known", 'exec tini -- "$@"\n', ["1 exec tini -- a …"], { args: ["a"], isOpen: true }],
		["an exec after other words", 'exec gosu app "$@"', ["1 exec gosu app redis-server"], { args: ["redis-server"] }],
		["a last command without exec", "prepare\nnginx -g 'daemon off;'\n", ["2 child nginx -g daemon off;"]],
		["short programs after the main one", "nginx\necho stopped\n", ["1 child nginx"]],
		[
			"tools that import certificates",
			'csplit -s c.pem\nkeytool -import -file c.crt >/dev/null\nupdate-ca-certificates\nexec "$@"\n',
			["4 exec app"],
			{ args: ["app"] },
		],
		[
			"a branch that is taken",
			'if [ "$1" = app ]; then\n  exec app\nfi\nexec other\n',
			["2 exec app"],
			{ args: ["app"] },
		],
		[
			"a branch that is not taken",
			'if [ "$1" = app ]; then exec app; fi\nexec other\n',
			["2 exec other"],
			{ args: ["x"] },
		],
		["a branch that depends on the container", "if [ -f /x ]; then exec a; else exec b; fi", ["1 exec a", "1 exec b"]],
		[
			"a variable of the environment",
			'exec "$APP_HOME/bin/app"',
			["1 exec /srv/bin/app"],
			{ env: { APP_HOME: "/srv" } },
		],
		["a variable without value", "exec java $JAVA_OPTS -jar a.jar", ["1 exec java $JAVA_OPTS -jar a.jar"]],
		["a default", 'exec "${APP:-/bin/app}"', ["1 exec /bin/app"]],
		["a variable of its own", "CMD=/usr/bin/app\nexec $CMD -v", ["2 exec /usr/bin/app -v"]],
		["an array", 'CMD=(app "$@")\nexec tini -s -- "${CMD[@]}"', ["2 exec tini -s -- app 1 2"], { args: ["1", "2"] }],
		["an array that grows", 'CMD=(app)\nCMD+=(-x "a b")\nexec "${CMD[@]}"', ["3 exec app -x a b"]],
		[
			"an option as first argument",
			'if [ "${1#-}" != "$1" ]; then\n set -- node "$@"\nfi\nexec "$@"',
			["4 exec node --inspect"],
			{ args: ["--inspect"] },
		],
		[
			"a program as first argument",
			'if [ "${1#-}" != "$1" ]; then\n set -- node "$@"\nfi\nexec "$@"',
			["4 exec yarn start"],
			{ args: ["yarn", "start"] },
		],
		[
			"the first character of an argument",
			'if [ "${1:0:1}" = \'-\' ]; then set -- mysqld "$@"; fi\nexec "$@"',
			["2 exec mysqld -v"],
			{ args: ["-v"] },
		],
		["a default for no arguments", 'exec "${@:-app}"', ["1 exec app"]],
		["a default of several words", "exec ${@:-app --x}", ["1 exec app --x"]],
		["a default for arguments that are there", 'exec "${@:-app}"', ["1 exec a b"], { args: ["a", "b"] }],
		["no arguments", 'if [ $# -eq 0 ]; then exec app; fi\nexec "$@"', ["1 exec app"]],
		[
			"a case",
			'case "$1" in\n  web|api) exec server ;;\n  *) exec "$@" ;;\nesac',
			["2 exec server"],
			{ args: ["api"] },
		],
		["a case with a pattern", 'case "$1" in -*) exec app "$@";; esac\nexec "$@"', ["1 exec app -h"], { args: ["-h"] }],
		["a case that depends on the container", 'case "$MODE" in a) exec a;; b) exec b;; esac', ["1 exec a", "1 exec b"]],
		["shift", 'shift\nexec "$@"', ["2 exec b"], { args: ["a", "b"] }],
		["a function", 'main() {\n  exec "$@"\n}\nmain app "$1"', ["2 exec app x"], { args: ["x"] }],
		["a function of bash", "function run {\n exec app\n}\nrun", ["2 exec app"]],
		["a function that returns", "f() { return 0; }\nf\nexec app", ["3 exec app"]],
		[
			"a sourced file",
			". /lib/start.sh\nexec other",
			["/lib/start.sh:1 exec app"],
			{ files: { "/lib/start.sh": "exec app" } },
		],
		["a sourced file with variables", ". /env\nexec $APP", ["2 exec app"], { files: { "/env": "APP=app" } }],
		["eval", 'eval "exec app $1"', ["1 exec app x"], { args: ["x"] }],
		["a subshell, which alone is replaced", "(exec a)\nexec b", ["2 exec b"]],
		["a subshell at the end", "(exec a)", ["1 child a"]],
		["a program in the background", "helper &\nexec app", ["2 exec app"]],
		["programs that are waited for", "a &\nb &\nwait", ["1 child a", "2 child b"]],
		["a pipeline", "app | tee /log", ["1 child app"]],
		["redirections", "exec > >(tee log) 2>&1\nexec app < /dev/null", ["2 exec app"]],
		["a descriptor", "exec 3>&1\nexec {fd}>/x\nexec app", ["3 exec app"]],
		["exec with options", "exec -a name -c app", ["1 exec app"]],
		["and", "prepare && exec app", ["1 exec app"]],
		["a program that may fail", "app || true", ["1 child app"]],
		["a script that gives up", "if ! prepare; then\n  exit 1\nfi\nexec app", ["4 exec app"]],
		["or", '[ -n "$1" ] || exec app\nexec other', ["1 exec app"]],
		["not", 'if ! [ "$1" = a ]; then exec b; fi; exec a', ["1 exec b"], { args: ["x"] }],
		[
			"double brackets",
			"if [[ $1 == ng* && $# -gt 1 ]]; then exec a; fi; exec b",
			["1 exec a"],
			{ args: ["nginx", "x"] },
		],
		[
			"a regular expression",
			'if [[ $1 =~ ^-[a-z]+ ]]; then set -- app "$@"; fi; exec "$@"',
			["1 exec app -x"],
			{ args: ["-x"] },
		],
		[
			"a regular expression that does not match",
			'if [[ $1 =~ ^- ]]; then set -- app "$@"; fi; exec "$@"',
			["1 exec x-y"],
			{ args: ["x-y"] },
		],
		[
			"a regular expression that is not simple",
			'[[ $1 =~ ^(a|b)+$ ]] && exec app; exec "$@"',
			["1 exec app", "1 exec a"],
			{ args: ["a"] },
		],
		[
			"a regular expression in quotes",
			'[[ $1 =~ "^a" ]] && exec app; exec b',
			["1 exec app", "1 exec b"],
			{ args: ["a"] },
		],
		["an alias", "set -e\nalias start='exec app'\nstart -x", ["2 exec app -x"]],
		["an alias for a program with options", "alias app='app -x'\napp\n", ["2 child app"]],
		["a coprocess", "coproc app -x\nwait", ["1 child app -x"]],
		["what printf prints", "exec $(printf '%s' app) -x", ["1 exec app -x"]],
		["a loop", "while ! nc -z db 1; do sleep 1; done\nexec app", ["2 exec app"]],
		["a loop that keeps a program running", "while true; do app; sleep 1; done", ["1 child app"]],
		["a heredoc", "cat > /conf <<EOF\nexec wrong\nEOF\nexec app", ["4 exec app"]],
		["a heredoc without tabs", "cat <<-'END' > /conf\n\texec wrong\n\tEND\nexec app", ["4 exec app"]],
		["a comment", "# exec wrong\nexec app # exec wrong", ["2 exec app"]],
		["a continued line", "exec \\\n  app \\\n  -x", ["1 exec app -x"]],
		["CRLF", "set -e\r\nexec app\r\n", ["2 exec app"]],
		["exit", "app\nexit $?\nexec never", ["1 child app"]],
		["command", "command exec app", ["1 exec app"]],
		["a found program", "exec $(command -v app) -x", ["1 exec app -x"]],
		["a program that is not known", "exec $(find-app) -x", ["1 exec $(find-app) -x"]],
		["an empty argument", 'exec app "" "$X"', ["1 exec app  $X"]],
		["arithmetic", "((x = 1))\nfor ((i = 0; i < 3; i++)); do echo; done\nexec app", ["3 exec app"]],
		["nothing", "echo hello\n", []],
	])("finds %s", (_, script, ways, setting) => {
		expect(waysOf(script, setting)).toEqual(ways);
	});

	it("says which scripts handle signals", () => {
		const context = {
			script: "s",
			file: "s",
			args: [],
			isOpen: false,
			isBash: false,
			lookup: () => undefined,
			readSourced: () => undefined,
			budget: new WorkBudget(10_000),
		};
		const trapsOf = (text: string): string[] => [...traceScript(text, context).traps];
		expect(trapsOf("trap 'kill $pid' TERM INT\napp &\npid=$!\nwait $pid")).toEqual(["TERM", "INT"]);
		expect(trapsOf("trap -- stop sigterm 2\napp")).toEqual(["TERM", "2"]);
		expect(trapsOf("trap - TERM\napp")).toEqual([]);
		expect(trapsOf("trap '' TERM\napp")).toEqual([]);
		expect(trapsOf("(trap stop TERM)\napp")).toEqual([]);
		expect(trapsOf("trap cleanup EXIT\napp")).toEqual([]);
		expect(trapsOf("cleanup() { rm -f /tmp/x; }\ntrap cleanup EXIT\napp")).toEqual([]);
		expect(trapsOf('stop() { if [ -n "$pid" ]; then kill $pid; fi; }\ntrap stop EXIT\napp')).toEqual(["EXIT"]);
		expect(trapsOf("trap 'trap - TERM && kill 0' EXIT\napp")).toEqual(["EXIT"]);
	});

	it.each([
		["an endless recursion", "f() { f; }\nf\nexec app"],
		["two functions that call each other", "f() { g; }\ng() { f; }\nf\nexec app"],
		[
			"many branches",
			`${Array.from({ length: 200 }, (_, index) => `if [ -f /${index} ]; then set -- "$@" ${index}; fi`).join("\n")}\nexec app "$@"`,
		],
		["a long chain", `${Array.from({ length: 5000 }, () => "a").join(" && ")} && exec app`],
		["white space that is none to a shell", "\v\f\u00a0\u2028 exec app"],
		["a long script", `${"true\n".repeat(50_000)}exec app`],
	])("is bounded for %s", (_, script) => {
		expect(waysOf(script).length).toBeLessThan(30);
	});

	it.each([
		["nested too deeply", "(".repeat(5000), 1],
		["without an end", "if true; then\n  exec app\n", 3],
		["with an open quote", "echo 'a\nexec app", 1],
	])("refuses a script %s", (_, script, line) => {
		expect(() => waysOf(script)).toThrow(expect.objectContaining({ name: "ShellSyntaxError", line }));
	});
});
