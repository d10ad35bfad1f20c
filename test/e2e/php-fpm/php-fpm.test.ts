import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, type TestContext } from "vitest";
import { runCli } from "../../cli/run-cli.ts";
import { readLogs, stopContainer, tellSeconds, waitForLog } from "../helpers/containers.ts";
import { docker } from "../helpers/engine.ts";
import { poll } from "../helpers/poll.ts";
import {
	type ContainerProcess,
	drawProcesses,
	listProcesses,
	listProcessesWithMaster,
} from "./helpers/container-processes.ts";
import {
	type Answer,
	readPid,
	request,
	requestUntilFailure,
	signalMaster,
	startContainer,
} from "./helpers/php-fpm-container.ts";
import { buildImages, example, imageOf, type Pid1, removeImages } from "./helpers/php-fpm-images.ts";

const folder = mkdtempSync(join(tmpdir(), "pidone-e2e-php-"));

beforeAll(() => buildImages(folder), 900_000);

afterAll(async () => {
	rmSync(folder, { recursive: true });
	await removeImages();
});

describe("pidone on examples/php-fpm-supervisor", () => {
	it("proposes the option as long as it is not there", async () => {
		const run = (file: string) => runCli(["check", "--no-config", file], { cwd: example });
		expect((await run("Dockerfile")).out).toMatch(
			/ live-orphans .*: pidone rewrite --kill-orphans 'php-fpm\*,nginx' ends them/,
		);
		expect((await run("Dockerfile.expected")).out).not.toContain("live-orphans");
		const { err } = await runCli(["rewrite", "--no-config", "Dockerfile"], { cwd: example });
		expect(err).toMatch(/live-orphans: .*: pidone rewrite --kill-orphans 'php-fpm\*,nginx' ends them/);
	});

	it("puts it in as .pidone.yaml says", () => {
		expect(readFileSync(join(folder, "Dockerfile.pidone"), "utf8")).toBe(
			readFileSync(join(example, "Dockerfile.expected"), "utf8"),
		);
	});
});

describe.concurrent.each(["supervisord", "tini", "dumb-init"] as const)(
	"a php-fpm master is killed; PID 1 is %s",
	(pid1) => {
		it("its workers stay, answer, and keep the port until supervisord has given up; when they are worn out nobody answers", async (context) => {
			const { name, answer } = await start(context, pid1);
			const before = await listProcesses(name);
			const workers = before.filter(({ parent }) => parent === answer.master).map(({ pid }) => pid);
			expect(workers).toHaveLength(2);
			expect(holders(before, 9000)).toEqual([answer.master, ...workers]);

			const killed = performance.now();
			await signalMaster(name, "KILL", "php-fpm.pid");
			await waitForLog(name, IN_USE, 1);
			const failing = await listProcessesWithMaster(name);
			tell(`PID 1 is ${pid1}: a new master tries, and fails with “Address already in use”`, drawProcesses(failing));
			expect(failing.filter(isPhp)).toHaveLength(3);
			expect(orphans(failing)).toEqual(expect.arrayContaining(workers));
			expect(holders(failing, 9000)).toEqual(workers);

			await waitForLog(name, "gave up: php-fpm entered FATAL state", 1, 90);
			const gaveUp = (performance.now() - killed) / 1000;
			expect(
				(await readLogs(name)).split("exited: php-fpm (exit status 78; not expected)").length - 1,
			).toBeGreaterThanOrEqual(6);
			const after = await listProcesses(name);
			expect(after.filter(isPhp).map(({ pid }) => pid)).toEqual(workers);
			expect(holders(after, 9000)).toEqual(workers);
			expect(await request(name)).toMatchObject({ status: 200, master: 1 });

			expect(await requestUntilFailure(name, 1100)).toBeLessThanOrEqual(1000);
			await poll(
				"the last worker has gone",
				async () => ((await listProcesses(name)).some(isPhp) ? undefined : true),
				30,
			);
			expect(holders(await listProcesses(name), 9000)).toEqual([]);
			const answers: number[] = [];
			while (answers.length < 10) answers.push((await request(name)).status);
			expect(answers).toEqual(Array(10).fill(502));
			tell(
				`PID 1 is ${pid1}: from kill -9 to the first answer by a new master`,
				`never: supervisord gave up after ${gaveUp.toFixed(1)} s`,
			);
			await expectStop(name, pid1);
		});
	},
);

