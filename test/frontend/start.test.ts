import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, describe, expect, it } from "vitest";
import { startGateway } from "./helpers/fake-gateway.ts";
import { builtFrontend, runFrontend } from "./helpers/run-frontend.ts";
import { DOCKERFILE, deliveredFiles, worldOf } from "./helpers/worlds.ts";

const folder = mkdtempSync(join(tmpdir(), "pidone-frontend-"));
const start = join(folder, "dist/frontend/start.cjs");
const cache = join(folder, "dist/frontend/main.cache");
// The init's binaries lie beside it.
for (const name of ["frontend", "init"]) cpSync(join(dirname(builtFrontend), "..", name), join(folder, "dist", name), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

async function writeCache(): Promise<Buffer> {
	await execa(process.execPath, ["--random-seed=1", start, "--cache"]);
	return readFileSync(cache);
}

async function expectStart(): Promise<void> {
	const gateway = startGateway(worldOf(DOCKERFILE));
	expect(await runFrontend(gateway, { start })).toMatchObject({ end: 0, stderr: "" });
	expect(deliveredFiles(gateway).Dockerfile).toContain('ENTRYPOINT ["/sbin/pidone", "--", "docker-entrypoint.sh"]');
}

describe("the code cache of the frontend", () => {
	it("is the same each time it is made, and V8 takes it", async () => {
		const first = await writeCache();
		expect((await writeCache()).equals(first)).toBe(true);
		await expectStart();
	});

	it.each<[name: string, damage: (bytes: Buffer) => Buffer]>([
		["is empty", () => Buffer.alloc(0)],
		["is cut off", (bytes) => bytes.subarray(0, bytes.length / 2)],
		["is of another V8", (bytes) => Buffer.concat([bytes.subarray(0, 4), Buffer.from("version?"), bytes.subarray(12)])],
	])("is of no use when it %s: the frontend does what it does without", async (_name, damage) => {
		writeFileSync(cache, damage(await writeCache()));
		await expectStart();
	});
});
