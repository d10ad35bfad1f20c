import { setTimeout as delay } from "node:timers/promises";

/**
 * Calls a function over and over until it returns something, and returns that. Throws after some seconds, with what
 * was waited for.
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
