import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { addFiles, BROKEN, CHANGING, makeFolder, NOTHING } from "../../cli/run-cli.ts";
import { git } from "../../spawn/git.ts";
import {
	batchChangesStandIn,
	type Machine,
	makeCampaign,
	makeMachine,
	makeOrigins,
	multiGitterStandIn,
	readTrees,
	runLine,
} from "./helpers/fleet-stand-ins.ts";

const recipes = resolve(import.meta.dirname, "../../../ci/fleet");
const script = join(recipes, "rewrite.sh");

/** What only the build definitions contain: a Dockerfile with another name, its context, and its platform. */
const BUILT = {
	"compose.yaml": "services: {a: {build: {context: ., dockerfile: deploy/app.file, platforms: [linux/riscv64]}}}\n",
	"deploy/app.file": CHANGING,
};

/** `lost` has an error that only the rewrite would report: .dockerignore excludes the init's binaries. */
const REPOSITORIES = {
	api: { Dockerfile: CHANGING, "worker/Dockerfile": CHANGING },
	web: { "docker/web.Dockerfile": CHANGING, "broken/Dockerfile": BROKEN, ".pidone.yaml": "init: tini\n" },
	static: { Dockerfile: NOTHING },
	none: { "README.md": "# none\n" },
	built: BUILT,
	lost: { Dockerfile: CHANGING, ".dockerignore": "*\n" },
};
const NAMES = Object.keys(REPOSITORIES);
const BRANCH = "pidone/init";

type Trees = Awaited<ReturnType<typeof readTrees>>;

async function prepare(options = ""): Promise<{ origins: string; machine: Machine; expected: Trees }> {
	const origins = await makeOrigins(REPOSITORIES);
	const plain = makeMachine(origins);
	const machine = { ...plain, env: { ...plain.env, PIDONE_ARGS: options } };
	const expected = expectations.get(options) ?? (await rewriteWith(options, origins, machine));
	expectations.set(options, expected);
	return { origins, machine, expected };
}

/** What `pidone repos` turns the repositories into, by its options. */
const expectations = new Map<string, Trees>();

async function rewriteWith(options: string, origins: string, machine: Machine): Promise<Trees> {
	const list = `printf '%s\\n' ${NAMES.join(" ")}`;
	await runLine(
		`${list} | pidone repos - ${options} --branch expected --state "${machine.log}.state"`,
		origins,
		machine,
	);
	const expected = await readTrees(origins, NAMES, "expected");
	expect([expected.api, expected.web]).not.toContain(undefined);
	expect([expected.static, expected.none]).toEqual([undefined, undefined]);
	return expected;
}

describe("the recipes for many repositories make the changes of pidone repos", () => {
	it("by a stand-in for multi-gitter", async () => {
		const { origins, machine, expected } = await prepare();
		await multiGitterStandIn(origins, NAMES, { script, config: join(recipes, "multi-gitter.yaml") }, machine);
		expect(await readTrees(origins, NAMES, BRANCH)).toEqual(expected);
		expect(expected.built).toBeUndefined();
	});

	it.each(["--from-builds", "--from-builds --no-config"])("with %s", async (options) => {
		const { origins, machine, expected } = await prepare(options);
		await multiGitterStandIn(origins, NAMES, { script, config: join(recipes, "multi-gitter.yaml") }, machine);
		expect(await readTrees(origins, NAMES, BRANCH)).toEqual(expected);
		expect(expected.built).toBeDefined();
	});

	it("by a stand-in for turbolift", async () => {
		const { origins, machine, expected } = await prepare();
		const campaign = makeCampaign("pidone-init", NAMES);
		const { code } = await runLine(`sh "${join(recipes, "turbolift.sh")}"`, campaign, machine);
		expect(code).toBe(0);
		expect(await readTrees(origins, NAMES, "pidone-init")).toEqual(expected);
	});

	it("by a stand-in for Sourcegraph's batch changes", async () => {
		const { origins, machine, expected } = await prepare();
		await batchChangesStandIn(origins, NAMES, join(recipes, "batch-spec.yaml"), machine);
		expect(await readTrees(origins, NAMES, BRANCH)).toEqual(expected);
	});
});

interface Workflow {
	readonly jobs: {
		readonly repos: {
			readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
			readonly steps: readonly { readonly name?: string; readonly run?: string }[];
		};
	};
}

interface Job {
	readonly spec: {
		readonly completions: number;
		readonly template: {
			readonly spec: {
				readonly containers: readonly {
					readonly env: readonly { readonly name: string; readonly value: string }[];
					readonly command: readonly string[];
					readonly args: readonly string[];
				}[];
			};
		};
	};
}

