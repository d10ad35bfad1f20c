import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { globbySync } from "globby";
import { beforeAll, expect, it } from "vitest";
import { serve } from "../../../src/buildkit/frontend.ts";
import { type FakeGateway, startGateway } from "../../buildkit/helpers/fake-gateway.ts";
import { runtime } from "../../buildkit/helpers/runtime.ts";
import { deliveredFiles, worldOf } from "../../buildkit/helpers/worlds.ts";
import { exportFrontend } from "./helpers/frontend-image.ts";
import { runFrontend } from "./helpers/run-frontend.ts";

const root = join(import.meta.dirname, "../../..");
const folders = [
	"examples",
	"test/fixtures/builders",
	"test/fixtures/dockerfile",
	"test/fixtures/real",
	"test/fixtures/rewrite",
];

let folder = "";
beforeAll(async () => {
	folder = await exportFrontend();
});

/** Everything that a builder and its user get from a build. */
function resultOf(gateway: FakeGateway): unknown {
	const { warned, returned, resolved, solved } = gateway;
	return {
		warned,
		returned,
		resolved,
		asked: solved.map(({ FrontendOpt }) => FrontendOpt),
		files: solved.length > 1 ? deliveredFiles(gateway) : {},
	};
}

/** Builds one Dockerfile on both engines, and compares the results. */
async function compare(path: string): Promise<void> {
	const name = relative(root, path);
	const world = worldOf(readFileSync(path));
	const [onQuickJs, onNode] = [startGateway(world), startGateway(world)];
	const [run] = await Promise.all([runFrontend(folder, onQuickJs), serve(onNode.connect(), runtime())]);
	expect({ name, ...run }).toEqual({ name, end: 0, stderr: "" });
	expect({ name, result: resultOf(onQuickJs) }).toEqual({ name, result: resultOf(onNode) });
}

it.each(folders)("the frontend does on QuickJS what it does on Node.js, with the Dockerfiles in %s", async (name) => {
	const paths = globbySync([`${name}/**/Dockerfile`, `${name}/**/*.Dockerfile`], { cwd: root, absolute: true });
	expect(paths.length).toBeGreaterThan(5);
	for (const path of paths) await compare(path);
});
