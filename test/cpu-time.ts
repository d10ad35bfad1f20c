/**
 * Resolves to the CPU time of this process while `work` runs, in milliseconds. Unlike wall time, it hardly depends on
 * what else the machine does.
 */
export async function cpuTimeOf(work: () => unknown): Promise<number> {
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
