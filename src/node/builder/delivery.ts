import { readBinaries } from "../files/shipped-init.ts";

/** A file of the temporary folder. */
export interface WorkspaceFile {
	/** Relative to the folder. */
	readonly path: string;
	readonly bytes: string | Uint8Array;
	/** Whether it is a program, which is copied into an image. */
	readonly isExecutable?: boolean;
}

/** The command to run, and the files that it needs in the temporary folder. */
export interface Delivery {
	readonly files: readonly WorkspaceFile[];
	readonly words: readonly string[];
	/** Additional environment variables for the command. */
	readonly environment?: Readonly<Record<string, string>>;
	/** The command's stdin; by default our own. */
	readonly input?: string | Uint8Array;
}

/** The folder of the named context, in the temporary folder. */
export const INIT_FOLDER = "init";

/** The init for some platforms, under the names that Dockerfiles use. */
export function listInitFiles(platforms: readonly string[]): WorkspaceFile[] {
	return readBinaries(platforms).map(({ name, bytes }) => ({
		path: `${INIT_FOLDER}/${name}`,
		bytes,
		isExecutable: true,
	}));
}
