import { join } from "node:path";
import { execa } from "execa";
import { poll } from "../../helpers/poll.ts";
import { makeFolder } from "./workspace.ts";

/** Runs an ssh-agent without keys while some work is done. The work gets the agent's socket. */
export async function withAgent<Result>(work: (socket: string) => Promise<Result>): Promise<Result> {
	const socket = join(makeFolder({}), "agent");
	const agent = execa("ssh-agent", ["-D", "-a", socket], { reject: false });
	try {
		// Exit code 1: the agent answers, and has no keys.
		const isThere = async () =>
			(await execa("ssh-add", ["-l"], { env: { SSH_AUTH_SOCK: socket }, reject: false })).exitCode === 1
				? true
				: undefined;
		await poll("ssh-agent answers", isThere);
		return await work(socket);
	} finally {
		agent.kill();
		await agent;
	}
}
