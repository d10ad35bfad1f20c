import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { engineEnv } from "../helpers/engine.ts";
import { hasPlatformStore } from "../helpers/provide-engine.ts";
import { imageName, makeContext, pidoneBuild } from "./helpers/pidone-build.ts";

const hasStore = await hasPlatformStore(engineEnv);
if (!hasStore)
	process.stderr.write("e2e: pidone build for several platforms left out: the engine's image store holds one only\n");

describe.skipIf(!hasStore)("pidone build on an engine that holds several platforms", () => {
	it("builds for several platforms, each with its own init", async () => {
		const name = imageName("platforms");
		const cwd = makeContext({ Dockerfile: 'FROM scratch\nCOPY a /a\nCMD ["/a"]\n', a: "" });
		const built = await pidoneBuild(
			["docker", "buildx", "build", "--platform", "linux/amd64,aarch64", "-t", name, "."],
			{ cwd },
		);
		expect(built, built.err).toMatchObject({ code: 0, left: [] });
		for (const [platform, machine] of [
			["linux/amd64", 62],
			["linux/arm64", 183],
		] as const) {
			const folder = makeContext({});
			const extract = ["buildx", "build", "--platform", platform, "--output", folder, "-f", "-", cwd];
			const out = await pidoneBuild(["docker", ...extract], {
				cwd,
				input: readFileSync(join(cwd, "Dockerfile"), "utf8"),
			});
			expect(out.code, out.err).toBe(0);
			expect(readFileSync(join(folder, "sbin/pidone")).readUInt16LE(18)).toBe(machine);
		}
	});
});