describe.concurrent("a php-fpm master is killed; PID 1 is pidone", () => {
	it("its workers are ended, and the new master's answer, a second time too; nginx likewise", async (context) => {
		const { name, answer } = await start(context, "pidone");
		let master = answer.master;
		for (const round of [1, 2]) {
			const workers = (await listProcesses(name)).filter(({ parent }) => parent === master).map(({ pid }) => pid);
			expect(workers).toHaveLength(2);
			const killed = performance.now();
			expect(await signalMaster(name, "KILL", "php-fpm.pid")).toBe(master);
			const next = await poll("a new master answers", () => answerOfOther(name, [1, master]), 15);
			const seconds = (performance.now() - killed) / 1000;
			tell(
				`PID 1 is pidone: from kill -9 to the first answer by a new master, ${round}. time`,
				`${seconds.toFixed(1)} s`,
			);
			expect(seconds).toBeLessThan(8);

			master = next.master;
			await expectServed(name, next, workers);
			await waitForLog(name, "success: php-fpm entered RUNNING state", round + 1);
			tell("PID 1 is pidone: a new master has the port", drawProcesses(await listProcesses(name)));
			for (const worker of workers)
				expect((await readLogs(name)).split("\n")).toContain(`pidone: terminating orphan ${worker}`);
		}
		await expectNginxBack(name);
		await expectStop(name, "pidone");
	});

	it("workers that are stopped are continued to see SIGTERM, before supervisord gives up", async (context) => {
		const { name, answer } = await start(context, "pidone");
		const workers = (await listProcesses(name)).filter(({ parent }) => parent === answer.master).map(({ pid }) => pid);
		await docker("exec", name, "kill", "-STOP", ...workers.map(String));
		const killed = performance.now();
		await signalMaster(name, "KILL", "php-fpm.pid");
		const next = await poll("a new master answers", () => answerOfOther(name, [1, answer.master]), 25);
		const seconds = (performance.now() - killed) / 1000;
		tell(
			"PID 1 is pidone, workers are stopped: from kill -9 to the first answer by a new master",
			`${seconds.toFixed(1)} s`,
		);
		// Five checks later, it would have been SIGKILL.
		expect(seconds).toBeLessThan(5);
		await expectServed(name, next, workers);
	});

	it("at a reload and at docker stop, a request in an orphan is cut off, and one in a worker with its master finishes", async (context) => {
		const { name, answer } = await start(context, "pidone");
		await docker("exec", "--user", "root", name, "sh", "-c", `echo '${SLOW}' > /var/www/html/slow.php`);
		const slow = async (during: () => Promise<unknown>, seconds = 3): Promise<Answer> => {
			await docker("exec", name, "rm", "-f", "/run/app/slow");
			const pending = request(name, `/slow.php?seconds=${seconds}`);
			await poll(
				"the request is worked on",
				async () => ((await docker("exec", name, "ls", "/run/app")).includes("slow") ? true : undefined),
				30,
			);
			await during();
			return pending;
		};
		expect(await slow(() => signalMaster(name, "USR2", "php-fpm.pid"))).toMatchObject({
			status: 200,
			master: answer.master,
		});
		expect(await readLogs(name)).not.toContain("terminating orphan");
		await waitForLog(name, "ready to handle connections", 2);

		expect(await slow(() => signalMaster(name, "KILL", "php-fpm.pid"), 50)).toEqual({
			status: 502,
			worker: undefined,
			master: undefined,
		});
		const next = await poll("a new master answers", () => answerOfOther(name, [1, answer.master]), 15);

		const stopping = slow(() => docker("kill", "--signal", "TERM", name));
		expect(await stopping).toMatchObject({ status: 200, master: next.master });
		expect(await docker("wait", name)).toBe("0");
	});

	it("as root too, whose php-fpm has workers of another user", async (context) => {
		const script = 'printf "user = www-data\\ngroup = www-data\\n" >> /etc/php/8.2/fpm/php-fpm.conf; exec "$@"';
		const command = ["sh", "-c", script, "sh", "supervisord", "-n", "-c", "/etc/supervisor/supervisord.conf"];
		const { name, answer } = await start(context, "pidone", ["--user", "root"], command);
		expect(
			await docker(
				"exec",
				name,
				"stat",
				"--format",
				"%U",
				`/proc/${answer.worker}`,
				`/proc/${answer.master}`,
				"/proc/1",
			),
		).toBe("www-data\nroot\nroot");
		await signalMaster(name, "KILL", "php-fpm.pid");
		const next = await poll("a new master answers", () => answerOfOther(name, [1, answer.master]), 15);
		expect(next.master).toBe(await readPid(name, "php-fpm.pid"));
		await expectStop(name, "pidone, as root");
	});
});

