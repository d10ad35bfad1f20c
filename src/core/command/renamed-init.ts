import { baseName, type InitInvocation, readInvocationOf } from "../inits/invocation.ts";
import { initProgramOf } from "../inits/program-names.ts";
import type { ImageFile } from "./image-file.ts";
import { readScript } from "./script-file.ts";

/** Reads an argument vector that begins with an init which the image has under another name. */
export function readRenamedInit(file: ImageFile | undefined, argv: readonly string[]): InitInvocation | undefined {
	if (file?.text !== undefined && readScript(file.text).kind !== "binary") return undefined;
	const program = initProgramOf(baseName(file?.source ?? ""));
	return program && readInvocationOf(program, argv);
}
