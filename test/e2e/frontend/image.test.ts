import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { emulateArm64 } from "../containers/helpers/emulation.ts";
import { runNamed } from "../helpers/containers.ts";
import { docker } from "../helpers/engine.ts";
import { nameContainer } from "../helpers/leftovers.ts";
import { readConfig } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { tellLeftOut } from "./helpers/left-out.ts";
import { needNodeForArm64 } from "./helpers/node-for-arm64.ts";
import { makeFolder } from "./helpers/workspace.ts";

/** e_machine of AArch64, as the ELF specification has it. */
const AARCH64 = 183;

it("is two layers, with the labels that BuildKit and people look at", async () => {
	const image = await buildFrontend();
	expect(JSON.parse(await docker("image", "inspect", "--format", "{{json .RootFS.Layers}}", image))).toHaveLength(2);
	expect(await readConfig(image)).toMatchObject({
		Entrypoint: ["/sbin/pidone", "--", "/node", "/dist/frontend/start.cjs"],
		Labels: {
			"moby.buildkit.frontend.network.none": "true",
			"moby.buildkit.frontend.caps":
				"moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts,moby.buildkit.frontend.gitquerystring",
			"org.opencontainers.image.title": "pidone/dockerfile",
			"org.opencontainers.image.licenses": "Apache-2.0",
		},
	});
	expect((await runNamed(nameContainer(), "--entrypoint", "/node", image, "--print", "process.arch")).stdout).toBe(process.arch);
});

it("has the same files when all of it is built again", async () => {
	const [first, second] = [makeFolder({}), makeFolder({})];
	await Promise.all([
		buildFrontend("--output", `type=local,dest=${first}`),
		buildFrontend("--no-cache-filter", "node,runtime,frontend", "--output", `type=local,dest=${second}`),
	]);
	const { exitCode, all } = await execa("diff", ["--recursive", "--no-dereference", first, second], { reject: false, all: true });
	expect(exitCode, all).toBe(0);
	expect(readdirSync(second)).toEqual(expect.arrayContaining(["dist", "lib", "lib64", "node", "sbin"]));
});

it("has on arm64 what Node.js needs there: npm's Node.js on Debian's libraries stands in for node:22-slim", async ({ skip }) => {
	const node = await needNodeForArm64();
	if (typeof node === "object") return skip(tellLeftOut("the frontend's image for arm64", node.reason));
	const folder = makeFolder({});
	await buildFrontend("--platform", "linux/arm64", "--build-context", `node=${node}`, "--output", `type=local,dest=${folder}`);
	for (const path of ["node", "lib/libc.so.6", "lib/libstdc++.so.6"]) expect(readFileSync(join(folder, path)).readUInt16LE(18), path).toBe(AARCH64);
	const noEmulation = process.getuid?.() === 0 ? emulateArm64() : "only root can change the root folder";
	if (noEmulation !== undefined) return skip(tellLeftOut("a run of the frontend's Node.js on arm64", noEmulation));
	// Node.js asks for random numbers.
	mkdirSync(join(folder, "dev"), { recursive: true });
	const { stdout } = await execa("chroot", [folder, "/node", "--print", "process.arch"]);
	expect(stdout).toBe("arm64");
});
