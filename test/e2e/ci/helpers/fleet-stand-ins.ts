import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { onTestFinished } from "vitest";
import { parse } from "yaml";
import { version } from "../../../../src/version.ts";
import { CODE_CACHE, cliFile } from "../../../cli/built-cli.ts";
import { addFiles, makeFolder, type Run } from "../../../cli/run-cli.ts";
import { git, IDENTITY } from "../../../spawn/git.ts";
import { runSmall } from "../../../spawn/run.ts";

/** The machine that the recipes run on: a folder of programs for PATH, and the environment of all commands. */
export interface Machine {
	readonly env: Readonly<Record<string, string>>;
	/** The file to which `gh` and `turbolift create-prs` write one line for each pull request. */
	readonly log: string;
}

/**
 * Creates a machine with the built pidone, an npx that runs it, and stand-ins for gh and turbolift. The stand-in for
 * turbolift follows the commands in turbolift's documentation, and clones from the folder `origins`.
 */
export function makeMachine(origins: string): Machine {
	const folder = makeFolder();
	const log = join(folder, "log");
	addFiles(folder, {
		log: "",
		"bin/pidone": `#!/bin/sh\nexec "${process.execPath}" "${cliFile}" "$@"\n`,
		"bin/npx": `#!/bin/sh\n[ "$1 $2" = "--yes pidone@${version}" ] || exit 64\nshift 2\nexec pidone "$@"\n`,
		"bin/gh": `#!/bin/sh\necho "$PIDONE_REPOSITORY $*" >> "${log}"\n`,
		"bin/turbolift": turbolift(origins, log),
	});
	for (const name of ["pidone", "npx", "gh", "turbolift"]) chmodSync(join(folder, "bin", name), 0o755);
	return { env: { ...IDENTITY, ...CODE_CACHE, PATH: `${join(folder, "bin")}:${process.env.PATH}` }, log };
}

/**
 * Supports `clone`, `foreach --`, `commit --message` and `create-prs`, for the `org/name` repositories in repos.txt.
 */
function turbolift(origins: string, log: string): string {
	return `#!/bin/sh
set -eu
command=$1
shift
while read -r repository; do
	work=work/$repository
	case $command in
	clone)
		git clone --quiet "${origins}/\${repository##*/}" "$work"
		git -C "$work" checkout --quiet -b "\${PWD##*/}"
		;;
	foreach)
		[ "$1" = -- ] || exit 64
		(shift && cd "$work" && "$@" </dev/null) || echo "failed: $repository" >&2
		;;
	commit)
		[ "$1" = --message ] || exit 64
		[ -z "$(git -C "$work" status --porcelain)" ] || git -C "$work" commit --quiet --all --message "$2"
		;;
	create-prs)
		git -C "$work" push --quiet -u origin "\${PWD##*/}"
		echo "$repository" >> "${log}"
		;;
	*) exit 64 ;;
	esac
done < repos.txt
`;
}

