import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDockerfile } from "../../../src/core/dockerfile/parse.ts";
import { findInitContext } from "../../../src/node/work/likely-context.ts";
import { makeFolder } from "../../cli/run-cli.ts";

const INIT = "COPY .pidone/pidone-linux-amd64 /sbin/pidone\n";
const TREE = { ".git/HEAD": "", "src/a": "", "docker/web/run.sh": "", "docker/both": "", "src/both": "", both: "" };

/** The context of a Dockerfile in `docker/web`, relative to the root, and the doubt about it. */
function find(
	copied: readonly string[],
	{ files = {}, text = INIT, isContextAssumed = true }: Partial<FindOptions> = {},
): { readonly context: string | undefined; readonly why?: string; readonly option?: string } {
	const root = makeFolder({ ...TREE, ...files });
	const source = `FROM debian:12\n${copied.map((path) => `COPY ${path} /x/\n`).join("")}${text}`;
	const place = { context: join(root, "docker/web"), isContextAssumed, within: root };
	const surroundings = { options: { platforms: ["linux/amd64"] }, cwd: root };
	const { context, doubt } = findInitContext(parseDockerfile(source), place, surroundings);
	return { context: context?.slice(root.length + 1), ...doubt };
}

interface FindOptions {
	readonly files: Readonly<Record<string, string>>;
	readonly text: string;
	readonly isContextAssumed: boolean;
}

describe("the build context of an init", () => {
	it("is in doubt if only a folder above the Dockerfile has what it copies", () => {
		expect(find(["src/a", "made/before.jar"])).toEqual({
			context: "docker/web",
			why: "its build context may be . instead of docker/web, because it copies src/a",
			option: "--context .",
		});
		expect(find(["web/run.sh"]).option).toBe("--context docker");
	});

	it.each<[string, readonly string[], Partial<FindOptions>]>([
		["has everything", ["run.sh"], {}],
		["lacks what no folder has", ["made/before.jar"], {}],
		["has what the other folder lacks", ["run.sh", "src/a"], {}],
		["is named by an option or a build", ["src/a"], { isContextAssumed: false }],
		["gives no init", ["src/a"], { text: "" }],
	])("is the folder of the Dockerfile if that %s", (_, copied, options) => {
		expect(find(copied, options)).toEqual({ context: "docker/web" });
	});

	it("is the folder above if an init is there", () => {
		const text = `${INIT}${INIT.replace("amd64", "arm64")}`;
		expect(find(["src/a"], { files: { ".pidone/pidone-linux-amd64": "" }, text })).toEqual({ context: "" });
	});

	it("is not looked for above the work tree", () => {
		expect(find(["src/a"], { files: { "docker/.git/HEAD": "" } })).toEqual({ context: "docker/web" });
	});
});
