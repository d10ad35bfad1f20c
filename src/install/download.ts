import { DISTROS } from "../images/distros.ts";
import type { Download, Init } from "../inits/init.ts";
import type { Attempt, InstallRequest } from "./install.ts";
import { shellMistake } from "./package.ts";
import { type Fragment, renderTemplate } from "./render.ts";

type Downloader = "add" | "curl" | "wget";

/** Plans a download whose SHA-256 is checked: by ADD --checksum, curl or wget; without `wanted`, by what the base has. */
export function planDownload(request: InstallRequest, wanted?: Downloader): Attempt {
	const { init, platforms } = request;
	const { release } = init;
	if (release === undefined) return `${init.name} has no release to download`;
	const unknown = platforms.find((platform) => release.downloads[platform] === undefined);
	if (unknown !== undefined) return `no pinned checksum of ${init.name} is known for ${unknown}`;
	const { distro } = request.stage.end;
	const dynamic = platforms.find((platform) => release.downloads[platform]?.needsGlibc);
	if (dynamic !== undefined && !(distro && DISTROS[distro].hasGlibc)) return `${init.name} for ${dynamic} needs glibc, which its base is not known to have`;
	const problem = shellMistake(request, request.stage.configs.length);
	const downloader = wanted ?? (problem === undefined ? availableDownloader(request) : undefined) ?? "add";
	if (downloader !== "add" && problem !== undefined) return problem;
	if (downloader === "add" && platforms.length > 1) {
		return `${problem ?? "it is not known to have curl or wget"}, and ADD can download for one platform only: choose one with --platform`;
	}
	const path = request.path ?? init.path;
	return {
		path,
		why: `${init.name} is downloaded with ${downloader === "add" ? "ADD --checksum" : downloader} and its checksum verified`,
		step: { fragment: renderDownload(downloader, release, path, request), place: "above-command", needsRoot: downloader !== "add" },
	};
}

function renderDownload(downloader: Downloader, release: NonNullable<Init["release"]>, path: string, request: InstallRequest): Fragment {
	const { init, platforms, templates, mirrors } = request;
	const [only = ""] = platforms;
	const name = platforms.length === 1 ? downloader : `${downloader}-multi`;
	const which =
		platforms.length === 1
			? { asset: release.downloads[only]?.asset, sha256: release.downloads[only]?.sha256 }
			: { arch: archOf(platforms), cases: casesOf(platforms, release.downloads) };
	return renderTemplate(name, templates[name] ?? "", { path, package: init.name, url: withMirror(release.url, mirrors.download), ...which });
}

const INSTALLS = /\b(?:add|install)\b[^;&|]*?\s(curl|wget)(?:\s|$)/;
const CALLS = /(?:^|[;&|(]\s*)(curl|wget)\s/;
const REMOVES = /\b(?:del|remove|purge|erase)\b[^;&|]*\s(?:curl|wget)\b/;

/** What a RUN of this stage has installed or called so far, or what every image of the distribution has. */
function availableDownloader({ lineage, stage }: InstallRequest): Downloader | undefined {
	const runs = lineage.filter(({ keyword }) => keyword === "RUN").map(({ argument }) => argument.text);
	const { distro } = stage.end;
	const own = distro && DISTROS[distro].downloader;
	if (own !== undefined || runs.some((text) => REMOVES.test(text))) return own;
	const name = runs.map((text) => (INSTALLS.exec(text) ?? CALLS.exec(text))?.[1]).find((found) => found !== undefined);
	return name === "curl" || name === "wget" ? name : undefined;
}

function archOf(platforms: readonly string[]): string {
	return hasVariants(platforms) ? "$TARGETARCH/$TARGETVARIANT" : "$TARGETARCH";
}

function hasVariants(platforms: readonly string[]): boolean {
	return platforms.some((platform) => platform.split("/").length > 2);
}

/** The branches of a `case` over the architecture. */
function casesOf(platforms: readonly string[], downloads: Readonly<Record<string, Download>>): string {
	const withVariant = hasVariants(platforms);
	return platforms
		.map((platform) => {
			const [, arch = "", variant = ""] = platform.split("/");
			const pattern = withVariant ? `${arch}/${variant || "*"}` : arch;
			return `      ${pattern}) asset=${downloads[platform]?.asset} sum=${downloads[platform]?.sha256} ;; \\`;
		})
		.join("\n");
}

/** A URL with another scheme and host in front of its path. */
function withMirror(url: string, mirror: string | undefined): string {
	return mirror === undefined ? url : url.replace(/^https?:\/\/[^/]+/, mirror);
}
