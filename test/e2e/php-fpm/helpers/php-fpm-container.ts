import { docker } from "../../helpers/engine.ts";
import { poll } from "../../helpers/poll.ts";

/** What nginx answered. */
export interface Answer {
	readonly status: number;
	/** The php-fpm process that generated the page, and its parent, or undefined if the page comes from nginx itself. */
	readonly worker: number | undefined;
	readonly master: number | undefined;
}

/** Requests a page from nginx in a container. */
export async function request(container: string, path = "/"): Promise<Answer> {
	const [first = "", ...body] = (await docker("exec", container, "php", "-r", GET, "--", path)).split("\n");
	const [, worker, master] = /worker (\d+) of master (\d+)/.exec(body.join("\n")) ?? [];
	return { status: Number(first.split(" ")[1] ?? 0), worker: toNumber(worker), master: toNumber(master) };
}

/** Requests up to `limit` pages until a request fails. Returns how many succeeded. */
export async function requestUntilFailure(container: string, limit: number): Promise<number> {
	const code = `for ($i = 0; $i < ${limit} && @file_get_contents("${URL}/") !== false; $i++); echo $i;`;
	return Number(await docker("exec", container, "php", "-r", code));
}

/** Starts a container without a network, and waits until PHP answers in it. */
export async function startContainer(
	name: string,
	image: string,
	options: readonly string[] = [],
	command: readonly string[] = [],
): Promise<Answer> {
	await docker(
		"run",
		"--detach",
		"--pull",
		"never",
		"--network",
		"none",
		"--name",
		name,
		...options,
		image,
		...command,
	);
	return poll(
		`${name} answers`,
		async () => {
			const answer = await request(name);
			return answer.worker === undefined ? undefined : answer;
		},
		30,
	);
}

/** Sends a signal to the process whose PID is in a file in /run/app, and returns the PID. */
export async function signalMaster(container: string, signal: string, file: string): Promise<number> {
	return Number(
		await docker("exec", container, "sh", "-c", `pid=$(cat /run/app/${file}) && kill -${signal} $pid && echo $pid`),
	);
}

/** The PID in a file in /run/app. */
export async function readPid(container: string, file: string): Promise<number> {
	return Number(await docker("exec", container, "cat", `/run/app/${file}`));
}

function toNumber(text: string | undefined): number | undefined {
	return text === undefined ? undefined : Number(text);
}

const URL = "http://127.0.0.1:8080";
const GET = `
	$body = @file_get_contents("${URL}$argv[1]", false, stream_context_create(["http" => ["ignore_errors" => true]]));
	echo $http_response_header[0] ?? "no answer", "\n", $body;
`;
