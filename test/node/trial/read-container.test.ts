import { describe, expect, it } from "vitest";
import { readContainer, readImage } from "../../../src/node/trial/read-container.ts";

const STATE = {
	Running: true,
	Pid: 31330,
	ExitCode: 0,
	StartedAt: "2026-01-02T03:04:05.5Z",
	FinishedAt: "0001-01-01T00:00:00Z",
};

function container(state: object, config: object = {}): string {
	return JSON.stringify([{ State: { ...STATE, ...state }, Config: config }]);
}

describe("what an engine says of a container", () => {
	it("has the state that the engine reports", () => {
		expect(readContainer(container({}))).toMatchObject({
			...{ isRunning: true, hostPid: 31330, exitCode: 0, stopSignal: "SIGTERM", ports: [] },
			startedAt: Date.parse("2026-01-02T03:04:05.5Z"),
		});
		expect(readContainer(container({ Running: false, Pid: 0, ExitCode: 137 }))).toMatchObject({
			...{ isRunning: false, exitCode: 137 },
		});
	});

	it.each([
		["SIGQUIT", "SIGQUIT"],
		["3", "SIGQUIT"],
		[15, "SIGTERM"],
		["", "SIGTERM"],
		["usr1", "SIGUSR1"],
	])("has the stop signal %j as %s", (text, name) => {
		expect(readContainer(container({}, { StopSignal: text }))?.stopSignal).toBe(name);
	});

	it("has valid TCP ports, including ranges", () => {
		const ports = { "8080/tcp": {}, "53/udp": {}, "9000-9002/tcp": {}, "7000": {}, x: {} };
		expect(readContainer(container({}, { ExposedPorts: ports }))?.ports).toEqual([7000, 8080, 9000, 9001, 9002]);
		expect(readContainer(container({}, { ExposedPorts: { "1-65535/tcp": {} } }))?.ports).toHaveLength(100);
	});

	it.each([
		["Docker's", { Health: { Status: "unhealthy", Log: [{ Output: "one" }, { Output: "no answer\n" }] } }, "no answer"],
		["an old Podman's", { Healthcheck: { Status: "unhealthy" } }, undefined],
	])("has the health, as %s", (_whose, state, output) => {
		expect(readContainer(container(state))).toMatchObject({ health: "unhealthy" });
		expect(readContainer(container(state))?.healthOutput).toBe(output);
	});

	it.each([{}, { Health: { Status: "" } }, { Health: { Status: "none" } }, { Health: null }])(
		"has no health without a healthcheck: %j",
		(state) => {
			expect(readContainer(container(state))).not.toHaveProperty("health");
		},
	);

	it("has times in Go's format", () => {
		const text = container({ FinishedAt: "2026-01-02 03:04:05.25 +0100 CET" });
		expect(readContainer(text)?.finishedAt).toBe(Date.parse("2026-01-02T02:04:05.25Z"));
	});

	it.each(["", "[]", "null", "{}", '[{"State":{}}]', "{"])("is not read from %j", (text) => {
		expect(readContainer(text)).toBeUndefined();
	});
});

describe("what an engine says of an image", () => {
	it("has its size, names, ports and ENTRYPOINT", () => {
		const image = {
			...{ Size: 346, RepoTags: ["a:1"], RepoDigests: ["a@sha256:0"] },
			Config: { Entrypoint: ["/e", "x"], ExposedPorts: { "80/tcp": {} } },
		};
		expect(readImage(JSON.stringify([image]))).toEqual({
			...{ size: 346, names: ["a:1", "a@sha256:0"], entrypoint: ["/e", "x"], ports: [80] },
		});
	});

	it("may lack all of them", () => {
		expect(readImage('[{"RepoTags":null}]')).toEqual({ entrypoint: [], ports: [], names: [] });
		expect(readImage("no such image")).toBeUndefined();
	});
});
