import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that only this machine can reach. */
export interface FileServer {
	/** Without a trailing slash. */
	readonly url: string;
	/** The requested paths, in order. */
	readonly asked: readonly string[];
	readonly close: () => Promise<void>;
}

/** Serves what `find` returns for a path, or a 404 if that is undefined. */
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
