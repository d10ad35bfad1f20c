import { describe, expect, it } from "vitest";
import { readBuilderCommand } from "../../../src/node/builder/builder-command.ts";
import { findSupply, imageCommands, installMethod, listImageFiles } from "../../../src/node/builder/init-supply.ts";

const command = (line: string): ReturnType<typeof readBuilderCommand> => readBuilderCommand(line.split(" "));

describe("the supply of the init", () => {
	it.each([
		"docker buildx build .",
		"docker buildx bake",
		"docker compose build",
		"podman build",
		"buildah bud",
		"nerdctl build .",
	])("is a named context for %s, without asking", async (line) => {
		expect(await findSupply(command(line), "/nonexistent", {})).toEqual({ kind: "context" });
	});

	it("decides how the init is installed", () => {
		expect(installMethod({ kind: "context" })).toBe("context:pidone-init");
		expect(installMethod({ kind: "image", name: "pidone-init:abc", platform: "linux/amd64" })).toBe(
			"image:pidone-init:abc",
		);
	});

	it.each([
		[
			"docker -H x build --platform amd64 --label a=b -t a -f x .",
			"docker -H x build --quiet --tag=n --platform amd64 --label a=b /tmp/image",
			"docker -H x image rm --force n",
		],
		["docker image build .", "docker image build --quiet --tag=n /tmp/image", "docker image rm --force n"],
		["docker builder build --squash .", "docker builder build --quiet --tag=n /tmp/image", "docker image rm --force n"],
	])("is built and removed for %s", (line, build, remove) => {
		const commands = imageCommands(command(line), "n", "/tmp");
		expect([commands.build, commands.remove].map((words) => words.join(" "))).toEqual([build, remove]);
	});

	it("is an image with nothing but the init", () => {
		const [dockerfile, binary, ...others] = listImageFiles("linux/arm64");
		expect(dockerfile).toEqual({ path: "image/Dockerfile", bytes: "FROM scratch\nCOPY pidone /sbin/pidone\n" });
		expect(binary).toMatchObject({ path: "image/pidone", isExecutable: true });
		expect(Buffer.from(binary?.bytes ?? "").readUInt16LE(18)).toBe(183);
		expect(others).toEqual([]);
		expect(() => listImageFiles("linux/loong64")).toThrow("BUG: there is no init for linux/loong64");
	});
});
