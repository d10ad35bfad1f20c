import { setTimeout as sleep } from "node:timers/promises";

/** The number of attempts, including the first. */
const ATTEMPTS = 4;

/** If a server asks for a longer wait, there is no other attempt. */
const MAX_WAIT_MS = 30_000;

/** The outcome of one attempt. */
export type Attempt<T> =
	| { readonly isTemporary: false; readonly result: T }
	| {
			readonly isTemporary: true;
			/** The error if there is no other attempt. */
			readonly result: T;
			/** How long the server asks to wait, in milliseconds. */
			readonly waitMs?: number | undefined;
	  };

/**
 * Retries after temporary failures. The waits double, and are random, so that clients do not retry in step.
 * @param baseMs the longest first wait
 */
export async function retry<T>(attempt: () => Promise<Attempt<T>>, baseMs: number): Promise<T> {
	for (let count = 1; ; count++) {
		const outcome = await attempt();
		if (!outcome.isTemporary || count === ATTEMPTS) return outcome.result;
		const longest = baseMs * 2 ** (count - 1);
		const waitMs = outcome.waitMs ?? longest * (0.5 + Math.random() / 2);
		if (waitMs > MAX_WAIT_MS) return outcome.result;
		await sleep(waitMs);
	}
}

/** Reads the header field Retry-After: seconds, or a date. In milliseconds from now. */
export function parseRetryAfter(text: string | undefined, now: number = Date.now()): number | undefined {
	if (text === undefined) return undefined;
	if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000;
	const date = /^[A-Z][a-z]{2,8},/.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
