/**
 * Languages ready to use, in images that are not among the Docker Official Images.
 *
 * Peculiar: CircleCI's former images run as a user who may become root, those with browsers start a display in front
 * of the command, and those of Node.js have the ENTRYPOINT of the official image.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames, rockerReleases } from "./distro-by-tag.ts";

const circleSource = "github.com/circleci/circleci-images: shared/images";
const circleLanguages = ["python", "golang", "ruby", "elixir", "erlang", "rust"];
const alpinePythonSource = "github.com/jfloff/alpine-python";
const phpdockerSource = "github.com/phpdocker-io/base-images: php/*/Dockerfile";
const apifySource = "github.com/apify/apify-actor-docker";
const nodeSourceDebian = ["jessie", "sid", "wheezy"];
const nodeSourceUbuntu = ["precise", "trusty", "vivid", "wily", "xenial"];

/** phpdocker.io's two names of a variant, which have one tag each. */
const phpdocker = (variant: string, versions: readonly string[], cmd: CatalogueEntry["cmd"]): CatalogueEntry => ({
	images: versions.map((version) => `phpdockerio/php${version}-${variant}`),
	tags: ["latest"],
	cmd: cmd ?? [],
	...(variant === "fpm" ? { stopSignal: "SIGQUIT" } : {}),
	distro: "ubuntu",
	source: phpdockerSource,
});

