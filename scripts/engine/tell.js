/**
 * Tells on stderr what happens: stdout is for the environment.
 * @param {string} message
 */
export function tell(message) {
	process.stderr.write(`engine: ${message}\n`);
}

/**
 * Tells how long a step took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} step
 * @returns {Promise<T>} what the step gave
 */
export async function time(name, step) {
	const start = performance.now();
	const result = await step();
	tell(`${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
	return result;
}
