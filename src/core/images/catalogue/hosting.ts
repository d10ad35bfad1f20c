/** Images that web hosters, game servers and serverless platforms give to applications. */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const webdevopsSource = "github.com/webdevops/Dockerfile: docker";
const webdevops = ["php", "php-dev", "php-nginx", "php-nginx-dev", "php-apache", "php-apache-dev"];
const lagoonSource = "github.com/uselagoon/lagoon-images: images";
const lagoon = ["/sbin/tini", "--", "/lagoon/entrypoints.sh"];
const functionsSource = "github.com/Azure/azure-functions-docker: host/4";
const pipefail = ["/bin/bash", "-o", "pipefail", "-c"];
/** Names of an image of amazee.io, also by its tags for testing. */
const lagoonImages = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [`uselagoon/${name}`, `amazeeio/${name}`]);

export const hostingImages: readonly CatalogueEntry[] = [
	{
		images: webdevops.map((name) => `webdevops/${name}`),
		tags: [
			"5.6",
			"7.0",
			"alpine",
			"alpine-3*",
			"alpine-php*",
			"ubuntu-1[468].04",
			"debian-[89]*",
			"debian-10",
			"centos-7*",
		],
		entrypoint: ["/entrypoint"],
		cmd: ["supervisord"],
		distro: { "alpine*": "alpine", "ubuntu-*": "ubuntu", "centos-*": "centos", "*": "debian" },
		source: `${webdevopsSource}/php-official/*/Dockerfile, docker/base/*/Dockerfile (until 2020)`,
	},
	{
		images: webdevops.map((name) => `webdevops/${name}`),
		tags: ["7.[1-4]", "8.[0-9]", "7.[1-4]-alpine", "8.[0-9]-alpine"],
		entrypoint: ["/entrypoint"],
		cmd: ["supervisord"],
		stopSignal: "SIGQUIT",
		distro: debianOrAlpine,
		source: `${webdevopsSource}/php-official/*/Dockerfile (STOPSIGNAL of php)`,
	},
	{
		images: ["webdevops/base", "webdevops/base-app", "webdevops/nginx", "webdevops/apache"],
		tags: ["latest", "alpine", "ubuntu-*", "debian-*", "centos-*"],
		entrypoint: ["/entrypoint"],
		cmd: ["supervisord"],
		distro: { alpine: "alpine", "ubuntu-*": "ubuntu", "debian-*": "debian", "centos-*": "centos" },
		source: `${webdevopsSource}/base/*/Dockerfile`,
	},
	{
		images: ["richarvey/nginx-php-fpm"],
		tags: ["latest", "[23].*"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["/start.sh"],
		stopSignal: "SIGQUIT",
		distro: "alpine",
		source: "github.com/richarvey/nginx-php-fpm: Dockerfile (ENTRYPOINT and STOPSIGNAL of php)",
	},
	{
		images: ["moodlehq/moodle-php-apache"],
		tags: ["7.4*", "8.[0-9]", "8.[0-9]-*"],
		entrypoint: ["moodle-docker-php-entrypoint"],
		cmd: ["apache2-foreground"],
		stopSignal: "SIGWINCH",
		distro: "debian",
		source: "github.com/moodlehq/moodle-php-apache: Dockerfile (STOPSIGNAL of php)",
	},
	{
		images: lagoonImages("commons"),
		entrypoint: lagoon,
		cmd: ["/bin/docker-sleep"],
		distro: "alpine",
		source: `${lagoonSource}/commons/Dockerfile`,
	},
	{
		images: lagoonImages("node-18", "node-20", "node-22", "node-24", "node-26"),
		entrypoint: lagoon,
		cmd: ["yarn", "run", "start"],
		distro: "alpine",
		source: `${lagoonSource}/node/*.Dockerfile`,
	},
	{
		images: lagoonImages("python-3.10", "python-3.11", "python-3.12", "python-3.13", "python-3.14"),
		entrypoint: lagoon,
		cmd: ["python"],
		distro: "alpine",
		source: `${lagoonSource}/python/*.Dockerfile`,
	},
	{
		images: lagoonImages("php-8.1-fpm", "php-8.2-fpm", "php-8.3-fpm", "php-8.4-fpm", "php-8.5-fpm"),
		entrypoint: lagoon,
		cmd: ["/usr/local/sbin/php-fpm", "-F", "-R"],
		stopSignal: "SIGQUIT",
		distro: "alpine",
		source: `${lagoonSource}/php-fpm/*.Dockerfile (STOPSIGNAL of php)`,
	},
	{
		images: lagoonImages("php-8.0-cli", "php-8.1-cli", "php-8.2-cli", "php-8.3-cli"),
		tags: ["2[0-3].*", "24.[1-4].*", "24.5.0"],
		entrypoint: lagoon,
		cmd: ["/bin/docker-sleep"],
		stopSignal: "SIGQUIT",
		distro: "alpine",
		source: `${lagoonSource}/php-cli/*.Dockerfile (until 24.5.0, STOPSIGNAL of php-fpm)`,
	},
	{
		images: lagoonImages("php-8.1-cli", "php-8.2-cli", "php-8.3-cli", "php-8.4-cli", "php-8.5-cli"),
		entrypoint: lagoon,
		cmd: ["/bin/docker-sleep"],
		distro: "alpine",
		source: `${lagoonSource}/php-cli/*.Dockerfile`,
	},
	{
		images: lagoonImages("nginx"),
		entrypoint: lagoon,
		cmd: ["nginx", "-g", "daemon off;"],
		stopSignal: "SIGQUIT",
		distro: "alpine",
		source: `${lagoonSource}/nginx/Dockerfile (STOPSIGNAL of openresty)`,
	},
	{
		images: ["mcr.microsoft.com/azure-functions/python"],
		tags: ["4-python3.1[0-2]", "4-python3.1[01]-slim", "4-python3.[89]", "4-python3.[89]-slim"],
		cmd: "varies",
		distro: "debian",
		source: `${functionsSource}/*/python/*/*.Dockerfile`,
	},
	{
		images: ["mcr.microsoft.com/azure-functions/node"],
		tags: ["4-node14", "4-node16", "4-node18", "4-node20", "4-node22", "4-node1[468]-slim", "4-node20-slim"],
		cmd: "varies",
		distro: "debian",
		source: `${functionsSource}/*/node/*/*.Dockerfile`,
	},
	{
		images: ["mcr.microsoft.com/azure-functions/dotnet-isolated"],
		tags: ["4-dotnet-isolated[6-9].0", "4-dotnet-isolated[6-8].0-slim"],
		cmd: "varies",
		distro: "debian",
		source: `${functionsSource}/*/dotnet-isolated/*/*.Dockerfile`,
	},
	{
		images: ["mcr.microsoft.com/azure-functions/java"],
		tags: ["4-java8", "4-java11", "4-java17", "4-java21", "4-java8-slim", "4-java11-slim", "4-java17-slim"],
		cmd: "varies",
		distro: "debian",
		source: `${functionsSource}/*/java/*/*.Dockerfile`,
	},

	// Games
	{
		images: ["cm2network/steamcmd"],
		tags: ["root", "root-*"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/CM2Walki/steamcmd: bookworm/Dockerfile (no CMD of its own)",
	},
	{
		images: ["cm2network/steamcmd"],
		tags: ["latest", "steam", "steam-*"],
		cmd: "varies",
		user: "steam",
		distro: "debian",
		source: "github.com/CM2Walki/steamcmd: bookworm/Dockerfile (no CMD of its own)",
	},
	{
		images: ["steamcmd/steamcmd"],
		tags: ["latest", "ubuntu*", "debian*"],
		entrypoint: ["steamcmd"],
		cmd: ["+help", "+quit"],
		shell: pipefail,
		distro: { "*debian*": "debian", "*": "ubuntu" },
		source: "github.com/steamcmd/docker: dockerfiles/ubuntu-22/Dockerfile",
	},
	{
		images: ["steamcmd/steamcmd"],
		tags: ["alpine*"],
		entrypoint: ["steamcmd"],
		cmd: ["+help", "+quit"],
		distro: "alpine",
		source: "github.com/steamcmd/docker: dockerfiles/alpine-3/Dockerfile",
	},
	{
		images: ["gameservermanagers/linuxgsm", "ghcr.io/gameservermanagers/linuxgsm"],
		tags: ["latest", "ubuntu-2*"],
		entrypoint: ["/bin/bash", "./entrypoint.sh"],
		shell: pipefail,
		distro: "ubuntu",
		source: "github.com/GameServerManagers/docker-linuxgsm: Dockerfile.ubuntu-*",
	},
	{
		images: ["ghcr.io/pterodactyl/yolks"],
		tags: ["nodejs_1[24-8]", "nodejs_20"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["/bin/ash", "/entrypoint.sh"],
		user: "container",
		distro: "alpine",
		source: "github.com/pterodactyl/yolks: nodejs/*/Dockerfile (ENTRYPOINT of node)",
	},
	{
		images: ["ghcr.io/pterodactyl/yolks"],
		tags: ["python_3.*", "alpine"],
		cmd: ["/bin/ash", "/entrypoint.sh"],
		user: "container",
		distro: "alpine",
		source: "github.com/pterodactyl/yolks: python/*/Dockerfile, oses/alpine/Dockerfile",
	},
	{
		images: ["ghcr.io/pterodactyl/yolks", "ghcr.io/pterodactyl/games"],
		tags: ["debian", "source", "rust"],
		cmd: ["/bin/bash", "/entrypoint.sh"],
		user: "container",
		distro: "debian",
		source: "github.com/pterodactyl/yolks: oses/debian/Dockerfile, games/*/Dockerfile",
	},
];
