import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server on this machine alone. */
export interface FileServer {
	/** Without a slash at its end. */
	readonly url: string;
	/** The paths that were asked for, in order. */
	readonly asked: readonly string[];
	readonly close: () => Promise<void>;
}

/** Serves what `find` gives for a path, and 404 where that is undefined. */
export async function serveFiles(find: (path: string) => Uint8Array | string | undefined): Promise<FileServer> {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		const path = request.url ?? "";
		asked.push(path);
		const body = find(path);
		response
			.writeHead(body === undefined ? 404 : 200, {
				"content-type": typeof body === "string" ? "text/html" : "application/octet-stream",
			})
			.end(body ?? "");
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, asked, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
	server.closeAllConnections();
	await new Promise<void>((resolve) => server.close(() => resolve()));
}
