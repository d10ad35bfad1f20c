import { describe, expect, it } from "vitest";
import {
	commandWords,
	isOn,
	option,
	readBuilderCommand,
	switchOn,
	valuesOf,
	without,
} from "../../../src/node/builder/builder-command.ts";

describe("readBuilderCommand", () => {
	it.each([
		["docker build .", "docker", "build", "docker build", "docker"],
		["docker image build .", "docker", "build", "docker image build", "docker image"],
		["docker builder build .", "docker", "build", "docker builder build", "docker builder"],
		["docker buildx build .", "docker", "build", "docker buildx build", "docker buildx"],
		["docker buildx --builder x b .", "docker", "build", "docker buildx b", "docker buildx --builder x"],
		["docker buildx --builder b build .", "docker", "build", "docker buildx build", "docker buildx --builder b"],
		["docker --context build -D build .", "docker", "build", "docker build", "docker --context build -D"],
		["docker compose -p build build", "docker", "compose", "docker compose build", "docker compose -p build"],
		["docker --context far buildx bake", "docker", "bake", "docker buildx bake", "docker --context far buildx"],
		["docker buildx f", "docker", "bake", "docker buildx f", "docker buildx"],
		["docker-buildx bake", "docker", "bake", "docker-buildx bake", "docker-buildx"],
		["docker compose -f x build", "docker", "compose", "docker compose build", "docker compose -f x"],
		["docker-compose --file=x build", "docker", "compose", "docker-compose build", "docker-compose --file=x"],
		["podman --remote build .", "podman", "build", "podman build", "podman --remote"],
		["podman buildx build .", "podman", "build", "podman buildx build", "podman buildx"],
		["buildah bud", "buildah", "build", "buildah bud", "buildah"],
		["buildah build-using-dockerfile", "buildah", "build", "buildah build-using-dockerfile", "buildah"],
		["nerdctl --namespace k build .", "nerdctl", "build", "nerdctl build", "nerdctl --namespace k"],
		["sudo -n /usr/bin/docker build .", "docker", "build", "docker build", "sudo -n /usr/bin/docker"],
		["C:\\bin\\docker.EXE build .", "docker", "build", "docker build", "C:\\bin\\docker.EXE"],
		[
			"env DOCKER_CONFIG=/etc/docker docker build .",
			"docker",
			"build",
			"docker build",
			"env DOCKER_CONFIG=/etc/docker docker",
		],
		["sudo -u podman podman build", "podman", "build", "podman build", "sudo -u podman podman"],
	])("reads %s", (line, engine, kind, name, program) => {
		const command = readBuilderCommand(line.split(" "));
		expect(command).toMatchObject({ engine, kind, name, program: program.split(" ") });
		expect(commandWords(command)).toEqual(line.split(" "));
	});

	it.each([
		["make build", "make: pidone does not know this builder"],
		["docker", "docker: does not build images"],
		["docker --debug", "docker: does not build images"],
		["docker run x docker build .", "docker run: does not build images"],
		["docker compose config build", "docker compose config: does not build images"],
		["docker-buildx imagetools", "docker-buildx imagetools: does not build images"],
		["podman compose build", "podman compose: does not build images"],
	])("refuses %s", (line, told) => {
		expect(() => readBuilderCommand(line.split(" "))).toThrow(told);
	});
});

describe("the arguments of a command", () => {
	const { arguments: args } = readBuilderCommand(
		"docker build -t a --pull --tag=b -qf x --no-cache=false .".split(" "),
	);

	it("are found by name", () => {
		expect(valuesOf(args, "tag")).toEqual(["a", "b"]);
		expect(valuesOf(args, "file")).toEqual(["x"]);
		expect(valuesOf(args, "target")).toEqual([]);
	});

	it("are on or off", () => {
		expect(["pull", "quiet", "no-cache", "push"].map((name) => isOn(args, name))).toEqual([true, true, false, false]);
		for (const text of ["0", "f", "F", "false", "FALSE", "False"])
			expect(isOn([option("check", text)], "check"), text).toBe(false);
		expect(isOn([option("check", "false"), switchOn("check")], "check")).toBe(true);
	});

	it("can be left out and put in", () => {
		const words = [option("file", "a b"), switchOn("load"), ...without(args, "file", "tag")].flatMap(
			(argument) => argument.words,
		);
		expect(words).toEqual(["--file=a b", "--load", "--pull", "-q", "--no-cache=false", "."]);
	});
});
