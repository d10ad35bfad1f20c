import { describe, expect, it } from "vitest";
import { marked, runRule } from "./run-rule.ts";

const run = (text: string): ReturnType<typeof runRule> => runRule("exec-form-shell", `FROM debian:12\n${text}\n`);

describe("exec-form-shell", () => {
	it.each([
		[
			'CMD ["migrate", "&&", "app"]',
			'in exec form, && is an argument, not an operator: let a shell run it, as in ["sh", "-c", "exec …"]',
		],
		[
			'CMD ["cd", "/app"]',
			'cd is a word of the shell, not a program, and exec form starts no shell: let a shell run it, as in ["sh", "-c", "exec …"]',
		],
		[
			'CMD ["npm start"]',
			'exec form looks for a program that is called "npm start": write each word in quotes of its own',
		],
		[
			`CMD ["nginx", "-g", "'daemon off;'"]`,
			"nothing removes the inner quotes of 'daemon off;' in exec form: omit them",
		],
	])("says what is wrong with %s, and what to write", (text, message) => {
		expect(run(text).map((found) => found.message)).toEqual([message]);
	});

	it.each([
		["a redirection", 'CMD ["node", "app.js", ">", "log"]', ['">"']],
		["a redirection with its file", 'CMD ["app", "2>&1", ">>/log"]', ['"2>&1"', '">>/log"']],
		["a pipe", 'CMD ["app", "|", "tee", "/log"]', ['"|"']],
		["a program in the background", 'CMD ["app", "&"]', ['"&"']],
		["an assignment", 'CMD ["PORT=80", "app"]', ['"PORT=80"']],
		["a builtin after an init", 'ENTRYPOINT ["tini", "--", "source", "/env"]', ['"source"']],
		["exec", 'ENTRYPOINT ["exec", "app"]', ['"exec"']],
		["a path with options", 'CMD ["/app/run --port 80"]', ['"/app/run --port 80"']],
		["quotes in the value of an option", `CMD ["app", "--title='a b'"]`, [`"--title='a b'"`]],
		["an operator in a CMD after a script", 'ENTRYPOINT ["/e.sh"]\nCMD ["a", "&&", "b"]', ['"&&"']],
		["an operator on a base that is not known", 'FROM acme/x\nCMD ["a", "&&", "b"]', ['"&&"']],
	])("finds %s", (_, text, expected) => {
		expect(marked(run(text))).toEqual(expected);
	});

	it.each([
		["a shell's text", 'CMD ["sh", "-c", "cd /app && exec app > /log"]'],
		["the arguments of a shell's text", 'CMD ["sh", "-c", "eval \\"$*\\"", "--", "a", "&&", "b"]'],
		["a CMD for a shell", 'ENTRYPOINT ["/bin/sh", "-c"]\nCMD ["cd /app && app"]'],
		["a shell form", "CMD cd /app && exec app"],
		["the end of a command of find", 'CMD ["find", "/", "-exec", "rm", "{}", ";"]'],
		["a comparison", 'CMD ["expr", "1", ">", "2"]'],
		["what another machine runs", 'CMD ["ssh", "host", "a", "&&", "b"]'],
		["the text of a language", `CMD ["python3", "-c", "'x'"]`],
		["a quote within a word", `CMD ["app", "it's", "\\"a\\""]`],
		["a word that is not the program", 'CMD ["git", "set", "A=b", "npm start"]'],
		["env, which takes assignments", 'CMD ["env", "PORT=80", "app"]'],
		["a subcommand of a program", 'ENTRYPOINT ["bundle"]\nCMD ["exec", "app"]'],
		["a program whose name has blanks", 'CMD ["Plex Media Server"]'],
		["options for an ENTRYPOINT that is not known", 'FROM acme/x\nCMD ["--a --b"]'],
		["a command line for an ENTRYPOINT that is not known", 'FROM acme/x\nCMD ["npm start"]'],
		[
			"a CMD that a script evaluates",
			`COPY --chmod=755 <<'EOF' /e\n#!/bin/sh\neval "$@"\nEOF\nENTRYPOINT ["/e"]\nCMD ["a", "&&", "b"]`,
		],
	])("leaves %s alone", (_, text) => {
		expect(run(text)).toEqual([]);
	});
});
