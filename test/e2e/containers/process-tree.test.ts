import { beforeAll, describe, expect, it } from "vitest";
import { type Container, type RunOptions, runContainer, runToEnd } from "./helpers/container.ts";
import { buildPair, buildUnrewritten, type ImagePair } from "./helpers/image.ts";
import { findMainChild, readArgv } from "./helpers/processes.ts";

/** Prints its directory and its arguments, one per line, and keeps running if it is told to. */
const show = `#!/bin/sh
printf '%s\\n' "$PWD" "$0" "$@" ready
[ -z "$STAYS" ] || sleep 1000
`;

/** Names and instructions of Dockerfiles. `docker run IMAGE WORD…` adds arguments to the command, or replaces it. */
const images: readonly (readonly [string, string])[] = [
	["CMD in exec form", 'CMD ["/bin/show", "default", "", "two words", "two\\nlines", "–"]'],
	["CMD in shell form", "CMD /bin/show default; echo \"it is 'over'\""],
	["ENTRYPOINT and CMD", 'ENTRYPOINT ["/bin/show", "entrypoint"]\nCMD ["default"]'],
	["ENTRYPOINT alone", 'ENTRYPOINT ["/bin/show"]'],
	["ENTRYPOINT in shell form", "ENTRYPOINT /bin/show shell; :"],
	["a SHELL of its own", 'SHELL ["sh", "-e", "-c"]\nCMD /bin/show default; :'],
];

describe.each(images)("an image with %s", (_name, command) => {
	let pair: ImagePair = { before: "", after: "" };
	beforeAll(async () => {
		pair = await buildPair(`FROM busybox\nWORKDIR /srv\nCOPY show /bin/show\n${command}\n`, { files: { show } });
	});

	it.each([
		["as it is", []],
		["with other words", ["/bin/show", "other", "two words", ""]],
	])("runs %s as the only child of the init, as it ran without", async (_words, args) => {
		const run = { options: ["-e", "STAYS=1"], args };
		const [before, after] = await Promise.all([startShow(pair.before, run), startShow(pair.after, run)]);
		expect(await readArgv(after, (await findMainChild(after)).pid)).toEqual(await readArgv(before, 1));
		expect(await after.logs()).toBe(await before.logs());
		expect(await after.exec("readlink", "/proc/1/exe")).toBe("/sbin/pidone");
	});

	it("runs words that look like the init's options as it ran them without", async () => {
		const args = ["sh", "-c", 'echo "$0 $#"; pwd; exit 3', "-g", "--", "-v"];
		const [before, after] = await Promise.all([runToEnd(pair.before, { args }), runToEnd(pair.after, { args })]);
		expect(before.stdout).not.toBe("");
		expect(after).toEqual(before);
	});
});

describe("an image without the init", () => {
	it("has another process tree", async () => {
		const container = await runContainer(await buildUnrewritten('FROM busybox\nCMD ["sleep", "1000"]\n'));
		await expect(findMainChild(container)).rejects.toThrow("no child");
		expect(await container.exec("readlink", "/proc/1/exe")).not.toBe("/sbin/pidone");
	});
});

const startShow = async (image: string, options: RunOptions): Promise<Container> => {
	const container = await runContainer(image, options);
	await container.waitFor("ready");
	return container;
};
