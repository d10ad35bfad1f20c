import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import schema from "../../../schema/trial.json" with { type: "json" };
import { compare } from "../../../src/node/trial/compare.ts";
import { formatTrial, type Trial } from "../../../src/node/trial/format-trial.ts";
import type { Measurement } from "../../../src/node/trial/measurement.ts";

const LONG = `node --require ./telemetry.js ${"--flag ".repeat(20)}server.js`;
const before: Measurement = {
	image: { size: 329_399_264 },
	readiness: { kind: "ready", by: "port", detail: "port 8080 is open", seconds: 0.31 },
	stopSignal: "SIGTERM",
	processes: {
		...{ pid: 1, command: LONG, user: "1000", role: "main", gotSignal: false, onStop: "killed after 10.1 s" },
		children: [],
	},
	processesFrom: "/proc",
	orphans: { made: 3, zombies: 3 },
	end: { how: "killed", exitCode: 137, seconds: 10.06 },
};
const after: Measurement = {
	...before,
	image: { size: 329_413_464 },
	processes: {
		...{ pid: 1, command: `/sbin/pidone -- ${LONG}`, user: "1000", role: "init", memory: 28, onStop: "the init" },
		children: [
			{
				...{ pid: 7, command: LONG, role: "main", onStop: "SIGTERM ended it" },
				children: [
					{ command: "first", onStop: "of two", children: [{ command: "below", onStop: "it", children: [] }] },
					{ command: "last", onStop: "of two", children: [] },
				],
			},
		],
	},
	orphans: { made: 0, why: "the shell is gone" },
	end: { how: "stopped", exitCode: 143, seconds: 0.04 },
};

it("a trial is printed side by side, with the processes and the verdict", () => {
	const text = formatTrial({
		...{ target: "Dockerfile", engine: { name: "docker", version: "28.5.2" }, stopTimeout: 10 },
		...{ rewrite: "ENTRYPOINT is added above CMD", before, after, verdict: compare({ before, after }) },
	});
	expect(text).toMatchInlineSnapshot(`
		"Dockerfile, on docker 28.5.2
		  before: as it is
		  after:  ENTRYPOINT is added above CMD

		                  before                                                after
		  up              after 0.3 s: port 8080 is open                        after 0.3 s: port 8080 is open
		  PID 1           node --require ./telemetry.js --flag --flag --flag …  /sbin/pidone -- node --require ./telemetry.js --fla…
		  stop (SIGTERM)  10.1 s                                                0.04 s
		  end             137, killed by the engine                             143, not killed
		  zombies         3 (3 orphans were made)                               not counted (no orphans were made)
		  image size      329.4 MB                                              329.4 MB (14.2 KB more)
		  init memory     -                                                     28 KB

		  processes before (from /proc):
		    PID 1  node --require ./telemetry.js --flag --flag --flag --flag --flag --flag --flag --flag --f…  (user 1000)
		         killed after 10.1 s

		  processes after (from /proc):
		    PID 1  /sbin/pidone -- node --require ./telemetry.js --flag --flag --flag --flag --flag --flag -…  (user 1000)
		    │    the init
		    └── 7  node --require ./telemetry.js --flag --flag --flag --flag --flag --flag --flag --flag --f…
		        │    SIGTERM ended it
		        ├── first
		        │   │    of two
		        │   └── below
		        │            it
		        └── last
		                 of two

		verdict: the init helps: stops in 0.04 s instead of 10.1 s; 143 instead of 137
		  no orphans were made: the shell is gone"
	`);
});

it("schema/trial.json describes what is printed, and nothing else", () => {
	const trial: Trial = {
		...{ target: "Dockerfile", engine: { name: "docker", version: "28.5.2" }, stopTimeout: 10, rewrite: "it is added" },
		...{ before, after, verdict: compare({ before, after }) },
	};
	const validate = new Ajv2020().compile(schema);
	expect([validate({ version: "1", ...trial }), validate.errors]).toEqual([true, null]);
	expect(validate({ version: "1", ...trial, more: 1 })).toBe(false);
});

it("a missing measurement is reported", () => {
	const ended: Measurement = {
		image: {},
		readiness: { kind: "ended", seconds: 0.1 },
		end: { how: "by itself", exitCode: 7, seconds: 0.1 },
	};
	const vain: Measurement = { image: {}, readiness: { kind: "not ready", why: "no port is open" } };
	const text = formatTrial({
		...{ target: "app:1", engine: { name: "podman", version: "4.3.1" }, stopTimeout: 10, rewrite: "it is added" },
		...{ before: ended, after: vain, verdict: compare({ before: ended, after: vain }) },
	});
	expect(text).toMatchInlineSnapshot(`
		"app:1, on podman 4.3.1
		  before: as it is
		  after:  it is added

		              before                    after
		  up          no: it ended after 0.1 s  no: no port is open
		  PID 1       not seen                  not seen
		  stop        not stopped               not stopped
		  end         7, by itself after 0.1 s  not measured
		  zombies     not measured              not measured
		  image size  not known                 not known

		verdict: the init breaks something: the container does not come up: no port is open"
	`);
});
