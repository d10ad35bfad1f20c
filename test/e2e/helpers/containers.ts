import { execa } from "execa";
import { docker, engineEnv } from "./engine.ts";

/** How a container stopped. */
export interface Stop {
	/** How long `docker stop` took, including the start of the client. */
	readonly seconds: number;
	/**
	 * The time from the signal to the end of the program, as the engine saw it: a client's time depends on what else runs
	 * on the machine.
	 */
	readonly secondsToEnd: number;
	readonly exitCode: number;
}

/** How a container ended by itself, and what it printed. */
export interface Ended {
	readonly exitCode: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** As in the engine's events. */
const SIGKILL = "9";

/**
 * Asks until there is an answer. bash can do this; a statically linked busybox cannot look up an address.
 */
const ASK = `
until answer=$( { exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && timeout 5 cat <&3; } 2>/dev/null) && [ -n "$answer" ]; do
	sleep 0.1
done
printf '%s\\n' "$answer"`;

/** Starts a container without a network, and returns its ID. */
export async function startContainer(image: string, ...command: readonly string[]): Promise<string> {
	return docker("run", "--detach", "--pull", "never", "--network", "none", image, ...command);
}

/**
 * Runs a container of that name to its end; `words` are arguments of `docker run`. The output is what the engine has
 * kept, because an attached client may miss some of it if a container ends at once. If the container cannot be started,
 * the result is that of `docker run`.
 */
export async function runNamed(name: string, ...words: readonly string[]): Promise<Ended> {
	const run = ["run", "--detach", "--name", name, "--pull", "never", "--network", "none", ...words];
	const started = await execa("docker", run, { env: engineEnv, reject: false });
	if (started.failed) return { exitCode: started.exitCode ?? -1, stdout: "", stderr: started.stderr };
	const exitCode = Number(await docker("wait", name));
	const { stdout, stderr } = await execa("docker", ["logs", name], { env: engineEnv });
	return { exitCode, stdout, stderr };
}

/**
 * Waits until the program in the container answers at the port, and returns the answer with its header. A second
 * container in the same network sends the requests.
 */
export async function waitForAnswer(container: string, port: number): Promise<string> {
	const asking = [
		"--network",
		`container:${container}`,
		"debian:bookworm-slim",
		"timeout",
		"60",
		"bash",
		"-c",
		ASK,
		"bash",
		String(port),
	];
	// An answer is never empty, but on a busy machine `docker run` may end without the output of its container.
	for (;;) {
		const { failed, stdout, stderr } = await execa("docker", ["run", "--rm", "--pull", "never", ...asking], {
			env: engineEnv,
			reject: false,
		});
		if (failed)
			throw new Error(`nobody answered at port ${port} of ${container}: ${stderr}\n${await readLogs(container)}`);
		if (stdout !== "") return stdout;
	}
}

/** Waits until the log has a text that many times. */
export async function waitForLog(container: string, text: string, count = 1, seconds = 30): Promise<void> {
	const following = execa("docker", ["logs", "--follow", container], {
		env: engineEnv,
		all: true,
		buffer: false,
		reject: false,
		timeout: seconds * 1000,
	});
	let missing = count;
	for await (const line of following.iterable({ from: "all" })) {
		if (line.includes(text)) missing -= 1;
		if (missing === 0) following.kill();
	}
	if (missing <= 0) return;
	throw new Error(`${container} did not say ${JSON.stringify(text)} for the ${count}. time within ${seconds} s`);
}

/** What the container has printed, on both streams. */
export async function readLogs(container: string): Promise<string> {
	const { all } = await execa("docker", ["logs", container], { env: engineEnv, reject: false, all: true });
	return all;
}

/** Stops the container as a user does: the signal, and SIGKILL ten seconds later. */
export async function stopContainer(container: string): Promise<Stop> {
	const since = Math.floor(Date.now() / 1000) - 1;
	const [signalled, seconds] = await Promise.all([readStopSignal(container, since), secondsOfStop(container)]);
	const state = JSON.parse(await docker("inspect", "--format", "{{json .State}}", container)) as {
		readonly FinishedAt: string;
		readonly ExitCode: number;
	};
	return { seconds, secondsToEnd: (Date.parse(state.FinishedAt) - signalled) / 1000, exitCode: state.ExitCode };
}

async function secondsOfStop(container: string): Promise<number> {
	const start = performance.now();
	await docker("stop", container);
	return (performance.now() - start) / 1000;
}

/**
 * Follows the engine's events since a time until the container has ended: the engine only keeps the latest ones.
 * @returns when it sent the stop signal, in milliseconds
 */
async function readStopSignal(container: string, since: number): Promise<number> {
	const filters = [`container=${container}`, "event=kill", "event=die"].flatMap((filter) => ["--filter", filter]);
	const format = "{{.TimeNano}} {{.Action}} {{.Actor.Attributes.signal}}";
	const following = execa("docker", ["events", "--since", String(since), ...filters, "--format", format], {
		env: engineEnv,
		buffer: false,
		reject: false,
		timeout: 60_000,
	});
	let signalled: number | undefined;
	for await (const line of following) {
		const [time, action, signal] = line.split(" ");
		if (action === "kill" && signal !== SIGKILL) signalled = Number(time) / 1e6;
		if (action === "die") following.kill();
	}
	if (signalled === undefined) throw new Error(`the engine has no event for the end of ${container}`);
	return signalled;
}

/** A measured stop in words. */
export function tellSeconds({ seconds, secondsToEnd }: Stop): string {
	return `${seconds.toFixed(1)} s (${secondsToEnd.toFixed(2)} s from its signal to its end)`;
}

/** Removes containers, running or not. */
export async function removeContainers(...containers: readonly string[]): Promise<void> {
	if (containers.length > 0)
		await execa("docker", ["rm", "--force", "--volumes", ...containers], { env: engineEnv, reject: false });
}
