import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { Duplex } from "node:stream";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import type { FakeGateway } from "./fake-gateway.ts";

/** How the frontend's process ended. */
export interface FrontendRun {
	/** Its exit code; the name of a signal; or "hangs". */
	readonly end: number | string | null;
	readonly stderr: string;
	readonly milliseconds: number;
}

/** What BuildKit puts into the environment. */
export interface FrontendEnv {
	readonly options?: Readonly<Record<string, string>>;
	readonly workers?: string;
	readonly more?: Readonly<Record<string, string>>;
	/** Another file to start than the built one. */
	readonly start?: string;
}

/** How long a build may take here: what takes longer hangs. */
const DEADLINE = 15_000;

/** What the image starts, as `npm run build` made it. */
export const builtFrontend: string = fileURLToPath(new URL("../../../dist/frontend/start.cjs", import.meta.url));

/** Runs the built frontend as BuildKit does, with a gateway at its stdin and stdout. */
export async function runFrontend(
	gateway: FakeGateway,
	env: FrontendEnv = {},
	whenStarted: (child: ChildProcess) => void = () => undefined,
): Promise<FrontendRun> {
	const { start = builtFrontend } = env;
	if (!existsSync(start)) throw new Error(`${start} is not there: run npm run build first`);
	const started = performance.now();
	const child = spawn(process.execPath, [start], { env: environment(env), stdio: ["pipe", "pipe", "pipe"] });
	onTestFinished(() => void child.kill("SIGKILL"));
	child.stdin.on("error", () => undefined);
	// That the process ends is an error of the stream, and told as its end.
	gateway.serve(Duplex.from({ readable: child.stdout, writable: child.stdin }).on("error", () => undefined));
	whenStarted(child);
	const stderr = text(child.stderr);
	const ended = once(child, "exit").then(([code, signal]: (number | string | null)[]) => code ?? signal ?? null);
	const end = await Promise.race([ended, wait(DEADLINE, "hangs", { ref: false })]);
	child.kill("SIGKILL");
	return { end, stderr: await stderr, milliseconds: performance.now() - started };
}

/** The environment of a frontend (moby/buildkit: frontend/gateway/gateway.go). */
export function environment({ options = {}, workers, more = {} }: FrontendEnv): NodeJS.ProcessEnv {
	const numbered = Object.entries(options).map(([key, value], index) => [`BUILDKIT_FRONTEND_OPT_${index}`, `${key}=${value}`]);
	const AMD64 = JSON.stringify([{ id: "worker", platforms: [{ architecture: "amd64", os: "linux" }] }]);
	return { ...Object.fromEntries(numbered), BUILDKIT_SESSION_ID: "session-1", BUILDKIT_WORKERS: workers ?? AMD64, BUILDKIT_EXPORTEDPRODUCT: "", ...more };
}
