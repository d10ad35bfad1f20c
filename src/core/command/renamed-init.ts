import { type InitInvocation, readInvocationOf } from "../inits/invocation.ts";
import { initProgramOf } from "../inits/program-names.ts";
import type { ImageFile } from "./image-file.ts";

/** Reads an argument vector that begins with an init which the image has under another name. */
export function readRenamedInit(file: ImageFile | undefined, argv: readonly string[]): InitInvocation | undefined {
	const program = initProgramOf(file?.asset ?? "");
	return program && readInvocationOf(program, argv);
}
