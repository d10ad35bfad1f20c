import { beforeAll, describe, expect, it } from "vitest";
import { type Container, runContainer } from "./helpers/container.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { tellMeasured } from "./helpers/measured.ts";
import { countZombies, waitForProcesses, waitForZombies } from "./helpers/processes.ts";

const orphans = 500;

/** Leaves orphans that end at once: each has a parent that ends without waiting for it. */
const makeOrphans = `#!/bin/sh
n=0
while [ $n -lt ${orphans} ]; do (true &) ; n=$((n + 1)); done
echo "$n orphans made"
`;

/** Like most programs, it waits only for the children that it knows about. */
const program = `require("child_process").execFile("/make-orphans.sh", (error, said) => console.log(error ?? said));
setInterval(() => {}, 1e6);
`;

describe(`${orphans} orphans that have ended`, () => {
	const files = { "make-orphans.sh": makeOrphans, "program.js": program };
	const waitForScript = (container: Container): Promise<void> => container.waitFor(`${orphans} orphans made`);
	// A shell that starts the script and then executes another program reaps some of the orphans itself.
	const runScript = (container: Container): Promise<string> => container.exec("/make-orphans.sh");
	const bases: readonly (readonly [string, string, (container: Container) => Promise<unknown>])[] = [
		["an exec form", 'FROM node:20-slim\nCOPY . /\nENTRYPOINT ["node"]\nCMD ["/program.js"]\n', waitForScript],
		["a shell form", "FROM node:20-slim\nCOPY . /\nENTRYPOINT exec node /program.js\n", waitForScript],
		[
			"a program without children of its own",
			'FROM debian:bookworm-slim\nCOPY . /\nCMD ["sleep", "1000"]\n',
			runScript,
		],
	];

	it.each(bases)("stay as zombies below %s, and are reaped by the init", async (name, dockerfile, leaveOrphans) => {
		const pair = await buildPair(dockerfile, { files });
		const [before, after] = await Promise.all([runContainer(pair.before), runContainer(pair.after)]);
		await Promise.all([before, after].map(leaveOrphans));
		const some = await waitForZombies(before, (zombies) => zombies >= orphans);
		const none = await waitForZombies(after, (zombies) => zombies === 0);
		tellMeasured(`zombies below ${name}`, String(some), String(none));
		expect(some).toBe(orphans);
		expect((await after.stop()).secondsToEnd).toBeLessThan(1);
	});
});

describe("processes of docker exec", () => {
	let pair: ImagePair = { before: "", after: "" };
	beforeAll(async () => {
		pair = await buildPair('FROM busybox\nCMD ["sleep", "1000"]\n');
	});

	it("that are left in the background become zombies when they end, and are reaped by the init", async () => {
		const [before, after] = await Promise.all([runContainer(pair.before), runContainer(pair.after)]);
		// The pipe shows when the background process has ended, because nothing else closes its write end.
		const leave = ["sh", "-c", "mkfifo /tmp/pipe; (sh -c 'exec 3>/tmp/pipe; sleep 0.2' &); cat /tmp/pipe"];
		await Promise.all([before, after].map((container) => container.exec("sh", "-c", "mkdir -p /tmp")));
		await Promise.all([before, after].map((container) => container.exec(...leave)));
		const some = await waitForZombies(before, (zombies) => zombies > 0);
		const none = await waitForZombies(after, (zombies) => zombies === 0);
		tellMeasured("zombies of docker exec", String(some), String(none));
	});

	it("that go on in the background are ended by docker stop", async () => {
		const container = await runContainer(pair.after);
		await container.exec("sh", "-c", "sleep 1000 & sleep 1000 &");
		await waitForProcesses(container, ["pidone", "sleep", "sleep", "sleep"]);
		expect(await countZombies(container)).toBe(0);
		expect(await container.stop()).toMatchObject({ exitCode: 143 });
	});
});
