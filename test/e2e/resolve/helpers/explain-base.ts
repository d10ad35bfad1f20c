import { execa } from "execa";
import { cliFile } from "../../../cli/built-cli.ts";
import { engineEnv } from "../../helpers/engine.ts";

/** What `pidone explain` prints about a Dockerfile that is based on an image. */
export async function explainBase(image: string, cwd: string, ...options: readonly string[]): Promise<string> {
	const words = [cliFile, "explain", "-", "--stdin-filename", "app/Dockerfile", ...options];
	const { stdout } = await execa(process.execPath, words, {
		cwd,
		env: engineEnv,
		input: `FROM ${image}\nCMD ["x"]\n`,
	});
	return stdout;
}
