import type { ImageConfig } from "../analysis/image-config.ts";
import { shellTextOf } from "../command/run-text.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { isPosixShell } from "../dockerfile/posix-shell.ts";
import type { Distro } from "../images/catalogue-entry.ts";
import { distroOfManager, traitsOf } from "../images/distros.ts";
import type { PackageManager } from "../images/package-manager.ts";
import { keepsAptLists } from "./apt-lists.ts";
import type { Attempt, InstallRequest, MirrorKind } from "./install.ts";
import { findLaterRemoval } from "./installed-init.ts";
import { findPackageRun } from "./package-managers.ts";
import { isArchived, isTooOld } from "./package-releases.ts";
import { type Fragment, renderTemplate } from "./render.ts";

/** Plans the install of a distribution's package; by `wanted`, or by the package manager that fits. */
export function planPackage(request: InstallRequest, wanted?: PackageManager): Attempt {
	const { init, stage, baseText } = request;
	if (Object.keys(init.packages).length === 0) return `no distribution has a package of ${init.name}`;
	const known = managerOf(stage.end, baseText);
	if (known === "none") return "its base has no package manager that pidone can use";
	if (!isKindOf(wanted, known)) return `its base has ${known}, not ${wanted}`;
	const { source } = request.dockerfile;
	const used = findPackageRun(stage.stage.instructions, source, wanted ?? known);
	const manager = wanted ?? used?.manager ?? known ?? findPackageRun(request.lineage, source)?.manager;
	if (manager === undefined) return "pidone does not know the package manager of its base";
	const distro = stage.end.distro ?? distroOfManager(manager);
	if (distro === undefined) return `pidone does not know which distribution's ${manager} this is`;
	const installed = findPackage(request, distro, wanted);
	if (typeof installed === "string") return installed;
	const lack = manager === "apt-get" ? whyNotFound(request, wanted) : undefined;
	if (lack !== undefined) return lack;
	const place = placeAfterRemoval(used?.run ?? stage.stage.from, request);
	const shellProblem = shellMistake(request, stage.stage.instructions.indexOf(place) + 1);
	if (shellProblem !== undefined) return shellProblem;
	const fragment = renderPackage(manager, distro, place, request);
	if (typeof fragment === "string") return fragment;
	const why = used ? `after the stage's own ${manager}` : `with ${manager}, the package manager of its base`;
	return {
		path: installed.path,
		why: `${init.name} is installed ${why}`,
		step: { fragment, place: { after: place }, needsRoot: true },
	};
}

/**
 * Why apt-get finds no package. If packages are only in the distribution's archive, a file that uses apt-get itself has
 * changed its sources: it would not build otherwise.
 */
function whyNotFound(
	{ init, stage, baseText, lineage, mirrors, dockerfile: { source } }: InstallRequest,
	wanted: PackageManager | undefined,
): string | undefined {
	if (isTooOld(baseText, stage.end, init)) return `apt-get in ${baseText} finds no package of ${init.name}`;
	const mayFind = wanted !== undefined || mirrors.apt !== undefined;
	if (mayFind || !isArchived(baseText, stage.end) || findPackageRun(lineage, source, "apt-get")) return undefined;
	return `apt-get in ${baseText} finds no packages since its release was archived`;
}

/** Where the package installs the init; or why there is none, or not at the path that is requested. */
function findPackage(
	{ init, path: asked }: InstallRequest,
	distro: Distro,
	wanted: PackageManager | undefined,
): { readonly path: string } | string {
	const path = init.packages[distro];
	if (path !== undefined)
		return asked === undefined || asked === path
			? { path }
			: `the package installs ${init.name} as ${path}, not as ${asked}`;
	if (wanted === undefined) return `${distro} has no package of ${init.name}`;
	return asked === undefined
		? `pidone knows no package of ${init.name} for ${distro}: if there is one, pass its path with --entrypoint-path`
		: { path: asked };
}

function renderPackage(
	manager: PackageManager,
	distro: Distro,
	place: Instruction,
	request: InstallRequest,
): Fragment | string {
	const { init, templates, mirrors } = request;
	const epel = epelOf(distro, request);
	const mirror = mirrors[mirrorKindOf(manager)];
	if (epel === "unknown")
		return `${distro} needs EPEL for ${init.name}, and pidone does not know its version: enable EPEL in an earlier RUN`;
	if (epel !== undefined && mirror !== undefined)
		return `${distro} needs EPEL for ${init.name}, which the mirror does not have: enable EPEL in an earlier RUN`;
	const name = templateName(manager, {
		mirror,
		epel,
		keepsLists: manager === "apt-get" && keepsLists(request, place),
	});
	return renderTemplate(name, templates[name] ?? "", { package: init.name, mirror, epel });
}

