/**
 * Web applications among the Docker Official Images.
 *
 * Peculiar: applications on PHP have an Apache and an FPM variant and inherit the stop signal of php (SIGWINCH or
 * SIGQUIT).
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const wordpressSource = "github.com/docker-library/wordpress: Dockerfile.template, cli/Dockerfile.template";

/** An application on php:*-apache and php:*-fpm with an entrypoint of its own. */
function onPhp(
	image: string,
	entrypoint: string,
	apacheTags: readonly string[],
	fpmTags: readonly string[],
	source: string,
): readonly CatalogueEntry[] {
	return [
		{
			images: [image],
			tags: fpmTags,
			entrypoint: [entrypoint],
			cmd: ["php-fpm"],
			stopSignal: "SIGQUIT",
			distro: debianOrAlpine,
			source,
		},
		{
			images: [image],
			tags: apacheTags,
			entrypoint: [entrypoint],
			cmd: ["apache2-foreground"],
			stopSignal: "SIGWINCH",
			distro: "debian",
			source,
		},
	];
}

export const webApplications: readonly CatalogueEntry[] = [
	{
		images: ["wordpress"],
		tags: ["cli*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["wp", "shell"],
		user: "www-data",
		distro: "alpine",
		source: wordpressSource,
	},
	...onPhp(
		"wordpress",
		"docker-entrypoint.sh",
		["latest", "apache", "php[78]*", "5", "5-*", "5.[6-9]*", "6*"],
		["fpm*", "php[78].*-fpm*", "5-*fpm*", "5.[6-9]*fpm*", "6*fpm*"],
		wordpressSource,
	),
	...onPhp(
		"drupal",
		"docker-php-entrypoint",
		["latest", "apache*", "php8*", "7", "7-*", "9", "9-*", "9.[1-9]*", "1[0-9]*"],
		["fpm*", "php8.*-fpm*", "7-*fpm*", "9-*fpm*", "9.[1-9]*fpm*", "1[0-9]*fpm*"],
		"github.com/docker-library/drupal: Dockerfile.template (ENTRYPOINT and CMD of php)",
	),
	...onPhp(
		"joomla",
		"/entrypoint.sh",
		["latest", "apache", "php8*", "4*", "5*", "6*"],
		["fpm*", "php8.*-fpm*", "4*fpm*", "5*fpm*", "6*fpm*"],
		"github.com/joomla-docker/docker-joomla: Dockerfile.template",
	),
	...onPhp(
		"nextcloud",
		"/entrypoint.sh",
		["latest", "apache", "stable*", "production*", "2[0-9]*", "3[0-9]*"],
		["fpm*", "*-fpm*"],
		"github.com/nextcloud/docker: Dockerfile-debian.template, Dockerfile-alpine.template",
	),
	...onPhp(
		"matomo",
		"/entrypoint.sh",
		["latest", "apache", "4*", "5*"],
		["fpm*", "4*fpm*", "5*fpm*"],
		"github.com/matomo-org/docker: Dockerfile-debian.template",
	),
	...onPhp(
		"phpmyadmin",
		"/docker-entrypoint.sh",
		["latest", "apache", "5", "5-*", "5.[1-9]*"],
		["fpm*", "5-fpm*", "5.[1-9]*fpm*"],
		"github.com/phpmyadmin/docker: Dockerfile-debian.template",
	),
	...onPhp(
		"phpmyadmin/phpmyadmin",
		"/docker-entrypoint.sh",
		["latest", "5", "5.[1-9]*"],
		["fpm*", "5-fpm*", "5.[1-9]*fpm*"],
		"github.com/phpmyadmin/docker: Dockerfile-debian.template",
	),
	...onPhp(
		"mediawiki",
		"docker-php-entrypoint",
		["latest", "stable", "lts", "legacy", "1.3[5-9]", "1.3[5-9].*", "1.4*"],
		["*fpm*"],
		"github.com/wikimedia/mediawiki-docker: Dockerfile.template",
	),
	...onPhp(
		"postfixadmin",
		"/usr/local/bin/docker-entrypoint.sh",
		["latest", "apache", "3", "3.3*", "3.3-apache"],
		["fpm*", "3-fpm*", "3.3*fpm*"],
		"github.com/postfixadmin/docker: Dockerfile-debian.template, Dockerfile-alpine.template",
	),
	...onPhp(
		"yourls",
		"container-entrypoint.sh",
		["latest", "apache", "1", "1.10*"],
		["fpm*", "1-fpm*", "1.10*fpm*"],
		"github.com/YOURLS/containers: */Dockerfile (branch dist)",
	),
	...onPhp(
		"yourls",
		"docker-entrypoint.sh",
		["1.9.1", "1.9.1-apache"],
		["1.9.1-fpm*"],
		"github.com/YOURLS/containers: */Dockerfile (branch dist)",
	),
	...onPhp(
		"monica",
		"/usr/local/bin/entrypoint.sh",
		["latest", "apache", "4", "4*apache", "4.[01]", "4.[01].[0-9]"],
		["fpm*", "4*fpm*"],
		"github.com/monicahq/docker: 4/*/Dockerfile",
	),
	{
		images: ["adminer"],
		tags: ["fastcgi", "5-fastcgi", "5.*-fastcgi"],
		entrypoint: ["entrypoint.sh", "docker-php-entrypoint"],
		cmd: ["php-fpm"],
		user: "adminer",
		stopSignal: "SIGQUIT",
		distro: "alpine",
		source: "github.com/TimWolla/docker-adminer: 5/fastcgi/Dockerfile",
	},
	{
		images: ["adminer"],
		tags: ["latest", "standalone", "5", "5-standalone", "5.[1-9]*"],
		entrypoint: ["entrypoint.sh", "docker-php-entrypoint"],
		cmd: ["php", "-S", "[::]:8080", "-t", "/var/www/html"],
		user: "adminer",
		stopSignal: "SIGINT",
		distro: "alpine",
		source:
			"github.com/TimWolla/docker-adminer: 5/Dockerfile; github.com/docker-library/repo-info: repos/adminer/remote",
	},
	{
		images: ["dunglas/frankenphp"],
		tags: ["*builder*"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: "varies",
		shell: "varies",
		distro: debianOrAlpine,
		source: "github.com/php/frankenphp: Dockerfile, alpine.Dockerfile (stage builder)",
	},
	{
		images: ["dunglas/frankenphp"],
		tags: ["latest", "alpine", "trixie", "bookworm", "php8*", "1", "1-*", "1.[6-9]*", "1.1[0-9]*", "latest-*"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["--config", "/etc/frankenphp/Caddyfile", "--adapter", "caddyfile"],
		distro: debianOrAlpine,
		source: "github.com/php/frankenphp: Dockerfile, alpine.Dockerfile",
	},
	{
		images: ["ghost"],
		tags: ["latest", "alpine*", "bookworm", "[3-9]", "[3-9]-*", "[3-9].*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["node", "current/index.js"],
		distro: debianOrAlpine,
		source: "github.com/docker-library/ghost: */Dockerfile",
	},
	{
		images: ["redmine"],
		tags: ["passenger", "*-passenger"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["passenger", "start"],
		distro: "debian",
		source: "github.com/docker-library/redmine: Dockerfile-passenger.template",
	},
	{
		images: ["redmine"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["rails", "server", "-b", "0.0.0.0"],
		distro: debianOrAlpine,
		source: "github.com/docker-library/redmine: Dockerfile-debian.template, Dockerfile-alpine.template",
	},
	{
		images: ["odoo"],
		tags: ["latest", "1[1-9]", "1[1-9].*", "1[1-9]-*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["odoo"],
		user: "odoo",
		shell: ["/bin/bash", "-xo", "pipefail", "-c"],
		source: "github.com/odoo/docker: */Dockerfile",
	},
	{
		images: ["znc"],
		tags: ["latest", "slim", "1.[6-9]*"],
		entrypoint: ["/entrypoint.sh"],
		distro: "alpine",
		source: "github.com/znc/znc-docker: slim/Dockerfile, full/Dockerfile",
	},
	{
		images: ["registry"],
		tags: ["2", "2.[678]*", "3.0.0-alpha.1"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["/etc/docker/registry/config.yml"],
		distro: "alpine",
		source: "github.com/distribution/distribution-library-image: Dockerfile",
	},
	{
		images: ["registry"],
		tags: ["latest", "3", "3.*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["/etc/distribution/config.yml"],
		distro: "alpine",
		source: "github.com/distribution/distribution-library-image: Dockerfile",
	},
	{
		images: ["open-liberty", "icr.io/appcafe/open-liberty", "openliberty/open-liberty"],
		tags: ["latest", "full*", "kernel*", "2[1-6].0.0.*"],
		entrypoint: ["/opt/ol/helpers/runtime/docker-server.sh"],
		cmd: ["/opt/ol/wlp/bin/server", "run", "defaultServer"],
		user: "1001",
		source: "github.com/OpenLiberty/ci.docker: releases/latest/full/Dockerfile.ubuntu.openjdk17",
	},
	{
		images: ["websphere-liberty", "icr.io/appcafe/websphere-liberty"],
		tags: ["latest", "full*", "kernel*", "2[1-6].0.0.*"],
		entrypoint: ["/opt/ibm/helpers/runtime/docker-server.sh"],
		cmd: ["/opt/ibm/wlp/bin/server", "run", "defaultServer"],
		user: "1001",
		source: "github.com/WASdev/ci.docker: ga/latest/full/Dockerfile.ubuntu.openjdk17",
	},
	{
		images: ["xwiki"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["xwiki"],
		source: "github.com/xwiki/xwiki-docker: template/Dockerfile",
	},
	{
		images: ["hello-world"],
		cmd: ["/hello"],
		distro: "scratch",
		source: "github.com/docker-library/hello-world: Dockerfile.template",
	},
];