const IN_USE = "unable to bind listening socket for address '127.0.0.1:9000': Address already in use (98)";

/** A page that takes some seconds, and a file that shows that the page is being generated. */
const SLOW = `<?php
touch("/run/app/slow");
for ($end = microtime(true) + $_GET["seconds"]; microtime(true) < $end; usleep(10000));
printf("worker %d of master %d", getmypid(), posix_getppid());`;

let started = 0;

/** Starts a container that is removed after the test. Its php-fpm is the one in its pid file. */
async function start(
	context: TestContext,
	pid1: Pid1,
	options: readonly string[] = [],
	command: readonly string[] = [],
) {
	const name = `${imageOf(pid1)}-${++started}`;
	context.onTestFinished(async () => void (await docker("rm", "--force", name)));
	const answer = await startContainer(name, imageOf(pid1), options, command);
	expect(answer.master).toBe(await readPid(name, "php-fpm.pid"));
	// If the master is killed before this, supervisord counts that as a failed start.
	await waitForLog(name, "success: php-fpm entered RUNNING state", 1);
	return { name, answer };
}

/** An answer from a worker whose master is none of these. */
async function answerOfOther(name: string, masters: readonly (number | undefined)[]): Promise<Answer | undefined> {
	const answer = await request(name);
	return answer.worker === undefined || masters.includes(answer.master) ? undefined : answer;
}

/** The new master belongs to supervisord and shares the port with its workers, and the old workers are gone. */
async function expectServed(name: string, { worker, master }: Answer, oldWorkers: readonly number[]): Promise<void> {
	expect(await readPid(name, "php-fpm.pid")).toBe(master);
	const processes = await listProcesses(name);
	const supervisord = processes.find((process) => process.name === "supervisord");
	expect(processes.find(({ pid }) => pid === master)?.parent).toBe(supervisord?.pid);
	const workers = processes.filter(({ parent }) => parent === master).map(({ pid }) => pid);
	expect(workers).toContain(worker);
	expect(holders(processes, 9000)).toEqual([master, ...workers]);
	expect(orphans(processes)).toEqual([]);
	expect(processes.filter(({ pid }) => oldWorkers.includes(pid))).toEqual([]);
}

/** Kills nginx's master, and waits until another one has the port. */
async function expectNginxBack(name: string): Promise<void> {
	const killed = performance.now();
	const old = await signalMaster(name, "KILL", "nginx.pid");
	const next = await poll(
		"another nginx has port 8080",
		async () => {
			const processes = await listProcesses(name);
			const [master, worker, ...others] = holders(processes, 8080);
			return others.length === 0 && master !== old && processes.find(({ pid }) => pid === worker)?.parent === master
				? master
				: undefined;
		},
		15,
	);
	expect(await readPid(name, "nginx.pid")).toBe(next);
	expect(await request(name)).toMatchObject({ status: 200 });
	tell(
		"PID 1 is pidone: from kill -9 of nginx's master to a new one that has the port",
		`${((performance.now() - killed) / 1000).toFixed(1)} s`,
	);
}

/** supervisord handles SIGTERM, both as PID 1 and below an init. */
async function expectStop(name: string, pid1: string): Promise<void> {
	const stop = await stopContainer(name);
	tell(`PID 1 is ${pid1}: docker stop`, `${tellSeconds(stop)}, exit code ${stop.exitCode}`);
	expect(stop.exitCode).toBe(0);
	expect(stop.secondsToEnd).toBeLessThan(8);
}

function isPhp({ name }: ContainerProcess): boolean {
	return name.startsWith("php-fpm");
}

/** The processes that hold the listening socket of a port. */
function holders(processes: readonly ContainerProcess[], port: number): readonly number[] {
	return processes.filter(({ ports }) => ports.includes(port)).map(({ pid }) => pid);
}

/** The php-fpm processes that have become children of PID 1. */
function orphans(processes: readonly ContainerProcess[]): readonly number[] {
	return processes.filter((process) => isPhp(process) && process.parent === 1).map(({ pid }) => pid);
}

function tell(what: string, text: string): void {
	process.stderr.write(`e2e: ${what}${text.includes("\n") ? "\n" : ": "}${text}\n`);
}
