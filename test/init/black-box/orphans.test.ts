import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { canSubreap, describeInits } from "./helpers/describe-inits.ts";
import { binFolder, type Init } from "./helpers/inits.ts";
import { parseStatus } from "./helpers/proc.ts";
import { type Options, type Running, startAsPid1, startBelowPid1, waitUntil } from "./helpers/processes.ts";
import { findProgram } from "./helpers/programs.ts";
import { tellSkipped } from "./helpers/skip.ts";

// A process has the name of its file, so the stand-ins for a master and its workers are copies of a shell.
const folder = join(binFolder, "stand-ins");
mkdirSync(folder, { recursive: true });
const copyShell = (name: string): string => {
	const path = join(folder, name);
	copyFileSync(findProgram("sh") ?? "/bin/sh", path);
	chmodSync(path, 0o755);
	return path;
};
const [master = "", worker = "", stubborn = "", other = ""] = ["master", "worker8.2", "stubborn", "other"].map(
	copyShell,
);
const loop = "while :; do sleep 1000 & wait $!; done";
const quoted = loop.replace("$!", "\\$!");
// Starts a master with a worker, a worker that does not end on SIGTERM, and a process with another name. Kills the
// master for each line that it reads.
const supervisor = `start() {
	${master} -c '
		${worker} -c "trap \\"echo worker ended; exit\\" 15; echo worker; ${quoted}" &
		${stubborn} -c "trap \\"echo refused\\" 15; echo stubborn; ${quoted}" &
		${other} -c "trap \\"echo other ended; exit\\" 15; echo other; ${quoted}" &
		${loop}' &
	master=$!
}
start; while read line; do echo kills; kill -9 $master; wait $master; echo killed; done 2>/dev/null; exit 5`;

const startSupervisor = async (
	init: Init,
	args: readonly string[],
	options: Options = {},
	run = startAsPid1,
): Promise<Running> => {
	const running = run(init, [...args, "sh", "-c", supervisor], { input: "", ...options });
	expect(await readSorted(running, 3)).toEqual(["other", "stubborn", "worker"]);
	return running;
};
/** The next lines, sorted, because they come from processes that do not wait for one another. */
const readSorted = async (running: Running, count: number): Promise<string[]> => {
	const lines: string[] = [];
	while (lines.length < count) lines.push(await running.readLine());
	return lines.sort();
};
/** The names of the descendants of a process. `pid` is its ID in the PID namespace of the tests. */
const listNames = (pid: number): string[] => {
	const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
	return children.flatMap((child) => [
		attempt(() => parseStatus(readFileSync(`/proc/${child}/status`, "utf8")).get("Name")) ?? "",
		...(attempt(() => listNames(child)) ?? []),
	]);
};
const attempt = <Value>(read: () => Value): Value | undefined => {
	try {
		return read();
	} catch {
		return undefined;
	}
};

describeInits(
	["pidone"],
	(init) => {
		it("ends the workers of a dead master, and nobody else", async () => {
			const forms: readonly [args: readonly string[], env?: Record<string, string>][] = [
				[["--kill-orphans", "worker8.2"]],
				[["--kill-orphans=worker*"]],
				[["--kill-orphans=nginx,worker8*,php-fpm"]],
				[[], { PIDONE_KILL_ORPHANS: "worker*" }],
				[["--kill-orphans=worker8.2,master,work,worker8,8.2,sh"]],
			];
			await Promise.all(
				forms.map(async ([args, env = {}]) => {
					const running = await startSupervisor(init, args, { env });
					expect(listNames(running.findPid(1))).toEqual(
						expect.arrayContaining(["master", "worker8.2", "stubborn", "other", "sh"]),
					);
					running.write("\n");
					expect(await running.readLine()).toBe("kills");
					expect(await readSorted(running, 2)).toEqual(["killed", "worker ended"]);
					// A child that is about to become `sleep` has its parent's name for a moment.
					const names = () =>
						listNames(running.findPid(1)).filter((name) => !["", "sleep", "worker8.2", "master"].includes(name));
					await waitUntil(() => names().sort().join() === "other,sh,stubborn", "those that it does not end are left");
				}),
			);
		});

		it.skipIf(init.isEmulated)("ends one that does not obey with SIGKILL, 5 seconds later", async () => {
			const running = await startSupervisor(init, ["--kill-orphans=stubborn,worker*"]);
			const began = performance.now();
			running.write("\n");
			expect(await running.readLine()).toBe("kills");
			expect(await readSorted(running, 3)).toEqual(["killed", "refused", "worker ended"]);
			expect(listNames(running.findPid(1))).toContain("stubborn");
			await waitUntil(() => !listNames(running.findPid(1)).includes("stubborn"), "it is killed");
			expect(performance.now() - began).toBeGreaterThanOrEqual(5000);
		});

		it("does nothing without the option", async () => {
			const running = await startSupervisor(init, []);
			running.write("\n");
			expect([await running.readLine(), await running.readLine()]).toEqual(["kills", "killed"]);
			process.kill(running.findPid(1), 15);
			expect((await running.result).stdout).not.toContain("ended");
		});

		it("reports it with -v", async () => {
			const running = await startSupervisor(init, ["-v", "--kill-orphans=worker*"]);
			running.write("\n");
			await running.readUntil(/worker ended/);
			process.kill(running.findPid(1), 15);
			expect((await running.result).stderr).toMatch(/^pidone: .*(parent|orphan)/m);
		});

		it.runIf(canSubreap(init))("works below PID 1, where it adopts them", async () => {
			const running = await startSupervisor(init, ["--kill-orphans=worker*"], {}, startBelowPid1);
			running.write("\n");
			expect(await running.readLine()).toBe("kills");
			expect(await readSorted(running, 2)).toEqual(["killed", "worker ended"]);
		});

		if (!init.isEmulated) describePhpFpm(init);
	},
	{ concurrent: true },
);

