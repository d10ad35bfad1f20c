import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const blackBox = ["test/init/black-box/**/*.test.ts"];

export default defineConfig({
	test: {
		testTimeout: 120_000,
		hookTimeout: 120_000,
		coverage: { include: ["src/**"], reporter: ["text-summary"] },
		projects: [
			{
				extends: true,
				test: {
					name: "unit",
					include: ["test/**/*.test.ts"],
					exclude: ["test/e2e/**", ...blackBox],
					// No file leaves anything behind, and many wait for the processes that they start.
					isolate: false,
					maxWorkers: availableParallelism() + 1,
					sequence: { groupOrder: 0 },
				},
			},
			// It measures time: it runs when the others have ended.
			{
				extends: true,
				test: { name: "init", include: blackBox, maxWorkers: availableParallelism(), sequence: { groupOrder: 1 } },
			},
		],
	},
});
