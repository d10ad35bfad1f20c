import { baseName } from "../inits/invocation.ts";
import type { ImageFile } from "./image-file.ts";
import { whyMustBePid1 } from "./must-be-pid1.ts";

/** A program whose file cannot be read. */
export interface OpaqueProgram {
	/** Why it is not known what it runs; undefined if it counts as the final program. */
	readonly unknown: string | undefined;
	/**
	 * Whether the Dockerfile itself puts it into the image: then it may behave differently from other programs with this
	 * name.
	 */
	readonly isOwn: boolean;
}

/**
 * What is known about a program that cannot be read.
 * @param file its file; undefined if no instruction puts it into the image
 */
export function describeOpaque(program: string, file: ImageFile | undefined): OpaqueProgram {
	return { unknown: whyOpaque(program, file), isOwn: file !== undefined && !file.isPossible };
}

/** A program with the name of a script may run anything if its file cannot be read. */
function whyOpaque(program: string, file: ImageFile | undefined): string | undefined {
	if (file?.unreadable !== undefined && !file.isPossible) return file.unreadable;
	const isScript =
		SCRIPT_NAME.test(baseName(program)) && !OTHER_LANGUAGE.test(program) && whyMustBePid1([program]) === undefined;
	return isScript ? `${program} is not in the Dockerfile or its build context` : undefined;
}

const OTHER_LANGUAGE = /\.(?:[cm]?js|jar|phar|php|pl|pyz?|rb|ts)$/;
const SCRIPT_NAME = /\.(?:sh|bash)$|entrypoint|^(?:start|run|init|boot|launch|cmd)(?:$|[-_.])/;
