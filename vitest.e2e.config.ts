import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/e2e/**/*.test.ts"],
		globalSetup: "test/e2e/global-setup.ts",
		testTimeout: 300_000,
		hookTimeout: 600_000,
		// One engine serves all files: it is busy with two, and `docker stop` is measured.
		maxWorkers: 2,
	},
});
