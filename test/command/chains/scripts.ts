import type { ChainCase } from "./chain-case.ts";

/** A script `e.sh` at /e.sh, as ENTRYPOINT, and the words of CMD. */
function script(title: string, text: string, cmd: readonly string[], chains: readonly string[], more: Partial<ChainCase> = {}): ChainCase {
	const files = { "e.sh": text, ...more.files };
	const dockerfile = `${more.dockerfile === undefined ? "" : `${more.dockerfile}\n`}COPY e.sh /e.sh\nENTRYPOINT ["/e.sh"]\nCMD ${JSON.stringify(cmd)}`;
	return { title, dockerfile, files, chains };
}

const BIN = "#!/bin/bash\n";

export const scripts: readonly ChainCase[] = [
	script("a script that passes its arguments on", `${BIN}set -e\nexec "$@"\n`, ["app", "-x"], ["/e.sh = app -x (e.sh:3)"]),
	script("a script that runs its arguments", `${BIN}"$@"\n`, ["app", "-x"], ["/e.sh > app -x (e.sh:2)"]),
	script(
		"a script that drops its rights",
		`${BIN}if [ "$(id -u)" = 0 ]; then\n  exec gosu app "$@"\nfi\nexec "$@"\n`,
		["app"],
		["/e.sh = app (e.sh:5)", "/e.sh = gosu (e.sh:3) = app (e.sh:3)"],
	),
	script(
		"a script that starts itself as another user",
		`${BIN}if [ "$(id -u)" = 0 ]; then\n  exec gosu app "$0" "$@"\nfi\nexec "$@"\n`,
		["app"],
		["/e.sh = app (e.sh:5)", "/e.sh = gosu (e.sh:3) = /e.sh (e.sh:3) = app (e.sh:5)"],
	),
	script(
		"a script that starts itself by BASH_SOURCE",
		`${BIN}if [ -z "$INNER" ]; then INNER=1 exec su-exec app "$BASH_SOURCE" "$@"; fi\nexec app`,
		[],
		["/e.sh = app (e.sh:3)", "/e.sh = su-exec (e.sh:2) = /e.sh (e.sh:2) = app (e.sh:3)"],
	),
	script(
		"options alone belong to the script's own program",
		`${BIN}if [ "\${1#-}" != "$1" ]; then set -- app "$@"; fi\nexec "$@"`,
		["-x"],
		["/e.sh = app -x (e.sh:3)"],
	),
	script("another program is left as it is", `${BIN}if [ "\${1#-}" != "$1" ]; then set -- app "$@"; fi\nexec "$@"`, ["bash"], ["/e.sh = bash (e.sh:3)"]),
	script("[[ with a pattern", `${BIN}if [[ "$1" == -* ]]; then set -- app "$@"; fi\nexec "$@"`, ["--x"], ["/e.sh = app --x (e.sh:3)"]),
	script(
		"a case of subcommands",
		`${BIN}case "$1" in\n  web) shift; exec puma "$@" ;;\n  worker|job) exec sidekiq ;;\n  *) exec "$@" ;;\nesac`,
		["web", "-C", "x"],
		["/e.sh = puma -C x (e.sh:3)"],
	),
	script("the default arm of a case", `${BIN}case "$1" in web) exec puma ;; *) exec "$@" ;; esac`, ["rails", "c"], ["/e.sh = rails c (e.sh:2)"]),
	script(
		"a case that depends on the container",
		`${BIN}case "\${MODE}" in\nweb) exec a;;\n*) exec b;;\nesac`,
		[],
		["/e.sh = b (e.sh:4)", "/e.sh = a (e.sh:3)"],
	),
	script("a case on a variable that ENV sets", `${BIN}case "$MODE" in\nweb) exec a;;\n*) exec b;;\nesac`, [], ["/e.sh = a (e.sh:3)"], {
		dockerfile: "ENV MODE=web",
	}),
	script("a bracket in a pattern", `${BIN}case "$1" in [a-m]*) exec a;; [!a-m]*) exec n;; esac`, ["node"], ["/e.sh = n (e.sh:2)"]),
	script("a function that ends in exec", `${BIN}main() {\n  prepare\n  exec "$@"\n}\nmain "$@"`, ["app"], ["/e.sh = app (e.sh:4)"]),
	script("a function in a function", `${BIN}run() { exec "$@"; }\nmain() { run nice "$@"; }\nmain "$@"`, ["app"], ["/e.sh = nice (e.sh:2) = app (e.sh:2)"]),
	script("a function of bash", `${BIN}function start {\n  exec app\n}\nstart`, [], ["/e.sh = app (e.sh:3)"]),
	script("a function that returns early", `${BIN}f() { [ "$1" = x ] || return 0; exec other; }\nf y\nexec app`, [], ["/e.sh = app (e.sh:4)"]),
	script("an array of words", `${BIN}args=(app -a)\nargs+=(-b "$1")\nexec "\${args[@]}"`, ["c d"], ["/e.sh = app -a -b c d (e.sh:4)"]),
	script("an element of an array", `${BIN}cmd=(app -a)\nexec "\${cmd[0]}" -b`, [], ["/e.sh = app -b (e.sh:3)"]),
	script("a text of words", `${BIN}CMD="app -a"\nCMD="$CMD -b"\nexec $CMD "$@"`, ["c"], ["/e.sh = app -a -b c (e.sh:4)"]),
	script("a text of words that grows", `${BIN}CMD=app\nCMD+=" -b"\nexec $CMD`, [], ["/e.sh = app -b (e.sh:4)"]),
	script("shift", `${BIN}user=$1; shift\nexec gosu "$user" "$@"`, ["me", "app"], ["/e.sh = gosu (e.sh:3) = app (e.sh:3)"]),
	script("shift by two", `${BIN}shift 2\nexec "$@"`, ["a", "b", "app"], ["/e.sh = app (e.sh:3)"]),
	script("arguments from the second on", `${BIN}exec app "\${@:2}"`, ["a", "b"], ["/e.sh = app b (e.sh:2)"]),
	script(
		"a loop over options",
		`${BIN}while [ $# -gt 0 ]; do\n  case "$1" in\n    -h) HOST=$2; shift 2 ;;\n    -q) shift ;;\n    --) shift; break ;;\n    *) break ;;\n  esac\ndone\nexec "$@"`,
		["-h", "db", "-q", "--", "app", "-x"],
		["/e.sh = app -x (e.sh:10)"],
	),
	script(
		"a loop that gathers the rest",
		`${BIN}while [[ $# -gt 0 ]]; do\n  case "$1" in\n    *:*) shift ;;\n    --) shift; CLI=("$@"); break ;;\n  esac\ndone\nexec "\${CLI[@]}"`,
		["db:5432", "--", "app", "-x"],
		["/e.sh = app -x (e.sh:8)"],
	),
	script(
		"a loop over all arguments",
		`${BIN}for arg in "$@"; do\n  case "$arg" in --debug) DEBUG=1 ;; esac\ndone\nexec app "$@"`,
		["--debug"],
		["/e.sh = app --debug (e.sh:5)"],
	),
	script(
		"a loop that stops at an argument",
		`${BIN}for arg; do\n  if [ "$arg" = web ]; then MODE=puma; break; fi\ndone\nexec $MODE`,
		["a", "web", "b"],
		["/e.sh = puma (e.sh:5)"],
	),
	script("a loop over files", `${BIN}for f in /docker-entrypoint.d/*.sh; do\n  . "$f"\ndone\nexec app`, [], ["/e.sh = app (e.sh:5)"]),
	script("a loop that waits", `${BIN}until nc -z db 5432; do sleep 1; done\nexec app`, [], ["/e.sh = app (e.sh:3)"]),
	script("a loop that counts", `${BIN}for ((i = 0; i < 3; i++)); do try && break; done\nexec app`, [], ["/e.sh = app (e.sh:3)"]),
	script("an endless loop at the end", `${BIN}app\nwhile :; do sleep 3600; done\nexec never`, [], ["/e.sh > app (e.sh:2)"]),
	script("continue", `${BIN}for x in a b; do\n  [ "$x" = a ] && continue\n  exec $x\ndone`, [], ["/e.sh = b (e.sh:4)"]),
	script("a default value", `${BIN}exec "\${APP:-/opt/app/bin/app}" "$@"`, ["-x"], ["/e.sh = /opt/app/bin/app -x (e.sh:2)"]),
	script("a variable with a default of its own", `${BIN}: "\${APP:=app}"\nAPP=\${APP:-app}\nexec "$APP"`, [], ["/e.sh = app (e.sh:4)"]),
	script("the folder of the script", `${BIN}cd "$(dirname "$0")"\nexec ./app.bin`, [], ["/e.sh = ./app.bin (e.sh:3)"]),
	script(
		"a script beside it",
		`${BIN}DIR="$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)"\nexec "$DIR/next.sh" "$@"`,
		["app"],
		["/e.sh = //next.sh (e.sh:3) = app (next.sh:1)"],
		{
			dockerfile: "COPY next.sh /",
			files: { "next.sh": 'exec "$@"' },
		},
	),
	script("a script that is sourced", `${BIN}. /lib.sh\nrun "$@"`, ["app"], ["/e.sh = app (lib.sh:1)"], {
		dockerfile: "COPY lib.sh /",
		files: { "lib.sh": 'run() { exec "$@"; }' },
	}),
	script("a script that is sourced, from its folder", `${BIN}source "$(dirname "$0")/lib.sh"\nexec $APP`, [], ["/e.sh = app (e.sh:3)"], {
		dockerfile: "COPY lib.sh /",
		files: { "lib.sh": "APP=app" },
	}),
	script("a file that is sourced and not known", `${BIN}. /opt/vendor/setup.bash\nexec "$@"`, ["app"], ["/e.sh = app (e.sh:3)"]),
	script("a chain of scripts", `${BIN}exec /two.sh "$@"`, ["app"], ["/e.sh = /two.sh (e.sh:2) = /three.sh (two.sh:1) = app (three.sh:2)"], {
		dockerfile: "COPY two.sh three.sh /",
		files: { "two.sh": 'exec /three.sh "$@"', "three.sh": '#!/bin/sh\nexec "$@"' },
	}),
	script("a script that stays the parent of another", `${BIN}/two.sh "$@"\n`, ["app"], ["/e.sh > /two.sh (e.sh:2) = app (two.sh:1)"], {
		dockerfile: "COPY two.sh /",
		files: { "two.sh": 'exec "$@"' },
	}),
	script("CRLF", "#!/bin/sh\r\nset -e\r\nif true; then\r\n  exec app\r\nfi\r\n", [], ["/e.sh = app (e.sh:4)"]),
	script("no first line", 'echo start\nexec "$@"', ["app"], ["/e.sh = app (e.sh:2)"]),
	script("a byte order mark", '\ufeff#!/bin/sh\nexec "$@"', ["app"], ["/e.sh = app (e.sh:2)"]),
	script("a first line with env", '#!/usr/bin/env bash\nexec "$@"', ["app"], ["/e.sh = app (e.sh:2)"]),
	script("a first line with options", '#!/bin/bash -eu\nexec "$@"', ["app"], ["/e.sh = app (e.sh:2)"]),
	script("a first line with with-contenv", '#!/command/with-contenv bash\nexec "$@"', ["app"], ["/e.sh = app (e.sh:2)"]),
	script("a first line with busybox", '#!/bin/busybox sh\nexec "$@"', ["app"], ["/e.sh = app (e.sh:2)"]),
	script("a script of Python, which is the program", "#!/usr/bin/env python3\nimport os\n", ["x"], ["/e.sh x"]),
	script("a script of Node.js", "#!/usr/bin/node\nrequire('x')\n", [], ["/e.sh"]),
	script("a script of Perl", "#! /usr/bin/perl -w\nexec @ARGV\n", [], ["/e.sh"]),
	script("a program that is no text", "\u007fELF\u0002\u0001\u0000\u0000", ["x"], ["/e.sh x"]),
	script("a trap and a child that is waited for", `${BIN}trap 'kill -TERM $pid' TERM\napp &\npid=$!\nwait "$pid"\n`, [], ["/e.sh > app (e.sh:3)"]),
	script("a child that comes to the foreground", `${BIN}set -m\napp &\nsetup\nfg %1\n`, [], ["/e.sh > app (e.sh:3)"]),
	script("programs in front that end", `${BIN}python manage.py migrate\nchown -R app /data\nexec gunicorn app`, [], ["/e.sh = gunicorn app (e.sh:4)"]),
	script("a program that ends the script, and nothing after it counts", `${BIN}exec app\nexec never`, [], ["/e.sh = app (e.sh:2)"]),
	script("exit with an error", `${BIN}[ -n "$1" ] || { echo usage; exit 64; }\nexec app "$1"`, ["x"], ["/e.sh = app x (e.sh:3)"]),
	script("redirections of the script's own", `${BIN}exec > >(tee -a /log) 2>&1\nexec 3< /x\nexec app`, [], ["/e.sh = app (e.sh:4)"]),
	script("a heredoc with commands in it", `${BIN}cat > /etc/x <<EOF\nexec wrong\nEOF\nexec app`, [], ["/e.sh = app (e.sh:5)"]),
	script("a comment with a quote in it", `${BIN}# don't\nexec app # it's`, [], ["/e.sh = app (e.sh:3)"]),
	script("an exec in a subshell", `${BIN}(exec helper)\nexec app`, [], ["/e.sh = app (e.sh:3)"]),
	script("exec -a", `${BIN}exec -a "my app" app -x`, [], ["/e.sh = app -x (e.sh:2)"]),
	script("words that continue on the next line", `${BIN}exec app \\\n  --a \\\n  --b`, [], ["/e.sh = app --a --b (e.sh:2)"]),
	script("the name of the script decides", `${BIN}case "$(basename "$0")" in e.sh) exec app ;; *) exec other ;; esac`, [], ["/e.sh = app (e.sh:2)"]),
	script("the ending of a name", `${BIN}f=$1\nexec "\${f%.conf}" --config "\${f##*/}"`, ["/etc/app.conf"], ["/e.sh = /etc/app --config app.conf (e.sh:3)"]),
	script(
		"several variables of the environment in one branch each",
		`${BIN}if [ -n "$A" ]; then X=1; fi\nif [ -n "$B" ]; then Y=1; fi\nif [ -n "$C" ]; then Z=1; fi\nif [ -n "$D" ]; then V=1; fi\nif [ -n "$E" ]; then W=1; fi\nexec app`,
		[],
		["/e.sh = app (e.sh:7)"],
	),
];
