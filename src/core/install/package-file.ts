import { traitsOf } from "../images/distros.ts";
import type { PackageFiles } from "../inits/init.ts";
import { availableDownloader, withMirror } from "./downloader.ts";
import type { Attempt, InstallRequest } from "./install.ts";
import { shellMistake } from "./package.ts";
import { findPackageRun } from "./package-managers.ts";
import { downloadValues, findBinaries, type PlatformBinaries } from "./platform-binaries.ts";
import { type Fragment, renderTemplate } from "./render.ts";

type Kind = "deb" | "rpm";

const TOOLS: Readonly<Record<Kind, string>> = { deb: "dpkg", rpm: "rpm" };

/** Plans the install of the package file of an init's release, whose SHA-256 is checked, with `dpkg -i` or `rpm -i`. */
export function planPackageFile(request: InstallRequest, kind: Kind): Attempt {
	const { init, platforms, path } = request;
	const files = init.release?.packageFiles?.[kind];
	if (files === undefined) return `the releases of ${init.name} have no .${kind}`;
	const problem = shellMistake(request, request.stage.configs.length) ?? whyNoTool(request, kind);
	if (problem !== undefined) return problem;
	if (path !== undefined && path !== files.path)
		return `the .${kind} installs ${init.name} as ${files.path}, not as ${path}`;
	const known = Object.keys(files.downloads);
	const found = findBinaries(platforms, known);
	if ("missing" in found)
		return `pidone has no pinned checksum of the .${kind} of ${init.name} for ${found.missing}, only for ${known.join(", ")}: ${CHOOSE}`;
	const fragment = renderPackageFile(kind, found, files, request);
	if (typeof fragment === "string") return fragment;
	return {
		path: files.path,
		why: `${init.name} is installed from the .${kind} of its release with ${TOOLS[kind]}, and its checksum verified`,
		step: { fragment, place: "above-command", needsRoot: true },
	};
}

const CHOOSE = "select one with --platform, or another way with --install";

/**
 * Why `dpkg` or `rpm` cannot be called in a stage: another package manager shows that it is missing, and one of its
 * family that it is there.
 */
function whyNoTool({ stage, lineage, dockerfile }: InstallRequest, kind: Kind): string | undefined {
	const tool = TOOLS[kind];
	const { distro } = stage.end;
	const { packageManager: own } = traitsOf(stage.end);
	const manager = own ?? (distro === undefined ? findPackageRun(lineage, dockerfile.source)?.manager : undefined);
	if (manager === "none") return `its base has no package manager that pidone can use, and may have no ${tool}`;
	if (manager === undefined) {
		return distro === undefined || distro === "other"
			? `pidone does not know whether its base has ${tool}: declare its distribution with --base-config`
			: `its base is ${distro}, which has no ${tool}`;
	}
	const has = manager === "apk" ? undefined : manager === "apt-get" ? "dpkg" : "rpm";
	return has === tool ? undefined : `its base has ${manager}, not ${tool}`;
}

function renderPackageFile(
	kind: Kind,
	found: PlatformBinaries,
	{ downloads }: PackageFiles,
	request: InstallRequest,
): Fragment | string {
	const { init, templates, mirrors } = request;
	const downloader = availableDownloader(request);
	const isOne = found.only !== undefined;
	if (downloader === undefined && !isOne) {
		return "pidone does not know whether it has curl or wget, and ADD can download for one platform only: install one of them in an earlier RUN, or select a platform with --platform";
	}
	const name = downloader === undefined ? `${kind}-add` : isOne ? kind : `${kind}-multi`;
	return renderTemplate(name, templates[name] ?? "", {
		package: init.name,
		url: withMirror(init.release?.url ?? "", mirrors.download),
		fetch: downloader && FETCH[downloader],
		...downloadValues(found, downloads),
	});
}

/** The commands that download, up to the name of the file. */
const FETCH = { curl: "curl -fsSL -o", wget: "wget -q -O" } as const;
