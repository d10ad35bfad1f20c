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
	const which = platforms.length === 1 ? release.downloads[only] : { arch: archOf(platforms), cases: casesOf(platforms, release.downloads) };
	return renderTemplate(name, templates[name] ?? "", { path, package: init.name, url: withMirror(release.url, mirrors.download), ...which });
}

/** What a RUN of this stage has used or installed so far, or what every image of the distribution has. */
function availableDownloader({ lineage, stage }: InstallRequest): Downloader | undefined {
	for (const run of lineage) {
		const match = run.keyword === "RUN" ? /\b(curl|wget)\b/.exec(run.argument.text) : null;
		if (match?.[1] === "curl" || match?.[1] === "wget") return match[1];
	}
	const { distro } = stage.end;
	return distro && DISTROS[distro].downloader;
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
