import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { removeContainers, startContainer, stopContainer, tellSeconds } from "../helpers/containers.ts";
import { removeFolders, rewriteFolder } from "../helpers/copies.ts";
import { docker } from "../helpers/engine.ts";
import { buildImage, readConfig, removeWhenFinished, tryBuild } from "../helpers/images.ts";
import { needImage } from "../helpers/need-image.ts";
import { readProcessUsers, waitForProcessTree } from "../helpers/process-tree.ts";
import { type DebianInits, makeDebianInits } from "./helpers/debian-inits.ts";
import { type FileServer, serveFiles } from "./helpers/serve-files.ts";

const IMAGE = "pidone-e2e-install";
const USER = 10001;
const CMD = ["sleep", "1000"];

/** A rewrite that installs an init with curl or wget needs these packages. */
const DOWNLOADERS =
	"RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl wget && rm -rf /var/lib/apt/lists/*\n";

let inits: DebianInits;
let server: FileServer;

beforeAll(async () => {
	inits = await makeDebianInits();
	server = await serveFiles((path) => {
		if (path === "/simple/dumb-init/")
			return '<a href="/dumb_init-1.2.5-py3-none-any.whl">dumb_init-1.2.5-py3-none-any.whl</a>';
		if (path.endsWith(".whl")) return inits.wheel;
		const [, init, extension] = /\/(tini|dumb-init)_[^/]*\.(deb|rpm)$/.exec(path) ?? [];
		if (extension !== undefined) return inits.packages.get(`${init}.${extension}`);
		if (path.startsWith("/krallin/tini/releases/")) return inits.tini;
		return path.startsWith("/Yelp/dumb-init/releases/") ? inits.dumbInit : undefined;
	});
});
afterAll(async () => {
	await server?.close();
	await inits?.remove();
});

describe("an init from the package manager of the base image", () => {
	it.each(["tini", "dumb-init"])("apt-get installs %s on Debian", async (init) => {
		await expectInstalled({
			base: "debian:bookworm-slim",
			options: ["--init", init, "--install", "apt-get"],
			entrypoint: [`/usr/bin/${init}`, "--"],
		});
	});

	it("dnf installs tini on a stand-in for fedora:41: Debian with dnf, rpm and a local repository", async () => {
		await expectInstalled({
			base: "fedora:41",
			options: ["--init", "tini", "--install", "dnf"],
			entrypoint: ["/usr/bin/tini", "--"],
		});
	});

	it("apk installs tini on a stand-in for alpine:3.20, whose apk checks its arguments and copies a static tini", async () => {
		await expectInstalled({
			base: "alpine:3.20",
			options: ["--init", "tini", "--install", "apk"],
			entrypoint: ["/sbin/tini", "--"],
			standIn: "pidone-stand-in/alpine:3.20",
		});
	});

	it("pip installs dumb-init on a stand-in for python:3.12-slim, from a local index, with Debian's binary in the package", async () => {
		const options = ["--init", "dumb-init", "--install", "pip", "--mirror", `pip=${server.url}/simple`];
		await expectInstalled({ base: "python:3.12-slim", options, entrypoint: ["/usr/local/bin/dumb-init", "--"] });
		expect(server.asked).toEqual(expect.arrayContaining(["/simple/dumb-init/", "/dumb_init-1.2.5-py3-none-any.whl"]));
	});
});

describe("an init that is copied", () => {
	it("copy takes pidone from .pidone in the build context", async () => {
		await expectInstalled({
			base: "debian:bookworm-slim",
			options: ["--install", "copy"],
			entrypoint: ["/sbin/pidone", "--"],
		});
	});

	it("context takes pidone from a named context", async () => {
		const flags = (folder: string) => ["--build-context", `inits=${join(folder, ".pidone")}`];
		await expectInstalled({
			base: "debian:bookworm-slim",
			options: ["--install", "context:inits"],
			entrypoint: ["/sbin/pidone", "--"],
			flags,
		});
	});

	it.each(["tini", "dumb-init"])("image takes %s from an image", async (init) => {
		await expectInstalled({
			base: "debian:bookworm-slim",
			options: ["--init", init, "--install", `image:${inits.image}`],
			entrypoint: [`/sbin/${init}`, "--"],
		});
	});
});

describe.each(["curl", "wget", "add"])("an init that %s downloads from a mirror", (method) => {
	const names = ["tini", "dumb-init"];
	const listOptions = (init: string) => [
		"--init",
		init,
		"--install",
		method,
		"--platform",
		"linux/amd64",
		"--mirror",
		`download=${server.url}`,
	];

	it.each(names)(
		"fails to build when %s is not the release's binary byte for byte, and leaves no image",
		async (init) => {
			const folder = makeContext(`FROM debian:bookworm-slim\n${DOWNLOADERS}USER ${USER}\nCMD ${JSON.stringify(CMD)}\n`);
			await rewriteFolder(folder, ...listOptions(init));
			const image = removeWhenFinished(`${IMAGE}-refused`);
			const { exitCode, output } = await tryBuild(folder, image);
			expect(exitCode).toBe(1);
			expect(output).toMatch(
				method === "add"
					? /digest mismatch sha256:\w+/
					: new RegExp(`/sbin/${init}: FAILED[^]*1 computed checksum did NOT match`),
			);
			expect(await docker("images", "--quiet", image)).toBe("");
		},
	);

	it.each(names)("works for %s, with the sum of the served file in place of the pinned one", async (init) => {
		const served = createHash("sha256")
			.update(init === "tini" ? inits.tini : inits.dumbInit)
			.digest("hex");
		const edit = (text: string) => text.replace(/\b[\da-f]{64}\b/, served);
		const dockerfile = `FROM debian:bookworm-slim\n${DOWNLOADERS}`;
		await expectInstalled({
			base: "debian:bookworm-slim",
			dockerfile,
			options: listOptions(init),
			entrypoint: [`/sbin/${init}`, "--"],
			edit,
		});
	});
});

