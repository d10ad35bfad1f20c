const LISTEN = "0A";

/**
 * The TCP ports with a listener, from `/proc/PID/net/tcp` and `tcp6` (proc_pid_net(5)): a header, then a line for each
 * socket with its number, its local and remote address as `HEX:PORT`, and its state.
 */
export function readListeningPorts(tables: string): ReadonlySet<number> {
	return new Set(
		tables.split("\n").flatMap((line) => {
			const [, port, state] = /^\s*\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /.exec(line) ?? [];
			return port !== undefined && state === LISTEN ? [Number.parseInt(port, 16)] : [];
		}),
	);
}
