import { traitsOf } from "../images/distros.ts";
import type { InstallRequest } from "./install.ts";

const INSTALLS = /\b(?:add|install)\b[^;&|]*?\s(curl|wget)(?:\s|$)/;
const CALLS = /(?:^|[;&|(]\s*)(curl|wget)\s/;
const REMOVES = /\b(?:del|remove|purge|erase)\b[^;&|]*\s(?:curl|wget)\b/;

const CERTIFICATES = /\b(?:ca-certificates|update-ca-)/;

/**
 * The downloader that a RUN can call: one that the stage has installed or called so far, or one in the base, if there
 * are CA certificates.
 */
export function availableDownloader({ lineage, stage }: InstallRequest): "curl" | "wget" | undefined {
	const runs = lineage.filter(({ keyword }) => keyword === "RUN").map(({ argument }) => argument.text);
	const { downloader, hasCertificates } = traitsOf(stage.end);
	const isUsable = hasCertificates !== false || runs.some((text) => CERTIFICATES.test(text));
	const own = downloader === "none" || !isUsable ? undefined : downloader;
	if (own !== undefined || runs.some((text) => REMOVES.test(text))) return own;
	const name = runs.map((text) => (INSTALLS.exec(text) ?? CALLS.exec(text))?.[1]).find((found) => found !== undefined);
	return name === "curl" || name === "wget" ? name : undefined;
}

/** A URL with another scheme and host before its path. */
export function withMirror(url: string, mirror: string | undefined): string {
	return mirror === undefined ? url : url.replace(/^https?:\/\/[^/]+/, mirror);
}
