import type { Distro } from "../../core/images/catalogue-entry.ts";
import { traitsOf } from "../../core/images/distros.ts";
import type { PackageFacts } from "../../core/images/package-facts.ts";
import type { PackageManager } from "../../core/images/package-manager.ts";
import { splitPlatform } from "../../core/platform.ts";
import type { FileTree } from "./file-tree.ts";
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
import { distroOfId, parseOsRelease } from "./os-release.ts";

/** The parts of an image's config that determine which files matter. */
export interface ImageOfFiles {
	/** As `normalizePlatform` names it. */
	readonly platform: string;
	readonly env: readonly string[];
}

/** What the files of an image show. */
export interface ShownFacts {
	readonly distro: Distro;
	readonly files: PackageFacts;
}

/** Finds out which distribution an image is, and which programs it has. */
export function findPackageFacts(tree: FileTree, { platform, env }: ImageOfFiles): ShownFacts {
	const release = parseOsRelease(OS_RELEASES.map((path) => tree.find(path)?.text).find(Boolean) ?? "");
	const named = distroOfId(release.id);
	const has = (program: string): boolean => foldersIn(env).some((folder) => isExecutable(tree, `${folder}/${program}`));
	const packageManager = chooseManager(named, PACKAGE_MANAGERS.filter(has));
	const libc = findLibc(tree, platform);
	return {
		distro: named === "ubi" ? kindOfUbi(packageManager) : named,
		files: {
			...(release.version === undefined ? {} : { version: release.version }),
			hasShell: isExecutable(tree, SHELL),
			...(libc === undefined ? {} : { libc }),
			packageManager,
			downloader: DOWNLOADERS.find(has) ?? "none",
			hasCertificates: CERTIFICATES.some((path) => tree.find(path)?.isEmpty === false),
			hasPip: hasUsablePip(tree, foldersIn(env)),
		},
	};
}

/** The folders in the PATH of an image; the last one counts where it has several. */
function foldersIn(env: readonly string[]): readonly string[] {
	const path = env.findLast((each) => each.startsWith("PATH="))?.slice("PATH=".length) ?? DEFAULT_PATH;
	return path.split(":").filter((folder) => folder.startsWith("/"));
}

function isExecutable(tree: FileTree, path: string): boolean {
	return tree.find(path)?.isExecutable ?? false;
}

/** The distribution's own package manager, or one that installs the same packages. */
function chooseManager(distro: Distro, found: readonly PackageManager[]): PackageManager | "none" {
	const { packageManager: own } = traitsOf({ distro });
	const fitting =
		own === undefined || own === "none" ? found : found.filter((each) => formatOf(each) === formatOf(own));
	return fitting.find((each) => each === own) ?? fitting[0] ?? "none";
}

function formatOf(manager: PackageManager): "apk" | "deb" | "rpm" {
	return manager === "apk" ? "apk" : manager === "apt-get" ? "deb" : "rpm";
}

/** Red Hat's images differ in what installs packages. */
function kindOfUbi(manager: PackageManager | "none"): Distro {
	return manager === "none" ? "ubi-micro" : manager === "microdnf" ? "ubi-minimal" : "ubi";
}

/** Whether there is pip, and its Python is not the distribution's: the one beside it, or else the first one. */
function hasUsablePip(tree: FileTree, folders: readonly string[]): boolean {
	const hasPython = (folder: string): boolean => PYTHONS.some((name) => isExecutable(tree, `${folder}/${name}`));
	const own = folders.find((folder) => isExecutable(tree, `${folder}/${PIP}`));
	const python = own === undefined || hasPython(own) ? own : folders.find(hasPython);
	if (python === undefined) return false;
	return !MANAGED_MARKS.some((mark) => tree.find(`${python}/../${mark}`) !== undefined);
}

/** Unknown if there are several, which may be a compatibility layer, or if the loaders of the platform are unknown. */
function findLibc(tree: FileTree, platform: string): PackageFacts["libc"] {
	const loaders = LOADERS[splitPlatform(platform).architecture];
	if (loaders === undefined) return undefined;
	const hasGlibc = loaders.glibc.some((path) => tree.find(path) !== undefined);
	const hasMusl = loaders.musl.some((path) => tree.find(path) !== undefined);
	if (hasGlibc && hasMusl) return undefined;
	return hasGlibc ? "glibc" : hasMusl ? "musl" : "none";
}
