import { UserError } from "../../core/user-error.ts";
import type { Argument } from "./arguments.ts";
import { splitPair } from "./build-args.ts";
import { option, without, wordsOf } from "./builder-command.ts";
import { findComposeFiles } from "./compose-files.ts";
import { askBuilder, type BuilderAnswer } from "./query-builder.ts";

/** How compose is run. */
export interface ComposeCall {
	/** The words up to `compose`. */
	readonly program: readonly string[];
	/** Compose's own options, before its verb. */
	readonly options: readonly Argument[];
	readonly cwd: string;
	/** Its stdin. */
	readonly input?: Uint8Array | undefined;
}

/**
 * Asks compose for its model with some services, or with all. Unlike `docker compose build`, this reads the `env_file`
 * of each service, which often exists only where the service runs. If one is missing, compose is asked again without
 * these files. Throws UserError.
 */
export async function askForModel(call: ComposeCall, names: readonly string[]): Promise<BuilderAnswer> {
	try {
		return await askBuilder(modelWords(call, names), call.cwd, call.input);
	} catch (error) {
		if (!(error instanceof UserError && /env file .* not found/.test(error.message))) throw error;
		const answer = (await askWithoutEnvFiles(call, names)) ?? (await askWithReset(call, names));
		if (answer !== undefined) return answer;
		throw new UserError(
			`${error.message}\ndocker compose build does not read it, but pidone needs docker compose config, which does: create it (it may be empty), or write required: false beside its path in env_file`,
			{ cause: error },
		);
	}
}

/** The command that prints compose's model. */
export function modelWords(
	{ program, options }: Pick<ComposeCall, "program" | "options">,
	names: readonly string[],
): string[] {
	return composeWords(program, options, ["config", "--format", "json", ...names]);
}

/** Compose 5 and newer can leave out the files. Older versions have the same option, but still read them. */
function askWithoutEnvFiles(call: ComposeCall, names: readonly string[]): Promise<BuilderAnswer | undefined> {
	return tryToAsk([...modelWords(call, names), "--no-env-resolution"], call.cwd, call.input);
}

/** Compose 2.24 and newer can read a file that resets values of other files. It is passed on stdin. */
async function askWithReset(call: ComposeCall, names: readonly string[]): Promise<BuilderAnswer | undefined> {
	const { program, options, cwd, input } = call;
	if (input !== undefined) return undefined;
	const ask = (others: readonly Argument[], verb: readonly string[], stdin = ""): Promise<BuilderAnswer | undefined> =>
		tryToAsk(composeWords(program, others, verb), cwd, Buffer.from(stdin));
	const ownFiles = without(options, "file");
	// .env may list the files that compose reads. An empty model makes compose print the variables without them.
	const variables = await ask([option("file", "-"), ...ownFiles], ["config", "--environment"], "services: {}");
	const services = await ask([...options, option("profile", "*")], ["config", "--services"]);
	if (variables === undefined || services === undefined) return undefined;
	const files = findComposeFiles(options, cwd, Object.fromEntries(linesOf(variables.stdout).map(splitPair)));
	const resets = linesOf(services.stdout).map((name) => `  ${JSON.stringify(name)}: { env_file: !reset null }\n`);
	return ask(
		[...[...files, "-"].map((file) => option("file", file)), ...ownFiles],
		["config", "--format", "json", ...names],
		`services:\n${resets.join("")}`,
	);
}

function composeWords(program: readonly string[], options: readonly Argument[], verb: readonly string[]): string[] {
	return [...program, ...wordsOf(options), ...verb];
}

async function tryToAsk(words: readonly string[], cwd: string, input?: Uint8Array): Promise<BuilderAnswer | undefined> {
	try {
		return await askBuilder(words, cwd, input);
	} catch (error) {
		if (error instanceof UserError) return undefined;
		throw error;
	}
}

function linesOf(text: string): readonly string[] {
	return text.split(/\r?\n/).filter((line) => line !== "");
}
