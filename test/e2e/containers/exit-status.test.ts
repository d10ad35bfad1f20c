import { beforeAll, describe, expect, it } from "vitest";
import { runContainer, runToEnd } from "./helpers/container.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { tellMeasured } from "./helpers/measured.ts";

/** A name, the command that is run, and the exit code that is expected. */
const commands: readonly (readonly [string, readonly string[], number])[] = [
	["success", ["echo", "it ran"], 0],
	["1", ["sh", "-c", "exit 1"], 1],
	["2", ["sh", "-c", "exit 2"], 2],
	["77", ["sh", "-c", "exit 77"], 77],
	["255", ["sh", "-c", "exit 255"], 255],
	["a file that may not be run", ["/etc/hostname"], 126],
	["a folder", ["/etc"], 126],
	["a command that is not there", ["no-such-command"], 127],
	["a path that is not there", ["/no/such/command"], 127],
	["a child that was killed", ["sh", "-c", "sh -c 'kill -9 $$'; exit $?"], 137],
	["a child that was terminated", ["sh", "-c", "sh -c 'kill -15 $$'; exit $?"], 143],
];

describe("the exit code", () => {
	let pair: ImagePair = { before: "", after: "" };
	beforeAll(async () => {
		pair = await buildPair("FROM debian:bookworm-slim\nCMD exit $STATUS\n");
	});

	it.each(commands)("of %s is the same with the init", async (_name, args, code) => {
		const [before, after] = await Promise.all([runToEnd(pair.before, { args }), runToEnd(pair.after, { args })]);
		expect([before.exitCode, after.exitCode]).toEqual([code, code]);
		expect(after.stdout).toBe(before.stdout);
	});

	it.each([0, 77, 143])("%i of a shell form is the same with the init", async (code) => {
		const options = ["-e", `STATUS=${code}`];
		const [before, after] = await Promise.all([runToEnd(pair.before, { options }), runToEnd(pair.after, { options })]);
		expect([before.exitCode, after.exitCode]).toEqual([code, code]);
	});

	it("after docker kill is 137 with the init too", async () => {
		for (const image of [pair.before, pair.after]) {
			const container = await runContainer(image, { args: ["sleep", "1000"] });
			await container.kill("KILL");
			expect(await container.wait()).toBe(137);
		}
	});

	it("after a signal that the program does not handle is 128 + its number, where it had no effect at all on PID 1", async () => {
		const script = ["sh", "-c", "kill -TERM $$; echo survived; exit 5"];
		const [before, after] = await Promise.all([
			runToEnd(pair.before, { args: script }),
			runToEnd(pair.after, { args: script }),
		]);
		tellMeasured("exit code of a program that sends itself SIGTERM", String(before.exitCode), String(after.exitCode));
		expect(before).toMatchObject({ exitCode: 5, stdout: "survived" });
		expect(after).toMatchObject({ exitCode: 143, stdout: "" });
	});
});

describe("the exit code of an ENTRYPOINT", () => {
	it("is the same with the init, whatever stands in CMD or after the image's name", async () => {
		const pair = await buildPair('FROM debian:bookworm-slim\nENTRYPOINT ["sh"]\nCMD ["-c", "exit 77"]\n');
		for (const [args, code] of [
			[[], 77] as const,
			[["-c", "exit 2"], 2] as const,
			[["-c", "no-such-command"], 127] as const,
		]) {
			const [before, after] = await Promise.all([runToEnd(pair.before, { args }), runToEnd(pair.after, { args })]);
			expect(before.exitCode).toBe(code);
			expect(after).toEqual(before);
		}
	});
});
