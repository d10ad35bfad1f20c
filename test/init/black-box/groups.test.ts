import { expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { listReached, startProbe } from "./helpers/probe.ts";
import { runAsPid1, startScript } from "./helpers/processes.ts";

// A main child that ignores SIGUSR1, and has one child that does not. It reports when that child has received it.
const family = `(trap - 10; exec sleep 1000) & child=$!; trap "" 10; trap "echo main" 12; echo ready; wait $child; wait $child; echo $?`;
// A shell that ends at once on SIGTERM, while its child finishes its work first.
const hasty = (seconds: number): string =>
	`sh -c 'trap "echo working; sleep ${seconds}; echo done; kill \\$!; exit" 15; echo ready; while :; do sleep 1000 & wait $!; done'; echo never`;

describeInits(["pidone", "tini", "dumb-init", "catatonit"], (init) => {
	const [single, group] = init.personality === "dumb-init" ? [["-c"], []] : [[], ["-g"]];

	it.each<readonly [options: readonly string[], expected: readonly string[]]>([
		[single, ["main", "main here"]],
		[group, ["child", "child here", "main", "main here"]],
		...(init.personality === "pidone"
			? [[["-a"], ["child", "child here", "main", "main here", "session", "session here"]] as const]
			: []),
	])("with %j the signal goes to %j", async (options, expected) => {
		expect(await listReached(init, options, expected.length / 2)).toEqual(expected);
	});

	it("without a group only the child is reached", async () => {
		const probe = await startProbe(init, single, family);
		probe.send(10);
		probe.send(12);
		expect(await probe.readLine()).toBe("main");
	});

	it("with a group a grandchild is reached where the child ignores the signal", async () => {
		const probe = await startProbe(init, group, family);
		probe.send(10);
		expect(await probe.readLine()).toBe("138");
	});
});

describeInits(["tini"], (init) => {
	it("TINI_KILL_PROCESS_GROUP is -g", async () => {
		const probe = await startProbe(init, [], family, { env: { TINI_KILL_PROCESS_GROUP: "" } });
		probe.send(10);
		expect(await probe.readLine()).toBe("138");
	});

	it("does not wait for the rest of the group", async () => {
		const probe = await startProbe(init, ["-g"], hasty(1000));
		probe.send(15);
		const { status, stdout } = await probe.result;
		expect(status).toBe(143);
		expect(stdout).not.toContain("done");
	});
});

describeInits(["dumb-init"], (init) => {
	const orphan = `(trap "echo term" 15; trap "echo usr" 10; echo ready; while :; do sleep 1000 & wait $!; done)`;

	it("sends the group a SIGTERM at the end", async () => {
		const running = startScript(init, `$INIT sh -c '${orphan} & read line; exit 7'; echo status $?; read line`, {
			input: "",
		});
		await running.readUntil(/^ready$/);
		running.write("\n");
		expect([await running.readLine(), await running.readLine()].sort()).toEqual(["status 7", "term"]);
	});

	it("sends no SIGTERM in single-child mode", async () => {
		const running = startScript(
			init,
			`$INIT -c sh -c '${orphan} & read line; exit 7'; echo status $?; kill -10 -1; read line`,
			{ input: "" },
		);
		await running.readUntil(/^ready$/);
		running.write("\n");
		expect([await running.readLine(), await running.readLine()]).toEqual(["status 7", "usr"]);
	});

	it.each([
		["0", "usr"],
		["1", "term"],
		["", "term"],
		["00", "term"],
		["no", "term"],
	])("DUMB_INIT_SETSID=%s", async (value, expected) => {
		const running = startScript(
			init,
			`$INIT sh -c '${orphan} & read line'; ${expected === "usr" ? "kill -10 -1;" : ""} read line`,
			{
				input: "",
				env: { DUMB_INIT_SETSID: value },
			},
		);
		await running.readUntil(/^ready$/);
		running.write("\n");
		expect(await running.readLine()).toBe(expected);
	});
});

describeInits(["pidone"], (init) => {
	it.each([["-g"], ["-a"]])(
		"with %s asks the rest of the group once more when the main child has exited, and waits for it",
		async (option) => {
			const probe = await startProbe(init, [option], hasty(0.3));
			probe.send(15);
			const { status, stdout } = await probe.result;
			expect(status).toBe(143);
			// After the main child has exited, the rest gets another SIGTERM: it may have ignored an earlier stop signal.
			expect(stdout).toMatch(/^ready\n(?:working\n){1,2}done\n$/);
		},
	);

	it("with -g does not wait if nothing is left", async () => {
		const began = performance.now();
		expect((await runAsPid1(init, ["-g", "sh", "-c", "exit 3"])).status).toBe(3);
		expect(performance.now() - began).toBeLessThan(2000);
	});
});
