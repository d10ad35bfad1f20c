import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { LAST_TRIED, selectFlags } from "./src/node/v8-flags.ts";

const blackBox = ["test/init/black-box/**/*.test.ts"];
/** What runs compiled programs. */
const running = ["test/init/compiler/running/*.test.ts"];

/** Files that take long: they come first, so that no core waits for them at the end. */
const LONG = [
	"histories",
	"random-modules",
	"control-semantics",
	"rewrite.property",
	"update.property",
	"revert-edited.property",
	"repos",
	"jobs",
	"compiled-code",
	"exit-status",
	"orphans",
	"zombies",
	"stopped-children",
	"unread-output",
];

class LongFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		const sorted = await super.sort(files);
		const isLong = ({ moduleId }: TestSpecification): boolean => LONG.some((name) => moduleId.includes(`/${name}.`));
		return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
	}
}

/** Most code of a test runs a few times only: V8 spends less on optimizing it than it would by itself. */
const SHORT_RUN = selectFlags(
	[
		["--always-sparkplug", LAST_TRIED],
		["--interrupt-budget=1000000", 20],
		["--liftoff-only", LAST_TRIED],
		["--max-inlined-bytecode-size-cumulative=100", LAST_TRIED],
		["--single-threaded-gc", LAST_TRIED],
	],
	process.versions.node,
);

export default defineConfig({
	test: {
		sequence: { sequencer: LongFirst },
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
					execArgv: [...SHORT_RUN],
					maxWorkers: availableParallelism() + 1,
					sequence: { groupOrder: 0 },
				},
			},
			// It measures time: it runs when the others have ended.
			{
				extends: true,
				test: {
					name: "init",
					include: blackBox,
					isolate: false,
					maxWorkers: 2 * availableParallelism(),
					sequence: { groupOrder: 1 },
				},
			},
			// The same tests on the other CPUs, under emulators, which `npm test` leaves out: they take longer than the rest.
			{
				extends: true,
				test: {
					name: "emulated",
					include: [...blackBox, ...running],
					env: { PIDONE_EMULATE: "1" },
					maxWorkers: availableParallelism(),
					sequence: { groupOrder: 2 },
				},
			},
		],
	},
});
