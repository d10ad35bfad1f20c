import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/e2e/longest-first.ts";

const timeouts = { testTimeout: 300_000, hookTimeout: 600_000 };
const multiPlatform = ["test/e2e/**/multi-platform.test.ts", "test/e2e/frontend/*.test.ts"];

export default defineConfig({
	test: {
		// One engine serves all files: it is busy with two, and `docker stop` is measured.
		maxWorkers: 3,
		sequence: { sequencer: LongestFirst },
		projects: [
			{ test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], exclude: multiPlatform, globalSetup: "test/e2e/global-setup.ts", ...timeouts } },
			// An engine whose image store holds several platforms does everything else slowly.
			{ test: { name: "e2e on several platforms", include: multiPlatform, globalSetup: "test/e2e/multi-platform-setup.ts", ...timeouts } },
		],
	},
});