describe("the package of an init's release, built here by dpkg-deb or rpmbuild and served by a mirror", () => {
	const listOptions = (init: string, method: string) => [
		"--init",
		init,
		"--install",
		method,
		"--platform",
		"linux/amd64",
		"--mirror",
		`download=${server.url}`,
	];
	const cases = [
		["tini", "deb", "debian:bookworm-slim", "curl and wget", DOWNLOADERS],
		["dumb-init", "deb", "debian:bookworm-slim", "curl and wget", DOWNLOADERS],
		["dumb-init", "deb", "debian:bookworm-slim", "neither curl nor wget, so by ADD", ""],
		["tini", "rpm", "fedora:41", "curl: a stand-in, Debian with dnf and rpm", ""],
	] as const;

	it.each(cases)(
		"fails to build when the package of %s is not the release's .%s, on %s with %s",
		async (init, method, base, _, lines) => {
			await needImage(base);
			const folder = makeContext(`FROM ${base}\n${lines}USER ${USER}\nCMD ${JSON.stringify(CMD)}\n`);
			await rewriteFolder(folder, ...listOptions(init, method));
			const image = removeWhenFinished(`${IMAGE}-refused`);
			const { exitCode, output } = await tryBuild(folder, image);
			expect(exitCode).toBe(1);
			expect(output).toMatch(
				new RegExp(`/tmp/${init}\\.${method}: FAILED[^]*1 computed checksum did NOT match|digest mismatch sha256:`),
			);
			expect(output).not.toMatch(/Unpacking (?:tini|dumb-init)/);
			expect(await docker("images", "--quiet", image)).toBe("");
		},
	);

	it.each(cases)(
		"works for %s by .%s, on %s with %s, with the sum of the served file in place of the pinned one",
		async (init, method, base, _, lines) => {
			const served = createHash("sha256")
				.update(inits.packages.get(`${init}.${method}`) ?? "")
				.digest("hex");
			const edit = (text: string) => text.replace(/\b[\da-f]{64}\b/, served);
			await expectInstalled({
				base,
				dockerfile: `FROM ${base}\n${lines}`,
				options: listOptions(init, method),
				entrypoint: [`/usr/bin/${init}`, "--"],
				edit,
			});
			expect(server.asked.at(-1)).toMatch(
				method === "rpm" ? /\/tini_0\.19\.0\.rpm$/ : /_(?:1\.2\.5_|0\.19\.0-)amd64\.deb$/,
			);
		},
	);
});

interface Install {
	readonly base: string;
	/** The image that the build uses instead of `base`. */
	readonly standIn?: string;
	/** The beginning of the Dockerfile, if that is more than FROM. */
	readonly dockerfile?: string;
	/** Options for the rewrite. */
	readonly options: readonly string[];
	readonly entrypoint: readonly string[];
	/** Flags for the build. */
	readonly flags?: (folder: string) => readonly string[];
	/** Changes the rewritten Dockerfile. */
	readonly edit?: (text: string) => string;
}

/** Rewrites and builds, and checks the image and a container of it, until the container has stopped. */
async function expectInstalled(install: Install): Promise<void> {
	const image = removeWhenFinished(IMAGE);
	await buildInstall(install, image);
	expect(await readConfig(image)).toMatchObject({ Entrypoint: install.entrypoint, Cmd: CMD, User: String(USER) });
	const container = await startContainer(image);
	onTestFinished(() => removeContainers(container));
	const [init = ""] = install.entrypoint;
	const tree = [[...install.entrypoint, ...CMD].join(" "), `  ${CMD.join(" ")}`];
	expect(await waitForProcessTree(container, tree)).toEqual(tree);
	expect(await docker("exec", container, "readlink", "-f", "/proc/1/exe")).toBe(
		await docker("exec", container, "readlink", "-f", init),
	);
	expect(await readProcessUsers(container)).toEqual([USER]);
	const stop = await stopContainer(container);
	process.stderr.write(`e2e: docker stop with ${install.options.join(" ")}: ${tellSeconds(stop)}\n`);
	expect(stop.exitCode).toBe(143);
	expect(stop.secondsToEnd).toBeLessThan(1);
}

async function buildInstall(
	{ base, dockerfile = `FROM ${base}\n`, options, flags, edit, standIn }: Install,
	image: string,
): Promise<void> {
	await needImage(standIn ?? base);
	const folder = makeContext(`${dockerfile}USER ${USER}\nCMD ${JSON.stringify(CMD)}\n`);
	await rewriteFolder(folder, ...options);
	const file = join(folder, "Dockerfile");
	if (edit !== undefined) writeFileSync(file, edit(readFileSync(file, "utf8")));
	const replacing = standIn === undefined ? [] : ["--build-context", `${base}=docker-image://${standIn}`];
	await buildImage(folder, image, ...replacing, ...(flags?.(folder) ?? []));
}

/** Creates a folder with this Dockerfile, and removes it after the test. */
function makeContext(dockerfile: string): string {
	const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-"));
	onTestFinished(() => removeFolders(folder));
	writeFileSync(join(folder, "Dockerfile"), dockerfile);
	return folder;
}
