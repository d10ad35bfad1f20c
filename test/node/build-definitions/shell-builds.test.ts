import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readShellBuilds } from "../../../src/node/build-definitions/shell-builds.ts";

let folder = "";
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "pidone-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The Dockerfile of a command line in a folder with some files. */
function findDockerfile(text: string, ...files: readonly string[]): string | undefined {
	for (const file of files) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), "");
	}
	const source = { path: "script", file: join(folder, "script"), text };
	const placeOf = () => ({ source, offset: 0 });
	const { builds } = readShellBuilds({ name: "a", text, placeOf, folder, variables: new Map() });
	return builds[0]?.dockerfile?.slice(folder.length + 1);
}

describe("the Dockerfile of a command line", () => {
	it.each([
		["podman build app", ["app/Containerfile", "app/Dockerfile"], "app/Containerfile"],
		["buildah bud app", ["app/Dockerfile"], "app/Dockerfile"],
		["docker build app", ["app/Containerfile", "app/Dockerfile"], "app/Dockerfile"],
		["executor --context app --dockerfile docker/x", ["docker/x", "app/docker/x"], "docker/x"],
		["executor --context dir://app --dockerfile docker/x", ["app/docker/x"], "app/docker/x"],
		["executor --context . --context-sub-path app --dockerfile x", [], "app/x"],
		["executor --context app", [], "app/Dockerfile"],
	])("%s, with %j", (text, files, expected) => {
		expect(findDockerfile(text, ...files)).toBe(expected);
	});

	it.each(["cd -", "cd", "popd", "cd $DIR", "pushd $DIR"])("is not known after %s", (text) => {
		expect(findDockerfile(`${text}\ndocker build .`, "Dockerfile")).toBeUndefined();
	});

	it("is known after an absolute folder", () => {
		expect(findDockerfile(`cd $DIR\ncd ${folder}/app\ndocker build .`)).toBe("app/Dockerfile");
		expect(findDockerfile("pushd app && docker build .")).toBe("app/Dockerfile");
	});
});
