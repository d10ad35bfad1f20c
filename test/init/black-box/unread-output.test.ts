// If nobody reads what the init prints, it continues, and later reports how many lines are missing.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeInits } from "./helpers/describe-inits.ts";
import { binFolder } from "./helpers/inits.ts";
import { startScript } from "./helpers/processes.ts";

const loop = "while :; do sleep 1000 & wait $!; done";
/** Writes blocks until no more of them fit. Only blocks of a single byte leave no room at all. */
const fill = (size: number): string => `dd if=/dev/zero of="$BASE" bs=${size} count=65537 oflag=nonblock 2>/dev/null`;
let files = 0;

describeInits(["pidone", "tini", "dumb-init"], (init) => {
	const verbose = init.personality === "tini" ? "-vvv" : "-v";
	it.skipIf(init.isReference).each([
		["nothing else writes there", `${fill(4096)}; ${fill(1)}`],
		["another process waits there", "yes >&2 & sleep 0.2"],
	])("a full pipe as its output does not keep it from forwarding signals, where %s", async (_name, write) => {
		const base = join(binFolder, `unread-${files++}`);
		const child = `trap "echo got >&3" 28; trap "echo end >&3; exit 6" 15; ${write}; echo ready >&3; ${loop}`;
		const script = `exec 3>&1 4<&0
			mkfifo "$BASE"
			{ while [ ! -e "$BASE-go" ]; do sleep 0.05; done; exec grep -av --line-buffered "^y$"; } <"$BASE" &
			$INIT ${verbose} -- sh -c "$CHILD" >"$BASE" 2>&1 & pid=$!
			while read signal <&4; do kill -$signal $pid; done
			wait $pid; echo status $?`;
		const running = startScript(init, script, { env: { BASE: base, CHILD: child }, input: "" });
		await running.readUntil(/^ready$/);
		for (let round = 0; round < 2; round += 1) {
			running.write("28\n");
			expect(await running.readLine()).toBe("got");
		}
		writeFileSync(`${base}-go`, "");
		const wait = setInterval(() => running.write("28\n"), 100);
		try {
			await running.readUntil(/\d+ lines before this one were dropped/);
		} finally {
			clearInterval(wait);
		}
		running.write("15\n");
		await running.readUntil(/^end$/);
		running.end();
		await running.readUntil(/^status 6$/);
	});
});
