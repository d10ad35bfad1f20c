import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { execa } from "execa";
import { afterEach, beforeAll, describe, expect, it, type TestContext, vi } from "vitest";
import { makeContext, pidone } from "../build/helpers/pidone-build.ts";
import { docker } from "../helpers/engine.ts";
import { nameImage, removeFolderAtEnd } from "../helpers/leftovers.ts";
import { explainBase } from "./helpers/explain-base.ts";

const BASE = `FROM scratch
COPY Dockerfile /
ENV APP=app
SHELL ["/bin/bash", "-c"]
ENTRYPOINT ["/entry"]
CMD ["serve"]
USER app
STOPSIGNAL SIGQUIT
ONBUILD ENV FROM_BASE=$APP
ONBUILD USER $FROM_BASE
`;
const FACTS =
	'ENTRYPOINT ["/entry"], CMD ["serve"], user app, shell ["/bin/bash","-c"], stop signal SIGQUIT, ONBUILD ENV FROM_BASE=$APP, ONBUILD USER $FROM_BASE';

const image = nameImage();
let folder = "";

beforeAll(async () => {
	folder = removeFolderAtEnd(mkdtempSync(join(tmpdir(), "pidone-e2e-resolve-")));
	writeFileSync(join(folder, "Dockerfile"), BASE);
	await docker("build", "--quiet", "--tag", image, folder);
	await docker("save", "--output", join(folder, "saved.tar"), image);
	writeFileSync(join(folder, "saved.tar.gz"), gzipSync(readFileSync(join(folder, "saved.tar"))));
	// The archive is an OCI layout, too.
	mkdirSync(join(folder, "oci"));
	await execa("tar", ["-xf", "saved.tar", "-C", "oci"], { cwd: folder });
});

afterEach(() => {
	vi.unstubAllEnvs();
});

describe("what a real image declares", () => {
	it("is what the engine says", async () => {
		expect(await explainBase(image, folder, "--inspect=docker")).toContain(`${image}: ${FACTS}\n`);
		expect(await explainBase(image, folder, "--resolve", "engine")).toContain("source: docker, asked just now");
	});

	it.each(["saved.tar", "saved.tar.gz", "oci"])("is what %s says", async (layout) => {
		expect(await explainBase(image, folder, "--layout", layout)).toContain(`${image}: ${FACTS}\n`);
	});

	it.each([
		["the engine", ["--resolve", "engine,files"]],
		["what it saves", ["--layout", "debian.tar", "--resolve", "layout,files"]],
	])("is known with what its files show, of %s", async (_, options) => {
		const derived = nameImage();
		const context = makeContext({ Dockerfile: 'FROM debian:bookworm-slim\nENTRYPOINT ["/app"]\n' });
		await docker("build", "--quiet", "--tag", derived, context);
		await docker("save", "--output", join(folder, "debian.tar"), derived);
		// A new cache, so that these layers have not been read before.
		vi.stubEnv("XDG_CACHE_HOME", join(context, "cache"));
		for (const round of ["read", "kept"])
			expect({ round, text: await explainBase(derived, folder, ...options) }).toEqual({
				round,
				text: expect.stringMatching(/ENTRYPOINT \["\/app"\].*, debian 12, .*glibc, apt-get.*\n.* and its files\n/),
			});
	});

	it("is recorded, and then nobody is asked", async () => {
		const cwd = makeContext({ Dockerfile: `FROM ${image}\nCMD ["x"]\n` });
		await pidone(cwd, "lock", "--layout", join(folder, "oci"), "--resolve", "layout");
		const frozen = await explainBase(image, cwd, "--frozen");
		expect(frozen).toContain(`${image}: ${FACTS}\n`);
		expect(frozen).toMatch(/source: pidone\.lock\.json: read from an image layout on .*, today, sha256:[0-9a-f]{64}\n/);
	});

	it("is what skopeo copies, to whichever format", async (context) => {
		await need("skopeo", context);
		for (const [to, option] of [
			["oci:skopeo-oci:1", `${image}=skopeo-oci`],
			[`oci-archive:skopeo-oci.tar:docker.io/library/${image}:latest`, "skopeo-oci.tar"],
			[`docker-archive:skopeo-docker.tar:${image}:latest`, "skopeo-docker.tar"],
		] as const) {
			await execa("skopeo", ["copy", "--quiet", "--insecure-policy", "docker-archive:saved.tar", to], { cwd: folder });
			const tag = to.endsWith(":1") ? ":1" : "";
			expect(await explainBase(image + tag, folder, "--layout", option)).toContain(
				'ENTRYPOINT ["/entry"], CMD ["serve"]',
			);
		}
	});
});

async function need(program: string, context: TestContext): Promise<void> {
	const { code } = await execa(program, ["--version"], { reject: false });
	if (code === "ENOENT") process.stderr.write(`e2e: skipped: ${program} is not installed\n`);
	context.skip(code === "ENOENT", `${program} is not installed`);
}
