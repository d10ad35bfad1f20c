import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		include: ["test/**/*.test.ts"],
		exclude: ["test/e2e/**"],
		testTimeout: 120_000,
		coverage: { include: ["src/**"], reporter: ["text-summary"] },
	},
});
