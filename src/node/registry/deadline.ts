/**
 * Does work with a time limit in milliseconds. undici handles a signal only once it is connected, and the timer of
 * `AbortSignal.timeout` does not keep the process alive. Throws a TimeoutError if the work takes longer.
 */
export async function withDeadline<T>(limit: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const controller = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			const error = new DOMException(`not done within ${limit} ms`, "TimeoutError");
			controller.abort(error);
			reject(error);
		}, limit);
	});
	try {
		return await Promise.race([work(controller.signal), late]);
	} finally {
		clearTimeout(timer);
	}
}
