import { join } from "node:path";
import { execa } from "execa";
import { poll } from "../../helpers/poll.ts";
import { makeFolder } from "./workspace.ts";

/** Lets an ssh-agent without keys run for some work, which is given its socket. */
export async function withAgent<Result>(work: (socket: string) => Promise<Result>): Promise<Result> {
	const socket = join(makeFolder({}), "agent");
	const agent = execa("ssh-agent", ["-D", "-a", socket], { reject: false });
	try {
		// 1: it answers, and has no keys.
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
