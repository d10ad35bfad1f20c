import { expect, it } from "vitest";
import { docker } from "../helpers/engine.ts";
import { poll } from "../helpers/poll.ts";
import { type Container, runContainer } from "./helpers/container.ts";
import { buildPair } from "./helpers/image.ts";
import { tellMeasured } from "./helpers/measured.ts";
import { waitForZombies } from "./helpers/processes.ts";

const checks = 4;

it.each([
	["exec form", '["sh", "-c", "(true &); test -e /ready"]'],
	["shell form", "(true &); test -e /ready || exit 1"],
])("HEALTHCHECK in %s becomes healthy, and what it leaves behind is reaped", async (name, check) => {
	const dockerfile = `FROM busybox\nHEALTHCHECK --interval=300ms --retries=9 CMD ${check}\nCMD ["sh", "-c", "touch /ready; exec sleep 1000"]\n`;
	const pair = await buildPair(dockerfile);
	const [before, after] = await Promise.all([runContainer(pair.before), runContainer(pair.after)]);
	await Promise.all([before, after].map(waitUntilChecked));
	const some = await waitForZombies(before, (zombies) => zombies >= checks);
	const none = await waitForZombies(after, (zombies) => zombies === 0);
	tellMeasured(`zombies after ${checks} or more checks in ${name}`, String(some), String(none));
	expect(await readHealth(after)).toMatchObject({ Status: "healthy", FailingStreak: 0 });
});

interface Health {
	readonly Status: string;
	readonly FailingStreak: number;
	readonly Log: readonly { readonly ExitCode: number }[];
}

const readHealth = async ({ id }: Container): Promise<Health> =>
	JSON.parse(await docker("inspect", "--format", "{{json .State.Health}}", id));

const waitUntilChecked = (container: Container): Promise<Health> =>
	poll(`${container.id} is healthy`, async () => {
		const health = await readHealth(container);
		return health.Status === "healthy" && health.Log.filter(({ ExitCode }) => ExitCode === 0).length >= checks
			? health
			: undefined;
	});
