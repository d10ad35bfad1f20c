import { exec } from "node:child_process";
import { createServer } from "node:http";

const port = Number(process.env.PORT ?? 3000);

createServer((request, response) => {
	if (request.url === "/cleanup") {
		// The shell ends at once; its background job becomes an orphan, and a zombie when nobody reaps it.
		exec("(sleep 1; rm -f /tmp/*.tmp) >/dev/null 2>&1 &", () => response.end("started\n"));
	} else {
		response.end("Hello from Node.js\n");
	}
}).listen(port, () => console.log(`listening on port ${port}`));
