/**
 * Does work that has to end within a time, in milliseconds. undici heeds a signal only once it is connected, and a
 * timer of `AbortSignal.timeout` lets the process end before. Throws a TimeoutError when the work has not ended by
 * then.
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
