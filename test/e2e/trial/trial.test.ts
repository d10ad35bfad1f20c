import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { cliFile } from "../../cli/built-cli.ts";
import { compileStatic, leaveOrphans } from "../containers/helpers/static-program.ts";
import { docker } from "../helpers/engine.ts";
import { makeContext, report, trial } from "./helpers/pidone-trial.ts";

/** Waits for signals that never arrive, as a static program in an image without a shell. */
const WAIT = `import { SIGSET_SIZE } from "pidone/init/linux";
import { text, zeroed } from "pidone/init/native";
import * as sys from "pidone/init/sys";
import { word } from "pidone/init/word";

export function start(_stack: word): void {
	sys.write(1, text("up\\n"), 3);
	while (true) sys.rt_sigtimedwait(zeroed("no signal", SIGSET_SIZE), 0, 0, SIGSET_SIZE);
}
`;

const handler = `require("http").createServer((_, answer) => answer.end()).listen(8080, () => console.log("listening"));
process.on("SIGTERM", () => process.exit(0));
`;

// They spend most of the time waiting.
describe.concurrent("pidone trial", () => {
	it("shows that a shell form is killed without the init, and stops at once with it", async () => {
		const dockerfile = "FROM debian:bookworm-slim\nCMD echo up; sleep 1000; echo never\n";
		const { code, before, after, verdict } = await report({ Dockerfile: dockerfile }, "--ready-log", "up");
		expect(code).toBe(0);
		expect(before.readiness).toMatchObject({ kind: "ready", by: "log", detail: 'its log has "up"' });
		expect(before.end).toMatchObject({ how: "killed", exitCode: 137 });
		expect(before.end?.seconds).toBeGreaterThan(2.7);
		expect(before.processes).toMatchObject({ role: "main", gotSignal: false, children: [{ command: "sleep 1000" }] });
		expect(after.end).toMatchObject({ how: "stopped", exitCode: 143 });
		expect(after.end?.seconds).toBeLessThan(2);
		expect(after.processes?.command).toMatch(/^\/sbin\/pidone -g -- \/bin\/sh -c /);
		expect(after.processes?.memory).toBeLessThan(200);
		expect(after.processes?.children).toMatchObject([{ role: "main", gotSignal: true }]);
		expect(after.image.size - before.image.size).toBeLessThan(40_000);
		expect(verdict.kind).toBe("helps");
		expect(verdict.summary).toMatch(/^the init helps: stops in \d\.\d+ s instead of 3\.\d s; 143 instead of 137/);
	});

	it("does no harm to a program that handles its stop signal, and reaps what it would leave", async () => {
		const dockerfile = 'FROM node:20-slim\nEXPOSE 8080\nCOPY server.js /\nUSER 1000\nCMD ["node", "/server.js"]\n';
		const { code, before, after, verdict } = await report({ Dockerfile: dockerfile, "server.js": handler });
		expect([before.readiness, after.readiness]).toMatchObject([
			{ by: "port", detail: "port 8080 is open" },
			{ by: "port" },
		]);
		expect([before.end, after.end]).toMatchObject([
			{ how: "stopped", exitCode: 0 },
			{ how: "stopped", exitCode: 0 },
		]);
		expect(before.processes).toMatchObject({ command: "node /server.js", user: "1000", gotSignal: true });
		expect([before.orphans, after.orphans]).toEqual([
			{ made: 3, zombies: 3 },
			{ made: 3, zombies: 0 },
		]);
		expect([code, verdict.improvements, verdict.problems]).toEqual([0, ["leaves 0 zombies instead of 3"], []]);
	});

	it("says of a program that ends by itself that nothing could be stopped, with its last lines", async () => {
		const cwd = makeContext({ Dockerfile: "FROM busybox\nCMD echo no configuration; exit 7\n" });
		const { code, out, err } = await trial(cwd);
		expect(code).toBe(1);
		expect(out).toMatch(/end +7, by itself after \d\.\d+ s +7, by itself after/);
		expect(out).toMatch(/verdict: the init changes nothing that was measured: ends by itself with 7, as before$/);
		expect(err).toMatch(/the container ended by itself with 7.*\nIts last lines:\n {2}no configuration$/);
	});

	it("tries an image without a shell, and says that no orphans could be made", async () => {
		const program = await compileStatic("program", WAIT, ["linux/amd64"]);
		const dockerfile = 'FROM scratch\nCOPY program-amd64 /program\nUSER 65532\nCMD ["/program"]\n';
		const { code, before, after } = await report({ Dockerfile: dockerfile, ...program }, "--ready-after", "1");
		expect(code).toBe(0);
		expect(before.readiness).toMatchObject({ by: "time", detail: "it ran for 1 s" });
		expect(before.processes).toMatchObject({ command: "/program", user: "65532", children: [] });
		expect(after.processes?.children).toMatchObject([{ command: "/program", user: "65532" }]);
		expect(after.orphans).toEqual({ made: 0, zombies: 0, why: "the image has no shell to make them with" });
		expect([before.end, after.end]).toMatchObject([{ exitCode: 137 }, { exitCode: 143 }]);
	});

	it("counts the zombies that a program leaves itself, without a shell too", async () => {
		const program = await compileStatic("program", leaveOrphans(5), ["linux/amd64"]);
		const dockerfile = 'FROM scratch\nCOPY program-amd64 /program\nCMD ["/program", "serve"]\n';
		const { before, after, verdict } = await report({ Dockerfile: dockerfile, ...program }, "--ready-log=orphans made");
		expect([before.orphans?.zombies, after.orphans?.zombies]).toEqual([5, 0]);
		expect(verdict.improvements).toContain("leaves 0 zombies instead of 5");
		expect(before.processes?.children).toHaveLength(5);
	});

	it("waits for the healthcheck, and stops with the image's own signal", async () => {
		const dockerfile = `FROM debian:bookworm-slim
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=1s CMD test -e /tmp/up
CMD sleep 1; touch /tmp/up; exec sleep 1000
`;
		const { code, before, after } = await report({ Dockerfile: dockerfile });
		expect(code).toBe(0);
		expect(after.readiness).toMatchObject({ by: "healthcheck", detail: "its healthcheck says healthy" });
		expect([before.stopSignal, after.end]).toMatchObject(["SIGQUIT", { how: "stopped", exitCode: 131 }]);
	});

	it("tries an image with the command that it is given, and its environment", async () => {
		const script = 'echo "$NAME"; exec sleep 1000';
		const args = ["--run-option=--env=NAME=ada", "--ready-log=ada", "busybox", "--", "sh", "-c", script];
		const { code, out } = await trial(makeContext({}), ...args);
		expect(code).toBe(0);
		expect(out).toMatch(/^busybox, on docker /);
		expect(out).toMatch(/PID 1 +sleep 1000 +\/sbin\/pidone -- sh -c echo/);
		expect(await docker("image", "ls", "--quiet", "busybox")).not.toBe("");
	});

	it("tries a Dockerfile that has been rewritten against what it was", async () => {
		const text = await rewriteText('FROM busybox\nCMD ["sleep", "1000"]\n');
		const { code, before, after } = await report({ Dockerfile: text }, "--ready-after", "0.5");
		expect([code, before.processes?.command]).toEqual([0, "sleep 1000"]);
		expect(after.processes?.command).toBe("/sbin/pidone -- sleep 1000");
	});
});

