// Asks a real engine for the digests of the steps that BuildKit's own client makes from build contexts, and writes them
// to test/fixtures/frontend/digests.json. It needs docker with buildx, and an engine with BuildKit. It needs no
// network, because BuildKit reports the digest of a step before it tries the step.
//
//   node test/buildkit/record-digests.js
import { writeFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { connect, createServer as createSocketServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execa } from "execa";

const COMMIT = "0123456789abcdef0123456789abcdef01234567";

/** Contexts that may be git repositories; some are used with the build argument BUILDKIT_CONTEXT_KEEP_GIT_DIR. */
const GIT = [
	"https://example.test/foo.git",
	"https://example.test/foo.git#deadbeef",
	`https://example.test/foo.git#${COMMIT}`,
	"https://example.test/foo.git#release/1.2",
	"https://example.test/foo.git#baz/qux:quux/quuz",
	"https://example.test/foo.git#:myfolder",
	"https://example.test/foo.git#main:",
	"https://example.test/foo.git#main:/sub",
	"https://example.test/foo.git#main:./sub/../other/",
	"https://example.test/foo.git#main:a:b",
	"https://example.test/foo.git#",
	"https://example.test/foo.git#a%20b:c%2Fd",
	"https://example.test/foo.git#100%",
	"https://example.test/foo.git#a b",
	"https://example.test/foo.git#with?question",
	"https://example.test/a/b/../foo.git",
	"https://example.test/a//foo.git",
	"https://example.test/a%20b/foo.git",
	"https://example.test/a b/foo.git",
	"https://example.test/ä/foo.git",
	"https://example.test:8443/foo.git",
	"https://example.test:443/foo.git",
	"https://user:pass@example.test/foo.git",
	"https://user@example.test/foo.git#main",
	"https://EXAMPLE.test/Foo.git",
	"HTTPS://example.test/foo.git",
	"https://example.test/FOO.GIT",
	"https://example.test/a%2Fb/foo.git#main",
	"https://example.test/a+b~c!/foo.git",
	"https://[2001:db8::1]:8443/foo.git",
	"https://example.test",
	"https:///foo.git",
	"https://example.test/foo.git#ä",
	"https://example.test/foo.git#main:../../etc",
	"https://example.test/foo.git?ref=refs/pull/1/head&subdir=../x",
	"http://example.test/foo.git",
	"http://github.com/moby/buildkit#v1.0.0",
	"https://github.com/moby/buildkit.git",
	"https://example.test/",
	"https://example.test/foo",
	"https://example.test/foo.git/",
	"https://example.test/foo.git.bar",
	"https://example.test/.git",
	"http://example.test/docker.git:#branch",
	"git://example.test/foo",
	"git://example.test/foo.git#main:sub",
	"git://host.test:1234/path/to/repo.git",
	"github.com/moby/buildkit",
	"github.com/moby/buildkit.git#v1.0.0:hack",
	"github.com/moby/buildkit/#v1.0.0",
	"git@github.com:moby/buildkit",
	"git@github.com:moby/buildkit.git",
	"git@github.com:moby/buildkit.git#v1.0.0:hack",
	"git@example.test:/srv/repos/weird/project.git",
	"nonstandarduser@example.test:srv/repos/project.git#main",
	"ssh://git@github.com/moby/buildkit.git",
	"ssh://git@example.test:2222/root/my/path/foo.git#main:sub",
	"ssh://someuser@192.0.2.7:456/~/repo-in-my-home-dir.git",
	"https://example.test/foo.git?ref=v1.0.0&subdir=/subdir",
	"https://example.test/foo.git?ref=v1.0.0",
	"https://example.test/foo.git?tag=v1.0.0",
	"https://example.test/foo.git?tag=refs/tags/v1.0.0",
	"https://example.test/foo.git?branch=main&subdir=sub",
	"https://example.test/foo.git?branch=refs/heads/main",
	`https://example.test/foo.git?tag=v1&commit=${COMMIT}`,
	`https://example.test/foo.git?checksum=${COMMIT}#main`,
	"https://example.test/foo.git?keep-git-dir=true",
	"https://example.test/foo.git?keep-git-dir=1#main",
	"https://example.test/foo.git?keep-git-dir=false",
	"https://example.test/foo.git?keep-git-dir=0",
	"https://example.test/foo.git?keep-git-dir",
	"https://example.test/foo.git?keep-git-dir=maybe",
	"https://example.test/foo.git?submodules=false",
	"https://example.test/foo.git?submodules",
	"https://example.test/foo.git?ref=a#b",
	"https://example.test/foo.git?ref=a#a",
	"https://example.test/foo.git?tag=a&branch=b",
	"https://example.test/foo.git?ref=",
	"https://example.test/foo.git?ref=a&ref=b",
	"https://example.test/foo.git?subdir=a#main:b",
	"https://example.test/foo.git?unknown=1",
	"https://example.test/foo.git?ref=a+b",
	"https://example.test/foo.git?ref=a%2Bb",
	"ssh://git@example.test/foo.git?ref=main&keep-git-dir=true",
	"git@example.test:foo.git?ref=main",
	"https://example.test/foo.git##ref=v1.0.0,subdir=/subdir",
	"git://example.test/foo?ref=main",
	"github.com/moby/buildkit?ref=main",
	"httpx://github.com/moby/buildkit",
	"custom.test/moby/buildkit.git",
	"./.git",
	".git",
	"host:path",
	"C:\\repo",
	"git@example.test:foo.git#a%20b",
	"git@example.test:a/../foo.git?x=1#main",
	"user.name@example.test:foo.git",
	"example.test:foo.git#main:sub",
	"ssh://example.test/foo.git",
	"ssh://git@example.test/foo",
	"ssh://git:secret@example.test/foo",
	"git://user@example.test/foo",
];

const KEEP_GIT_DIR = [
	"https://example.test/foo.git#main",
	"https://example.test/foo.git?keep-git-dir=false",
	"https://example.test/foo.git?keep-git-dir=true",
];

const HTTP = [
	"http://example.test/ctx.tar.gz",
	"https://example.test/Dockerfile",
	"https://user:pass@example.test:8443/a?b=c#d",
	"https://example.test/foo",
];

/** Names under which a Dockerfile is requested. */
const FILENAMES = ["Dockerfile", "other.Dockerfile", "dockerfile", "Docker file", "ä.Dockerfile", 'a"b<&>.Dockerfile'];

const engineSocket = (process.env.DOCKER_HOST ?? "unix:///var/run/docker.sock").replace("unix://", "");
let count = 0;
const root = await mkdtemp(join(tmpdir(), "pidone-record-"));
const { stdout: version } = await execa("docker", ["version", "--format", "{{.Server.Version}}"]);
const { stdout: buildx } = await execa("docker", ["buildx", "version"]);
const record = {
	how: "written by test/buildkit/record-digests.js: builds through the engine's own frontend (POST /build?version=2&remote=CONTEXT, or docker buildx build --progress=rawjson), and the digests of their first steps",
	engine: `Docker ${version}, ${buildx}`,
	git: await each(GIT, (context) => recordContext(context)),
	keepGitDir: await each(KEEP_GIT_DIR, (context) => recordContext(context, { BUILDKIT_CONTEXT_KEEP_GIT_DIR: "1" })),
	http: await each(HTTP, (context) => recordContext(context)),
	archive: await recordArchive(),
	local: await each(FILENAMES, recordFilename),
	inline: await recordInline(),
};
const target = fileURLToPath(new URL("../fixtures/frontend/digests.json", import.meta.url));
await rm(root, { recursive: true });
writeFileSync(target, `${JSON.stringify(record, undefined, "\t")}\n`);

/**
 * @template From, To
 * @param {readonly From[]} list
 * @param {(one: From) => Promise<To>} make
 */
async function each(list, make) {
	const made = [];
	for (const one of list) made.push(await make(one));
	return made;
}

/**
 * The first step of a build, or why there is none. Asks the engine without a client in between, because a client would
 * refuse some contexts.
 * @param {string} context
 * @param {Readonly<Record<string, string>>} buildArgs
 */
async function recordContext(context, buildArgs = {}) {
	const query = new URLSearchParams({
		version: "2",
		buildid: `pidone-record-${count++}`,
		remote: context,
		buildargs: JSON.stringify(buildArgs),
	});
	const lines = (await post(`/v1.41/build?${query}`)).trim().split("\n");
	const answers = lines.map((line) => JSON.parse(line));
	const [first] = answers.flatMap(({ aux }) => (aux === undefined ? [] : readTrace(Buffer.from(aux, "base64"))));
	if (first === undefined) return { context, error: answers.at(-1)?.error ?? answers.at(-1)?.message };
	// The client's files are requested under the name of a session, which is different each time.
	return first.name.startsWith("[internal] load build definition") ? { context, isLocal: true } : { context, ...first };
}

/**
 * Reads the first step from a moby.buildkit.v1.StatusResponse: from its field 1, in which field 1 is the digest and
 * field 3 is the name.
 * @param {Buffer} bytes
 */
function readTrace(bytes) {
	const [, digest, length = "", rest = ""] =
		/^\x0a.{1,2}\x0aG(sha256:[0-9a-f]{64})\x1a(.)(.*)/s.exec(bytes.toString("latin1")) ?? [];
	if (digest === undefined) return [];
	if (length.charCodeAt(0) > 127) throw new Error("the name of a step is too long for this reader");
	return [{ name: Buffer.from(rest.slice(0, length.charCodeAt(0)), "latin1").toString(), digest }];
}

/**
 * @param {string} path
 * @returns {Promise<string>}
 */
function post(path) {
	return new Promise((resolve, reject) => {
		const headers = { "content-type": "application/x-tar" };
		const sent = request({ socketPath: engineSocket, method: "POST", path, headers, timeout: 30_000 }, (response) => {
			/** @type {Buffer[]} */
			const chunks = [];
			response.on("data", (chunk) => chunks.push(chunk));
			response.on("end", () => resolve(Buffer.concat(chunks).toString()));
		});
		sent.on("error", reject).on("timeout", () => sent.destroy(new Error(`no answer to ${path}`)));
		sent.end();
	});
}

/** The step that unpacks an archive, which is served from here. */
async function recordArchive() {
	const { stdout: tar } = await execa(
		"tar",
		["-C", await folderWith({ Dockerfile: "FROM scratch\nCOPY Dockerfile /\n" }), "-c", "Dockerfile"],
		{
			encoding: "buffer",
		},
	);
	const server = createServer((_, response) => response.end(tar));
	await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
	const address = server.address();
	const context = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/ctx.tar`;
	const { steps } = await build([context]);
	server.close();
	const load = steps.find(({ name }) => name === "[internal] load remote build context");
	const copy = steps.find(({ inputs }) => inputs?.length === 1 && inputs[0] === load?.digest);
	return { context, load: load?.digest, name: copy?.name, digest: copy?.digest };
}

/**
 * @param {string} filename
 */
async function recordFilename(filename) {
	const folder = await folderWith({ [filename]: "FROM scratch\nCOPY . /\n" });
	const proxy = await startProxy();
	const { steps } = await build(["--file", join(folder, filename), folder], { DOCKER_HOST: `unix://${proxy.path}` });
	proxy.close();
	const [first] = steps;
	return { filename, session: proxy.sessions.at(-1), name: first?.name, digest: first?.digest };
}

/** A proxy between docker and its engine. It listens for the name of the session, which is part of the request. */
async function startProxy() {
	/** @type {string[]} */
	const sessions = [];
	const path = join(await folderWith({}), "docker.sock");
	const server = createSocketServer((client) => {
		const engine = connect(engineSocket);
		client.on("data", (bytes) =>
			sessions.push(...(/x-docker-expose-session-uuid: (\S+)/i.exec(bytes.toString("latin1"))?.slice(1) ?? [])),
		);
		client.pipe(engine).pipe(client);
		for (const [from, to] of [
			[client, engine],
			[engine, client],
		])
			from?.on("error", () => to?.destroy());
	});
	await new Promise((resolve) => server.listen(path, () => resolve(undefined)));
	return { path, sessions, close: () => server.close() };
}

/** The step for an inline file in a Dockerfile. */
async function recordInline() {
	const { steps } = await build([
		await folderWith({ Dockerfile: "FROM scratch\nCOPY <<EOF /etc/hello\nhello\nEOF\n" }),
	]);
	const step = steps.find(({ name }) => name === "[internal] preparing inline document");
	return { path: "/EOF", text: "hello\n", name: step?.name, digest: step?.digest };
}

/**
 * @param {Readonly<Record<string, string>>} files
 */
async function folderWith(files) {
	const folder = await mkdtemp(join(root, "context-"));
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
	return folder;
}

/**
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} env
 */
async function build(args, env = {}) {
	const { stderr } = await execa("docker", ["buildx", "build", "--progress=rawjson", ...args], {
		env,
		reject: false,
		timeout: 60_000,
	});
	const lines = stderr.split("\n");
	const vertexes = lines.flatMap((line) => (line.startsWith("{") ? (JSON.parse(line).vertexes ?? []) : []));
	const steps = [...new Map(vertexes.map((vertex) => [vertex.digest, vertex])).values()];
	return { steps, error: lines.find((line) => line.startsWith("ERROR")) ?? "" };
}
