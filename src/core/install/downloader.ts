import { shellTextOf } from "../command/run-text.ts";
import type { Instruction } from "../dockerfile/instruction.ts";
import { traitsOf } from "../images/distros.ts";
import type { InstallRequest } from "./install.ts";
import { commandsTextOf } from "./run-commands-text.ts";

const INSTALLS = /\b(?:add|install)\b[^;&|]*?\s(curl|wget)(?:\s|$)/;
const CALLS = /(?:^|[;&|(]\s*)(curl|wget)\s/;
const REMOVES = /\b(?:del|remove|purge|erase)\b[^;&|]*\s(?:curl|wget)\b/;
/** What takes a downloader away from a base. `apk del wget` leaves BusyBox's. */
const REMOVES_OWN = {
	curl: /\b(?:del|remove|purge|erase)\b[^;&|]*\scurl(?![\w-])/,
	wget: /\b(?:remove|purge|erase)\b[^;&|]*\swget(?![\w-])/,
} as const;

const CERTIFICATES = /\b(?:ca-certificates|update-ca-)/;

/**
 * The downloader that a RUN can call: one that the stage has installed or called so far, or one in the base, if there
 * are CA certificates and no RUN removes it.
 */
export function availableDownloader({ lineage, stage, dockerfile }: InstallRequest): "curl" | "wget" | undefined {
	const runs = lineage.filter(({ keyword }) => keyword === "RUN").map((run) => textOf(run, dockerfile.source));
	const { downloader, hasCertificates } = traitsOf(stage.end);
	const isUsable = hasCertificates !== false || runs.some((text) => CERTIFICATES.test(text));
	const inBase = downloader === "none" || !isUsable ? undefined : downloader;
	const own = inBase && runs.some((text) => REMOVES_OWN[inBase].test(text)) ? undefined : inBase;
	if (own !== undefined || runs.some((text) => REMOVES.test(text))) return own;
	const name = runs.map((text) => (INSTALLS.exec(text) ?? CALLS.exec(text))?.[1]).find((found) => found !== undefined);
	return name === "curl" || name === "wget" ? name : undefined;
}

const RELEVANT = /curl|wget|certificates|update-ca-/;

/** What a RUN calls, and its text as it is written: a substitution such as `$(curl …)` is not among the commands. */
function textOf(run: Instruction, source: string): string {
	const text = shellTextOf(run, source);
	return RELEVANT.test(text) ? `${commandsTextOf(run, source)} ; ${text}` : "";
}

/** A URL with another scheme and host before its path. */
export function withMirror(url: string, mirror: string | undefined): string {
	return mirror === undefined ? url : url.replace(/^https?:\/\/[^/]+/, mirror);
}
