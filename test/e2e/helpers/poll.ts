import { setTimeout as delay } from "node:timers/promises";

/**
 * Calls a function until it returns something, and returns that. After some seconds, throws an error that says what it
 * waited for.
 */
export const poll = async <T>(what: string, look: () => Promise<T | undefined>, seconds = 20): Promise<T> => {
	const deadline = performance.now() + seconds * 1000;
	for (;;) {
		const seen = await look();
		if (seen !== undefined) return seen;
		if (performance.now() > deadline) throw new Error(`waited ${seconds} s in vain until ${what}`);
		await delay(50);
	}
};
