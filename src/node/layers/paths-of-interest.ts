import {
	CERTIFICATES,
	DEFAULT_PATH,
	DOWNLOADERS,
	LOADERS,
	OS_RELEASES,
	PACKAGE_MANAGERS,
	SHELL,
} from "./known-paths.ts";

const FILES = [
	...OS_RELEASES,
	...CERTIFICATES,
	...[SHELL, ...PACKAGE_MANAGERS, ...DOWNLOADERS].flatMap((name) =>
		DEFAULT_PATH.split(":").map((folder) => `${folder}/${baseOf(name)}`),
	),
	...Object.values(LOADERS).flatMap((loaders) => [...(loaders?.glibc ?? []), ...(loaders?.musl ?? [])]),
];

/** What links lead to has the same name more often than not, wherever it is. */
const NAMES: ReadonlySet<string> = new Set(FILES.map(baseOf));

/** A file in the place of a directory hides what is in it. */
const FOLDERS: ReadonlySet<string> = new Set(FILES.flatMap(foldersOf));

const TEXTS: ReadonlySet<string> = new Set(OS_RELEASES.map(baseOf));

/** Whether a file at a path may count though it cannot be executed. */
export function isOfInterest(path: string): boolean {
	return NAMES.has(baseOf(path)) || FOLDERS.has(path);
}

/** Whether the text of a file at a path may count. */
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
