import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDefinition } from "../../../src/node/build-definitions/read-definition.ts";
import { makeFolder } from "../../cli/run-cli.ts";

const TREE = { ".git/HEAD": "", "app/Dockerfile": "", "ci/own/Dockerfile": "" };

/**
 * Reads `ci/build.sh` of a repository; returns the Dockerfiles and contexts, relative to the repository, and the notes.
 */
async function read(
	text: string,
	{ cwd = "", files = {} }: { readonly cwd?: string; readonly files?: Readonly<Record<string, string>> } = {},
): Promise<readonly string[]> {
	const root = makeFolder({ ...TREE, ...files });
	const host = { cwd: join(root, cwd), env: {}, read: () => undefined };
	const source = { path: "ci/build.sh", file: join(root, "ci/build.sh"), text };
	const { builds, notes } = await readDefinition(source, "shell", host);
	const shorten = (path = ""): string => path.slice(root.length + 1) || ".";
	return [
		...builds.map(({ dockerfile, context, target }) =>
			[dockerfile, context]
				.map(shorten)
				.concat(target ?? [])
				.join(" "),
		),
		...notes.map(({ line, message }) => `${line}: ${message}`),
	];
}

describe("a shell script", () => {
	it("is run in the only folder where its Dockerfiles are", async () => {
		const text = "#!/bin/sh\r\ndocker build app\r\ndocker build own\r\n\r\ndocker build gone\r\n";
		expect(await read(text)).toEqual([
			"app/Dockerfile app",
			"ci/own/Dockerfile ci/own",
			"5: script: its Dockerfile ../gone/Dockerfile or gone/Dockerfile does not exist: skipped",
		]);
	});

	it("states nothing if several folders are possible", async () => {
		const files = { "own/Dockerfile": "" };
		expect(await read("docker build own", { files })).toEqual([
			"1: script: builds ../own/Dockerfile or own/Dockerfile, which depends on the directory where it is run: skipped",
		]);
	});

	it.each([
		'cd "$(dirname "$0")/.." && docker build app',
		'cd -- "$(dirname -- "${BASH_SOURCE[0]}")"; docker build ../app',
		'DIR=$(cd "$(dirname "$0")/.." >/dev/null 2>&1 && pwd)\ndocker build "$DIR/app"',
		'DIR="$( cd "$( dirname "${BASH_SOURCE[0]}" )" && pwd -P )"\ncd "$DIR"/../app && docker build .',
		'docker build "$(realpath "$(dirname "$0")/../app")"',
		'cd "${0%/*}/../app"\ndocker build .',
		'ROOT=$(git rev-parse --show-toplevel)\ndocker build "$ROOT/app"',
	])("says where its folder is: %s", async (text) => {
		expect(await read(text, { cwd: "ci/own" })).toEqual(["app/Dockerfile app"]);
	});
});

describe("what the commands of a script leave behind", () => {
	it.each([
		["if", 'T=a\nif [ "$1" ]; then T=b; fi\n'],
		["case", "T=a\ncase $1 in x) T=b ;; esac\n"],
		["for", "T=a\nfor T in b c; do true; done\nfor x in b c; do T=$x; done\n"],
		["a function", "T=a\nuse_b() { T=b; }\n"],
		["read", "T=a\nread T\n"],
		["printf", "T=a\nprintf -v T b\n"],
		["an element", "T=a\nT[1]=b\n"],
		["a condition", 'T=a\n[ "$1" ] && T=b\n'],
		["a condition that is not met", "T=a\n[[ $1 ]] || T=b\n"],
		["each of two", "T=a\n! true && T=b || T=c\n"],
		["the variable of a loop", "T=a\nfor T in b c; do true; done\n"],
		["a call that declares it", "T=a\nf() { local T=b; }\nf\n"],
	])("is not known after %s, if that changes it", async (_, text) => {
		expect(await read(`${text}docker build --target "$T" app`)).toEqual([
			`${text.split("\n").length}: script: $T is only known when it runs: skipped`,
		]);
	});

	it.each([
		["in a subshell or a pipeline", "T=a\n(T=b; cd ci)\necho | T=b\n"],
		["in a branch that changes something else", 'T=a\nif [ "$1" ]; then U=b; fi\n'],
		["after what has to succeed", "T=b\ntrue && T=a || exit 1\n"],
		["if it is appended", "T=\nT+=a\n"],
		["by export", "T=x\nexport T=a U=$V\nreadonly T\n"],
	])("is known %s", async (_, text) => {
		expect(await read(`${text}docker build --target "$T" app`)).toEqual(["app/Dockerfile app a"]);
	});

	it("is not a folder that only one branch enters, but each branch begins where the script was", async () => {
		expect(
			await read("if test -f x; then cd app; docker build .; else docker build app; fi\ndocker build app"),
		).toEqual([
			"app/Dockerfile app",
			"app/Dockerfile app",
			"2: script: the folder of this command is only known when it runs: skipped",
		]);
	});

	it("is the folder that a command failed to enter, and not the one where it would be", async () => {
		expect(await read("cd app || docker build app\ndocker build .")).toEqual([
			"app/Dockerfile app",
			"1: script: the folder of this command is only known when it runs: skipped",
		]);
	});

	it("is not known for the variable of a loop in it", async () => {
		expect(await read("d=app\nfor d in a b; do docker build $d; done")).toEqual([
			"2: script: $d is only known when it runs: skipped",
		]);
	});
});

describe("a function of a script", () => {
	it("knows what is known where it is called", async () => {
		expect(await read('T=x\nf() { docker build --target "$T" .; }\nT=a\ncd app\nf\nf\nT=b\nf')).toEqual([
			"app/Dockerfile app a",
			"app/Dockerfile app b",
		]);
	});

	it("may be called with the same names in several folders", async () => {
		expect(await read("f() { docker build .; }\ncd app\nf\ncd ../ci/own\nf")).toEqual([
			"app/Dockerfile app",
			"ci/own/Dockerfile ci/own",
		]);
	});

	it("counts if no name calls it", async () => {
		expect(await read('f() { docker build app; }\n"$@"')).toEqual(["app/Dockerfile app"]);
	});

	it.each([
		["itself", "f() { f; docker build app; f; }\nf"],
		[
			"others over and over",
			`${Array.from({ length: 60 }, (_, n) => `f${n}() { f${n + 1}; f${n + 1}; }`).join("\n")}
f60() { docker build app; }\nf0`,
		],
	])("is entered a limited number of times if it calls %s", async (_, text) => {
		expect(await read(text)).toEqual(["app/Dockerfile app"]);
	});
});

describe("a long script", () => {
	it("is read in linear time", async () => {
		const lines = Array.from({ length: 5000 }, (_, n) => `V${n}=1\nif x; then V${n}=2; docker build app; fi`);
		const start = performance.now();
		expect(await read(lines.join("\n"))).toHaveLength(5000);
		expect(performance.now() - start).toBeLessThan(5000);
	}, 20_000);
});
