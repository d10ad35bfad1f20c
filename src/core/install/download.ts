import { folderOf } from "../command/posix-path.ts";
import { traitsOf } from "../images/distros.ts";
import { availableDownloader, withMirror } from "./downloader.ts";
import type { Attempt, InstallRequest } from "./install.ts";
import { shellMistake } from "./package.ts";
import { downloadValues, findBinaries, type PlatformBinaries } from "./platform-binaries.ts";
import { type Fragment, renderTemplate } from "./render.ts";

type Downloader = "add" | "curl" | "wget";

/**
 * Plans a download whose SHA-256 is checked: by ADD --checksum, curl or wget; without `wanted`, by what the base has.
 */
export function planDownload(request: InstallRequest, wanted?: Downloader): Attempt {
	const { init } = request;
	const found = findDownloads(request);
	if (typeof found === "string") return found;
	const downloader = chooseDownloader(request, found, wanted);
	if (typeof downloader === "object") return downloader.impossible;
	const path = request.path ?? init.path;
	return {
		path,
		why: `${init.name} is downloaded with ${downloader === "add" ? "ADD --checksum" : downloader} and its checksum verified`,
		step: {
			fragment: renderDownload(downloader, found, path, request),
			place: "above-command",
			needsRoot: downloader !== "add",
		},
	};
}

/** The downloads for the platforms, which must run on the base; or why there are none. */
function findDownloads({ init, platforms, stage }: InstallRequest): PlatformBinaries | string {
	const { release } = init;
	if (release === undefined) return `${init.name} has no release to download`;
	const known = Object.keys(release.downloads);
	const found = findBinaries(platforms, known);
	if ("missing" in found)
		return `pidone has no pinned checksum of ${init.name} for ${found.missing}: select from ${known.join(", ")} with --platform`;
	const { libc } = traitsOf(stage.end);
	const [dynamic] = [...found.binaries].find(([, binary]) => release.downloads[binary]?.needsGlibc) ?? [];
	if (dynamic === undefined || libc === "glibc") return found;
	return `${init.name} for ${dynamic} needs glibc, ${libc === undefined ? "and pidone does not know whether its base has it" : "which its base does not have"}`;
}

function chooseDownloader(
	request: InstallRequest,
	{ only }: PlatformBinaries,
	wanted: Downloader | undefined,
): Downloader | { readonly impossible: string } {
	const problem = shellMistake(request, request.stage.configs.length);
	const downloader = wanted ?? (problem === undefined ? availableDownloader(request) : undefined) ?? "add";
	if (downloader !== "add") return problem === undefined ? downloader : { impossible: problem };
	if (only !== undefined) return downloader;
	const limit = "ADD can download for only one platform: select one with --platform";
	if (wanted === "add") return { impossible: `${limit}, or another way with --install, such as curl or wget` };
	return { impossible: `${problem ?? "pidone does not know whether it has curl or wget"}, and ${limit}` };
}

function renderDownload(
	downloader: Downloader,
	found: PlatformBinaries,
	path: string,
	{ init, templates, mirrors }: InstallRequest,
): Fragment {
	const { url = "", downloads = {} } = init.release ?? {};
	const name = found.only === undefined ? `${downloader}-multi` : downloader;
	return renderTemplate(name, withFolder(templates[name] ?? "", path), {
		path,
		package: init.name,
		url: withMirror(url, mirrors.download),
		...downloadValues(found, downloads),
	});
}

/** The folders of programs, which every image with a shell has. */
const USUAL_FOLDERS = /^(?:\/usr(?:\/local)?)?\/s?bin\/[^/]+$|^\/[^/]+$/;

/** A RUN that first makes the folder into which it downloads; ADD makes it itself. */
function withFolder(template: string, path: string): string {
	if (USUAL_FOLDERS.test(path)) return template;
	return template.replace(/^RUN /, `RUN mkdir -p ${folderOf(path)} \\\n && `);
}
