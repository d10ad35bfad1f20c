import { beforeAll, describe, expect, it } from "vitest";
import { type Container, runContainer, runToEnd } from "./helpers/container.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { tellMeasured } from "./helpers/measured.ts";
import { waitForZombies } from "./helpers/processes.ts";

/** Prints its user, its group and its directory, and has no children. */
const program = `#!/bin/sh
echo "$(id -u):$(id -g) in $PWD"
exec sleep 1000
`;

const leaveOrphans = ["sh", "-c", "n=0; while [ $n -lt 20 ]; do (true &); n=$((n + 1)); done"];

const addUser = 'RUN echo "app:x:1234:1234::/srv/home:/bin/sh" >>/etc/passwd && echo "app:x:1234:" >>/etc/group';

/** The USER of the image, the options of `docker run`, and what the program prints. */
const restrictions: Readonly<
	Record<string, { readonly user?: string; readonly options?: readonly string[]; readonly says: string }>
> = {
	"a numeric USER": { user: "1000", says: "1000:0" },
	"a named USER": { user: "app", says: "1234:1234" },
	"docker run --user": { user: "app", options: ["--user", "4321:99"], says: "4321:99" },
	"a read-only root filesystem": { options: ["--read-only"], says: "0:0" },
	"no capabilities, and no new privileges": {
		options: ["--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
		says: "0:0",
	},
	"all of it at once": {
		user: "app",
		options: [
			"--read-only",
			"--cap-drop",
			"ALL",
			"--security-opt",
			"no-new-privileges",
			"--pids-limit",
			"30",
			"--memory",
			"32m",
		],
		says: "1234:1234",
	},
};

describe("the init works", () => {
	const pairs = new Map<string, ImagePair>();
	beforeAll(async () => {
		for (const user of new Set(Object.values(restrictions).map(({ user = "root" }) => user))) {
			const dockerfile = `FROM busybox\n${addUser}\nCOPY program /bin/program\nWORKDIR /srv\nUSER ${user}\nCMD ["/bin/program"]\n`;
			pairs.set(user, await buildPair(dockerfile, { files: { program } }));
		}
	});

	it.each(Object.entries(restrictions))("with %s", async (name, { user = "root", options = [], says }) => {
		const { before: imageBefore = "", after: imageAfter = "" } = pairs.get(user) ?? {};
		const [before, after] = await Promise.all([start(imageBefore, options), start(imageAfter, options)]);
		expect(await after.logs()).toContain(`${says} in /srv`);
		expect(await after.logs()).toBe(await before.logs());
		expect(await after.exec("readlink", "/proc/1/exe")).toBe("/sbin/pidone");
		await Promise.all([before, after].map((container) => container.exec(...leaveOrphans)));
		const zombies = await waitForZombies(before, (some) => some === 20);
		tellMeasured(`zombies with ${name}`, String(zombies), String(await waitForZombies(after, (some) => some === 0)));
		const { secondsToEnd, exitCode } = await after.stop();
		expect(secondsToEnd).toBeLessThan(1);
		expect(exitCode).toBe(143);
	});

	it("where two processes are allowed, and says so where one is", async () => {
		const { after = "" } = pairs.get("root") ?? {};
		expect(await runToEnd(after, { options: ["--pids-limit", "2"], args: ["sh", "-c", "exit 6"] })).toMatchObject({
			exitCode: 6,
		});
		const { exitCode, stderr } = await runToEnd(after, {
			options: ["--pids-limit", "1"],
			args: ["sh", "-c", "exit 6"],
		});
		expect(exitCode).toBe(1);
		expect(stderr).toMatch(/^pidone: .*fork/);
	});
});

const start = async (image: string, options: readonly string[]): Promise<Container> => {
	const container = await runContainer(image, { options });
	await container.waitFor("in /srv");
	return container;
};
