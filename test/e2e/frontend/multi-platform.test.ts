import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { beforeAll, describe, expect, it } from "vitest";
import { docker, engineEnv } from "../helpers/engine.ts";
import { hasPlatformStore } from "../helpers/provide-engine.ts";
import { buildImage, type Config, runBuild } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";
import { tellLeftOut } from "./helpers/left-out.ts";
import { makeFolder } from "./helpers/workspace.ts";

const platforms = ["linux/amd64", "linux/arm64"] as const;
/** The e_machine of each platform, from the ELF specification. */
const machines = { "linux/amd64": 62, "linux/arm64": 183 } as const;

const noStore = (await hasPlatformStore(engineEnv))
	? undefined
	: "the engine's image store holds one platform only (containerd-snapshotter is off)";
if (noStore !== undefined) tellLeftOut("builds for two platforms", noStore);

let frontend = "";
beforeAll(async () => {
	if (noStore !== undefined) return;
	frontend = await buildFrontend();
});

const asked = () => ["--build-arg", `BUILDKIT_SYNTAX=${frontend}`, "--platform", platforms.join()];

async function readConfig(image: string, platform: string): Promise<Config> {
	return JSON.parse(
		await docker("image", "inspect", "--platform", platform, "--format", "{{json .Config}}", image),
	) as Config;
}

/**
 * Builds the frontend's image into an archive in the same way as a release, and returns the digest. The files that go
 * into the image are newer each time.
 */
async function digestOfFrontend(): Promise<string> {
	const archive = join(makeFolder({}), "image.tar");
	const flags = [
		"--no-cache-filter",
		"program,frontend",
		"--provenance=false",
		"--build-arg",
		"SOURCE_DATE_EPOCH=1700000000",
	];
	await buildFrontend(
		"--platform",
		platforms.join(),
		...flags,
		"--output",
		`type=oci,dest=${archive},rewrite-timestamp=true`,
	);
	const { stdout } = await execa("tar", ["-xOf", archive, "index.json"]);
	return JSON.parse(stdout).manifests[0].digest;
}

it.skipIf(noStore !== undefined)(
	"the frontend's image has the same digest when it is built again, for both platforms",
	async () => {
		const digest = await digestOfFrontend();
		expect(digest).toMatch(/^sha256:/);
		expect(await digestOfFrontend()).toBe(digest);
	},
);

describe.skipIf(noStore !== undefined).concurrent("a build for two platforms", () => {
	it("declares the same on both, with the init in front", async () => {
		const dockerfile =
			'FROM --platform=$BUILDPLATFORM busybox AS build\nRUN echo x > /out\nCMD ["sh"]\n\nFROM scratch\nARG TARGETARCH\nENV FOR=$TARGETARCH\nCOPY --from=build /out /\nENTRYPOINT ["/run"]\n';
		const image = await buildImage([...asked(), "-f", "-", "."], { input: dockerfile });
		const configs = await Promise.all(platforms.map((platform) => readConfig(image, platform)));
		expect(configs).toMatchObject([
			{ Entrypoint: ["/sbin/pidone", "--", "/run"], Env: expect.arrayContaining(["FOR=amd64"]) },
			{ Entrypoint: ["/sbin/pidone", "--", "/run"], Env: expect.arrayContaining(["FOR=arm64"]) },
		]);
	});

	it("has the init for each", async () => {
		const folder = makeFolder({});
		const { exitCode, output } = await runBuild([...asked(), "--output", folder, "-f", "-", "."], {
			input: 'FROM scratch\nCMD ["/run"]\n',
		});
		expect(exitCode, output).toBe(0);
		for (const platform of platforms) {
			const init = readFileSync(join(folder, platform.replace("/", "_"), "sbin/pidone"));
			expect(init.readUInt16LE(18)).toBe(machines[platform]);
		}
	});

	it("asks the base image of each platform what it runs, and puts in front of that", async () => {
		const base = (arch: string) => `FROM scratch AS ${arch}\nENTRYPOINT ["/of-base"]\nCMD ["a"]\n`;
		const dockerfile = `${base("amd64")}${base("arm64")}FROM $TARGETARCH\nCMD ["b"]\n`;
		const named = await buildImage(["--platform", platforms.join(), "-f", "-", "."], { input: base("x") });
		const [stages, images] = await Promise.all([
			buildImage([...asked(), "-f", "-", "."], { input: `ARG TARGETARCH\n${dockerfile}` }).then((image) =>
				Promise.all(platforms.map((platform) => readConfig(image, platform))),
			),
			buildImage([...asked(), "-f", "-", "."], { input: `FROM ${named}\nCMD ["b"]\n` }).then((image) =>
				Promise.all(platforms.map((platform) => readConfig(image, platform))),
			),
		]);
		const wanted = { Entrypoint: ["/sbin/pidone", "--", "/of-base"], Cmd: ["b"] };
		expect(images).toMatchObject([wanted, wanted]);
		expect(stages).toMatchObject([wanted, wanted]);
	});

	it("is refused with the line where one platform has no init", async () => {
		const words = [
			"--build-arg",
			`BUILDKIT_SYNTAX=${frontend}`,
			"--platform",
			"linux/amd64,linux/loong64",
			"-f",
			"-",
			".",
		];
		const { exitCode, output } = await runBuild(words, { input: 'FROM scratch\nCMD ["x"]\n' });
		expect({ exitCode, output }).toMatchObject({
			exitCode: 1,
			output: expect.stringMatching(
				/ 2 \| >>> CMD(?:.*\n)*ERROR: .* pidone: pidone is not available for linux\/loong64/,
			),
		});
	});

	it("reports findings once", async () => {
		const { output } = await runBuild([...asked(), "-f", "-", "."], {
			input: 'FROM scratch\nENTRYPOINT ["npm", "start"]\n',
		});
		expect(output.match(/- pidone\/package-manager-pid1: /g)).toHaveLength(1);
	});
});