/** The case that users complain about: supervisord restarts php-fpm while its old workers still hold the port. */
function describePhpFpm(init: Init): void {
	const supervisord = findProgram("supervisord");
	const fpm = ["php-fpm8.2", "php-fpm8.3", "php-fpm8.4", "php-fpm"].map(findProgram).find((path) => path !== undefined);
	const isRoot = process.getuid?.() === 0;
	const reasons = [
		supervisord === undefined && "supervisord is not installed",
		fpm === undefined && "php-fpm is not installed",
		!isRoot && "only root can run it",
	];
	const reason = reasons.find((one) => one !== false);
	if (reason !== undefined) tellSkipped("php-fpm under supervisord", reason);
	describe.skipIf(reason !== undefined)("php-fpm under supervisord", () => {
		it("a new master binds its port again, and without the option cannot", async () => {
			const restart = async (args: readonly string[], isBound: boolean): Promise<void> => {
				const config = await writeConfig(fpm ?? "");
				const running = startAsPid1(init, [...args, supervisord ?? "", "-n", "-c", join(config, "supervisord.conf")], {
					timeout: 60_000,
				});
				const log = join(config, "fpm.log");
				const hasLog = (text: string, count: number): boolean =>
					existsSync(log) && readFileSync(log, "utf8").split(text).length > count;
				await waitUntil(
					() => hasLog("ready to handle connections", 1) && findMaster(running) !== undefined,
					"php-fpm is ready",
				);
				const first = findMaster(running) ?? 0;
				await waitUntil(() => listNames(first).length === 2, "both workers run");
				process.kill(first, 9);
				await waitUntil(
					() => (isBound ? hasLog("ready to handle connections", 2) : hasLog("already in use", 1)),
					"the new php-fpm has tried",
				);
				if (isBound) expect(findMaster(running)).not.toBe(first);
				process.kill(running.findPid(1), 15);
				expect((await running.result).status).toBe(0);
			};
			await Promise.all([restart(["--kill-orphans", "php-fpm*"], true), restart([], false)]);
		});
	});
}

/** The php-fpm process whose parent is supervisord. */
const findMaster = (running: Running): number | undefined => {
	const pids = readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.map(Number);
	const init = running.findPid(1);
	const [main] = readFileSync(`/proc/${init}/task/${init}/children`, "utf8").split(" ").map(Number);
	return pids.find((pid) => {
		const status = attempt(() => parseStatus(readFileSync(`/proc/${pid}/status`, "utf8")));
		return status?.get("Name")?.startsWith("php-fpm") === true && status.get("PPid") === `${main}`;
	});
};

let configs = 0;
const writeConfig = async (fpm: string): Promise<string> => {
	const config = join(binFolder, `php-${configs++}`);
	mkdirSync(config);
	const port = await findPort();
	writeFileSync(
		join(config, "fpm.conf"),
		`[global]
error_log = ${config}/fpm.log
daemonize = no
[www]
listen = 127.0.0.1:${port}
user = nobody
pm = static
pm.max_children = 2
`,
	);
	writeFileSync(
		join(config, "supervisord.conf"),
		`[supervisord]
nodaemon = true
user = root
logfile = /dev/null
logfile_maxbytes = 0
pidfile = ${config}/supervisord.pid
[program:php-fpm]
command = ${fpm} --nodaemonize --fpm-config ${config}/fpm.conf --allow-to-run-as-root
autorestart = true
startretries = 100
startsecs = 0
`,
	);
	return config;
};

const findPort = (): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer().on("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
		});
	});
