import type { InitProgram } from "../../inits/init.ts";
import { initProgramOf } from "../../inits/program-names.ts";

/** What a file contains, by its name. */
export interface InitFile {
	readonly name: InitProgram;
	/** It is a package, whose content is elsewhere after the installation. */
	readonly isPackage: boolean;
}

const PACKAGE = /^(tini|dumb-init|catatonit)(?:[_.-].*)?\.(?:deb|rpm)$/;

/** Programs of releases whose names contain a variable, such as `tini-static-$TARGETARCH`. */
const PROGRAMS: readonly (readonly [pattern: RegExp, name: InitProgram])[] = [
	[/^tini-.*\$/, "tini"],
	[/^dumb-init[_-].*\$/, "dumb-init"],
	[/^catatonit[.-].*\$/, "catatonit"],
	[/^pid1-/, "pid1"],
	[/^pidone-linux-/, "pidone"],
];

/** Signatures, checksums and sources that are published with a program. */
const BESIDE = /\.(?:asc|sig|sha\d+(?:sum)?|md5|txt|sh|c|h|py|md|json|conf|spec|whl|zip|tar|gz|xz|bz2|tgz|git)$/;

/** Finds out which init a file is by its name; undefined for other files. The name may contain unknown variables. */
export function readInitFile(fileName: string): InitFile | undefined {
	if (fileName.length > MAX_NAME) return undefined;
	const packaged = PACKAGE.exec(fileName)?.[1];
	if (packaged === "tini" || packaged === "dumb-init" || packaged === "catatonit")
		return { name: packaged, isPackage: true };
	if (BESIDE.test(fileName)) return undefined;
	const name = initProgramOf(fileName) ?? PROGRAMS.find(([pattern]) => pattern.test(fileName))?.[1];
	return name && { name, isPackage: false };
}

/** No file name is longer, apart from variables. */
const MAX_NAME = 300;
/** No path is longer. */
const MAX_PATH = 4096;

/** The last part of a path or URL, in which `${variable#a/b}` and `$(command a/b)` are not parts; without a query. */
export function fileNameOf(path: string): string {
	if (path.length > MAX_PATH) return "";
	const masked = path.replace(/\$\{[^}]*\}|\$\([^)]*\)|`[^`]*`/g, (text) => "_".repeat(text.length));
	const end = masked.search(/[?#]/);
	return path.slice(masked.lastIndexOf("/", end === -1 ? undefined : end) + 1, end === -1 ? undefined : end);
}
