import { UserError } from "../../core/user-error.ts";
import { type JsonObject, parseObject } from "../json.ts";
import type { BuilderCommand } from "./builder-command.ts";
import { quoteWords } from "./quote-words.ts";

/** How to pass a builder's printed definition to pidone if the builder must not be started. */
export interface GivenDefinition {
	readonly command: BuilderCommand;
	/** The content of stdin, if it was read. */
	readonly input: Uint8Array | undefined;
	/** Whether a definition was printed by the builder, so that everything in it is resolved. */
	readonly isPrinted: (definition: JsonObject) => boolean;
	/** The builder's words for printing it, and those for building what it has printed. */
	readonly print: readonly string[];
	readonly build: readonly string[];
}

/** Reads a definition that the builder has printed from stdin. Throws UserError that says how to pass it. */
export function readGiven({ command, input, isPrinted, print, build }: GivenDefinition): JsonObject {
	const definition = input === undefined ? undefined : parseObject(Buffer.from(input).toString("utf8"));
	if (definition !== undefined && isPrinted(definition)) return definition;
	const words = `${quoteWords(print)} | pidone build --dry-run -- ${quoteWords(build)}`;
	throw new UserError(
		`${command.name}: only it knows what it builds, and --dry-run starts nothing: pipe in what it prints, as in ${words}`,
	);
}
