import { parseImageReference } from "../dockerfile/image-reference.ts";
import { flatMap } from "../flat-map.ts";
import type { ImageKind } from "../images/distros.ts";
import { FIRST_SERVED } from "../images/served-releases.ts";
import type { Init } from "../inits/init.ts";

/** The distributions whose old releases pidone knows by name or number. */
type Family = "debian" | "ubuntu";

interface Release {
	readonly family: Family;
	/** Such as 12 or 22.04. */
	readonly number: number;
}

/** By the names in tags. Sources: Debian's and Ubuntu's lists of releases. */
const NAMES: Readonly<Record<Family, Readonly<Record<string, number>>>> = {
	debian: { wheezy: 7, jessie: 8, stretch: 9, buster: 10, bullseye: 11, bookworm: 12, trixie: 13 },
	ubuntu: {
		precise: 12.04,
		trusty: 14.04,
		utopic: 14.1,
		vivid: 15.04,
		wily: 15.1,
		xenial: 16.04,
		yakkety: 16.1,
		zesty: 17.04,
		artful: 17.1,
		bionic: 18.04,
		cosmic: 18.1,
		disco: 19.04,
		eoan: 19.1,
		focal: 20.04,
		groovy: 20.1,
		hirsute: 21.04,
		impish: 21.1,
		jammy: 22.04,
		kinetic: 22.1,
		lunar: 23.04,
		mantic: 23.1,
		noble: 24.04,
		oracular: 24.1,
		plucky: 25.04,
		questing: 25.1,
		resolute: 26.04,
	},
};

const FIRST_LONG_TERM = 16.04;

/** Whether a base has a release from before the first that has the init's package. */
export function isTooOld(base: string, image: ImageKind, { firstReleases }: Pick<Init, "firstReleases">): boolean {
	const release = releaseOf(base, image);
	return release !== undefined && release.number < (firstReleases?.[release.family] ?? 0);
}

/** Whether apt-get in a base finds no packages at all, because they have moved to the distribution's archive. */
export function isArchived(base: string, image: ImageKind): boolean {
	const release = releaseOf(base, image);
	return release !== undefined && release.number < FIRST_SERVED[release.family] && !isLongTerm(release);
}

function isLongTerm(release: Release): boolean {
	return release.family === "ubuntu" && release.number >= FIRST_LONG_TERM && !isInterim(release);
}

/** Ubuntu has a release with long-term support in April of every second year, and others in between. */
function isInterim({ family, number }: Release): boolean {
	return family === "ubuntu" && !/^\d[02468]\.04$/.test(number.toFixed(2));
}

const NAME = /\b[a-z]{4,8}\b/g;
/** `debian:9`, `debian-9`, `ubuntu:16.04`, `ubuntu1604`. */
const NUMBER = /\b(?:(debian)[-:]?([6-9]|10)\b|(ubuntu)[-:]?([12]\d)(?:\.|(?=04|10))(04|10))/;

function releaseOf(base: string, { distro, files }: ImageKind): Release | undefined {
	if (files?.version !== undefined)
		return distro === "debian" || distro === "ubuntu"
			? { family: distro, number: Number.parseFloat(files.version) }
			: undefined;
	const release = releaseByName(base) ?? releaseByNumber(base);
	return distro === undefined || distro === release?.family ? release : undefined;
}

/**
 * What the tag says, or else the name of the repository. There, the name of an interim release is more likely a word:
 * Groovy is also a language.
 */
function releaseByName(base: string): Release | undefined {
	const { name, tag = "" } = parseImageReference(base);
	const [release] = findNames(tag);
	return release ?? findNames(name).find((each) => !isInterim(each));
}

function findNames(text: string): readonly Release[] {
	return flatMap([...text.matchAll(NAME)], ([name]) =>
		flatMap(["debian", "ubuntu"] as const, (family) => {
			const number = NAMES[family][name];
			return number === undefined ? [] : [{ family, number }];
		}),
	);
}

function releaseByNumber(base: string): Release | undefined {
	const [, debian, debianNumber, ubuntu, year, month] = NUMBER.exec(base) ?? [];
	if (debian !== undefined) return { family: "debian", number: Number(debianNumber) };
	return ubuntu === undefined ? undefined : { family: "ubuntu", number: Number(`${year}.${month}`) };
}
