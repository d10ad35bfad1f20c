import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { expect, it } from "vitest";
import { startGateway } from "../../buildkit/helpers/fake-gateway.ts";
import { DOCKERFILE, deliveredFiles, worldOf } from "../../buildkit/helpers/worlds.ts";
import { emulate, machineOf } from "../containers/helpers/emulation.ts";
import { machineOfProgram } from "../containers/helpers/read-machine.ts";
import { docker } from "../helpers/engine.ts";
import { readConfig } from "./helpers/build.ts";
import { buildFrontend, exportFrontend } from "./helpers/frontend-image.ts";
import { tellLeftOut } from "./helpers/left-out.ts";
import { runFrontend } from "./helpers/run-frontend.ts";

it("is two layers, with the labels that BuildKit and people look at", async () => {
	const image = await buildFrontend();
	expect(JSON.parse(await docker("image", "inspect", "--format", "{{json .RootFS.Layers}}", image))).toHaveLength(2);
	expect(await readConfig(image)).toMatchObject({
		Entrypoint: ["/sbin/pidone", "--", "/quickjs", "/frontend.qbc", "/init-supply.pb"],
		Labels: {
			"moby.buildkit.frontend.network.none": "true",
			"moby.buildkit.frontend.caps":
				"moby.buildkit.frontend.inputs,moby.buildkit.frontend.subrequests,moby.buildkit.frontend.contexts,moby.buildkit.frontend.gitquerystring",
			"org.opencontainers.image.title": "pidone/dockerfile",
			"org.opencontainers.image.licenses": "Apache-2.0",
		},
	});
});

it("has the same files when all of it is built again", async () => {
	const [first, second] = [
		await exportFrontend(),
		await exportFrontend("--no-cache-filter", "quickjs,program,frontend"),
	];
	const { exitCode, all } = await execa("diff", ["--recursive", "--no-dereference", first, second], {
		reject: false,
		all: true,
	});
	expect(exitCode, all).toBe(0);
	expect(readdirSync(second).sort()).toEqual([
		"LICENSE.libc",
		"LICENSE.quickjs",
		"LICENSES.txt",
		"frontend.qbc",
		"init-supply.pb",
		"quickjs",
		"sbin",
	]);
});

// s390x has the opposite byte order, and Debian no longer has a release for mips64le.
const FOREIGN = ["linux/arm64", "linux/s390x", "linux/mips64le"];
/** Why each platform cannot run here. Determined outside of tests, so that the emulators are removed after them. */
const missing = new Map(FOREIGN.map((platform) => [platform, emulate(platform)]));

it.for(FOREIGN)("runs on %s as it does here", async (platform, { skip }) => {
	const folder = await exportFrontend("--platform", platform);
	for (const path of ["quickjs", "sbin/pidone"])
		expect(machineOfProgram(readFileSync(join(folder, path)), path), path).toBe(machineOf(platform));
	const noEmulation = missing.get(platform);
	if (noEmulation !== undefined) return skip(tellLeftOut(`a run of the frontend on ${platform}`, noEmulation));
	const gateway = startGateway(worldOf(DOCKERFILE));
	// The emulator translates each instruction first, which takes seconds even on an idle machine.
	expect(await runFrontend(folder, gateway, { deadline: 120_000 })).toEqual({ end: 0, stderr: "" });
	expect(deliveredFiles(gateway).Dockerfile).toContain(
		'ENTRYPOINT ["/sbin/pidone", "-g", "--", "docker-entrypoint.sh"]',
	);
});
