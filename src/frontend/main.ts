// The process that BuildKit starts for a build: its stdin and stdout are a connection to the gateway, and its stderr goes to the daemon's log.
import { once } from "node:events";
import { serve } from "./frontend.ts";
import { connectGateway } from "./gateway.ts";
import { joinStreams } from "./stdio.ts";

answer().then(
	() => process.exit(0),
	(error: unknown) => {
		// One line of a log that other programs write to as well.
		process.stderr.write(`pidone: ${(error instanceof Error ? error.message : String(error)).replace(/\s*\n\s*/g, " ")}\n`);
		process.exit(1);
	},
);

async function answer(): Promise<void> {
	const gateway = connectGateway(joinStreams(process.stdin, process.stdout));
	// BuildKit closes both streams at once; that of stdout would not be seen before something is written.
	const lost = once(process.stdin, "end").then(() => Promise.reject(new Error("BuildKit has closed the connection")));
	await Promise.race([serve(gateway, process.env), lost]);
}
