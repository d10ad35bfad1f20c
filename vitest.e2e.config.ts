import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/e2e/longest-first.ts";

const multiPlatform = ["test/e2e/**/multi-platform.test.ts", "test/e2e/frontend/*.test.ts"];
// A browser, a virtual machine, a registry that skopeo fills, and recipes that start pidone and git need no engine.
const withoutEngine = [
	"test/e2e/ci/{action,fleet}.test.ts",
	"test/e2e/browser/*.test.ts",
	"test/e2e/boot/*.test.ts",
	"test/e2e/registry/{files,registry}.test.ts",
];
const measures = ["test/e2e/**/measures.test.ts"];

const common = {
	testTimeout: 300_000,
	hookTimeout: 600_000,
	isolate: false,
	setupFiles: "test/e2e/clean-up.ts",
	// They wait for the engine half of their time; it serves all of them.
	maxWorkers: 4,
	sequence: { groupOrder: 0 },
};
const one = "test/e2e/global-setup.ts";
const several = "test/e2e/multi-platform-setup.ts";

export default defineConfig({
	test: {
		sequence: { sequencer: LongestFirst },
		projects: [
			{
				test: {
					...common,
					name: "e2e",
					include: ["test/e2e/**/*.test.ts"],
					exclude: [...multiPlatform, ...withoutEngine, ...measures],
					globalSetup: one,
				},
			},
			// An engine whose image store holds several platforms does everything else slowly.
			{
				test: {
					...common,
					name: "e2e on several platforms",
					include: multiPlatform,
					exclude: measures,
					globalSetup: several,
				},
			},
			{ test: { ...common, name: "e2e without an engine", include: withoutEngine } },
			// What is measured is measured alone.
			{
				test: {
					...common,
					name: "e2e measures",
					include: measures,
					globalSetup: one,
					maxWorkers: 1,
					sequence: { groupOrder: 1 },
				},
			},
		],
	},
});