export const otherLanguageImages: readonly CatalogueEntry[] = [
	{
		images: [...circleLanguages, "openjdk", "node"].map((name) => `circleci/${name}`),
		tags: ["*browsers*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["/bin/sh"],
		user: "circleci",
		source: `${circleSource}/Dockerfile-browsers.template, Dockerfile-basic.template`,
	},
	{
		images: ["nim"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["bash"],
		distro: "debian",
		source: "github.com/nim-lang/docker-images: dockerfiles/*/Dockerfile (ENTRYPOINT of node)",
	},
	{
		images: ["circleci/php"],
		tags: [
			"7.[0-4]-browsers",
			"7.[0-4]-cli-browsers",
			"7.[0-4]-node-browsers",
			"7.[0-4]-cli-node-browsers",
			"8.0-browsers",
			"8.0-node-browsers",
		],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["/bin/sh"],
		user: "circleci",
		distro: "debian",
		source: "github.com/CircleCI-Public/circleci-dockerfiles: php/images/*/browsers/Dockerfile",
	},
	{
		images: ["circleci/php"],
		tags: ["7.[0-4]", "7.[0-4]-cli", "7.[0-4]-node", "7.[0-4]-cli-node", "8.0", "8.0-cli", "8.0-node"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["/bin/sh"],
		user: "circleci",
		distro: "debian",
		source: "github.com/CircleCI-Public/circleci-dockerfiles: php/images/*/Dockerfile (ENTRYPOINT of php)",
	},
	{
		images: ["circleci/android"],
		tags: ["api-*"],
		cmd: ["/bin/sh"],
		user: "circleci",
		distro: "debian",
		source: "github.com/CircleCI-Public/circleci-dockerfiles: android/images/*/Dockerfile",
	},
	{
		images: ["rocker/shiny", "rocker/shiny-verse"],
		tags: ["3.[3-6].[0-9]"],
		cmd: ["/usr/bin/shiny-server.sh"],
		distro: "debian",
		release: rockerReleases,
		source: "github.com/rocker-org/shiny: Dockerfile, shiny-verse/Dockerfile",
	},
	{
		images: circleLanguages.map((name) => `circleci/${name}`),
		cmd: ["/bin/sh"],
		user: "circleci",
		distro: "debian",
		source: `${circleSource}/Dockerfile-basic.template`,
	},
	{
		images: ["circleci/openjdk"],
		cmd: ["/bin/sh"],
		user: "circleci",
		source: `${circleSource}/Dockerfile-basic.template`,
	},
	{
		images: ["circleci/node"],
		tags: [...["lts*", "latest*", "current*", "1[2-6]", "1[2-6]-*"], ...["12.[4-9]*", "12.[12][0-9]*", "1[3-6].*"]],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["/bin/sh"],
		user: "circleci",
		distro: "debian",
		source: `${circleSource}/Dockerfile-basic.template (ENTRYPOINT of node)`,
	},
	{
		images: ["apify/actor-node"],
		tags: ["latest", "16", "18", "2[0246]"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: "varies",
		distro: "alpine",
		source: `${apifySource}: node/Dockerfile (ENTRYPOINT of node)`,
	},
	{
		images: ["puppeteer-chrome", "playwright-chrome"].map((name) => `apify/actor-node-${name}`),
		tags: ["16"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: "varies",
		user: "myuser",
		distro: "debian",
		source: `${apifySource}: node-*-chrome/Dockerfile (ENTRYPOINT of node)`,
	},
	{
		images: ["puppeteer-chrome", "playwright-chrome"].map((name) => `apify/actor-node-${name}`),
		tags: ["latest", "2[0246]"],
		entrypoint: ["/home/myuser/xvfb-entrypoint.sh"],
		cmd: "varies",
		user: "myuser",
		shell: "varies",
		distro: "debian",
		source: `${apifySource}: node-*-chrome/Dockerfile`,
	},
	{
		images: [...nodeSourceDebian, ...nodeSourceUbuntu].map((name) => `nodesource/${name}`),
		cmd: ["npm", "start"],
		source: "github.com/nodesource/docker-node: debian/*/node/*/Dockerfile, ubuntu/*/node/*/Dockerfile",
	},
	{
		images: ["jfloff/alpine-python"],
		tags: ["2.7", "3.[678]"],
		entrypoint: ["/usr/bin/dumb-init"],
		cmd: ["python"],
		distro: "alpine",
		source: `${alpinePythonSource}: */Dockerfile`,
	},
	{
		images: ["jfloff/alpine-python"],
		tags: ["2.7-slim", "3.[678]-slim"],
		entrypoint: ["/usr/bin/dumb-init", "bash", "/entrypoint.sh"],
		distro: "alpine",
		source: `${alpinePythonSource}: *-slim/Dockerfile`,
	},
	phpdocker("fpm", ["73"], ["/usr/sbin/php-fpm7.3", "-O"]),
	phpdocker("fpm", ["74"], ["/usr/sbin/php-fpm7.4", "-O"]),
	phpdocker("fpm", ["80"], ["/usr/sbin/php-fpm8.0", "-O"]),
	phpdocker("cli", ["7", "71", "72", "73", "74", "80"], ["php", "-a"]),
	{
		images: ["phpdockerio/php"],
		tags: ["7.4-fpm", "8.[0-4]-fpm"],
		cmd: "varies",
		stopSignal: "SIGQUIT",
		distro: "ubuntu",
		source: phpdockerSource,
	},
	{
		images: ["phpdockerio/php"],
		tags: ["7.4-cli", "8.[0-4]-cli"],
		cmd: ["php", "-a"],
		distro: "ubuntu",
		source: phpdockerSource,
	},
	{
		images: ["rstudio/r-base"],
		// CentOS 6 has an ENTRYPOINT and a SHELL for software collections, whose path changed.
		tags: ["[34].*-[a-bd-z]*", "devel-[a-bd-z]*", "next-[a-bd-z]*", "*-centos[78]"],
		cmd: ["R"],
		distro: { "*centos*": "centos", "*opensuse*": "opensuse", "*rockylinux*": "rockylinux", ...releaseNames },
		source: "github.com/rstudio/r-docker: Dockerfile-*.template",
	},
	{
		images: ["ghcr.io/gleam-lang/gleam"],
		tags: ["*-erlang", "*-erlang-alpine", "*-erlang-slim", "*-elixir", "*-elixir-alpine", "*-elixir-slim"],
		cmd: ["gleam"],
		distro: debianOrAlpine,
		source: "github.com/gleam-lang/gleam: containers/erlang*.dockerfile, containers/elixir*.dockerfile",
	},
	{
		images: ["ghcr.io/gleam-lang/gleam"],
		tags: ["*-node", "*-node-alpine", "*-node-slim"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["gleam"],
		distro: debianOrAlpine,
		source: "github.com/gleam-lang/gleam: containers/node*.dockerfile (ENTRYPOINT of node)",
	},
	{
		images: ["ghcr.io/prefix-dev/pixi"],
		tags: ["latest", "0.[0-9][0-9].[0-9]", "noble", "jammy", "focal", "bookworm*", "bullseye*"].flatMap((tag) =>
			tag.startsWith("0")
				? [tag, `${tag}-noble`, `${tag}-jammy`, `${tag}-focal`, `${tag}-bookworm*`, `${tag}-bullseye*`]
				: [tag],
		),
		cmd: "varies",
		distro: releaseNames,
		source: "github.com/prefix-dev/pixi-docker: Dockerfile (no CMD of its own)",
	},
	{
		images: ["kkarczmarczyk/node-yarn"],
		tags: ["latest", "[4-8].*"],
		cmd: ["node"],
		distro: "debian",
		source: "github.com/kkarczmarczyk/docker-node-yarn: */Dockerfile (CMD of node)",
	},
	{
		images: ["babashka/babashka"],
		tags: ["latest", "[01].*", "alpine"],
		cmd: ["bb"],
		// Releases before 0.2.3 were built on Alpine, on BusyBox and on nothing.
		distro: {
			"*alpine*": "alpine",
			latest: "ubuntu",
			"0.2.[3-9]*": "ubuntu",
			"0.2.1[0-9]*": "ubuntu",
			"0.[3-9].*": "ubuntu",
			"1.*": "ubuntu",
		},
		source: "github.com/babashka/babashka: Dockerfile, Dockerfile.alpine",
	},
	{
		images: ["jeanblanchard/java", "jeanblanchard/alpine-glibc"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/jeanblanchard/docker-java: jre/Dockerfile (no CMD of its own)",
	},
	{
		images: ["williamyeh/java8"],
		tags: ["latest"],
		cmd: ["java"],
		distro: "debian",
		source: "github.com/William-Yeh/docker-java8: Dockerfile",
	},
];
