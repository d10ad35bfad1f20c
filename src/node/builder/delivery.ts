import { readBinaries } from "../files/shipped-init.ts";

/** A file of the temporary folder. */
export interface WorkspaceFile {
	/** Relative to the folder. */
	readonly path: string;
	readonly bytes: string | Uint8Array;
	/** Whether it is a program, which is copied into an image. */
	readonly isExecutable?: boolean;
}

/** The command to run, and what has to lie in the temporary folder for it. */
export interface Delivery {
	readonly files: readonly WorkspaceFile[];
	readonly words: readonly string[];
	/** Variables that the command gets beside ours. */
	readonly environment?: Readonly<Record<string, string>>;
	/** What to give to the command on stdin; without it, our own is passed on. */
	readonly input?: string | Uint8Array;
}

/** The folder that the named context is, in the temporary one. */
export const INIT_FOLDER = "init";

/** The init for some platforms, under the names by which a Dockerfile asks for it. */
export function listInitFiles(platforms: readonly string[]): WorkspaceFile[] {
	return readBinaries(platforms).map(({ name, bytes }) => ({
		path: `${INIT_FOLDER}/${name}`,
		bytes,
		isExecutable: true,
	}));
}
