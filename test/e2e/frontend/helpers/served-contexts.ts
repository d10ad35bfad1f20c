import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { type FileServer, serveFiles } from "../../examples/helpers/serve-files.ts";
import { type Files, makeFolder } from "./workspace.ts";

/** An archive of files, in the form that `docker build -` accepts. */
export async function makeArchive(files: Files, ...flags: readonly string[]): Promise<Uint8Array> {
	const { stdout } = await execa("tar", ["-c", ...flags, "."], { cwd: makeFolder(files), encoding: "buffer" });
	return stdout;
}

/** A server for the files of a folder. Some of them may be a repository. */
export async function serveFolder(folder: string): Promise<FileServer> {
	return serveFiles((path) => {
		try {
			return readFileSync(join(folder, path.replace(/\?.*/, "")));
		} catch {
			return undefined;
		}
	});
}

/**
 * Creates `NAME.git` in the folder: a git repository with these files, on its branch `main` and with the tag `v1`. git
 * can fetch it from a plain web server.
 */
export async function makeRepository(folder: string, name: string, files: Files): Promise<void> {
	const work = makeFolder(files);
	const identity = [
		"-c",
		"user.name=pidone",
		"-c",
		"user.email=pidone@example.org",
		"-c",
		"commit.gpgsign=false",
		"-c",
		"tag.gpgsign=false",
	];
	const git = (cwd: string, ...words: readonly string[]) => execa("git", [...identity, ...words], { cwd });
	await git(work, "init", "--quiet", "--initial-branch", "main");
	await git(work, "add", "--all", "--force");
	await git(work, "commit", "--quiet", "--no-verify", "--message", "First");
	await git(work, "tag", "v1");
	await git(work, "clone", "--quiet", "--bare", work, join(folder, `${name}.git`));
	await git(join(folder, `${name}.git`), "update-server-info");
}
