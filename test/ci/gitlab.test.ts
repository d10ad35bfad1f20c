import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { version } from "../../src/version.ts";
import { cliFile } from "../cli/built-cli.ts";
import { CHANGING, makeFolder, NOTHING } from "../cli/run-cli.ts";
import { readJob, runJob } from "./run-gitlab-job.ts";

/** Programs for a job's PATH that record how they were called. `pidone` is one of them, or the built command line. */
function makePrograms(pidone: "built" | "recorded") {
	const folder = makeFolder();
	const log = join(folder, "log");
	const record = `{ printf '%s' "\${0##*/}"; printf ' [%s]' "$@"; echo; } >> ${log}`;
	const scripts = {
		npm: record,
		apk: record,
		docker: `${record}; cat > ${log}.stdin`,
		pidone: pidone === "built" ? `exec "${process.execPath}" "${cliFile}" "$@"` : record,
	};
	mkdirSync(join(folder, "bin"));
	for (const [name, script] of Object.entries(scripts))
		writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
	return {
		PATH: `${join(folder, "bin")}:${process.env.PATH}`,
		readCalls: () => readFileSync(log, "utf8").trimEnd().split("\n"),
		readStdin: () => readFileSync(`${log}.stdin`, "utf8"),
	};
}

const INSTALL = `npm [install] [--global] [--ignore-scripts] [--no-audit] [--no-fund] [pidone@${version}]`;

describe("the GitLab job .pidone-check, with a recording npm", () => {
	it("installs this version, keeps a SARIF file and fails with pidone's exit code", async () => {
		const { PATH, readCalls } = makePrograms("built");
		const cwd = makeFolder({ "api/Dockerfile": CHANGING });
		const { code, out } = await runJob(".pidone-check", cwd, { PATH });
		expect(code).toBe(1);
		expect(out).toContain("api/Dockerfile:3:1 warning rewritten");
		expect(readCalls()).toEqual([INSTALL]);
		const { artifacts } = readJob(".pidone-check");
		expect(artifacts?.paths).toEqual(["pidone.sarif"]);
		expect(JSON.parse(readFileSync(join(cwd, "pidone.sarif"), "utf8"))).toMatchObject({
			version: "2.1.0",
			runs: [{ results: [{ ruleId: "rewritten" }] }],
		});
	});

	it("passes if there is nothing to do, with paths and options", async () => {
		const { PATH } = makePrograms("built");
		const cwd = makeFolder({
			"a/Dockerfile": NOTHING,
			"b/Dockerfile": "FROM acme/base\nCMD x\n",
			"c/Dockerfile": CHANGING,
		});
		expect(await runJob(".pidone-check", cwd, { PATH, PIDONE_PATHS: "a" })).toMatchObject({ code: 0 });
		const { code, out } = await runJob(".pidone-check", cwd, {
			PATH,
			PIDONE_PATHS: "a b",
			PIDONE_ARGS: "--init tini --platform linux/amd64 --base-entrypoint []",
		});
		expect(code).toBe(1);
		expect(out).toContain("2 files");
	});

	it("runs no code from a variable", async () => {
		const { PATH } = makePrograms("built");
		const cwd = makeFolder({ Dockerfile: NOTHING });
		const { code } = await runJob(".pidone-check", cwd, {
			PATH,
			PIDONE_PATHS: "Dockerfile; touch pwned",
			PIDONE_ARGS: "$(touch pwned)",
		});
		expect(code).toBe(2);
		expect(existsSync(join(cwd, "pwned"))).toBe(false);
	});
});

describe("the GitLab job .pidone-build, with recording programs", () => {
	it("logs in to the project's registry, and builds and pushes the commit's image", async () => {
		const { PATH, readCalls, readStdin } = makePrograms("recorded");
		const { code } = await runJob(".pidone-build", makeFolder(), {
			PATH,
			CI_REGISTRY: "registry.example.org",
			CI_REGISTRY_IMAGE: "registry.example.org/acme/api",
			CI_REGISTRY_USER: "gitlab-ci-token",
			CI_REGISTRY_PASSWORD: "a $secret",
			CI_COMMIT_SHORT_SHA: "0123abcd",
		});
		expect(code).toBe(0);
		expect(readCalls()).toEqual([
			"apk [add] [--no-cache] [nodejs] [npm]",
			INSTALL,
			"docker [login] [--username] [gitlab-ci-token] [--password-stdin] [registry.example.org]",
			"pidone [build] [--] [docker] [buildx] [build] [--tag] [registry.example.org/acme/api:0123abcd] [--push] [.]",
		]);
		expect(readStdin()).toBe("a $secret");
	});
});