/** A base whose tag or name shows that it has yum and no dnf: images on CentOS have its release in their own tag. */
const ONLY_YUM = /(?:centos|oraclelinux)[^:]*:(?:centos)?[67]\b|centos-?[67]\b|amazonlinux:[12](?!\d)|\/ubi7/;

function managerOf({ distro, files }: ImageConfig, baseText: string): PackageManager | "none" | undefined {
	if (files?.packageManager !== undefined) return files.packageManager;
	const manager = traitsOf({ distro }).packageManager;
	return manager === "dnf" && ONLY_YUM.test(baseText) ? "yum" : manager;
}

/** Whether the base may have a package manager. If it has dnf, yum is another name for it. */
function isKindOf(wanted: PackageManager | undefined, known: PackageManager | undefined): boolean {
	if (wanted === undefined || known === undefined) return true;
	return wanted === known || (wanted === "yum" && known === "dnf");
}

/** Why a RUN is impossible after the stage's first `count` instructions. */
export function shellMistake({ stage }: InstallRequest, count: number): string | undefined {
	const config = stage.configs[count] ?? stage.end;
	if (traitsOf(config).hasShell === false) return "its base has no shell to RUN anything";
	return config.shell !== undefined && !isPosixShell(config.shell)
		? `its SHELL ${JSON.stringify(config.shell)} is not a POSIX shell`
		: undefined;
}

/** The instruction after which a package stays installed: the given one, or a later RUN that would remove it again. */
export function placeAfterRemoval(place: Instruction, { init, stage, dockerfile }: InstallRequest): Instruction {
	const later = stage.stage.instructions.filter(({ start }) => start >= place.lineEnd);
	const context = { distro: stage.end.distro, source: dockerfile.source, variables: stage.variables };
	return findLaterRemoval(later, context, init.name) ?? place;
}

function mirrorKindOf(manager: PackageManager): MirrorKind {
	return manager === "apk" ? "apk" : manager === "apt-get" ? "apt" : "rpm";
}

interface Variant {
	readonly mirror: string | undefined;
	/** The package that adds EPEL first: a name, or a URL. */
	readonly epel: string | undefined;
	readonly keepsLists: boolean;
}

function templateName(manager: PackageManager, { mirror, epel, keepsLists }: Variant): string {
	if (mirror !== undefined) return `${manager}-mirror`;
	// microdnf installs nothing from a URL, and rpm nothing from a repository.
	if (epel !== undefined)
		return manager === "microdnf" && !epel.includes("://") ? "microdnf-epel-package" : `${manager}-epel`;
	return keepsLists ? `${manager}-keep-lists` : manager;
}

/** Whether a RUN after the place, of this stage or of one built on it, may install from the current package lists. */
function keepsLists({ stage, lineage, heirs, dockerfile: { source } }: InstallRequest, place: Instruction): boolean {
	const later = stage.stage.instructions.filter(({ start }) => start >= place.lineEnd);
	return keepsAptLists(lineage.slice(0, lineage.length - later.length), [...later, ...heirs], source);
}

/** The package that adds EPEL, if it must be added first. */
function epelOf(distro: Distro, request: InstallRequest): string | undefined | "unknown" {
	if (!traitsOf({ distro }).needsEpel || enablesEpel(request)) return undefined;
	const { baseText, stage } = request;
	if (distro === "centos" || distro === "rockylinux" || distro === "almalinux") return "epel-release";
	const [release = ""] = stage.end.files?.version?.split(".") ?? [];
	const version = /^\d+$/.test(release) ? release : /(?:ubi|oraclelinux:|linux:)(\d+)/.exec(baseText)?.[1];
	if (version === undefined) return "unknown";
	return distro === "oraclelinux"
		? `oracle-epel-release-el${version}`
		: `https://dl.fedoraproject.org/pub/epel/epel-release-latest-${version}.noarch.rpm`;
}

function enablesEpel({ lineage, dockerfile: { source } }: InstallRequest): boolean {
	return lineage.some((run) => run.keyword === "RUN" && /epel/i.test(shellTextOf(run, source)));
}

/** Whether the distribution has packages of inits without an additional repository. */
export function hasPlainPackage(request: InstallRequest): boolean {
	const { distro } = request.stage.end;
	return distro === undefined || !traitsOf({ distro }).needsEpel || enablesEpel(request);
}
