import { execa } from "execa";
import { engineEnv } from "../../helpers/engine.ts";
import { nameContainer } from "../../helpers/leftovers.ts";
import { poll } from "../../helpers/poll.ts";
import { commonOptions, type RunOptions } from "./container.ts";

export interface Terminal {
	/** The container's name. */
	readonly id: string;
	readonly type: (keys: string) => void;
	/** Waits until a text appears after the one that the last call waited for. */
	readonly waitFor: (text: string) => Promise<void>;
	/** Everything that was shown, and the exit code of `docker run`. */
	readonly result: Promise<{ readonly exitCode: number; readonly output: string }>;
}

export const interrupt = "\u0003";
export const suspend = "\u001a";
export const quit = "\u001c";
export const enter = "\r";

/** Runs `docker run -it` on its own terminal, which script(1) creates. */
export const runOnTerminal = (image: string, { options = [], args = [] }: RunOptions = {}): Terminal => {
	const id = nameContainer();
	const words = ["docker", "run", "-it", ...commonOptions(id), ...options, image, ...args];
	const child = execa("script", ["-qec", words.map(quote).join(" "), "/dev/null"], { env: engineEnv, reject: false });
	let output = "";
	let position = 0;
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		output += text;
	});
	return {
		id,
		type: (keys) => child.stdin.write(keys),
		waitFor: async (text) => {
			const at = await poll(`${text} is shown`, async () => find(output, text, position)).catch((error: Error) => {
				throw new Error(`${error.message}: ${JSON.stringify(output)}`, { cause: error });
			});
			position = at + text.length;
		},
		result: child.then(({ exitCode = -1 }) => ({ exitCode, output })),
	};
};

const find = (output: string, text: string, position: number): number | undefined => {
	const at = output.indexOf(text, position);
	return at < 0 ? undefined : at;
};

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;
