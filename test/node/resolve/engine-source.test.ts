import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../src/core/user-error.ts";
import { makeEngineSource } from "../../../src/node/resolve/engine-source.ts";

/** The only folder in PATH, with programs that have the names of engines. */
let folder = "";
const path = process.env.PATH;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "pidone-engine-"));
	process.env.PATH = folder;
});
afterEach(() => {
	for (const name of ["docker", "podman", "nerdctl"]) rmSync(join(folder, name), { force: true });
});
afterAll(() => {
	process.env.PATH = path;
	rmSync(folder, { recursive: true, force: true });
});

/** Puts a client in PATH: a shell script that records each of its calls. */
function install(name: string, script: string): void {
	writeFileSync(
		join(folder, name),
		`#!/bin/sh\nPATH=/usr/bin:/bin\necho "$@" >> ${join(folder, "calls")}\n${script}\n`,
	);
	chmodSync(join(folder, name), 0o755);
}

function printed(config: object, platform = "linux/amd64", others: object = {}): string {
	const [Os, Architecture] = platform.split("/");
	return `cat <<'END'\n${JSON.stringify({ Config: config, Os, Architecture, ...others })}\nEND`;
}

const digest = `sha256:${"1".repeat(64)}`;
const NONE = "echo 'Error: No such image: x' >&2; exit 1";

describe.skipIf(process.platform === "win32")("makeEngineSource", () => {
	it("reads an engine's answer, with the digest of the name", async () => {
		const RepoDigests = [`acme/other@sha256:${"2".repeat(64)}`, `acme/app@${digest}`];
		install("docker", printed({ Entrypoint: ["a"], Cmd: null, OnBuild: ["USER app"] }, "linux/amd64", { RepoDigests }));
		expect(await makeEngineSource("docker").resolve("acme/app:1", "linux/amd64")).toEqual({
			kind: "known",
			image: { entrypoint: ["a"], onBuild: ["USER app"], digest },
			from: "docker",
		});
	});

	it("asks for each image once", async () => {
		rmSync(join(folder, "calls"), { force: true });
		install("podman", printed({}));
		const source = makeEngineSource("podman");
		await Promise.all(["linux/amd64", "linux/386", "linux/amd64"].map((platform) => source.resolve("a", platform)));
		expect(readFileSync(join(folder, "calls"), "utf8")).toBe("image inspect --format {{json .}} a\n");
	});

	it("does not answer for another platform unless the engine has that image, too", async () => {
		install("podman", printed({ Cmd: ["a"] }));
		expect(await makeEngineSource("podman").resolve("a", "linux/arm64")).toEqual({
			kind: "unknown",
			reason: "podman has it only for linux/amd64",
		});
		const both = `case "$*" in *linux/arm64*) ${printed({ Cmd: ["b"] }, "linux/arm64")}\n;; *) ${printed({ Cmd: ["a"] })}\n;; esac`;
		install("docker", both);
		expect(await makeEngineSource("docker").resolve("a", "linux/arm64")).toMatchObject({ image: { cmd: ["b"] } });
	});

	it("reads the list that Podman 4 prints, and does not guess what Podman hides", async () => {
		const config = { Config: { Cmd: ["a"] }, Os: "linux", Architecture: "amd64" };
		install("podman", `echo '${JSON.stringify([config])}'`);
		expect(await makeEngineSource("podman").resolve("a", "linux/amd64")).toMatchObject({ image: { cmd: ["a"] } });
		const History = [{ created_by: "/bin/sh -c #(nop)  ONBUILD USER app" }];
		install("podman", `echo '${JSON.stringify([{ ...config, History }])}'`);
		expect(await makeEngineSource("podman").resolve("a", "linux/amd64")).toEqual({
			kind: "unknown",
			reason: "podman does not say what its ONBUILD is",
		});
	});

	it("asks all installed engines, and reports each answer", async () => {
		install("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
		install("nerdctl", NONE);
		expect(await makeEngineSource().resolve("a", "linux/amd64")).toEqual({
			kind: "unknown",
			reason: "docker fails: Cannot connect to the Docker daemon, and nerdctl does not have it",
		});
		install("nerdctl", printed({ Cmd: ["a"] }));
		expect(await makeEngineSource().resolve("a", "linux/amd64")).toMatchObject({ kind: "known", from: "nerdctl" });
	});

	it("reports that no engine is installed", async () => {
		expect(await makeEngineSource().resolve("a", "linux/amd64")).toEqual({
			kind: "unknown",
			reason: "none of docker, podman, nerdctl is installed",
		});
		await expect(makeEngineSource("docker").resolve("a", "linux/amd64")).rejects.toThrow(
			new UserError("--inspect docker: no such program in PATH"),
		);
	});

	it("reports a failure of the named engine as an error", async () => {
		install("docker", "echo 'Cannot connect to the Docker daemon' >&2; exit 1");
		await expect(makeEngineSource("docker").resolve("a", "linux/amd64")).rejects.toThrow(
			new UserError("--inspect docker: Cannot connect to the Docker daemon"),
		);
		install("docker", NONE);
		expect(await makeEngineSource("docker").resolve("a", "linux/amd64")).toEqual({
			kind: "unknown",
			reason: "docker does not have it",
		});
	});

	it.each(["", "no JSON", "[]", "null", '{"Config":{"Cmd":"a"}}'])(
		"does not believe an engine that prints %j",
		async (text) => {
			install("docker", `printf '%s' '${text}'`);
			const answer = await makeEngineSource("docker").resolve("a", "linux/amd64");
			expect(answer.kind).toBe("unknown");
		},
	);
});
