import { describe, expect, it } from "vitest";
import { stopContainer } from "../helpers/containers.ts";
import { runContainer } from "./helpers/container.ts";
import { buildImage, buildUnrewritten } from "./helpers/image.ts";

/** Prints each signal that it receives, and exits on SIGQUIT. */
const program = `for (const signal of ["SIGTERM", "SIGHUP", "SIGUSR1", "SIGUSR2"]) process.on(signal, () => console.log("got " + signal));
process.on("SIGQUIT", () => { console.log("got SIGQUIT"); process.exit(9); });
console.log("ready");
setInterval(() => {}, 1e6);
`;
const dockerfile = 'FROM node:20-slim\nCOPY program.js /app/\nENTRYPOINT ["node"]\nCMD ["/app/program.js"]\n';
const files = { "program.js": program };

describe("--init-option for another signal", () => {
	it.each([
		["short, in two words", ["--init-option", "-r", "--init-option", "15:3"]],
		["long, in one word", ["--init-option=--rewrite=TERM:QUIT"]],
		["with others that are dropped and changed", ["--init-option=--rewrite=TERM:QUIT,USR2:0,HUP:USR1"]],
	])("%s: docker stop sends it", async (_name, rewriteArgs) => {
		const container = await runContainer(await buildImage(dockerfile, { files, rewriteArgs }));
		await container.waitFor("ready");
		if (rewriteArgs.join().includes("USR2:0")) {
			await container.kill("USR2");
			await container.kill("HUP");
			await container.waitFor("got SIGUSR1");
		}
		const { secondsToEnd, exitCode } = await stopContainer(container.id);
		expect(exitCode).toBe(9);
		expect(secondsToEnd).toBeLessThan(1);
		expect(await container.logs()).toBe(
			["ready", ...(rewriteArgs.join().includes("USR2:0") ? ["got SIGUSR1"] : []), "got SIGQUIT"].join("\n"),
		);
	});

	it("which the image without the init does not have", async () => {
		const container = await runContainer(await buildUnrewritten(dockerfile, { files }));
		await container.waitFor("ready");
		await container.kill("TERM");
		await container.waitFor("got SIGTERM");
		await container.kill("QUIT");
		expect(await container.wait()).toBe(9);
	});
});
