import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { version } from "../../../src/version.ts";
import { runJob } from "../../ci/run-gitlab-job.ts";
import { CHANGING, makeFolder } from "../../cli/run-cli.ts";
import { runAction } from "./helpers/run-action.ts";

// Tests the package as it is published. The real npm installs it, with its dependencies from the registry.
const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-packed-"));
const tarball = join(folder, `pidone-${version}.tgz`);

beforeAll(async () => {
	// dist/ is already built. The command that runs these tests builds it first.
	await execa("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], {
		cwd: resolve(import.meta.dirname, "../../.."),
	});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The environment variables that npm needs from this machine, and no others. */
const npmEnv = Object.fromEntries(
	Object.entries(process.env).flatMap(([name, value]) =>
		value !== undefined && /^(HOME|NODE_EXTRA_CA_CERTS|HTTPS?_PROXY|NO_PROXY)$/i.test(name)
			? [[name, value] as const]
			: [],
	),
);

describe("the GitHub Action with the packed package", () => {
	it("installs it, whatever the workspace says about registries, and runs it", async () => {
		const hostile = {
			".npmrc": "registry=http://127.0.0.1:9/\nignore-scripts=false\n",
			"package.json": '{"dependencies":{"pidone":"file:./evil"}}',
		};
		const cwd = makeFolder({
			"api/Dockerfile": CHANGING,
			...hostile,
			"node_modules/pidone/dist/cli.js": "process.exit(77)\n",
		});
		const { code, log, outputs } = await runAction(cwd, { version: tarball, paths: "api" }, npmEnv);
		expect(log).toContain("::warning file=api/Dockerfile,line=3");
		expect({ code, outputs }).toEqual({ code: 1, outputs: { findings: "1", changed: "1", "exit-code": "1" } });
	});

	it("reports that a package does not exist", async () => {
		const { code, log } = await runAction(makeFolder(), { version: join(folder, "missing.tgz") }, npmEnv);
		expect(code).toBe(2);
		expect(log).toContain("::error title=pidone::npm could not install ");
	});
});

describe("the GitLab job with the packed package", () => {
	it("installs it globally and checks", async () => {
		const prefix = makeFolder();
		const env = {
			...npmEnv,
			npm_config_prefix: prefix,
			PATH: `${join(prefix, "bin")}:${process.env.PATH}`,
			PIDONE_VERSION: tarball,
		};
		// A tarball stands in for a version that the registry does not have yet.
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const { code, out } = await runJob(".pidone-check", cwd, env, (line) =>
			line.replace("pidone@$PIDONE_VERSION", "$PIDONE_VERSION"),
		);
		expect(out).toContain("Dockerfile:3:1 warning rewritten");
		expect(code).toBe(1);
		expect(readFileSync(join(cwd, "pidone.sarif"), "utf8")).toContain('"ruleId": "rewritten"');
	});
});
