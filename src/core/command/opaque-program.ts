import { baseName } from "../inits/invocation.ts";
import type { ImageFile } from "./image-file.ts";
import { whyMustBePid1 } from "./must-be-pid1.ts";

/** A program that is not read. */
export interface OpaqueProgram {
	/** Why it is not known what it runs; undefined where it is taken for the program at the end. */
	readonly unknown: string | undefined;
	/**
	 * Whether the Dockerfile itself puts it into the image: a script of its own that cannot be read need not do what
	 * others of its name do.
	 */
	readonly isOwn: boolean;
}

/**
 * What is known of a program that cannot be read.
 * @param file what is known of the file that it is; undefined where nothing puts it into the image
 */
export function describeOpaque(program: string, file: ImageFile | undefined): OpaqueProgram {
	return { unknown: whyOpaque(program, file), isOwn: file !== undefined && !file.isPossible };
}

/** A program that is called like a script, and comes from where nobody can read it, may run anything. */
function whyOpaque(program: string, file: ImageFile | undefined): string | undefined {
	if (file?.unreadable !== undefined && !file.isPossible) return file.unreadable;
	const isScript =
		SCRIPT_NAME.test(baseName(program)) && !OTHER_LANGUAGE.test(program) && whyMustBePid1([program]) === undefined;
	return isScript ? `${program} is not in the Dockerfile or its build context` : undefined;
}

const OTHER_LANGUAGE = /\.(?:[cm]?js|jar|phar|php|pl|pyz?|rb|ts)$/;
const SCRIPT_NAME = /\.(?:sh|bash)$|entrypoint|^(?:start|run|init|boot|launch|cmd)(?:$|[-_.])/;
