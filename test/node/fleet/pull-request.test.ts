import { describe, expect, it } from "vitest";
import { fillMessage, MESSAGE_TEMPLATE, pullRequestBody } from "../../../src/node/fleet/pull-request.ts";
import { suggestPullRequestCommand } from "../../../src/node/fleet/pull-request-command.ts";

const values = { version: "1.2.3", branch: "pidone/init", repository: "https://h/a", files: "- Dockerfile" };

describe("a commit's message", () => {
	it("names the version and the files", () => {
		const message = fillMessage(MESSAGE_TEMPLATE, values);
		expect(message).toContain("pidone 1.2.3");
		expect(message).toMatch(/\n- Dockerfile\n$/);
		expect(message.split("\n").every((line) => line.length <= 72)).toBe(true);
	});

	it("keeps unknown placeholders, and makes control characters visible", () => {
		expect(fillMessage("{{other}} {{ files }}", { ...values, files: "- a\u001b[31m" })).toBe("{{other}} - a␛[31m");
	});
});

describe("a pull request's text", () => {
	const file = { path: "a/Dockerfile", diff: "", explanation: "a/Dockerfile\n\n  now:\n    PID 1  node" };

	it("shows each file before and after, what was added, and how to undo it", () => {
		const body = pullRequestBody([file], [".pidone/pidone-linux-amd64"], "1.2.3");
		expect(body).toContain("### `a/Dockerfile`\n\n```text\na/Dockerfile\n\n  now:\n    PID 1  node\n```\n");
		expect(body).toContain("- `.pidone/pidone-linux-amd64`");
		expect(body).toContain("pidone revert --write");
	});

	it("fences code so that no file can end it", () => {
		const body = pullRequestBody([{ ...file, path: "a`b\n</details>", explanation: "````\n\u202e</pre>" }], [], "1");
		expect(body).toContain("### `` a`b␊</details> ``\n\n`````text\n````\n");
		expect(body).not.toContain("\u202e");
	});

	it("fits GitHub's limit, and counts the omitted sections", () => {
		const files = Array.from({ length: 100 }, () => ({ ...file, explanation: "x".repeat(2000) }));
		const body = pullRequestBody(files, [], "1");
		expect(body.length).toBeLessThan(65_536);
		expect(body).toMatch(/And 7\d more files\./);
	});
});

describe("the command that is suggested", () => {
	const request = { branch: "pidone/init", base: "main", title: "Run it" };
	it.each([
		["https://github.com/acme/app.git", "gh pr create --repo github.com/acme/app --head pidone/init --base main"],
		["git@github.com:acme/app.git", "gh pr create --repo github.com/acme/app "],
		[
			"ssh://git@gitlab.acme.example:22/a/b/c",
			"glab mr create --repo https://gitlab.acme.example/a/b/c --source-branch",
		],
		["https://codeberg.org/acme/app/", "tea pulls create --repo acme/app --head pidone/init"],
	])("for %s is %s", (repository, command) => {
		expect(suggestPullRequestCommand(repository, request)).toContain(command);
	});

	it.each(["/srv/git/app.git", "https://git.acme.example/app", "https://notgithub.com/a/b"])(
		"is none for %s",
		(repository) => {
			expect(suggestPullRequestCommand(repository, request)).toBeUndefined();
		},
	);
});
