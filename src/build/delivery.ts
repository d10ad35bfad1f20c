import { readBinaries } from "../init/binaries.ts";

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
	/** What to give to the command on stdin; without it, our own is passed on. */
	readonly input?: string | Uint8Array;
}

/** The named context from which a Dockerfile copies the init. */
export const INIT_CONTEXT = "pidone-init";

/** Frontends before 1.4 have no named contexts, and would pull an image of that name. */
const OLD_FRONTEND = /^(?:docker\.io\/)?docker\/dockerfile(?:-upstream)?:(?:1\.[0-3](?:\D|$)|experimental$)/;

/** Whether the frontend that a Dockerfile names by `# syntax=` knows named contexts. */
export function hasNamedContexts(syntax: string): boolean {
	return !OLD_FRONTEND.test(syntax);
}

/** Finds a COPY from a named context or an image. */
export function copiesFrom(name: string): RegExp {
	return new RegExp(`^\\s*(?:onbuild\\s+)?copy\\s(?:.*\\s)?--from=${name}\\s`, "im");
}

/** The folder that the named context is, in the temporary one. */
export const INIT_FOLDER = "init";

/** The init for some platforms, under the names by which a Dockerfile asks for it. */
export function listInitFiles(platforms: readonly string[]): WorkspaceFile[] {
	return readBinaries(platforms).map(({ name, bytes }) => ({ path: `${INIT_FOLDER}/${name}`, bytes, isExecutable: true }));
}
