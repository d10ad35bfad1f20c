import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { makeContext } from "../build/helpers/pidone-build.ts";
import { removeFolderAtEnd } from "../helpers/leftovers.ts";
import { type DockerRegistry, startDockerRegistry } from "../registry/helpers/docker-registry.ts";
import { pushImage } from "../registry/helpers/push-image.ts";

let folder = "";
let registry: DockerRegistry;

beforeAll(async () => {
	folder = removeFolderAtEnd(mkdtempSync(join(tmpdir(), "pidone-e2e-registry-")));
	registry = await startDockerRegistry(join(folder, "registry"));
	await pushImage(registry.host, "acme/base", "1", { Entrypoint: ["/entry"], Env: ["APP=app"], User: "app" });
});

afterAll(() => registry.stop());

/** Runs pidone with its own home directory. */
async function pidone(cwd: string, ...words: readonly string[]): Promise<{ code: number | undefined; text: string }> {
	const env = { HOME: folder, XDG_CACHE_HOME: join(folder, "cache"), DOCKER_CONFIG: folder };
	const { exitCode, stdout, stderr } = await execa(process.execPath, [cliFile, ...words], { cwd, env, reject: false });
	return { code: exitCode, text: stdout + stderr };
}

describe("a registry", () => {
	it("is asked once for the bases of all files, and by pidone lock for all runs", async () => {
		const from = `FROM ${registry.host}/acme/base:1\nCMD ["x"]\n`;
		const cwd = makeContext({ Dockerfile: from, "a/Dockerfile": from, "b/Dockerfile": from });
		const before = registry.requests().length;
		const checked = await pidone(cwd, "check", "--resolve", "catalogue,registry");
		expect(checked.text).toContain("ENTRYPOINT is added above CMD, with the base image's /entry after the init");
		const asked = registry.requests().slice(before);
		expect(new Set(asked).size).toBe(asked.length);

		expect((await pidone(cwd, "lock")).code).toBe(0);
		const lock = readFileSync(join(cwd, "pidone.lock.json"), "utf8");
		const count = registry.requests().length;
		const frozen = await pidone(cwd, "rewrite", "--frozen");
		expect(frozen.text).toContain('+ENTRYPOINT ["/sbin/pidone", "--", "/entry"]');
		expect((await pidone(cwd, "lock")).text).toContain("1 image, nothing changes");
		expect(registry.requests()).toHaveLength(count);

		await pushImage(registry.host, "acme/base", "1", { Entrypoint: ["/other"] });
		expect((await pidone(cwd, "lock", "--update", "--check")).code).toBe(1);
		expect(readFileSync(join(cwd, "pidone.lock.json"), "utf8")).toBe(lock);
		expect((await pidone(cwd, "lock", "--update")).text).toContain("changed: ");
		expect((await pidone(cwd, "rewrite", "--frozen")).text).toContain('"/other"]');
	});

	it("has no image of a name, and no other platform, which is said", async () => {
		const missing = makeContext({ Dockerfile: `FROM ${registry.host}/acme/none\nCMD ["x"]\n` });
		const none = await pidone(missing, "lock", "--insecure-registry", registry.host);
		expect(none.code).toBe(1);
		expect(none.text).toMatch(/^Dockerfile: 127\.0\.0\.1:\d+\/acme\/none: .*404/m);
		const other = makeContext({ Dockerfile: `FROM ${registry.host}/acme/base:1\nCMD ["x"]\n` });
		const lacking = await pidone(other, "check", "--resolve", "registry", "--platform", "linux/s390x");
		expect(lacking.code).toBe(4);
		expect(lacking.text).toContain("does not exist for linux/s390x: it exists for linux/amd64, linux/arm64");
	});
});
