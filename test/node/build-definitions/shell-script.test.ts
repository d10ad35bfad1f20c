import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDefinition } from "../../../src/node/build-definitions/read-definition.ts";
import { makeFolder } from "../../cli/run-cli.ts";

const TREE = { ".git/HEAD": "", "app/Dockerfile": "", "ci/own/Dockerfile": "" };

/** Reads `ci/build.sh` of a repository: the Dockerfiles and contexts, relative to the repository, and the notes. */
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
	])("is not known after %s, if that changes it", async (_, text) => {
		expect(await read(`${text}docker build --target "$T" app`)).toEqual([
			`${text.split("\n").length}: script: $T is only known when it runs: skipped`,
		]);
	});

	it.each([
		["in a subshell or a pipeline", "T=a\n(T=b; cd ci)\necho | T=b\n"],
		["in a branch that changes something else", 'T=a\nif [ "$1" ]; then U=b; fi\n'],
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
});