/** Creates the bare repositories of a test, and returns their folder. */
export async function makeOrigins(
	repositories: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<string> {
	const origins = makeFolder();
	for (const [name, files] of Object.entries(repositories)) {
		const source = makeFolder(files);
		await git(source, "init", "--quiet", "--initial-branch=main");
		await git(source, "add", "--all");
		await git(source, "commit", "--quiet", "--message=first");
		await git(origins, "clone", "--quiet", "--bare", source, name);
	}
	return origins;
}

/**
 * The tree of a branch in each repository of a folder, by the name of the repository. Equal trees mean equal changes.
 * The tree is undefined if the branch does not exist, or if it does not differ from `main`.
 */
export async function readTrees(
	origins: string,
	names: readonly string[],
	branch: string,
): Promise<Readonly<Record<string, string | undefined>>> {
	const trees: Record<string, string | undefined> = {};
	for (const name of names) {
		const parse = (ref: string) => git(join(origins, name), "rev-parse", "--quiet", "--verify", `${ref}^{tree}`);
		const tree = await parse(branch).catch(() => undefined);
		trees[name] = tree === (await parse("main")) ? undefined : tree;
	}
	return trees;
}

/** Runs a shell command line on a machine. */
export async function runLine(
	line: string,
	cwd: string,
	{ env }: Machine,
	more: Readonly<Record<string, string>> = {},
): Promise<Run> {
	const { code, out, err } = await runSmall(["sh", "-c", line], { cwd, env: { ...env, ...more } });
	return { code, out: out.replace(/\n$/, ""), err: err.replace(/\n$/, "") };
}

interface MultiGitterConfig {
	readonly branch: string;
	readonly "commit-message": string;
	readonly "pr-title": string;
}

/**
 * A stand-in for `multi-gitter run SCRIPT --config FILE`. Clones each repository and runs the script in the clone. If
 * the script succeeds, commits all changes and pushes the branch.
 */
export async function multiGitterStandIn(
	origins: string,
	names: readonly string[],
	files: { readonly script: string; readonly config: string },
	machine: Machine,
): Promise<void> {
	const config = parse(readFileSync(files.config, "utf8")) as MultiGitterConfig;
	for (const name of names) {
		const clone = join(makeFolder(), "clone");
		await git(origins, "clone", "--quiet", name, clone);
		await git(clone, "checkout", "--quiet", "-b", config.branch);
		const { code } = await runLine('"$SCRIPT"', clone, machine, { SCRIPT: files.script, REPOSITORY: `acme/${name}` });
		if (code !== 0 || (await git(clone, "status", "--short")) === "") continue;
		await git(clone, "add", ".");
		await git(clone, "commit", "--quiet", "--no-verify", "--message", config["commit-message"]);
		await git(clone, "push", "--quiet", "origin", config.branch);
	}
}

interface BatchSpec {
	readonly steps: readonly {
		readonly run: string;
		readonly container: string;
		readonly mount: readonly { readonly path: string; readonly mountpoint: string }[];
	}[];
	readonly changesetTemplate: { readonly branch: string; readonly commit: { readonly message: string } };
}

/**
 * A stand-in for `src batch`. Runs the steps in the files of each repository, without git and without a container, so
 * that mounted files have their paths on this machine. A step that fails creates no changeset.
 */
export async function batchChangesStandIn(
	origins: string,
	names: readonly string[],
	specFile: string,
	machine: Machine,
): Promise<void> {
	const { steps, changesetTemplate } = parse(readFileSync(specFile, "utf8")) as BatchSpec;
	for (const name of names) {
		const clone = makeFolder();
		const store = join(mkdtempSync(join(tmpdir(), "pidone-test-")), "git");
		onTestFinished(() => rmSync(join(store, ".."), { recursive: true, force: true }));
		await git(clone, "clone", "--quiet", `--separate-git-dir=${store}`, join(origins, name), ".");
		rmSync(join(clone, ".git"));
		let isDone = true;
		for (const { run, mount } of steps) {
			const line = mount.reduce(
				(text, { path, mountpoint }) => text.replaceAll(mountpoint, join(specFile, "..", path)),
				run,
			);
			isDone &&= (await runLine(line, clone, machine)).code === 0;
		}
		if (!isDone) continue;
		const inClone = [`--git-dir=${store}`, `--work-tree=${clone}`];
		await git(clone, ...inClone, "add", "--all", "--force");
		await git(clone, ...inClone, "commit", "--quiet", "--allow-empty", "--message", changesetTemplate.commit.message);
		await git(clone, ...inClone, "push", "--quiet", "origin", `HEAD:refs/heads/${changesetTemplate.branch}`);
	}
}

/** Creates a turbolift campaign: a folder with the campaign's name, which contains repos.txt. */
export function makeCampaign(name: string, names: readonly string[]): string {
	const folder = join(makeFolder(), name);
	mkdirSync(folder);
	addFiles(folder, { "repos.txt": names.map((each) => `acme/${basename(each)}\n`).join("") });
	return folder;
}
