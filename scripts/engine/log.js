/**
 * Prints progress to stderr: stdout is for the environment.
 * @param {string} message
 */
export function log(message) {
	process.stderr.write(`engine: ${message}\n`);
}

/**
 * Prints how long a step took.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} step
 * @returns {Promise<T>} the result of the step
 */
export async function time(name, step) {
	const start = performance.now();
	const result = await step();
	log(`${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
	return result;
}
