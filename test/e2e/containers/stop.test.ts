import { beforeAll, describe, expect, it } from "vitest";
import type { Stop } from "../helpers/containers.ts";
import { type Container, runContainer } from "./helpers/container.ts";
import { buildPair, type ImageOptions, type ImagePair } from "./helpers/image.ts";
import { inSeconds, tellMeasured } from "./helpers/measured.ts";
import { waitForProcess } from "./helpers/processes.ts";

interface Scenario extends ImageOptions {
	readonly dockerfile: string;
	/** What the program prints when it is ready. If it is not set, the test waits until sleep runs. */
	readonly ready?: string;
	/** The exit code without the init. 137 is the result of the engine's SIGKILL, after ten seconds. */
	readonly before: number;
	readonly after: number;
	/** What the program prints only if it is stopped in the way that it expects. */
	readonly says?: string;
	/** How many seconds the program itself takes to shut down. */
	readonly works?: number;
}

interface Measured extends Stop {
	readonly logs: string;
}

/** Works for 0.3 seconds after it is told to stop. */
const worker = `console.log("ready");
process.on("SIGTERM", () => setTimeout(() => { console.log("work finished"); process.exit(0); }, 300));
setInterval(() => {}, 1e6);
`;

const exitOnSignals = `for (const signal of ["SIGTERM", "SIGQUIT"]) process.on(signal, () => { console.log("got " + signal); process.exit(9); });
console.log("ready");
setInterval(() => {}, 1e6);
`;

/** Works for the same time on SIGQUIT, and is cut off by SIGTERM. */
const quitWorker = worker.replace("SIGTERM", "SIGQUIT");

/** What is expected of a program that finishes its work when it receives the signal. */
const finishing = {
	files: { "worker.js": worker },
	ready: "ready",
	before: 137,
	after: 143,
	says: "work finished",
	works: 0.3,
};

const scenarios: Readonly<Record<string, Scenario>> = {
	"a program without a handler": { dockerfile: 'FROM busybox\nCMD ["sleep", "1000"]\n', before: 137, after: 143 },
	"a node server without a handler": {
		dockerfile: 'FROM node:20-slim\nCOPY server.js /app/\nENTRYPOINT ["node"]\nCMD ["/app/server.js"]\n',
		files: {
			"server.js":
				'require("http").createServer((_, answer) => answer.end()).listen(8080, () => console.log("ready"));\n',
		},
		ready: "ready",
		before: 137,
		after: 143,
	},
	"a shell form with a child": {
		dockerfile: "FROM debian:bookworm-slim\nCMD sleep 1000; echo never\n",
		before: 137,
		after: 143,
	},
	"a shell form whose child finishes its work": {
		dockerfile: "FROM node:20-slim\nCOPY worker.js /app/\nENTRYPOINT node /app/worker.js; echo never\n",
		...finishing,
	},
	"a shell in exec form whose child finishes its work": {
		dockerfile: 'FROM node:20-slim\nCOPY worker.js /app/\nENTRYPOINT ["sh", "-c", "node /app/worker.js; echo never"]\n',
		...finishing,
	},
	"a script of the Dockerfile whose child finishes its work": {
		dockerfile:
			'FROM node:20-slim\nCOPY worker.js /app/\nCOPY --chmod=755 <<EOF /start\n#!/bin/sh\nnode /app/worker.js\necho never\nEOF\nENTRYPOINT ["/start"]\n',
		...finishing,
	},
	"STOPSIGNAL below a shell": {
		dockerfile: "FROM node:20-slim\nSTOPSIGNAL SIGQUIT\nCOPY quit.js /app/\nENTRYPOINT node /app/quit.js; echo never\n",
		...finishing,
		files: { "quit.js": quitWorker },
		after: 131,
	},
	"--grace for a helper that works on": {
		dockerfile: 'FROM debian:bookworm-slim\nCOPY main.sh /\nCMD ["/main.sh"]\n',
		files: {
			"main.sh":
				"#!/bin/bash\nsetsid bash -c 'trap \"sleep 0.3; echo helper finished; exit\" TERM; echo ready; sleep 1000 & wait' &\nexec sleep 1000\n",
		},
		rewriteArgs: ["--init-option=--grace=5"],
		ready: "ready",
		before: 137,
		after: 143,
		says: "helper finished",
		works: 0.3,
	},
};

describe("docker stop", () => {
	const measured = new Map<string, { readonly before: Measured; readonly after: Measured }>();

	beforeAll(async () => {
		const names = Object.keys(scenarios);
		const pairs = await Promise.all(
			Object.values(scenarios).map((scenario) => buildPair(scenario.dockerfile, scenario)),
		);
		// The stops that take ten seconds run at the same time. Meanwhile, the others are measured one by one.
		const waiting = await Promise.all(pairs.map((pair, index) => start(pair.before, names[index])));
		const before = Promise.all(waiting.map(measure));
		// Nothing awaits this promise yet. Its error reaches the code that awaits it later.
		before.catch(() => {});
		const after = await measureEach(pairs, names);
		for (const [index, slow] of (await before).entries()) {
			const fast = after[index];
			if (fast !== undefined) measured.set(names[index] ?? "", { before: slow, after: fast });
		}
	});

	it.each(Object.entries(scenarios))(
		"of %s ends at once with the init, and after ten seconds without",
		(name, { before, after, says, works = 0 }) => {
			const times = measured.get(name);
			if (times === undefined) throw new Error(`BUG: ${name} was not measured`);
			tellMeasured(`docker stop of ${name}`, inSeconds(times.before.seconds), inSeconds(times.after.seconds));
			expect(times.before.exitCode).toBe(before);
			expect(times.before.seconds).toBeGreaterThanOrEqual(9.5);
			expect(times.after.exitCode).toBe(after);
			// A program that takes time to shut down gets that time in addition, and as much again because other containers
			// use the two cores.
			expect(times.after.secondsToEnd).toBeLessThan(works === 0 ? 1 : 2);
			if (says === undefined) return;
			expect(times.before.logs).not.toContain(says);
			expect(times.after.logs).toContain(says);
		},
	);
});

describe("a program that handles its stop signal", () => {
	it("gets the STOPSIGNAL of the image, with the init as without, and its exit code counts", async () => {
		const dockerfile =
			'FROM node:20-slim\nSTOPSIGNAL SIGQUIT\nCOPY quit.js /app/\nENTRYPOINT ["node", "/app/quit.js"]\n';
		const pair = await buildPair(dockerfile, { files: { "quit.js": exitOnSignals } });
		for (const image of [pair.before, pair.after]) {
			const container = await runContainer(image);
			await container.waitFor("ready");
			const { logs, secondsToEnd, exitCode } = await measure(container);
			expect(logs.split("\n")).toEqual(["ready", "got SIGQUIT"]);
			expect(exitCode).toBe(9);
			expect(secondsToEnd).toBeLessThan(1);
		}
	});
});

const measureEach = async (pairs: readonly ImagePair[], names: readonly string[]): Promise<readonly Measured[]> => {
	const all: Measured[] = [];
	for (const [index, pair] of pairs.entries()) all.push(await measure(await start(pair.after, names[index])));
	return all;
};

const start = async (image: string, name = ""): Promise<Container> => {
	const container = await runContainer(image);
	const ready = scenarios[name]?.ready;
	if (ready !== undefined) await container.waitFor(ready);
	else await waitForProcess(container, "sleep");
	return container;
};

const measure = async (container: Container): Promise<Measured> => {
	const stopped = await container.stop();
	return { ...stopped, logs: await container.logs() };
};
