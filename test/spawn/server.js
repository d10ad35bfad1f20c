// Starts programs for spawn.ts, which forks this file, and forwards what goes through their pipes. It is JavaScript and
// imports nothing else, because the process has to be small.
import { spawn } from "node:child_process";

/** @type {Map<number, import("node:child_process").ChildProcess>} */
const children = new Map();

/** @param {import("./spawn.ts").FromServer} message */
const send = (message) => process.send?.(message);

/** @type {Readonly<Record<string, (request: any) => void>>} */
const actions = {
	start: ({ id, command, args, options }) => {
		const child = spawn(command, args, options);
		children.set(id, child);
		child.on("error", ({ message }) => send({ id, type: "failed", message }));
		// A program that does not read its input ends by itself.
		child.stdin?.on("error", () => {});
		for (const stream of /** @type {const} */ (["stdout", "stderr"])) {
			child[stream]?.on("data", (bytes) => send({ id, type: "data", stream, bytes }));
			child[stream]?.on("end", () => send({ id, type: "end", stream }));
		}
		child.on("close", (code, signal) => {
			children.delete(id);
			send({ id, type: "closed", code, signal });
		});
		if (child.pid !== undefined) send({ id, type: "started", pid: child.pid });
	},
	write: ({ id, bytes }) => children.get(id)?.stdin?.write(bytes),
	end: ({ id }) => children.get(id)?.stdin?.end(),
	kill: ({ id, signal }) => children.get(id)?.kill(signal),
};

process.on("message", (/** @type {any} */ request) => actions[request.type]?.(request));
process.on("disconnect", () => process.exit());
