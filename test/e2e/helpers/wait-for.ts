import { setTimeout } from "node:timers/promises";

/** Asks again and again until there is an answer, and gives it; throws with `what` when there is none within that many seconds. */
export async function waitFor<Value>(ask: () => Promise<Value | undefined>, what: string, seconds = 30): Promise<Value> {
	const deadline = performance.now() + seconds * 1000;
	while (performance.now() < deadline) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		await setTimeout(100);
	}
	throw new Error(`not within ${seconds} s: ${what}`);
}
