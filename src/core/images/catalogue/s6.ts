/**
 * Images whose own init insists on being PID 1: s6-overlay, as linuxserver.io, Home Assistant and others use it, and
 * systemd.
 *
 * Nothing is ever put before these, so only the reason counts; the entrypoint is the one their base images share.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { rockerReleases } from "./distro-by-tag.ts";

const entrypoint = ["/init"];
const mustBePid1 = "s6-overlay's /init refuses to run unless it is PID 1";
const hassio = ["aarch64", "amd64", "armhf", "armv7", "i386"];

export const s6Images: readonly CatalogueEntry[] = [
	{
		images: ["linuxserver/ffmpeg", "ghcr.io/linuxserver/ffmpeg", "lscr.io/linuxserver/ffmpeg"],
		entrypoint: ["/ffmpegwrapper.sh"],
		distro: "ubuntu",
		source: "github.com/linuxserver/docker-ffmpeg: Dockerfile",
	},
	{
		images: [
			"linuxserver/baseimage-alpine*",
			"ghcr.io/linuxserver/baseimage-alpine*",
			"lscr.io/linuxserver/baseimage-alpine*",
			"lsiobase/alpine",
		],
		entrypoint,
		mustBePid1,
		distro: "alpine",
		source: "github.com/linuxserver/docker-baseimage-alpine: Dockerfile",
	},
	{
		images: [
			"linuxserver/baseimage-ubuntu*",
			"ghcr.io/linuxserver/baseimage-ubuntu*",
			"lscr.io/linuxserver/baseimage-ubuntu*",
			"lsiobase/ubuntu",
		],
		entrypoint,
		mustBePid1,
		distro: "ubuntu",
		source: "github.com/linuxserver/docker-baseimage-ubuntu: Dockerfile",
	},
	{
		images: [
			"linuxserver/baseimage-debian*",
			"ghcr.io/linuxserver/baseimage-debian*",
			"lscr.io/linuxserver/baseimage-debian*",
		],
		entrypoint,
		mustBePid1,
		distro: "debian",
		source: "github.com/linuxserver/docker-baseimage-debian: Dockerfile",
	},
	{
		images: ["linuxserver/*", "ghcr.io/linuxserver/*", "lscr.io/linuxserver/*", "lsiobase/*"],
		entrypoint,
		mustBePid1,
		source: "github.com/linuxserver: docker-*/Dockerfile (ENTRYPOINT of the baseimages)",
	},
	...(["debian", "ubuntu"] as const).map(
		(distro): CatalogueEntry => ({
			images: [
				...hassio.flatMap((arch) => [
					`ghcr.io/home-assistant/${arch}-base-${distro}`,
					`homeassistant/${arch}-base-${distro}`,
				]),
				`ghcr.io/hassio-addons/${distro}-base`,
				`ghcr.io/home-assistant/base-${distro}`,
			],
			entrypoint,
			shell: ["/bin/bash", "-o", "pipefail", "-c"],
			mustBePid1,
			distro,
			source: `github.com/home-assistant/docker-base: ${distro}/Dockerfile`,
		}),
	),
	{
		images: [
			...hassio.flatMap((arch) => [
				`ghcr.io/home-assistant/${arch}-base*`,
				`homeassistant/${arch}-base*`,
				`ghcr.io/hassio-addons/base/${arch}`,
			]),
			"ghcr.io/hassio-addons/base*",
			"ghcr.io/home-assistant/base*",
		],
		entrypoint,
		shell: ["/bin/ash", "-o", "pipefail", "-c"],
		mustBePid1,
		distro: "alpine",
		source:
			"github.com/home-assistant/docker-base: alpine/Dockerfile; github.com/hassio-addons/addon-base: base/Dockerfile",
	},
	{
		images: ["ghcr.io/home-assistant/home-assistant", "homeassistant/home-assistant"],
		entrypoint,
		mustBePid1,
		distro: "alpine",
		source: "github.com/home-assistant/core: Dockerfile (ENTRYPOINT of its base)",
	},
	{
		images: ["crazymax/alpine-s6", "ghcr.io/crazy-max/alpine-s6"],
		entrypoint,
		mustBePid1,
		distro: "alpine",
		source: "github.com/crazy-max/docker-alpine-s6: Dockerfile",
	},
	{
		images: ["serversideup/php", "ghcr.io/serversideup/php"],
		tags: ["*fpm-nginx*", "*fpm-apache*"],
		entrypoint: ["docker-php-serversideup-entrypoint"],
		cmd: ["/init"],
		user: "www-data",
		stopSignal: "SIGQUIT",
		mustBePid1,
		distro: { "*alpine*": "alpine", "*": "debian" },
		source: "github.com/serversideup/docker-php: src/variations/fpm-nginx/Dockerfile",
	},
	{
		images: ["rocker/rstudio", "rocker/tidyverse", "rocker/verse"],
		tags: ["3.[1-6].[0-9]"],
		cmd: ["/init"],
		mustBePid1,
		distro: "debian",
		release: rockerReleases,
		source: "github.com/rocker-org/rocker-versioned: rstudio/*.Dockerfile",
	},
	{
		images: [
			"rocker/rstudio",
			"rocker/shiny",
			"rocker/shiny-verse",
			"rocker/tidyverse",
			"rocker/verse",
			"rocker/geospatial",
		],
		tags: ["latest", "4", "4.*"],
		cmd: ["/init"],
		mustBePid1,
		distro: "ubuntu",
		source: "github.com/rocker-org/rocker-versioned2: dockerfiles/rstudio_*.Dockerfile",
	},
];
