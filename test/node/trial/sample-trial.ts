import { compare } from "../../../src/node/trial/compare.ts";
import type { Trial } from "../../../src/node/trial/format-trial.ts";
import type { Measurement } from "../../../src/node/trial/measurement.ts";

const before: Measurement = {
	image: { size: 230_300_000 },
	readiness: { kind: "ready", by: "port", detail: "port 8000 is open", seconds: 0.7 },
	stopSignal: "SIGTERM",
	processes: {
		...{ pid: 1, command: "/bin/sh -c npm start", user: "10001", role: "main" },
		...{ onStop: "has no handler for SIGTERM, so the kernel drops it for PID 1; killed after 10.2 s" },
		children: [{ pid: 7, command: "npm start", user: "10001", onStop: "ended when PID 1 did", children: [] }],
	},
	orphans: { made: 3, zombies: 3 },
	end: { how: "killed", exitCode: 137, seconds: 10.2 },
};
const after: Measurement = {
	...before,
	readiness: { kind: "ready", by: "time", detail: "two seconds were over", seconds: 2 },
	processes: {
		...{ pid: 1, command: "/sbin/pidone -g -- /bin/sh -c npm start", user: "10001", role: "init", memory: 28 },
		onStop: "the init: gets SIGTERM and forwards it",
		children: [
			{ pid: 6, command: "npm start", role: "main", onStop: "SIGTERM ended it after 0.5 s", children: [] },
			{ pid: 9, command: "[sh]", isZombie: true, onStop: "has ended before, and nobody has reaped it", children: [] },
		],
	},
	orphans: { made: 0, why: "the image has no shell" },
	end: { how: "stopped", exitCode: 143, seconds: 0.5 },
};

/** A trial in which the init helps. */
export const SAMPLE: Trial = {
	target: "Dockerfile",
	engine: { name: "docker", version: "28.5.2" },
	rewrite: "ENTRYPOINT is added above CMD",
	stopTimeout: 10,
	before,
	after,
	verdict: compare({ before, after }),
};
