import { beforeAll, describe, expect, it } from "vitest";
import type { Stop } from "../helpers/containers.ts";
import { runContainer, runToEnd } from "./helpers/container.ts";
import { buildPair, type ImagePair } from "./helpers/image.ts";
import { inSeconds, tellMeasured } from "./helpers/measured.ts";
import { findMainChild, readArgv, waitForZombies } from "./helpers/processes.ts";
import { runSidecar } from "./helpers/sidecar.ts";
import { compileStatic, leaveOrphans } from "./helpers/static-program.ts";

const orphans = 500;

/** A base as small as those that contain nothing but a user and certificates: no shell, no /tmp. */
const bare = `FROM busybox AS files
RUN mkdir -p /files/etc /files/home/nonroot && echo 'nonroot:x:65532:65532::/home/nonroot:/sbin/nologin' >/files/etc/passwd && chown 65532:65532 /files/home/nonroot
FROM scratch AS bare
COPY --from=files /files /
ENV PATH=/usr/local/bin
WORKDIR /home/nonroot
USER 65532
FROM bare
`;

const scenarios: readonly (readonly [string, string, readonly string[]])[] = [
	["scratch", 'FROM scratch\nCOPY program-amd64 /program\nCMD ["/program", "serve"]\n', []],
	[
		"a bare base with a user",
		`${bare}COPY program-amd64 /usr/local/bin/program\nENTRYPOINT ["program", "serve"]\n`,
		["--read-only", "--cap-drop", "ALL"],
	],
];

describe("an image without a shell", () => {
	const images = new Map<string, ImagePair>();
	// The stops without the init take ten seconds. The other tests run in the meantime.
	const stops = new Map<string, { readonly slow: Promise<Stop>; readonly fast: Stop }>();
	beforeAll(async () => {
		const files = await compileStatic("program", leaveOrphans(orphans), ["linux/amd64"]);
		for (const [name, dockerfile] of scenarios) images.set(name, await buildPair(dockerfile, { files }));
	});

	it.each(scenarios)("from %s: no zombies, one child, and a stop at once", async (name, _dockerfile, options) => {
		const pair = images.get(name) ?? { before: "", after: "" };
		const [before, after] = await Promise.all([
			runContainer(pair.before, { options }),
			runContainer(pair.after, { options }),
		]);
		await Promise.all([before, after].map((container) => container.waitFor(`${orphans} orphans made`)));
		await expect(after.exec("sh")).rejects.toThrow("not found");
		const [outside, beside] = await Promise.all([runSidecar(before), runSidecar(after)]);
		const some = await waitForZombies(outside, (zombies) => zombies === orphans);
		const none = await waitForZombies(beside, (zombies) => zombies === 0);
		expect((await readArgv(beside, 1))[0]).toBe("/sbin/pidone");
		expect(await readArgv(beside, (await findMainChild(beside)).pid)).toEqual(await readArgv(outside, 1));
		const slow = before.stop();
		// Nothing awaits this promise yet. Its error reaches the code that awaits it later.
		slow.catch(() => {});
		const fast = await after.stop();
		stops.set(name, { slow, fast });
		tellMeasured(`zombies from ${name}`, String(some), String(none));
		expect(fast.secondsToEnd).toBeLessThan(1);
		expect(fast.exitCode).toBe(143);
	});

	it("reports a command that is not there, with 127 and the command's name", async () => {
		const ended = await runToEnd(images.get("scratch")?.after ?? "", { args: ["/no/such/program"] });
		expect(ended).toMatchObject({ exitCode: 127, stderr: expect.stringMatching(/^pidone: .*\/no\/such\/program/) });
	});

	it("and without the init takes ten seconds to stop, to be killed then", async () => {
		expect(stops.size).toBe(scenarios.length);
		for (const [name, { slow, fast }] of stops) {
			const { seconds, exitCode } = await slow;
			tellMeasured(`docker stop from ${name}`, inSeconds(seconds), inSeconds(fast.seconds));
			expect(seconds).toBeGreaterThanOrEqual(9.5);
			expect(exitCode).toBe(137);
		}
	});
});
