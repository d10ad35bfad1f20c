import {
	CERTIFICATES,
	DEFAULT_PATH,
	DOWNLOADERS,
	LOADERS,
	MANAGED_MARKS,
	OS_RELEASES,
	PACKAGE_MANAGERS,
	PIP,
	PYTHONS,
	SHELL,
} from "./known-paths.ts";

const FILES = [
	...OS_RELEASES,
	...CERTIFICATES,
	...[SHELL, PIP, ...PYTHONS, ...PACKAGE_MANAGERS, ...DOWNLOADERS].flatMap((name) =>
		DEFAULT_PATH.split(":").map((folder) => `${folder}/${baseOf(name)}`),
	),
	...["/usr", "/usr/local"].flatMap((prefix) => MANAGED_MARKS.map((mark) => `${prefix}/${mark}`)),
	...Object.values(LOADERS).flatMap((loaders) => [...(loaders?.glibc ?? []), ...(loaders?.musl ?? [])]),
];

/** The target of a link usually has the same name, in another folder. */
const NAMES: ReadonlySet<string> = new Set(FILES.map(baseOf));

/** A file that replaces a directory hides the directory's content. */
const FOLDERS: ReadonlySet<string> = new Set(FILES.flatMap(foldersOf));

const TEXTS: ReadonlySet<string> = new Set(OS_RELEASES.map(baseOf));

/** Whether a file at a path may matter although it is not executable. */
export function isOfInterest(path: string): boolean {
	return NAMES.has(baseOf(path)) || FOLDERS.has(path);
}

/** Whether the text of a file at a path may matter. */
export function isTextOfInterest(path: string): boolean {
	return TEXTS.has(baseOf(path));
}

function baseOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}

function foldersOf(path: string): string[] {
	const parts = path.split("/").filter((part) => part !== "");
	return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
