// The program that BuildKit starts for a build: its stdin and stdout are a connection to the gateway, and its stderr
// goes to the daemon's log.
import "./quickjs/globals.ts";
import * as os from "qjs:os";
import * as std from "qjs:std";
import { serve } from "./frontend.ts";
import { gatewayOver } from "./gateway.ts";
import { Connection } from "./http2/connection.ts";
import { readBytes, writeAll } from "./quickjs/files.ts";

const [STDIN, STDOUT] = [0, 1];
/** The result of `packInitSupply` is in a file that is named after the program. */
const [, initSupply = ""] = scriptArgs;
const received = new ArrayBuffer(65_536);
const connection = new Connection((bytes) => void (writeAll(STDOUT, bytes) || failClosed()));

// Writing to a lost connection also fails, which reports the loss.
os.signal(os.SIGPIPE, undefined);

os.setReadHandler(STDIN, () => {
	const length = os.read(STDIN, received, 0, received.byteLength);
	if (length <= 0) return failClosed();
	try {
		connection.receive(new Uint8Array(received, 0, length));
	} catch (error) {
		fail(new Error(`BuildKit does not speak HTTP/2: ${reasonOf(error)}`));
	}
});
serve(gatewayOver(connection), { env: std.getenviron(), readInitSupply: () => readBytes(initSupply) }).then(
	() => std.exit(0),
	fail,
);

function failClosed(): never {
	return fail(new Error("BuildKit has closed the connection"));
}

function fail(error: unknown): never {
	// One line, because other programs write to the same log.
	std.err.puts(`pidone: ${reasonOf(error).replace(/\s*\n\s*/g, " ")}\n`);
	return std.exit(1);
}

function reasonOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
