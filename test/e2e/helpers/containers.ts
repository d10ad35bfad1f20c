import { execa } from "execa";
import { docker, engineEnv } from "./engine.ts";

/** How long `docker stop` took, and with which status the container ended. */
export interface Stop {
	readonly seconds: number;
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
	const { failed, stdout, stderr } = await execa("docker", ["run", "--rm", "--pull", "never", ...asking], { env: engineEnv, reject: false });
	if (failed) throw new Error(`nobody answered at port ${port} of ${container}: ${stderr}\n${await readLogs(container)}`);
	return stdout;
}

/** What the container has printed, on both streams. */
async function readLogs(container: string): Promise<string> {
	const { all } = await execa("docker", ["logs", container], { env: engineEnv, reject: false, all: true });
	return all;
}

/** Stops the container as a user does: SIGTERM, and SIGKILL ten seconds later. */
export async function stopContainer(container: string): Promise<Stop> {
	const start = performance.now();
	await docker("stop", container);
	const seconds = (performance.now() - start) / 1000;
	return { seconds, exitCode: Number(await docker("inspect", "--format", "{{.State.ExitCode}}", container)) };
}

/** Removes containers, running or not. */
export async function removeContainers(...containers: readonly string[]): Promise<void> {
	if (containers.length > 0) await execa("docker", ["rm", "--force", "--volumes", ...containers], { env: engineEnv, reject: false });
}
