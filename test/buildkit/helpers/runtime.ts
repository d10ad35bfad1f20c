import { existsSync, readFileSync } from "node:fs";
import type { FrontendRuntime } from "../../../src/buildkit/frontend.ts";

/** What BuildKit puts in the environment. */
export interface FrontendEnv {
	readonly options?: Readonly<Record<string, string>>;
	readonly workers?: string;
	readonly more?: Readonly<Record<string, string>>;
}

const initSupply = new URL("../../../dist/frontend/init-supply.pb", import.meta.url);

/** The environment of a frontend (moby/buildkit: frontend/gateway/gateway.go). */
export function environment({ options = {}, workers, more = {} }: FrontendEnv): Record<string, string> {
	const numbered = Object.entries(options).map(([key, value], index) => [
		`BUILDKIT_FRONTEND_OPT_${index}`,
		`${key}=${value}`,
	]);
	const AMD64 = JSON.stringify([{ id: "worker", platforms: [{ architecture: "amd64", os: "linux" }] }]);
	return {
		...Object.fromEntries(numbered),
		BUILDKIT_SESSION_ID: "session-1",
		BUILDKIT_WORKERS: workers ?? AMD64,
		BUILDKIT_EXPORTEDPRODUCT: "",
		...more,
	};
}

/** The file next to the program, as `npm run build` made it. */
export function readInitSupply(): Uint8Array {
	if (!existsSync(initSupply)) throw new Error(`${initSupply.pathname} is not there: run npm run build first`);
	return readFileSync(initSupply);
}

/** The runtime of a frontend that runs in this process. */
export function runtime(env: FrontendEnv = {}): FrontendRuntime {
	return { env: environment(env), readInitSupply };
}
