import { DISTROS } from "../images/distros.ts";
import type { Download } from "../inits/init.ts";
import type { Attempt, InstallRequest } from "./install.ts";
import { shellMistake } from "./package.ts";
import { renderTemplate } from "./render.ts";

type Downloader = "add" | "curl" | "wget";

/** Plans a download whose SHA-256 is checked: by ADD --checksum, curl or wget; without `wanted`, by what the base has. */
export function planDownload(request: InstallRequest, wanted?: Downloader): Attempt {
	const { init, platforms, templates } = request;
	if (init.release === undefined) return `${init.name} has no release to download`;
	const downloads = new Map<string, Download>();
	for (const platform of platforms) {
		const download = init.release.downloads[platform];
		if (download === undefined) return `no pinned checksum of ${init.name} is known for ${platform}`;
		downloads.set(platform, download);
	}
	const problem = shellMistake(request, request.stage.configs.length);
	const downloader = wanted ?? (problem === undefined ? availableDownloader(request) : undefined) ?? "add";
	if (downloader === "add" && platforms.length > 1) {
		return `it has neither curl nor wget, and ADD can download for one platform only: choose one with --platform${problem ? ` (${problem})` : ""}`;
	}
	if (downloader !== "add" && problem !== undefined) return problem;
	const path = request.path ?? init.path;
	const [only] = platforms.length === 1 ? downloads.values() : [];
	const name = only ? downloader : `${downloader}-multi`;
	const fragment = renderTemplate(name, templates[name] ?? "", {
		path,
		package: init.name,
		url: withMirror(init.release.url, request.mirrors.download),
		...(only ?? { arch: archOf(platforms), cases: casesOf(downloads) }),
	});
	return {
		path,
		why: `${init.name} is downloaded with ${downloader === "add" ? "ADD --checksum" : downloader} and its checksum verified`,
		step: { fragment, place: "above-command", needsRoot: downloader !== "add" },
	};
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

function hasVariants(platforms: Iterable<string>): boolean {
	return [...platforms].some((platform) => platform.split("/").length > 2);
}

function casesOf(downloads: ReadonlyMap<string, Download>): string {
	const withVariant = hasVariants(downloads.keys());
	return [...downloads]
		.map(([platform, { asset, sha256 }]) => {
			const [, arch = "", variant = ""] = platform.split("/");
			const pattern = withVariant ? `${arch}/${variant || "*"}` : arch;
			return `      ${pattern}) asset=${asset} sum=${sha256} ;; \\`;
		})
		.join("\n");
}

/** A URL with another scheme and host in front of its path. */
function withMirror(url: string, mirror: string | undefined): string {
	return mirror === undefined ? url : url.replace(/^https?:\/\/[^/]+/, mirror);
}
