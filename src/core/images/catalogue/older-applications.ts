/**
 * Releases of applications and of their tools among the Docker Official Images that the other files leave out, most of
 * them older ones. These rows stand after those of the images.
 *
 * Peculiar: applications on PHP inherit the stop signal of php, which has one for FPM since April 2019 and one for
 * Apache since August 2019: a tag has it if it was listed, and so was built again, after that.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, ubuntuOrAlpine } from "./distro-by-tag.ts";
import { rowsFor } from "./rows-for.ts";

const sonarqube = "/opt/sonarqube/docker";
const neo4j = { cmd: ["neo4j"] };
const adminer = { user: "adminer", distro: "alpine" } as const;
const apache = { cmd: ["apache2-foreground"], stopSignal: "SIGWINCH", distro: "debian" } as const;
const fpm = { cmd: ["php-fpm"], stopSignal: "SIGQUIT" } as const;

export const olderApplications: readonly CatalogueEntry[] = [
	...rowsFor(
		"flink",
		{
			distro: debianOrAlpine,
			source: "github.com/docker-flink/docker-flink, github.com/apache/flink-docker: */Dockerfile",
		},
		[
			{ entrypoint: ["/docker-entrypoint.sh"], cmd: ["help"], distro: "ubuntu", tags: "java8 scala_2.12-java8" },
			{
				entrypoint: ["/docker-entrypoint.sh"],
				cmd: ["help"],
				tags: "1.[1-9] 1.[1-9][.-]* 1.1[0-2]* alpine hadoop* scala_2.1[01]* scala_2.12-alpine",
			},
		],
	),
	...rowsFor("sonarqube", { source: "github.com/SonarSource/docker-sonarqube: */Dockerfile" }, [
		{
			entrypoint: ["./bin/run.sh"],
			distro: debianOrAlpine,
			tags: `
				4.5.[4-7] 4.5.7-alpine 5.[1-6] 5.[1-6].[0-9] 5.[4-6]-alpine 5.6.[0-9]-alpine 6.[0-7] 6.[0-7].[0-9]
				6.[0-7]-alpine 6.[0-7].[0-9]-alpine 7.[01] 7.[01]-alpine alpine lts-alpine`,
		},
		{
			entrypoint: ["./bin/run.sh"],
			user: "sonarqube",
			distro: debianOrAlpine,
			tags: "6.7-community 6.7.[67]-community 7.[4-9]-community 7.9.[1-6]-community",
		},
		{
			entrypoint: ["./bin/run.sh"],
			user: "sonarqube",
			shell: ["/bin/bash", "-c"],
			distro: "debian",
			tags: "8.2-community 8.2-developer 8.2-enterprise",
		},
		{
			entrypoint: ["bin/run.sh"],
			cmd: ["bin/sonar.sh"],
			distro: "alpine",
			tags: "8-community 8-developer 8-enterprise 8-datacenter-* 8.[3-9]-* 8.[3-9].[0-9]-* 9.0-* 9.0.[0-9]-*",
		},
		{
			entrypoint: ["/opt/sonarqube/bin/run.sh"],
			cmd: ["/opt/sonarqube/bin/sonar.sh"],
			stopSignal: "SIGINT",
			distro: "alpine",
			tags: "9.[1-8]-* 9.[1-8].[0-9]-*",
		},
		{
			entrypoint: [`${sonarqube}/run.sh`],
			cmd: [`${sonarqube}/sonar.sh`],
			user: "sonarqube",
			stopSignal: "SIGINT",
			distro: "ubuntu",
			tags: `
				lts-datacenter-* 9-datacenter-* 9.9-datacenter-* 9.9.*-datacenter-* 10-datacenter-* 10.*-datacenter-*
				202[56].*-datacenter-* 202[56]-lta-datacenter-* datacenter-*`,
		},
		{
			entrypoint: [`${sonarqube}/entrypoint.sh`],
			user: "sonarqube",
			stopSignal: "SIGINT",
			distro: "ubuntu",
			tags: `
				lts lts-developer lts-enterprise 9-community 9-developer 9-enterprise 9.9-community 9.9-developer
				9.9-enterprise 9.9.*-community 9.9.*-developer 9.9.*-enterprise 10-developer 10-enterprise 10.*-developer
				10.*-enterprise 202[56].*-developer 202[56].*-enterprise 202[56]-lta-developer 202[56]-lta-enterprise
				24.12.*-community developer enterprise`,
		},
	]),
	...rowsFor("composer", { distro: "alpine", source: "github.com/composer/docker: */Dockerfile" }, [
		{
			entrypoint: ["/bin/sh", "/docker-entrypoint.sh"],
			cmd: ["composer"],
			tags: "1.6 1.6.5 1.[78] 1.[78].* 1.9.[01] 1.10.[0-6]",
		},
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: ["composer"],
			tags: "1 1.[1-5] 1.[1-5].* 1.6.[1-4] 1.9 1.9.3 1.10 1.10.[789] 1.10.[12]* 2.[01] 2.[01].* 2.10 2.10.*",
		},
	]),
	...rowsFor("adminer", { source: "github.com/TimWolla/docker-adminer: */Dockerfile" }, [
		{
			...adminer,
			entrypoint: ["docker-php-entrypoint"],
			cmd: ["php", "-S", "0.0.0.0:8080", "-t", "/var/www/html"],
			tags: "4.2 4.2.5 4.2-standalone 4.2.5-standalone",
		},
		{
			entrypoint: ["entrypoint.sh"],
			cmd: ["php", "-S", "[::]:8080", "-t", "/var/www/html"],
			user: "adminer",
			stopSignal: "SIGINT",
			distro: "debian",
			tags: "4.8.1 4.8.1-standalone",
		},
		{
			...adminer,
			...fpm,
			entrypoint: ["entrypoint.sh", "docker-php-entrypoint"],
			tags: "4-fastcgi 4.7.[1-9]-fastcgi 4.8-fastcgi 4.8.0-fastcgi 4.17.1-fastcgi",
		},
		{
			...adminer,
			entrypoint: ["entrypoint.sh", "docker-php-entrypoint"],
			cmd: ["php", "-S", "[::]:8080", "-t", "/var/www/html"],
			stopSignal: "SIGINT",
			tags: `
				4 4-standalone 4.[3-8] 4.[3-8]-standalone 4.3.1 4.[4-8].[0-9]
				4.[4-8].[0-9]-standalone 4.17.1 4.17.1-standalone 5.0.[2-9] 5.0.[2-9]-standalone`,
		},
	]),
	...rowsFor("maven", { distro: "debian", source: "github.com/carlossg/docker-maven: jdk-*/Dockerfile" }, [
		{ cmd: ["mvn"], tags: "3.2.[35]-jdk-* 3.3.[13] 3.3.[13]-jdk-[789]" },
	]),
	...rowsFor("owncloud", { distro: "debian", source: "github.com/docker-library/owncloud: */Dockerfile" }, [
		{ ...fpm, entrypoint: ["docker-entrypoint.sh"], tags: "fpm 10-fpm 10.0-fpm 10.0.10-fpm" },
		{ ...apache, entrypoint: ["docker-entrypoint.sh"], tags: "latest apache 10 10-apache 10.0 10.0-apache 10.0.10*" },
		{
			entrypoint: ["/entrypoint.sh"],
			cmd: "varies",
			tags: "[678] [678]-* [678].[012] [678].[012]-* [678].[012].* 9.0.[0-9] 9.1.[0-5] 9.0.[0-9]-* 9.1.[0-5]-*",
		},
	]),
	...rowsFor("neo4j", { source: "github.com/neo4j/docker-neo4j-publish: */Dockerfile" }, [
		{ ...neo4j, entrypoint: ["/docker-entrypoint.sh"], distro: "debian", tags: "2.3 2.3-* 2.3.* 3.0 3.0-* 3.0.*" },
		{
			...neo4j,
			entrypoint: ["/docker-entrypoint.sh"],
			distro: "alpine",
			tags: "3.1.[0-7] 3.1.[0-7]-* 3.2.[0-8] 3.2.[0-8]-* 3.3.[0-3] 3.3.[0-3]-*",
		},
		{
			...neo4j,
			entrypoint: ["tini", "-g", "--", "/startup/docker-entrypoint.sh"],
			distro: { "*ubi*": "ubi-minimal", "*": "debian" },
			tags: `
				3.5 3.5-* 3.5.3[1-5]* 4.[1-3] 4.[1-3]-* 4.1.1[23]* 4.2.1[5-9]* 4.3.1[1-9]* 4.3.2[0-4]* 202[56]* community*
				enterprise* debian bullseye trixie latest-debian ubi[89] ubi10`,
		},
		{
			...neo4j,
			entrypoint: ["/sbin/tini", "-g", "--", "/docker-entrypoint.sh"],
			tags: "3.[1-4] 3.[1-4]-* 3.[1-5].* 4.0 4.0-* 4.[0-3].*",
		},
	]),
	...rowsFor("nextcloud", { distro: "debian", source: "github.com/nextcloud/docker: */apache/Dockerfile" }, [
		{
			...apache,
			entrypoint: ["/entrypoint.sh"],
			tags: "1[5-9] 1[5-9]-apache 1[5-9].0 1[5-9].0-apache 17.0.* 18.0.* 19.0.* 16.0.[5-9]* 16.0.1[0-9]* 15.0.1[1-9]*",
		},
		{
			entrypoint: ["/entrypoint.sh"],
			cmd: ["apache2-foreground"],
			tags: "9 9-apache 9.0* 1[0-3] 1[0-3]-apache 1[0-3].0 1[0-3].0-apache 1[1-3].0.[0-9]* 10.0.[3-6]*",
		},
	]),
	...rowsFor("solr", { source: "github.com/docker-solr/docker-solr: */Dockerfile (SOLR_USER)" }, [
		{ entrypoint: ["docker-entrypoint.sh"], cmd: "varies", user: "solr", tags: "7.3.0 7.3.0-slim" },
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: "varies",
			user: "solr",
			distro: debianOrAlpine,
			tags: `
				5 5-* 5.[345] 5.[345]-* 5.3.2* 5.4.1* 5.5.[1-9]* 6 6-* 6.[0-6] 6.[0-6][.-]* 7 7-* 7.[0-7] 7.[0-7][.-]*
				alpine 8-alpine`,
		},
	]),
	...rowsFor("drupal", { distro: debianOrAlpine, source: "github.com/docker-library/drupal: */Dockerfile" }, [
		{
			...fpm,
			entrypoint: ["docker-php-entrypoint"],
			tags: "8-*fpm* 8.[789]*-fpm* 9.0*-fpm* 7.6[7-9]*-fpm* 7.[7-9][0-9]*-fpm* 7.10[0-9]*-fpm*",
		},
		{
			...apache,
			entrypoint: ["docker-php-entrypoint"],
			tags: "8 8-* 8.[89]* 9.0* 7.69* 7.[789][0-9]* 7.10[0-9]*",
		},
	]),
	...rowsFor(
		"clickhouse",
		{ distro: "ubuntu", source: "github.com/ClickHouse/docker-library: server/*/Dockerfile.ubuntu" },
		[{ entrypoint: ["/entrypoint.sh"], tags: "latest jammy lts focal focal-lts lts-focal 24 24[.-]* 25[.-]* 26[.-]*" }],
	),
	...rowsFor("krakend", { distro: "alpine", source: "github.com/krakend/docker-library: 2.*/Dockerfile" }, [
		{ entrypoint: ["docker-entrypoint.sh"], cmd: ["krakend", "run", "-c", "krakend.json"], tags: "2.1[1-3]* 2 latest" },
	]),
	...rowsFor("tomee", { distro: "debian", source: "github.com/tomitribe/docker-tomee: */Dockerfile" }, [
		{
			cmd: ["catalina.sh", "run"],
			tags: "[67]-jre-* 7-jdk-* 8-jre-1.7.* 8-jre-7.0.[0-4]* 8-jre-7.1.[0-3]* 8-jre-8.0.[0-9]-* 11-jre-8.0.[0-9]-*",
		},
	]),
	...rowsFor("tomee", { source: "github.com/tomitribe/docker-tomee: TomEE-*/*/*/*/*/Dockerfile" }, [
		{ cmd: ["catalina.sh", "run"], distro: "ubuntu", tags: "10.1*Semeru* 11.0*Semeru* 1[01]-jre[12][0-9]-Semeru*" },
		{
			entrypoint: ["/__cacert_entrypoint.sh"],
			cmd: ["catalina.sh", "run"],
			distro: ubuntuOrAlpine,
			tags: "10.1* 11.0* 11 1[01]-jre[12][0-9]* 11-alpine* 11-ubuntu* 11-Temurin*",
		},
	]),
	...rowsFor("rocket.chat", { distro: "debian", source: "github.com/RocketChat/Docker.Official.Image: */Dockerfile" }, [
		{
			cmd: ["node", "main.js"],
			user: "rocketchat",
			tags: "0.[1-5]* 0.[4-9] 0.[79].* 0.6[3-9]* 0.[7-9][0-9]* [0-6] [1-6].* 7.0.0",
		},
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["node", "main.js"],
			user: "rocketchat",
			tags: "latest 0.60.[0-4] 0.61.[0-2] 0.62.0 0.60 7 7.* 8 8.*",
		},
	]),
	...rowsFor("matomo", { distro: debianOrAlpine, source: "github.com/matomo-org/docker: */Dockerfile" }, [
		{ ...fpm, entrypoint: ["/entrypoint.sh"], tags: "3-fpm* 3.1[0-4]*-fpm*" },
		{ ...apache, entrypoint: ["/entrypoint.sh"], tags: "3 3-apache 3.1[34]*" },
	]),
	...rowsFor(
		"wordpress",
		{ distro: debianOrAlpine, source: "github.com/docker-library/wordpress: Dockerfile.template" },
		[
			{ ...fpm, entrypoint: ["docker-entrypoint.sh"], tags: "7*-fpm* beta-*fpm*" },
			{ ...apache, entrypoint: ["docker-entrypoint.sh"], tags: "7[.-]* beta beta-*" },
		],
	),
	...rowsFor(
		"influxdb",
		{ distro: debianOrAlpine, source: "github.com/influxdata/influxdata-docker: influxdb/*/Dockerfile" },
		[
			{ entrypoint: ["/entrypoint.sh"], cmd: ["influxd"], tags: "0.13 0.13[.-]* 1.[0-6] 1.[0-6][.-]*" },
			{
				entrypoint: ["/usr/bin/entrypoint.sh"],
				cmd: ["influxdb3", "serve"],
				user: "influxdb3",
				distro: "ubuntu",
				tags: "3.*-core 3.*-enterprise",
			},
		],
	),
	...rowsFor("julia", { distro: debianOrAlpine, source: "github.com/docker-library/julia: */Dockerfile" }, [
		{ cmd: ["julia"], tags: "0 0-* 0.* 1.[0-5] 1.[0-5][.-]* stretch jessie" },
	]),
];
