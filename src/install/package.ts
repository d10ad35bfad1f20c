import { isPosixShell } from "../dockerfile/posix-shell.ts";
import type { Distro } from "../images/catalogue-entry.ts";
import { DISTROS, type PackageManager } from "../images/distros.ts";
import type { Attempt, InstallRequest, MirrorKind } from "./install.ts";
import { distroOfManager, findPackageRun, isTooOld, needsAptLists } from "./package-managers.ts";
import { renderTemplate } from "./render.ts";

/** Plans the install of a distribution's package. */
export function planPackage(request: InstallRequest, wanted?: PackageManager): Attempt {
	const { init, stage, templates, mirrors } = request;
	const used = findPackageRun(stage.stage.instructions, wanted);
	const manager = wanted ?? used?.manager ?? findPackageRun(request.lineage)?.manager ?? managerOf(stage.end.distro);
	if (manager === undefined) return "no package manager is known for its base";
	const distro = stage.end.distro ?? distroOfManager(manager);
	const known = managerOf(stage.end.distro);
	if (used === undefined && known !== undefined && known !== manager) return `its base has ${known}, not ${manager}`;
	if (distro === undefined) return `it is not known which distribution's ${manager} this is`;
	const path = init.packages[distro];
	if (path === undefined) return `${distro} has no package of ${init.name}`;
	if (isTooOld(request.baseText)) return `${request.baseText} is older than the package of ${init.name}`;
	const place = used?.run ?? stage.stage.from;
	const shellProblem = shellMistake(request, place === stage.stage.from ? 0 : stage.stage.instructions.indexOf(place) + 1);
	if (shellProblem !== undefined) return shellProblem;
	const epel = epelOf(distro, request);
	if (epel === "unknown") return `${distro} needs EPEL for ${init.name}, and its version is not known: enable EPEL in an earlier RUN`;
	const mirror = mirrors[mirrorKindOf(manager)];
	const name = templateName(manager, mirror !== undefined, epel !== undefined, keepsLists(request, place));
	const fragment = renderTemplate(name, templates[name] ?? "", { package: init.name, mirror, epel, path });
	const why = used ? `behind the stage's own ${manager}` : `with ${manager}, the package manager of its base`;
	return { path: request.path ?? path, why: `${init.name} is installed ${why}`, step: { fragment, place: { behind: place }, needsRoot: true } };
}

function managerOf(distro: Distro | undefined): PackageManager | undefined {
	return distro && DISTROS[distro].packageManager;
}

/** Why a RUN cannot stand behind the stage's first `count` instructions. */
export function shellMistake({ stage }: InstallRequest, count: number): string | undefined {
	const config = stage.configs[count] ?? stage.end;
	if (config.distro !== undefined && !DISTROS[config.distro].hasShell) return "its base has no shell to RUN anything";
	return config.shell !== undefined && !isPosixShell(config.shell) ? `its SHELL ${JSON.stringify(config.shell)} is no POSIX shell` : undefined;
}

function mirrorKindOf(manager: PackageManager): MirrorKind {
	return manager === "apk" ? "apk" : manager === "apt-get" ? "apt" : "rpm";
}

function templateName(manager: PackageManager, hasMirror: boolean, hasEpel: boolean, keepLists: boolean): string {
	if (hasMirror) return `${manager}-mirror`;
	if (hasEpel) return `${manager}-epel`;
	return keepLists ? `${manager}-keep-lists` : manager;
}

/** Whether a later RUN installs from the package lists that are there now, so that they must stay. */
function keepsLists({ stage }: InstallRequest, place: { readonly lineEnd: number }): boolean {
	const later = stage.stage.instructions.filter((instruction) => instruction.keyword === "RUN" && instruction.start >= place.lineEnd);
	return later.some(needsAptLists);
}

/** The package that adds EPEL, where it has to be added first. */
function epelOf(distro: Distro, { lineage, baseText }: InstallRequest): string | undefined | "unknown" {
	if (!DISTROS[distro].needsEpel || lineage.some((run) => run.keyword === "RUN" && /epel/i.test(run.argument.text))) return undefined;
	if (distro === "centos" || distro === "rockylinux" || distro === "almalinux") return "epel-release";
	const version = /(?:ubi|oraclelinux:|linux:)(\d+)/.exec(baseText)?.[1];
	if (version === undefined) return "unknown";
	return distro === "oraclelinux" ? `oracle-epel-release-el${version}` : `https://dl.fedoraproject.org/pub/epel/epel-release-latest-${version}.noarch.rpm`;
}

/** Whether the distribution's packages of inits need no other repository to be added. */
export function hasPlainPackage({ stage, lineage }: InstallRequest): boolean {
	const { distro } = stage.end;
	return distro === undefined || !DISTROS[distro].needsEpel || lineage.some((run) => run.keyword === "RUN" && /epel/i.test(run.argument.text));
}
