import { execa } from "execa";
import { docker, engineEnv } from "./engine.ts";

/** How a container stopped. */
export interface Stop {
	/** What `docker stop` took, with the start of the client. */
	readonly seconds: number;
	/** What passed between its SIGTERM and its end, as the engine saw it: the client's time depends on what else runs on the machine. */
	readonly secondsToEnd: number;
	readonly exitCode: number;
}

/** Asks until an answer comes. bash has what it takes, a busybox that is linked statically cannot look up an address. */
const ASK = `
until answer=$( { exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && timeout 5 cat <&3; } 2>/dev/null) && [ -n "$answer" ]; do
	sleep 0.1
done
printf '%s\\n' "$answer"`;

/** Starts a container that reaches nobody, and gives its id. */
export async function startContainer(image: string, ...command: readonly string[]): Promise<string> {
	return docker("run", "--detach", "--pull", "never", "--network", "none", image, ...command);
}

/** Waits until the program in the container answers at the port; gives its answer, with the header. Who asks is a second container in the same network. */
export async function waitForAnswer(container: string, port: number): Promise<string> {
	const asking = ["--network", `container:${container}`, "debian:bookworm-slim", "timeout", "60", "bash", "-c", ASK, "bash", String(port)];
	// An answer is never empty, but on a busy machine `docker run` may end without what its container has printed.
	for (;;) {
		const { failed, stdout, stderr } = await execa("docker", ["run", "--rm", "--pull", "never", ...asking], { env: engineEnv, reject: false });
		if (failed) throw new Error(`nobody answered at port ${port} of ${container}: ${stderr}\n${await readLogs(container)}`);
		if (stdout !== "") return stdout;
	}
}

/** What the container has printed, on both streams. */
async function readLogs(container: string): Promise<string> {
	const { all } = await execa("docker", ["logs", container], { env: engineEnv, reject: false, all: true });
	return all;
}

/** Stops the container as a user does: SIGTERM, and SIGKILL ten seconds later. */
export async function stopContainer(container: string): Promise<Stop> {
	const since = Math.floor(Date.now() / 1000) - 1;
	const start = performance.now();
	await docker("stop", container);
	const seconds = (performance.now() - start) / 1000;
	return {
		seconds,
		secondsToEnd: await readSecondsToEnd(container, since),
		exitCode: Number(await docker("inspect", "--format", "{{.State.ExitCode}}", container)),
	};
}

async function readSecondsToEnd(container: string, since: number): Promise<number> {
	const until = Math.ceil(Date.now() / 1000) + 1;
	const filters = [`container=${container}`, "event=kill", "event=die"].flatMap((filter) => ["--filter", filter]);
	const events = await docker("events", "--since", String(since), "--until", String(until), ...filters, "--format", "{{.TimeNano}} {{.Action}}");
	const times = events.split("\n").map((line) => ({ nanoseconds: Number(line.split(" ")[0]), action: line.split(" ")[1] }));
	const [killed, died] = ["kill", "die"].map((action) => times.find((event) => event.action === action)?.nanoseconds);
	if (killed === undefined || died === undefined) throw new Error(`the engine tells nothing of the end of ${container}: ${events}`);
	return (died - killed) / 1e9;
}

/** A measured stop in words. */
export function tellSeconds({ seconds, secondsToEnd }: Stop): string {
	return `${seconds.toFixed(1)} s (${secondsToEnd.toFixed(2)} s from SIGTERM to its end)`;
}

/** Removes containers, running or not. */
export async function removeContainers(...containers: readonly string[]): Promise<void> {
	if (containers.length > 0) await execa("docker", ["rm", "--force", "--volumes", ...containers], { env: engineEnv, reject: false });
}
