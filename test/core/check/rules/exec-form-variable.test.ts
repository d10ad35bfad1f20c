import { describe, expect, it } from "vitest";
import { marked, runRule } from "./run-rule.ts";

const run = (source: string): ReturnType<typeof runRule> => runRule("exec-form-variable", source);

/** An entrypoint script that does this, and a CMD. */
const script = (line: string, cmd: string): string =>
	`COPY --chmod=755 <<'EOF' /e\n#!/bin/sh\n${line}\nEOF\nENTRYPOINT ["/e"]\nCMD ${cmd}`;

describe("exec-form-variable", () => {
	it("says that nothing expands it, and what to write", () => {
		expect(run('FROM debian:12\nCMD ["gunicorn", "--port", "$PORT"]\n')).toEqual([
			{
				text: '"$PORT"',
				message:
					'nothing expands $PORT in exec form, so the program gets the text itself: write the value, or let a shell expand it, as in ["sh", "-c", "exec …"]',
				stage: 0,
			},
		]);
	});

	it.each([
		["a variable in braces", 'ENTRYPOINT ["app", "${X}"]', ['"${X}"']],
		["a variable with a default", 'CMD ["app", "${X:-1}"]', ['"${X:-1}"']],
		["a variable in lower case", 'CMD ["app", "$port"]', ['"$port"']],
		["the program itself", 'ENTRYPOINT ["$APP_HOME/bin/app"]', ['"$APP_HOME/bin/app"']],
		["a part of a word", 'CMD ["app", "--port=${PORT}", "-x$Y1"]', ['"--port=${PORT}"', '"-x$Y1"']],
		["a part in lower case that the file sets", 'ENV port=1\nCMD ["app", "--port=$port"]', ['"--port=$port"']],
		["a word after an init and env", 'ENTRYPOINT ["tini", "--", "env", "A=$BC", "app"]', ['"A=$BC"']],
		["a CMD after a script", 'ENTRYPOINT ["/entrypoint.sh"]\nCMD ["app", "$PORT"]', ['"$PORT"']],
		["a CMD that a script passes on", script('exec "$@"', '["app", "$PORT"]'), ['"$PORT"']],
		["a CMD on a base that is not known", 'FROM acme/x\nCMD ["app", "$PORT"]', ['"$PORT"']],
		["the options of java", 'CMD ["java", "$JAVA_OPTS", "-jar", "app.jar", "--server.port=${PORT}"]', ['"$JAVA_OPTS"']],
		["a word in front of a shell", 'CMD ["$WRAPPER", "sh", "-c", "app $PORT"]', ['"$WRAPPER"']],
	])("finds %s", (_, text, expected) => {
		expect(marked(run(`FROM debian:12\n${text}\n`))).toEqual(expected);
	});

	it.each([
		["a shell's text", 'CMD ["sh", "-c", "exec app --port $PORT"]'],
		["a shell's text after an init", 'ENTRYPOINT ["tini", "--", "/bin/bash", "-lc", "exec app $PORT"]'],
		["the arguments of a shell's text", 'CMD ["sh", "-c", "exec app \\"$1\\"", "--", "$PORT"]'],
		["a CMD for a shell", 'ENTRYPOINT ["/bin/sh", "-c"]\nCMD ["app $PORT"]'],
		["a CMD after a shell form", 'ENTRYPOINT exec app\nCMD ["$PORT"]'],
		["a CMD that a script evaluates", script('eval "$@"', '["app", "$PORT"]')],
		["a CMD that a script evaluates, with a known variable", `ENV PORT=80\n${script('eval "$@"', '["app", "$PORT"]')}`],
		["a CMD that a script gives to a shell", script('exec sh -c "$*"', '["app", "$PORT"]')],
		["a CMD in one word that a script gives to a shell", script('exec sh -c "$@"', '["app $PORT"]')],
		["a CMD that a script does not use", script("exec app", '["$PORT"]')],
		[
			"a CMD in which a script replaces the name",
			script('set -- "${@/\\$LABEL/$LABEL}"\nexec "$@"', '["app", "--filter=$LABEL"]'),
		],
		["languages in which it means something", 'CMD ["awk", "{ print $NF }", "/x"]'],
		["other languages", 'CMD ["python3.12", "-c", "print(\'$HOME\')"]'],
		["settings that are read with variables", 'CMD ["java", "-jar", "app.jar", "--server.port=${PORT}"]'],
		["directives of nginx", 'CMD ["nginx", "-g", "daemon off; log_format a $HOST;"]'],
		["a dollar sign that begins no variable", 'CMD ["app", "^a$", "$1", "$$", "100$", "$(date)"]'],
		["a part that is called like no variable", 'CMD ["app", "a$b"]'],
		["shell forms", "CMD app $PORT"],
		["an earlier CMD", 'CMD ["app", "$PORT"]\nCMD ["app"]'],
		["a stage that cannot be run", 'CMD ["app", "$PORT"]\nFROM debian:12'],
		["Windows", 'FROM mcr.microsoft.com/windows/servercore:ltsc2022\nCMD ["app", "$PORT"]'],
	])("leaves %s alone", (_, text) => {
		expect(run(`FROM debian:12\n${text}\n`)).toEqual([]);
	});
});
