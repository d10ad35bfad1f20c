/**
 * The releases of Debian in official images whose tags name none, as far as apt-get no longer finds packages there, or
 * not those of inits (see install/package-releases.ts). Sources: github.com/docker-library/official-images: the last
 * entry of each tag in the history of library/; where that names no release, the FROM of its Dockerfile in
 * github.com/docker-library/*, github.com/nodejs/docker-node, github.com/nginxinc/docker-nginx or
 * github.com/Perl/docker-perl. For .NET: README.aspnet.md in the history of github.com/dotnet/dotnet-docker.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { FIRST_SERVED } from "../served-releases.ts";
import { byVersion } from "./version-globs.ts";

type Globs = Readonly<Record<string, string>>;

/** What is known about the images of a name. */
type Facts = Pick<CatalogueEntry, "release" | "downloader">;

/** Tags that name a release, or another distribution. */
const named: Globs = {
	"*alpine*": "",
	"*trixie*": "13",
	"*bookworm*": "12",
	"*bullseye*": "11",
	"*buster*": "10",
	"*stretch*": "9",
	"*jessie*": "8",
	"*wheezy*": "7",
};

const node: Globs = {
	...named,
	"0.10.3[0-5]*": "",
	"0.11.1[34]*": "",
	"0*": "8",
	"argon*": "8",
	"boron*": "9",
	"carbon*": "9",
	"dubnium*": "9",
	"erbium*": "9",
	"fermium*": "10",
	"lts-fermium": "9",
	"*gallium*": "10",
	"6.14*-slim": "8",
	"10.13*-slim": "8",
	"10.14.0-slim": "8",
	...byVersion({
		4: { 8: "*" },
		5: { 8: "*" },
		6: { 8: "6.14.3", 9: "*" },
		7: { 8: "*" },
		8: { 8: "8.12", 9: "*" },
		9: { 8: "*" },
		10: { 8: "10.12", 9: "*" },
		11: { 9: "*" },
		12: { 9: "*" },
		13: { 9: "*" },
		14: { 9: "14.19.2", 10: "*" },
		15: { 9: "*" },
		16: { 10: "*" },
	}),
};

const python: Globs = {
	...named,
	"2.7.7*": "",
	"3.3.5*": "",
	"3.4.[01]": "",
	"3.4.[01]-*": "",
	2: "10",
	"2-*": "10",
	...byVersion({
		2.7: { 8: "2.7.14", 9: "2.7.15", 10: "*" },
		3.2: { 8: "*" },
		3.3: { 8: "*" },
		3.4: { 8: "3.4.7", 9: "*" },
		3.5: { 8: "3.5.4", 9: "3.5.6", 10: "*" },
		3.6: { 8: "3.6.4", 9: "3.6.8", 10: "3.6.13" },
		3.7: { 9: "3.7.3", 10: "3.7.10" },
		3.8: { 10: "3.8.10" },
		3.9: { 10: "3.9.5" },
	}),
};

const ruby: Globs = {
	...named,
	"1.9.3-p5[45][07]*": "7",
	...byVersion({
		1: { 8: "*" },
		"2.0": { 8: "*" },
		2.1: { 8: "*" },
		2.2: { 8: "*" },
		2.3: { 8: "2.3.6", 9: "*" },
		2.4: { 8: "2.4.3", 9: "2.4.5", 10: "*" },
		2.5: { 9: "2.5.4", 10: "*" },
		2.6: { 9: "2.6.2", 10: "2.6.7" },
		2.7: { 10: "2.7.3" },
		"3.0": { 10: "3.0.1" },
	}),
};

const golang: Globs = {
	...named,
	...byVersion({
		1.2: { 7: "1.2.1", 8: "*" },
		1.3: { 7: "1.3.2", 8: "*" },
		1.4: { 8: "*" },
		1.5: { 8: "*" },
		1.6: { 8: "*" },
		1.7: { 8: "*" },
		1.8: { 8: "*" },
		1.9: { 9: "*" },
		"1.10": { 9: "*" },
		1.11: { 9: "1.11.11", 10: "*" },
		1.12: { 9: "1.12.6", 10: "*" },
		1.13: { 10: "*" },
		1.14: { 10: "*" },
		1.15: { 10: "*" },
		1.16: { 10: "1.16.6" },
	}),
};

const php: Globs = {
	...named,
	5: "9",
	"5-*": "9",
	...byVersion({
		5.3: { 8: "*" },
		5.4: { 8: "*" },
		5.5: { 8: "*" },
		5.6: { 8: "5.6.35", 9: "*" },
		"7.0": { 8: "7.0.29", 9: "*" },
		7.1: { 8: "7.1.16", 9: "7.1.29", 10: "*" },
		7.2: { 9: "7.2.19", 10: "*" },
		7.3: { 9: "7.3.6", 10: "7.3.28" },
		7.4: { 10: "7.4.21" },
		"8.0": { 10: "8.0.8" },
	}),
};

const nginx: Facts = {
	release: {
		...named,
		...byVersion({
			1.7: { 7: "*" },
			1.8: { 8: "*" },
			1.9: { 8: "*" },
			"1.10": { 8: "*" },
			1.11: { 8: "*" },
			1.12: { 9: "*" },
			1.13: { 9: "*" },
			1.14: { 9: "*" },
			1.15: { 9: "*" },
			1.16: { 9: "1.16.0", 10: "*" },
			1.17: { 9: "1.17.1", 10: "*" },
			1.18: { 10: "*" },
			1.19: { 10: "*" },
			"1.20": { 10: "1.20.1" },
			1.21: { 10: "1.21.3" },
		}),
	},
};

