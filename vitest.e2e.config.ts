import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/e2e/**/*.test.ts"],
		globalSetup: "test/e2e/global-setup.ts",
		testTimeout: 300_000,
		hookTimeout: 600_000,
		// One engine serves all files; two cores build and run no faster when everything starts at once.
		fileParallelism: false,
	},
});
