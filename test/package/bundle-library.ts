import { resolve } from "node:path";
import { rolldown } from "rolldown";

const ROOT = resolve(import.meta.dirname, "../..");

/**
 * Bundles the library for a browser, as a script that declares `pidone`. Throws if it imports something that a browser
 * does not have.
 */
export async function bundleLibrary(): Promise<string> {
	const bundle = await rolldown({
		input: resolve(ROOT, "src/index.ts"),
		platform: "browser",
		onLog: (_level, log) => {
			throw new Error(log.message);
		},
	});
	const { output } = await bundle.generate({ format: "iife", name: "pidone" });
	await bundle.close();
	const [{ code }] = output;
	return code;
}

/**
 * What each function of the library returns for a Dockerfile, as an expression for a script in which `pidone` is
 * declared.
 */
export const USE = `(() => {
	const source = ${JSON.stringify("FROM node:22-alpine\nENTRYPOINT node server.js\n\nFROM python:3.12\nCMD python app.py # ü\n")};
	const { text, outcomes, edits } = pidone.rewrite(source, { platforms: ["linux/amd64"] });
	const mistakes = ["FROM", "FROM x\\nRUN " + "é".repeat(40000)].map((text) => {
		try {
			return pidone.rewrite(text);
		} catch (error) {
			return [error instanceof pidone.DockerfileSyntaxError, error.message, error.line];
		}
	});
	return JSON.stringify([text, outcomes, edits, pidone.revert(text), pidone.check(source), pidone.explain(source), mistakes]);
})()`;
