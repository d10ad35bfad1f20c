/**
 * Tags of Docker Official Images that were last built with other facts than the rest of their series. These rows
 * stand before those of the images, which would take the tags too.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames } from "./distro-by-tag.ts";
import { rowsFor } from "./rows-for.ts";

export const exceptions: readonly CatalogueEntry[] = [
	...rowsFor("bash", { distro: "alpine", source: "github.com/tianon/docker-bash: Dockerfile.template" }, [
		{ cmd: ["bash"], tags: "4.4.11 4.4.[057]" },
	]),
	...rowsFor("cassandra", { source: "github.com/docker-library/cassandra: Dockerfile.template" }, [
		{ entrypoint: ["/docker-entrypoint.sh"], cmd: ["cassandra", "-f"], tags: "3.*.0 3.0.1[0-4] 3.0.[1-9]" },
	]),
	...rowsFor(
		"docker",
		{ distro: "alpine", source: "github.com/docker-library/docker: Dockerfile-cli.template, Dockerfile-dind.template" },
		[
			{
				entrypoint: ["dockerd-entrypoint.sh"],
				tags: "23.0-git 23.0.[56]-git 24.*0-git 24.0.[1-9]-git 25*-git 2[34]-git git",
			},
		],
	),
	...rowsFor(
		"fluentd",
		{ distro: "debian", source: "github.com/fluent/fluentd-docker-image: v1.19/debian/Dockerfile" },
		[{ entrypoint: ["tini", "--", "/bin/entrypoint.sh"], cmd: ["fluentd"], user: "fluent", tags: "v1.19* latest" }],
	),
	...rowsFor("gradle", { distro: releaseNames, source: "github.com/keeganwitt/docker-gradle: Dockerfile" }, [
		{
			cmd: ["gradle"],
			tags: `
				7*-hotspot 7-*openj9 7-jdk16 7-jdk18* 7-jre* 7.6-jdk19* [78]-jdk19* jdk-hotspot jdk-openj9 jdk-slim
				jdk11-hotspot jdk11-openj9 jdk11-slim jdk1[23] jdk1[45689]* jdk8-hotspot jdk8-openj9 jdk8-slim`,
		},
		{
			entrypoint: ["/bin/bash", "/__cacert_entrypoint.sh"],
			cmd: ["gradle"],
			tags: `
				8.9 8.9*-focal 8.9*-jdk 8.9*-jdk-jammy 8.9*-jdk-lts-and-current 8.9*-jdk-lts-and-current-jammy
				8.9*-jdk17 8.9*-jdk17-jammy 8.9*-jdk8 8.9*-jdk8-jammy 8.9*-jdk[12]1 8.9*-jdk[12]1-jammy 8.9*22
				8.9*22-jammy 8.9-jammy 8.9.0 8.9.0-jammy`,
		},
		{ cmd: ["gradle"], user: "gradle", tags: "jdk10* jdk9" },
	]),
	...rowsFor("groovy", { distro: releaseNames, source: "github.com/groovy/docker-groovy: jdk17/Dockerfile" }, [
		{ cmd: ["groovysh"], user: "groovy", tags: "jdk1[023456] jdk9" },
		{ cmd: ["groovysh"], user: "1000:1000", tags: "4.0-jdk8-alpine 4-jdk8-alpine jdk8-alpine" },
	]),
	...rowsFor(
		"influxdb",
		{ distro: debianOrAlpine, source: "github.com/influxdata/influxdata-docker: influxdb/1.8/meta/Dockerfile" },
		[
			{
				entrypoint: ["/entrypoint.sh"],
				cmd: ["influxd"],
				user: "influxdb",
				tags: "1.1[12] 1.1[12]-alpine 1.11.[78] 1.11.[78]-alpine 1.12.[2-9] 1.12.[2-9]-alpine",
			},
		],
	),
	...rowsFor(
		"joomla",
		{ distro: debianOrAlpine, source: "github.com/joomla-docker/docker-joomla: Dockerfile.template" },
		[{ entrypoint: ["/entrypoint.sh"], cmd: ["php-fpm"], tags: "fpm-php7" }],
	),
	...rowsFor("jetty", { distro: debianOrAlpine, source: "github.com/appropriate/docker-jetty: 9.*-jre*/Dockerfile" }, [
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: "varies",
			tags: `
				9.2.1[789] 9.2.1[789]-* 9.2.2[01] 9.2.2[01]-* 9.3.9 9.3.9-* 9.3.1[0-9] 9.3.1[0-9]-* 9.3.20 9.3.20-*
				9.4.[1-6] 9.4.[1-6]-*`,
		},
	]),
	...rowsFor("jruby", { distro: releaseNames, source: "github.com/jruby/docker-jruby: 9.4/jdk17/Dockerfile" }, [
		{ cmd: ["irb"], tags: "9-*alpine" },
	]),
	...rowsFor(
		"julia",
		{ distro: debianOrAlpine, source: "github.com/docker-library/julia: Dockerfile-linux.template" },
		[
			{
				cmd: ["julia"],
				tags: `
				1*-alpine3.1[34] 1-alpine3.12 1-stretch 1.6.[0-3]-alpine 1.6.[0-6] 1.6.[0-6]-buster
				1.6.[4-6]-alpine* 1.6.[4-6]-bullseye 1.7 1.7*-alpine 1.7*-alpine3.1[56] 1.7*-bullseye 1.7*-buster
				1.7.[0-3] 1.8.[01] 1.8.[01]-alpine* 1.8.[01]-bullseye 1.8.[01]-buster alpine3.1[2-4]
				1.[678]-rc* 1.[678].0-beta* 1.[678].0-rc*`,
			},
		],
	),
	...rowsFor("maven", { distro: releaseNames, source: "github.com/carlossg/docker-maven: Dockerfile" }, [
		{ cmd: ["mvn"], tags: "3-jdk-6" },
	]),
	...rowsFor("mongo", { distro: releaseNames, source: "github.com/docker-library/mongo: Dockerfile-linux.template" }, [
		{ entrypoint: ["/entrypoint.sh"], cmd: ["mongod"], tags: "3.4.[01]" },
	]),
	...rowsFor("nats", { distro: "alpine", source: "github.com/nats-io/nats-docker: 2.*/alpine*/Dockerfile" }, [
		{ cmd: ["nats-server"], tags: "2*-alpine3.10 2.1.[02]-alpine 2.1.[46]-alpine* alpine3.10" },
	]),
	...rowsFor("neo4j", { distro: releaseNames, source: "github.com/neo4j/docker-neo4j: docker-image-src/5" }, [
		{
			entrypoint: ["/sbin/tini", "-g", "--", "/docker-entrypoint.sh"],
			cmd: ["neo4j"],
			tags: "4.4.0* 4.4.[1-3] 4.4.[1-3]-*",
		},
	]),
	...rowsFor(
		"nextcloud",
		{
			distro: debianOrAlpine,
			source: "github.com/nextcloud/docker: Dockerfile-debian.template, Dockerfile-alpine.template",
		},
		[
			{
				entrypoint: ["/entrypoint.sh"],
				cmd: ["php-fpm"],
				tags: `
				14.0.[0-9]-fpm* 15.0.[012456]-fpm* 1[0-3]*-fpm 1[1-3]*-fpm-alpine 9*-fpm`,
			},
		],
	),
	...rowsFor(
		"node",
		{
			distro: debianOrAlpine,
			source: "github.com/nodejs/docker-node: Dockerfile-debian.template, Dockerfile-alpine.template",
		},
		[{ cmd: ["node"], tags: "10-wheezy 8-wheezy carbon-wheezy" }],
	),
	...rowsFor(
		"openjdk",
		{ distro: releaseNames, source: "github.com/docker-library/openjdk: Dockerfile-linux.template" },
		[
			{
				cmd: ["jshell"],
				tags: `
				11*-oraclelinux8 11.0.4-jre 11.0.4-jre-slim* 11.0.4-jre-stretch 1[01]*-oracle 1[01]*-oraclelinux7
				jdk-oracle*`,
			},
			{ cmd: ["/bin/sh"], tags: "alpine jdk-alpine*" },
		],
	),
	...rowsFor("php", { distro: debianOrAlpine, source: "github.com/docker-library/php: 7.0/apache/Dockerfile" }, [
		{
			entrypoint: ["docker-php-entrypoint"],
			cmd: ["php-fpm"],
			tags: `
				7*-fpm-alpine3.[67] 7-fpm-alpine3.4 7-fpm-jessie fpm-alpine3.[467] fpm-jessie`,
		},
		{ entrypoint: ["docker-php-entrypoint"], cmd: ["apache2-foreground"], tags: "7-apache-jessie apache-jessie" },
	]),
	...rowsFor("solr", { source: "github.com/apache/solr-docker: 8.11/Dockerfile, 9.0/Dockerfile" }, [
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["solr-foreground"],
			user: "8983",
			tags: "8 8-slim 8.11 8.11-slim 8.11.[2-9]*",
		},
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: [
				"solr-foreground",
				"-a",
				"-XX:CompileCommand=exclude,com.github.benmanes.caffeine.cache.BoundedLocalCache::put",
			],
			user: "solr",
			distro: "ubuntu",
			tags: "9.0 9.0.*",
		},
	]),
	...rowsFor(
		"spark",
		{ distro: "ubuntu", source: "github.com/apache/spark-docker: 3.5.1/scala2.12-java17-ubuntu/Dockerfile" },
		[{ entrypoint: ["/opt/entrypoint.sh"], tags: "3.4.0*" }],
	),
	...rowsFor("tomcat", { distro: releaseNames, source: "github.com/docker-library/tomcat: Dockerfile.template" }, [
		{ cmd: ["catalina.sh", "run"], user: "tomcat", tags: "7.0.56* 8.0.14*" },
	]),
	...rowsFor(
		"varnish",
		{ distro: debianOrAlpine, source: "github.com/varnish/docker-varnish: fresh/debian/Dockerfile" },
		[{ entrypoint: ["/usr/local/bin/docker-varnish-entrypoint"], tags: "7.0*" }],
	),
	...rowsFor(
		"wordpress",
		{
			distro: debianOrAlpine,
			source: "github.com/docker-library/wordpress: Dockerfile.template, cli/Dockerfile.template",
		},
		[
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["apache2-foreground"],
				tags: `
				5-php5.6 5-php5.6-apache 5-php7.0 5-php7.0-apache php7.0 php7.0-apache`,
			},
			{ entrypoint: ["docker-entrypoint.sh"], cmd: ["php-fpm"], tags: "5-php5.6-fpm* 5-php7.0-fpm* php7.0-fpm*" },
		],
	),
	...rowsFor("xwiki", { source: "github.com/xwiki/xwiki-docker: template/Dockerfile" }, [
		{ entrypoint: ["start_xwiki.sh"], cmd: ["--info"], tags: "8.x latest-mysql-tomcat" },
	]),
	...rowsFor("yourls", { distro: debianOrAlpine, source: "github.com/YOURLS/images: */Dockerfile" }, [
		{
			entrypoint: ["container-entrypoint.sh"],
			cmd: ["apache2-foreground"],
			stopSignal: "SIGWINCH",
			tags: "1.9 1.9-apache 1.9.2 1.9.2-apache",
		},
		{ entrypoint: ["container-entrypoint.sh"], cmd: ["php-fpm"], stopSignal: "SIGQUIT", tags: "1.9-fpm* 1.9.2-fpm*" },
	]),
	...rowsFor("znc", { distro: "alpine", source: "github.com/znc/znc-docker: slim/Dockerfile, full/Dockerfile" }, [
		{ entrypoint: ["/docker-entrypoint.sh"], user: "znc", tags: "1.6*-small" },
		{ entrypoint: ["/docker-entrypoint.sh"], tags: "1.6.4-slim" },
	]),
];
