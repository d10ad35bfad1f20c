import { DEFAULT_SHELL, type ImageFacts } from "./facts.ts";
import type { PackageFacts } from "./package-facts.ts";

/** What an image declares, in one line. */
export function describeFacts(facts: ImageFacts): string {
	const { entrypoint, cmd, user, shell, stopSignal, onBuild, distro, files } = facts;
	const isUsualShell = JSON.stringify(shell) === JSON.stringify(DEFAULT_SHELL);
	return [
		`ENTRYPOINT ${words(entrypoint)}`,
		`CMD ${words(cmd)}`,
		`user ${user}`,
		...(isUsualShell ? [] : [`shell ${words(shell)}`]),
		`stop signal ${stopSignal}`,
		...(onBuild ?? []).map((trigger) => `ONBUILD ${trigger}`),
		...(distro === undefined ? [] : [[distro, files?.version ?? []].flat().join(" ")]),
		...(files === undefined ? [] : describeFiles(files)),
	].join(", ");
}

function describeFiles({
	hasShell,
	libc,
	packageManager,
	downloader,
	hasCertificates,
	hasPip,
}: PackageFacts): string[] {
	const has = { "no shell": hasShell === false, "no CA certificates": hasCertificates === false };
	return [
		...Object.entries(has).flatMap(([text, holds]) => (holds ? [text] : [])),
		...named("libc", libc),
		...named("package manager", packageManager),
		...named("downloader", downloader),
		...(hasPip ? ["pip"] : []),
	];
}

/** Names a fact unless the name says what it is. */
function named(kind: string, name: string | undefined): string[] {
	return name === undefined ? [] : [name === "none" ? `no ${kind}` : name];
}

function words(argv: readonly string[] | undefined): string {
	if (argv === undefined) return "not known";
	return argv.length > 0 ? JSON.stringify(argv) : "none";
}
