import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/e2e/longest-first.ts";

const common = { testTimeout: 300_000, hookTimeout: 600_000, isolate: false, setupFiles: "test/e2e/clean-up.ts" };
const multiPlatform = ["test/e2e/**/multi-platform.test.ts", "test/e2e/frontend/*.test.ts"];

export default defineConfig({
	test: {
		// They wait for the engine half of their time; it serves all of them, and `docker stop` is measured.
		maxWorkers: 4,
		sequence: { sequencer: LongestFirst },
		projects: [
			{ test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], exclude: multiPlatform, globalSetup: "test/e2e/global-setup.ts", ...common } },
			// An engine whose image store holds several platforms does everything else slowly.
			{ test: { name: "e2e on several platforms", include: multiPlatform, globalSetup: "test/e2e/multi-platform-setup.ts", ...common } },
		],
	},
});