/** The output of `pidone rewrite` for a text, with the init from a named context, as the trial provides it. */
async function rewriteText(dockerfile: string): Promise<string> {
	const args = [cliFile, "rewrite", "--install", "context:pidone-init", "-"];
	return (await execa(process.execPath, args, { input: dockerfile, stripFinalNewline: false })).stdout;
}

describe.concurrent("a trial that fails with 1", () => {
	it.each([
		["ends where it ran before", "[ $$ = 1 ] || exit 3; echo up; sleep 1000", /ends by itself with 3/],
		["ends with another code", "[ $$ = 1 ] && exit 4; exit 5", /ends by itself with 5 instead of 4/],
		["does not print a line", "[ $$ = 1 ] && echo only as one; echo up; sleep 1000", /does not print "only as one"/],
	])("is one of a program that %s with the init", async (_what, script, problem) => {
		const dockerfile = `FROM debian:bookworm-slim\nCMD ${JSON.stringify(["sh", "-c", script])}\n`;
		const { code, verdict } = await report({ Dockerfile: dockerfile }, "--ready-log", "up");
		expect([code, verdict.kind]).toEqual([1, "breaks"]);
		expect(verdict.problems).toContainEqual(expect.stringMatching(problem));
	});

	it("is one of a program that ignores its stop signal, which the init cannot change", async () => {
		const dockerfile = "FROM busybox\nCMD trap '' TERM; while :; do sleep 1; done\n";
		const { code, verdict, after } = await report({ Dockerfile: dockerfile }, "--ready-after", "0.5");
		expect([code, verdict.kind]).toEqual([1, "changes nothing"]);
		expect(verdict.summary).toMatch(/is still killed after 3\.\d s, with 137/);
		expect(after.processes?.children).toMatchObject([{ onStop: expect.stringMatching(/^ignores SIGTERM; killed/) }]);
	});
});

describe.concurrent("what cannot be tried", () => {
	it.each([
		[
			"a build that fails, with its output",
			"FROM busybox\nCOPY missing /\nCMD x\n",
			[],
			2,
			/"\/missing".*failed with/s,
		],
		["a stage that has an init", 'FROM busybox\nENTRYPOINT ["/sbin/tini", "--"]\n', [], 2, /already-init: /],
		["a Dockerfile that does not parse", "FROM busybox\nCMDD x\n", [], 4, /^Dockerfile:2:1: does not parse: /m],
		[
			"a container that does not come up",
			"FROM busybox\nCMD echo hi; sleep 9\n",
			["--ready-log=x"],
			2,
			/"x" within 2 s\n.*hi/s,
		],
		["a command that is not there", 'FROM busybox\nCMD ["/nope"]\n', [], 2, /the container does not start: .*\/nope/s],
		["an image that is not there", "", ["nosuch/image:1"], 2, /nosuch\/image:1: is neither a file, nor an image/],
	])("is %s", async (_what, dockerfile, args, exitCode, message) => {
		const { code, out, err } = await trial(makeContext({ Dockerfile: dockerfile }), "--timeout=2", ...args);
		expect([code, out]).toEqual([exitCode, ""]);
		expect(err).toMatch(message);
	});
});
