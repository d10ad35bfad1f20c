import { describe, expect, it } from "vitest";
import { BROKEN, CHANGING, FLAGGED, makeFolder, NOTHING, runCli } from "./run-cli.ts";

const files = {
	"changing/Dockerfile": CHANGING,
	"nothing/Dockerfile": NOTHING,
	"broken/Dockerfile": BROKEN,
	"broken-and-changing/Dockerfile": CHANGING,
	"broken-and-changing/Dockerfile.broken": BROKEN,
	"all/Dockerfile": CHANGING,
	"all/Dockerfile.broken": BROKEN,
	"all/Dockerfile.nul": "FROM a\0\n",
	"reverted/Dockerfile":
		'FROM debian\nARG TARGETARCH\n# pidone: added the ARG above and the next 2 instructions (bd3f7ee9)\nCOPY .pidone/pidone-linux-${TARGETARCH} /sbin/pidone\nENTRYPOINT ["/sbin/pidone", "--"]\nCMD ["x"]\n',
	"config/Dockerfile": NOTHING,
	"config/.pidone.yaml": "init: systemd\n",
	"note/Dockerfile": CHANGING,
	"note/.pidone.yaml": "rules: { rewritten: note }\n",
	"flagged/Dockerfile": FLAGGED,
	"unmet/Dockerfile": "FROM acme/x\nCMD --init x\n",
	"none/README": "",
	"unreadable/Dockerfile": CHANGING,
	"unreadable/Dockerfile.utf16": Buffer.from("\ufeffFROM debian\n", "utf16le"),
	"templates/Dockerfile.j2": "{{ base }}\n",
	"init.ts": 'export { start } from "pidone/init/main";\n',
	"bad-init.ts": "export function start(): void {\n\tthrow 1;\n}\n",
};

/** As in the README's table. */
const cases: readonly (readonly [code: number, ...args: string[]])[] = [
	[0, "rewrite", "changing"],
	[0, "rewrite", "nothing"],
	[0, "rewrite", "--check", "nothing"],
	[1, "rewrite", "--check", "changing"],
	[1, "rewrite", "--check", "--json", "changing"],
	[1, "rewrite", "--check", "--write", "changing"],
	[2, "rewrite", "no-such-file"],
	[2, "rewrite", "config"],
	[2, "rewrite", "--init", "systemd", "nothing"],
	[2, "rewrite", "--nothing-like-it"],
	[3, "rewrite", "none"],
	[3, "rewrite", "none/*.Dockerfile"],
	[3, "rewrite", "--json", "none"],
	[4, "rewrite", "broken"],
	[4, "rewrite", "unmet"],
	[0, "check", "flagged"],
	[4, "check", "unmet"],
	[4, "rewrite", "--check", "broken-and-changing"],
	[4, "rewrite", "--check", "all"],
	[2, "rewrite", "--check", "unreadable"],
	[4, "rewrite", "unreadable", "broken"],
	[4, "rewrite", "broken", "unreadable"],
	[4, "rewrite", "broken", "no-such-file"],
	[2, "rewrite", "changing", "no-such-file"],
	[0, "rewrite", "changing", "none"],
	[1, "rewrite", "--check", "none", "changing", "none/*.x"],
	[3, "rewrite", "none", "templates"],
	[0, "rewrite", "nothing", "templates"],
	[4, "rewrite", "templates/Dockerfile.j2"],
	[0, "check", "nothing"],
	[0, "check", "note"],
	[1, "check", "changing"],
	[1, "check", "--quiet", "changing"],
	[1, "check", "--format", "sarif", "changing"],
	[2, "check", "config"],
	[2, "check", "--format", "yaml", "nothing"],
	[2, "check", "no-such-file"],
	[3, "check", "none"],
	[4, "check", "broken"],
	[4, "check", "broken-and-changing"],
	[4, "check", "all"],
	[2, "check", "unreadable"],
	[1, "check", "none", "changing"],
	[0, "explain", "changing/Dockerfile"],
	[0, "explain", "nothing/Dockerfile"],
	[2, "explain", "no-such-file"],
	[0, "explain", "changing/Dockerfile", "nothing/Dockerfile"],
	[4, "explain", "changing/Dockerfile", "broken/Dockerfile"],
	[3, "explain", "none"],
	[4, "explain", "broken/Dockerfile"],
	[0, "revert", "changing"],
	[0, "revert", "reverted"],
	[1, "revert", "--check", "reverted"],
	[0, "revert", "--check", "changing"],
	[2, "revert", "no-such-file"],
	[2, "revert", "--init", "tini"],
	[3, "revert", "none"],
	[4, "revert", "broken"],
	[0, "emit", "out"],
	[1, "emit", "--check", "changing"],
	[2, "emit", "none/README"],
	[2, "emit", "--platform", "windows/amd64"],
	[0, "compile", "init.ts", "-o", "out"],
	[1, "compile", "bad-init.ts", "-o", "out"],
	[2, "compile", "no-such-file.ts", "-o", "out"],
	[2, "compile", "init.ts"],
	[0, "completion", "bash"],
	[2, "completion"],
	[2, "completion", "tcsh"],
	[0, "help"],
	[0, "help", "check"],
	[2, "help", "chekc"],
	[0, "--help"],
	[0, "revert", "--help"],
	[0, "--version"],
	[2],
	[2, "rewrit"],
	[2, "--nothing-like-it"],
];

describe("exit codes", () => {
	it("are those of the README for every command", async () => {
		const cwd = makeFolder(files);
		const wrong: string[] = [];
		for (const [code, ...args] of cases) {
			const run = await runCli(args, { cwd });
			if (run.code !== code) wrong.push(`pidone ${args.join(" ")}: ${run.code} instead of ${code}\n${run.err}`);
		}
		expect(wrong).toEqual([]);
	}, 90_000);

	it("come with a message on standard error, unless they are 0 or told by a report", async () => {
		const cwd = makeFolder(files);
		for (const args of [
			["rewrite", "none"],
			["check", "--json", "none"],
			["help", "chekc"],
			["completion", "tcsh"],
			[],
		]) {
			const run = await runCli(args, { cwd });
			expect(run.err, args.join(" ")).not.toBe("");
		}
	});
});
