import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";

/** A proxy that opens tunnels to names that only it knows. */
export interface TunnelProxy {
	readonly host: string;
	/** The name and port of each tunnel that it opened. */
	readonly tunnels: readonly string[];
	readonly stop: () => Promise<void>;
}

/**
 * @param ports the port on this machine for each name and port
 * @param credentials `name:password`, if the proxy requires them
 */
export async function startTunnelProxy(
	ports: Readonly<Record<string, number>>,
	credentials?: string,
): Promise<TunnelProxy> {
	const tunnels: string[] = [];
	const expected = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
	const server = createServer((_, response) => response.writeHead(501).end());
	server.on("connect", ({ url = "", headers }, socket) => {
		const isKnown = expected === undefined || headers["proxy-authorization"] === expected;
		const port = ports[url];
		socket.on("error", () => socket.destroy());
		if (!isKnown || port === undefined) {
			socket.end(`HTTP/1.1 ${isKnown ? 502 : 407} Refused\r\n\r\n`);
			return;
		}
		tunnels.push(url);
		const target = connect(port, "127.0.0.1", () => {
			socket.write("HTTP/1.1 200 Connected\r\n\r\n");
			target.pipe(socket).pipe(target);
		});
		target.on("error", () => socket.destroy());
		socket.on("close", () => target.destroy());
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		tunnels,
		stop: async () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