describe("the recipes that split the list", () => {
	it("of a GitHub workflow: its shards make each branch once, and ask for each pull request once", async () => {
		const { origins, machine, expected } = await prepare();
		const workflow = parse(readFileSync(join(recipes, "github-matrix.yml"), "utf8")) as Workflow;
		const { strategy, steps } = workflow.jobs.repos;
		const line = steps.find(({ name }) => name === "Rewrite")?.run ?? "";
		const list = NAMES.map((name) => `${join(origins, name)}\n`).join("");
		for (const shard of strategy.matrix.shard) {
			const checkout = makeFolder({ "repos.txt": list });
			const { code } = await runLine(line.replace("${{ matrix.shard }}", `${shard}`), checkout, machine);
			// 1 means that a repository of this shard failed.
			expect([0, 1]).toContain(code);
		}
		expect(await readTrees(origins, NAMES, BRANCH)).toEqual(expected);
		const requests = readFileSync(machine.log, "utf8").trim().split("\n").toSorted();
		const changed = NAMES.filter((name) => expected[name] !== undefined).toSorted();
		expect(requests.map((request) => request.split(" ")[0])).toEqual(changed.map((name) => join(origins, name)));
		expect(requests[0]).toContain(` pr create --head ${BRANCH} --base main --title Run containers through an init `);
	});

	it("of a Kubernetes job: its pods make each branch once, and a restarted pod repeats nothing", async () => {
		const { origins, machine, expected } = await prepare();
		const documents = parseAllDocuments(readFileSync(join(recipes, "kubernetes-job.yaml"), "utf8"));
		const { spec } = (documents.at(1)?.toJS() ?? {}) as Job;
		const [container] = spec.template.spec.containers;
		const environment = Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
		expect(environment.SHARDS).toBe(`${spec.completions}`);
		const volumes = makeFolder({ "list/repos.txt": NAMES.map((name) => `${join(origins, name)}\n`).join("") });
		addFiles(volumes, { "state/.keep": "" });
		expect(container?.command).toEqual(["sh", "-c"]);
		const line = (container?.args[0] ?? "").replace(/(?<=[ "])\/(?:list|state)(?=\/)/g, `${volumes}$&`);
		const runPod = (index: number) =>
			runLine(line, volumes, machine, { ...environment, JOB_COMPLETION_INDEX: `${index}` });
		for (let index = 0; index < spec.completions; index++) await runPod(index);
		const trees = await readTrees(origins, NAMES, BRANCH);
		expect(trees).toEqual(expected);
		const commits = await git(join(origins, "api"), "rev-parse", BRANCH);
		for (let index = 0; index < spec.completions; index++) await runPod(index);
		expect(await git(join(origins, "api"), "rev-parse", BRANCH)).toBe(commits);
	});
});

interface Renovate {
	readonly description: readonly string[];
	readonly packageRules: readonly { readonly postUpgradeTasks: { readonly commands: readonly string[] } }[];
}

describe("the recipe for Renovate", () => {
	const { description, packageRules } = JSON.parse(readFileSync(join(recipes, "renovate.json"), "utf8")) as Renovate;
	const commands = packageRules[0]?.postUpgradeTasks.commands ?? [];

	it("has only commands that its own allowedCommands allow", () => {
		const [, allowed = ""] = /"allowedCommands": \["(.*)"\]/.exec(description.join("\n")) ?? [];
		const pattern = new RegExp(JSON.parse(`"${allowed}"`));
		expect(commands.filter((command) => !pattern.test(command))).toEqual([]);
		expect(["npx --yes evil@1.0.0", `${commands[0]}; curl evil`].filter((command) => pattern.test(command))).toEqual(
			[],
		);
	});

	it("updates the rewrite after the update of a base image", async () => {
		const cwd = makeFolder({ Dockerfile: CHANGING });
		const machine = makeMachine(cwd);
		await runLine("pidone rewrite --write && pidone emit", cwd, machine);
		const rewritten = readFileSync(join(cwd, "Dockerfile"), "utf8");
		const updated = rewritten.replace("node:22-slim", "node:24-slim");
		addFiles(cwd, { Dockerfile: updated });
		for (const command of commands) expect(await runLine(command, cwd, machine)).toMatchObject({ code: 0 });
		expect(readFileSync(join(cwd, "Dockerfile"), "utf8")).toBe(updated);
	});
});
