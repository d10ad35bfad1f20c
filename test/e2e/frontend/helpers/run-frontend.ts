import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { FakeGateway } from "../../../buildkit/helpers/fake-gateway.ts";
import { environment, type FrontendEnv } from "../../../buildkit/helpers/runtime.ts";

/** How the frontend's process ended. */
export interface FrontendRun {
	/** Its exit code, the name of a signal, or "hangs". */
	readonly end: number | string | null;
	readonly stderr: string;
}

export interface RunOptions {
	readonly env?: FrontendEnv;
	readonly whenStarted?: (child: ChildProcess) => void;
	/** How many milliseconds a build may take. A build that takes longer counts as hanging. */
	readonly deadline?: number;
}

/** Runs the frontend from a folder in the same way as BuildKit, with a gateway on its stdin and stdout. */
export async function runFrontend(
	folder: string,
	gateway: Pick<FakeGateway, "serve">,
	options: RunOptions = {},
): Promise<FrontendRun> {
	const { env = {}, whenStarted = () => undefined, deadline = 15_000 } = options;
	const files = ["frontend.qbc", "init-supply.pb"].map((name) => join(folder, name));
	const child = spawn(join(folder, "quickjs"), files, { env: environment(env), stdio: ["pipe", "pipe", "pipe"] });
	onTestFinished(() => void child.kill("SIGKILL"));
	child.stdin.on("error", () => undefined);
	// When the process ends, the stream emits an error, which is reported as the end of the process.
	gateway.serve(Duplex.from({ readable: child.stdout, writable: child.stdin }).on("error", () => undefined));
	whenStarted(child);
	const stderr = text(child.stderr);
	const ended = once(child, "exit").then(([code, signal]: (number | string | null)[]) => code ?? signal ?? null);
	const end = await Promise.race([ended, wait(deadline, "hangs", { ref: false })]);
	child.kill("SIGKILL");
	return { end, stderr: await stderr };
}
