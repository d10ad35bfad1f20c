import { expect, it, onTestFinished } from "vitest";
import { removeContainers, startContainer, stopContainer, tellSeconds } from "../helpers/containers.ts";
import { waitForProcessTree } from "../helpers/process-tree.ts";
import { buildImage } from "./helpers/build.ts";
import { buildFrontend } from "./helpers/frontend-image.ts";

it("builds an image whose PID 1 is the init, and which stops at once", async () => {
	const frontend = await buildFrontend();
	const image = await buildImage(["-"], {
		input: `# syntax=${frontend}\nFROM busybox\nUSER 1000\nENTRYPOINT ["sleep"]\nCMD ["1000"]\n`,
	});
	const container = await startContainer(image);
	onTestFinished(() => removeContainers(container));
	const tree = ["/sbin/pidone -- sleep 1000", "  sleep 1000"];
	expect(await waitForProcessTree(container, tree)).toEqual(tree);
	const stop = await stopContainer(container);
	process.stderr.write(`e2e: docker stop of an image that the frontend has built: ${tellSeconds(stop)}\n`);
	expect(stop.exitCode).toBe(143);
	expect(stop.secondsToEnd).toBeLessThan(1);
});
