import { beforeAll, describe, expect, it } from "vitest";
import { runContainer, runToEnd } from "../helpers/container.ts";
import { buildPair, type ImagePair } from "../helpers/image.ts";
import { poll } from "../helpers/poll.ts";
import { findMainChild, readArgv } from "../helpers/processes.ts";

/** Commands as Dockerfiles spell them. The `#` keeps a shell from running the sleep in its own place. */
const forms: Readonly<Record<string, string>> = {
	"CMD in exec form": 'CMD ["sleep", "1000"]',
	"CMD in shell form": "CMD sleep 1000; echo \"it is 'over'\"",
	"ENTRYPOINT alone": 'ENTRYPOINT ["sleep", "1000"]',
	"ENTRYPOINT and CMD": 'ENTRYPOINT ["sh", "-c", "sleep \\"$@\\"; :", "a name"]\nCMD ["1000", "0"]',
	"ENTRYPOINT in shell form": "ENTRYPOINT sleep 1000; :",
	"a SHELL of its own": 'SHELL ["bash", "-e", "-c"]\nCMD sleep 1000; :',
	"a word that is empty, one with spaces and one with a line feed": 'CMD ["sh", "-c", "sleep 1000; :", "", "two words", "two\\nlines", "–"]',
};

describe("the process tree", () => {
	it.each(Object.entries(forms))("of %s is the init and, as its only child, what ran without it", async (_name, command) => {
		const pair = await buildPair(`FROM debian:bookworm-slim\n${command}\n`);
		const [before, after] = await Promise.all([runContainer(pair.before), runContainer(pair.after)]);
		const wanted = await readArgv(before, 1);
		expect(wanted.join(" ")).toContain("sleep");
		// The init's child has the init's words until it has become the command.
		const seen = await poll("the main child is the command", async () => {
			const argv = await readArgv(after, (await findMainChild(after)).pid);
			return argv[0] === "/sbin/pidone" ? undefined : argv;
		});
		expect(seen).toEqual(wanted);
		expect(await after.exec("readlink", "/proc/1/exe")).toBe("/sbin/pidone");
	});

	it("is told apart from that of an image without the init", async () => {
		const { before } = await buildPair('FROM debian:bookworm-slim\nCMD ["sleep", "1000"]\n');
		const container = await runContainer(before);
		await expect(findMainChild(container)).rejects.toThrow("no child");
		expect(await container.exec("readlink", "/proc/1/exe")).not.toBe("/sbin/pidone");
	});
});

/** Prints its words, one on a line, and those of PID 1 and the directory. */
const show = `#!/bin/sh
printf '%s\\n' "$0" "$@"
pwd
`;

const otherCommands: readonly (readonly string[])[] = [
	["/bin/show", "other", "two words", ""],
	["sh", "-c", 'echo "$0 $#"; pwd', "-g", "--", "-v"],
	["--", "/bin/show"],
	["-x"],
];

describe("docker run IMAGE COMMAND", () => {
	const images: readonly (readonly [string, string])[] = [
		["CMD alone", 'CMD ["/bin/show", "default"]'],
		["CMD in shell form alone", "CMD /bin/show default"],
		["ENTRYPOINT and CMD", 'ENTRYPOINT ["/bin/show", "entrypoint"]\nCMD ["default"]'],
		["ENTRYPOINT alone", 'ENTRYPOINT ["/bin/show"]'],
		["ENTRYPOINT in shell form", "ENTRYPOINT /bin/show shell"],
	];

	describe.each(images)("of an image with %s", (_name, command) => {
		let pair: ImagePair = { before: "", after: "" };
		beforeAll(async () => {
			pair = await buildPair(`FROM busybox\nWORKDIR /srv\nCOPY show /bin/show\n${command}\n`, { files: { show } });
		});

		it.each([[], ...otherCommands].map((args) => ({ args })))("runs $args as it did without the init", async ({ args }) => {
			const [before, after] = await Promise.all([runToEnd(pair.before, { args }), runToEnd(pair.after, { args })]);
			expect(after.exitCode).toBe(before.exitCode);
			expect(after.stdout).toBe(before.stdout);
		});

		it("is PID 1 and one child", async () => {
			// An ENTRYPOINT takes the words as its own: it has to be replaced, which takes the init away too.
			if (command.startsWith("ENTRYPOINT")) return;
			const container = await runContainer(pair.after, { args: ["sleep", "1000"] });
			const child = await findMainChild(container);
			expect(await readArgv(container, child.pid)).toEqual(["sleep", "1000"]);
		});
	});
});