const redis: Globs = {
	...named,
	2: "8",
	"2-*": "8",
	"32bit": "10",
	...byVersion({
		2.6: { 8: "*" },
		2.8: { 7: "2.8.22", 8: "*" },
		3: { 7: "3.0.5", 8: "3.2.11", 9: "*" },
		4: { 8: "4.0.9", 9: "4.0.13", 10: "*" },
		5: { 9: "5.0.4", 10: "5.0.13" },
		"6.0": { 10: "6.0.15" },
		6.2: { 10: "6.2.5" },
	}),
};

const perl: Globs = {
	...named,
	...byVersion({
		5.22: { 9: "*" },
		5.24: { 9: "*" },
		5.26: { 9: "5.26.2", 10: "*" },
		5.28: { 9: "5.28.1", 10: "*" },
		"5.30": { 10: "5.30.2" },
		5.32: { 10: "5.32.0" },
	}),
};

const postgres: Globs = {
	...named,
	9: "9",
	"9.3.4": "8",
	...byVersion({
		8: { 7: "*" },
		"9.0": { 7: "9.0.21", 8: "*" },
		9.1: { 7: "9.1.17", 8: "*" },
		9.2: { 7: "9.2.12", 8: "*" },
		9.3: { 7: "9.3.8", 8: "9.3.21", 9: "*" },
		9.4: { 7: "9.4.3", 8: "9.4.16", 9: "*" },
		9.5: { 8: "9.5.11", 9: "*" },
		9.6: { 8: "9.6.7", 9: "*" },
		10: { 9: "*" },
		11: { 9: "*" },
		12: { 10: "12.7" },
		13: { 10: "13.3" },
	}),
};

/** From 12 on, only slim variants are Debian. */
const openjdk: Globs = {
	...named,
	"*oracle*": "",
	"11.0.3-jre-slim*": "9",
	"8u1*-slim*": "9",
	"8u2*-slim*": "10",
	"11.0.[12]-*slim*": "9",
	"11.0.[3-9]-*slim*": "10",
	"8u2[0-3]*": "9",
	"11.0.[1-5]": "9",
	"11.0.[1-5]-*": "9",
	"8u10*": "8",
	"8u1[12]*": "8",
	"8u1*": "9",
	"8u2*": "10",
	"1[345]-*slim*": "10",
	"1[345].*slim*": "10",
	"16.0.1-*slim*": "10",
	...byVersion({ 6: { 7: "*" }, 7: { 8: "*" }, 11: { 10: "11.0.11" } }),
};

const rust: Globs = { ...named, ...byVersion({ 1: { 9: "1.36", 10: "1.54" } }) };
const httpd: Globs = { ...named, ...byVersion({ 2: { 8: "2.4.34", 9: "2.4.38", 10: "2.4.50" } }) };
const memcached: Globs = { ...named, ...byVersion({ 1: { 8: "1.4.38", 9: "1.5.15", 10: "1.6.10" } }) };

const dotnet: Globs = {
	...named,
	"*bionic*": "",
	"*focal*": "",
	...byVersion({ 2: { 9: "*" }, 3: { 10: "*" }, 5: { 10: "*" } }),
};

const dotnetFolders = ["", "nightly/", "core/"].map((folder) => `mcr.microsoft.com/dotnet/${folder}`);
const dotnetSdk = withCurl(dotnet);
const dotnetRuntime: Facts = { release: dotnet };

const known = new Map<string, Facts>([
	["node", withCurl(node)],
	["python", withCurl(python)],
	["ruby", withCurl(ruby)],
	["golang", withCurl(golang)],
	["rust", withCurl(rust)],
	["php", withCurl(php)],
	["perl", withCurl(perl)],
	["openjdk", withCurl(openjdk)],
	["nginx", nginx],
	["public.ecr.aws/nginx/nginx", nginx],
	["httpd", { release: httpd }],
	["redis", { release: redis }],
	["memcached", { release: memcached }],
	["postgres", { release: postgres }],
	...dotnetFolders.flatMap((folder): [string, Facts][] => [
		[`${folder}sdk`, dotnetSdk],
		...["runtime-deps", "runtime", "aspnet"].map((name): [string, Facts] => [`${folder}${name}`, dotnetRuntime]),
	]),
]);

/**
 * For images whose Dockerfiles install curl and CA certificates, or are built on one that does, except slim ones. It is
 * stated where apt-get cannot install an init.
 */
function withCurl(release: Globs): Facts {
	const isArchived = (number: string): boolean => number !== "" && Number(number) < FIRST_SERVED.debian;
	const downloaders = Object.entries(release).map(
		([glob, number]) => [glob, isArchived(number) ? "curl" : ""] as const,
	);
	return { release, downloader: { "*slim*": "", ...Object.fromEntries(downloaders) } };
}

/** A row with what is known about its images: several rows, if they differ. */
export function withReleases(row: CatalogueEntry): readonly CatalogueEntry[] {
	const isDebian = row.distro === "debian" || typeof row.distro === "object";
	if (!isDebian || row.release !== undefined) return [row];
	return [...new Set(row.images.map((image) => known.get(image)))].map((facts) => ({
		...row,
		images: row.images.filter((image) => known.get(image) === facts),
		...facts,
	}));
}
