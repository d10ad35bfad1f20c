import type { ImageKind } from "../images/distros.ts";
import type { Init } from "../inits/init.ts";

/** The distributions whose old releases pidone knows by name or number. */
type Family = "debian" | "ubuntu";

/** By the names in tags. Sources: Debian's and Ubuntu's lists of releases. */
const RELEASES: Readonly<Record<string, readonly [Family, number]>> = {
	wheezy: ["debian", 7],
	jessie: ["debian", 8],
	stretch: ["debian", 9],
	precise: ["ubuntu", 12],
	trusty: ["ubuntu", 14],
	xenial: ["ubuntu", 16],
	bionic: ["ubuntu", 18],
};

const NAMED = new RegExp(String.raw`\b(?:${Object.keys(RELEASES).join("|")})\b`);
/** `debian:9`, `debian-9`, `ubuntu:16.04`, `ubuntu1604`. */
const NUMBERED = /\b(?:(debian)[-:]?([6-9])\b|(ubuntu)[-:]?(1\d)(?:\.|04|10))/;

/** Whether a base has a release from before the first that has the init's package. */
export function isTooOld(base: string, image: ImageKind, { firstReleases }: Pick<Init, "firstReleases">): boolean {
	const [family, release] = releaseOf(base, image) ?? [];
	return family !== undefined && release !== undefined && release < (firstReleases?.[family] ?? 0);
}

function releaseOf(base: string, { distro, files }: ImageKind): readonly [Family, number] | undefined {
	if (files?.version !== undefined)
		return distro === "debian" || distro === "ubuntu" ? [distro, Number.parseInt(files.version, 10)] : undefined;
	const name = NAMED.exec(base)?.[0];
	if (name !== undefined) return RELEASES[name];
	const [, debian, debianRelease, ubuntu, ubuntuRelease] = NUMBERED.exec(base) ?? [];
	if (debian !== undefined) return ["debian", Number(debianRelease)];
	return ubuntu === undefined ? undefined : ["ubuntu", Number(ubuntuRelease)];
}
