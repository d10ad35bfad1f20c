import { docker } from "../../helpers/engine.ts";
import { poll } from "../../helpers/poll.ts";

/** What nginx answered. */
export interface Answer {
	readonly status: number;
	/** The php-fpm process that made the page, and its parent; undefined when the page comes from nginx itself. */
	readonly worker: number | undefined;
	readonly master: number | undefined;
}

/** Asks nginx in a container for a page. */
export async function request(container: string, path = "/"): Promise<Answer> {
	const [first = "", ...body] = (await docker("exec", container, "php", "-r", GET, "--", path)).split("\n");
	const [, worker, master] = /worker (\d+) of master (\d+)/.exec(body.join("\n")) ?? [];
	return { status: Number(first.split(" ")[1] ?? 0), worker: toNumber(worker), master: toNumber(master) };
}

/** Asks for up to `limit` pages until one does not come; gives how many came. */
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

/** Sends a signal to the process whose number is in a file of /run/app; gives the number. */
export async function signalMaster(container: string, signal: string, file: string): Promise<number> {
	return Number(
		await docker("exec", container, "sh", "-c", `pid=$(cat /run/app/${file}) && kill -${signal} $pid && echo $pid`),
	);
}

/** The number in a file of /run/app. */
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
