import type { Instruction } from "../dockerfile/instruction.ts";

/** A file of an image. */
export interface ImageFile {
	/** The instruction that puts it there. */
	readonly by: Instruction;
	/** `foreign`: from another image or the network. */
	readonly origin: "context" | "inline" | "foreign";
	/** Its path in the image. */
	readonly path: string;
	/** Its path in the image, the build context or the URL that it comes from. */
	readonly source?: string;
	/** What messages call it. */
	readonly name: string;
	/** Undefined if it is not known. */
	readonly text: string | undefined;
	/** Why its text is not known. */
	readonly unreadable?: string;
	/** How a message names one of its lines. */
	readonly placeOf: (line: number) => string;
	/** Undefined if that is not known. */
	readonly isExecutable: boolean | undefined;
	/** It may be in a copied folder whose contents are unknown: an earlier file takes precedence. */
	readonly isPossible?: boolean;
}
