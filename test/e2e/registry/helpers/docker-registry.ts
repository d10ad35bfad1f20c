import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, createServer } from "node:net";
import { join } from "node:path";
import { execa } from "execa";
import { poll } from "../../helpers/poll.ts";

/** Debian's docker-registry on this machine. */
export interface DockerRegistry {
	/** 127.0.0.1 and the port. */
	readonly host: string;
	readonly port: number;
	/** The method and the path of each request, in order. */
	readonly requests: () => readonly string[];
	readonly stop: () => Promise<void>;
}

/**
 * Starts a registry with its data in a folder.
 * @param settings parts of its configuration, such as `auth`
 */
export async function startDockerRegistry(
	folder: string,
	{ http = {}, ...settings }: Readonly<Record<string, object>> = {},
): Promise<DockerRegistry> {
	const port = await findPort();
	const host = `127.0.0.1:${port}`;
	mkdirSync(folder, { recursive: true });
	const config = join(folder, "config.yml");
	writeFileSync(
		config,
		JSON.stringify({
			version: 0.1,
			http: { addr: host, ...http },
			storage: { filesystem: { rootdirectory: join(folder, "data") } },
			log: { accesslog: { disabled: false }, level: "error" },
			...settings,
		}),
	);
	const env = { OTEL_TRACES_EXPORTER: "none" };
	const child = execa("docker-registry", ["serve", config], { env, reject: false, all: true, buffer: false });
	let log = "";
	child.all.setEncoding("utf8").on("data", (text: string) => {
		log += text;
	});
	await poll("the registry listens", () => isListening(port));
	return {
		host,
		port,
		requests: () => [...log.matchAll(/"((?:GET|HEAD) \S+) HTTP/g)].flatMap(([, request]) => request ?? []),
		stop: async () => {
			child.kill();
			await child;
		},
	};
}

async function isListening(port: number): Promise<true | undefined> {
	const socket = connect(port, "127.0.0.1");
	const isOpen = await Promise.race([once(socket, "connect").then(() => true as const), once(socket, "error")]).catch(
		() => undefined,
	);
	socket.destroy();
	return isOpen === true ? true : undefined;
}

async function findPort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	server.close();
	await once(server, "close");
	return port;
}
