import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../dist/init");
const names = readdirSync(folder).filter((name) => name.startsWith("pidone-linux-"));
/** What the init adds to every image, in bytes: on amd64, and on the CPU with the longest code. */
const BUDGET = 14_336;
const LARGEST = 20_480;

test("the init keeps to its budget", () => {
	for (const name of names) {
		const bytes = readFileSync(join(folder, name));
		process.stderr.write(
			`${name}: ${bytes.length} bytes, SHA-256 ${createHash("sha256").update(bytes).digest("hex")}\n`,
		);
		expect(bytes.length, name).toBeLessThanOrEqual(name === "pidone-linux-amd64" ? BUDGET : LARGEST);
	}
});

test("SHA256SUMS names the sums", () => {
	const sums = names.map(
		(name) =>
			`${createHash("sha256")
				.update(readFileSync(join(folder, name)))
				.digest("hex")}  ${name}\n`,
	);
	expect(readFileSync(join(folder, "SHA256SUMS"), "utf8").split("\n").sort()).toEqual(sums.join("").split("\n").sort());
});
