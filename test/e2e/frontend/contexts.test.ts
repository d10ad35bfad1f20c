import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileServer } from "../examples/helpers/serve-files.ts";
import { type BuildInput, buildConfig, runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { makeArchive, makeRepository, serveFolder } from "./helpers/served-contexts.ts";
import { type Files, makeFolder } from "./helpers/workspace.ts";

/** Nothing that is ignored gets into the build, and everything else does. */
const BODY =
	'FROM busybox\nCOPY . /srv\nRUN test -e /srv/kept && ! test -e /srv/secret\nENTRYPOINT ["/srv/run"]\nCMD ["x"]\n';
const WITHOUT_CONTEXT = BODY.replace(/^(?:COPY|RUN) .*\n/gm, "");
const WANTED = { Entrypoint: ["/sbin/pidone", "--", "/srv/run"], Cmd: ["x"] };

const IGNORE = "secret\n";
const LOCAL: Files = { kept: "", secret: "", ".dockerignore": IGNORE };
/** BuildKit does not read ignore files in a context that it fetches itself. */
const FETCHED: Files = { kept: "" };

let frontend = "";
let server: FileServer | undefined;

beforeAll(async () => {
	frontend = await buildFrontend();
	const folder = makeFolder({});
	for (const mode of ["named", "asked"] as const) {
		const dockerfile = inMode(mode, BODY);
		await makeRepository(folder, mode, {
			...FETCHED,
			Dockerfile: dockerfile,
			"sub/kept": "",
			"sub/Dockerfile": `${dockerfile}LABEL in=sub\n`,
		});
		writeFileSync(join(folder, `${mode}.tar.gz`), await makeArchive({ ...FETCHED, Dockerfile: dockerfile }, "--gzip"));
		writeFileSync(join(folder, `${mode}.Dockerfile`), inMode(mode, WITHOUT_CONTEXT));
	}
	server = await serveFolder(folder);
});
afterAll(async () => server?.close());

type Mode = "named" | "asked";

function inMode(mode: Mode, dockerfile: string): string {
	return mode === "named" ? `# syntax=${frontend}\n${dockerfile}` : dockerfile;
}

/** A build context of one kind: the last arguments of a command line, and the input that goes with them. */
interface Kind extends BuildInput {
	readonly words: readonly string[];
	readonly wanted?: Readonly<Record<string, unknown>>;
}

/** Creates one for a Dockerfile. `url` is the address of those that BuildKit fetches, without an extension. */
type MakeKind = (mode: Mode, url: string) => Kind | Promise<Kind>;

const local: Readonly<Record<string, MakeKind>> = {
	"a folder": (mode) => ({ words: ["."], files: { ...LOCAL, Dockerfile: inMode(mode, BODY) } }),
	"a folder with a dockerfile in lower case": (mode) => ({
		words: ["."],
		files: { ...LOCAL, dockerfile: inMode(mode, BODY) },
	}),
	"a folder and -f elsewhere": (mode) => ({
		words: ["-f", "other/Own.Dockerfile", "context"],
		files: { ...within("context", LOCAL), "other/Own.Dockerfile": inMode(mode, BODY) },
	}),
	"a folder and -f with an ignore file of its own": (mode) => ({
		words: ["-f", "other/Own", "context"],
		files: {
			...within("context", LOCAL),
			"context/.dockerignore": "kept\n",
			"other/Own": inMode(mode, BODY),
			"other/Own.dockerignore": IGNORE,
		},
	}),
	"a folder and -f -": (mode) => ({ words: ["-f", "-", "."], files: LOCAL, input: inMode(mode, BODY) }),
	"- < Dockerfile": (mode) => ({ words: ["-"], input: inMode(mode, WITHOUT_CONTEXT) }),
};

const fetched: Readonly<Record<string, MakeKind>> = {
	"- < archive.tar": async (mode) => ({
		words: ["-"],
		input: await makeArchive({ ...FETCHED, Dockerfile: inMode(mode, BODY) }),
	}),
	"- < archive.tar.gz, with -f": async (mode) => ({
		words: ["-f", "sub/Own", "-"],
		input: await makeArchive({ ...FETCHED, "sub/Own": inMode(mode, BODY) }, "--gzip"),
	}),
	"a git repository": (_, url) => ({ words: [`${url}.git`] }),
	"a folder of a tag of a git repository": (_, url) => ({
		words: [`${url}.git#v1:sub`],
		wanted: { Labels: { in: "sub" } },
	}),
	"a git repository and a Dockerfile of this machine": (mode, url) => ({
		words: ["-f", "-", `${url}.git#v1`],
		input: inMode(mode, BODY),
	}),
	"an archive on a web server": (_, url) => ({ words: [`${url}.tar.gz`] }),
	"a Dockerfile on a web server": (_, url) => ({ words: [`${url}.Dockerfile`] }),
};

/** The kinds that are found in the same way, no matter how the frontend is specified. */
const alike = ["a folder with a dockerfile in lower case", "a folder and -f elsewhere", "- < archive.tar.gz, with -f"];

function within(folder: string, files: Files): Files {
	return Object.fromEntries(Object.entries(files).map(([path, contents]) => [`${folder}/${path}`, contents]));
}

describe.concurrent.each([
	["# syntax=", "named"],
	["BUILDKIT_SYNTAX", "asked"],
] as const)("a frontend that is told by %s", (_, mode) => {
	const kinds = Object.entries({ ...local, ...fetched }).filter(([kind]) => mode === "named" || !alike.includes(kind));
	it.each(kinds)("puts the init into a build of %s", async (_kind, make) => {
		const { words, wanted, ...input } = await make(mode, `${server?.url}/${mode}`);
		const flags = mode === "named" ? [] : ["--build-arg", `BUILDKIT_SYNTAX=${frontend}`];
		expect(await buildConfig([...flags, ...words], input)).toMatchObject({ ...WANTED, ...wanted });
	});
});

it("leaves it to BuildKit to report a context that is not there", async () => {
	const build = (context: string) =>
		runBuild(["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, `${server?.url}/${context}`]);
	const [repository, branch, archive] = await Promise.all([
		build("none.git"),
		build("asked.git#none"),
		build("none.tar.gz"),
	]);
	expect(repository).toMatchObject({
		exitCode: 1,
		output: expect.stringMatching(/^ERROR: .*fetch.* http:\S+\/none\.git/m),
	});
	expect(branch).toMatchObject({ exitCode: 1, output: expect.stringMatching(/^ERROR: .*\bnone\b/m) });
	expect(archive).toMatchObject({ exitCode: 1, output: expect.stringMatching(/^ERROR: .*\b404\b/m) });
});
