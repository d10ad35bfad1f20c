/**
 * Older releases of servers and tools among the Docker Official Images. These rows stand after those of the images.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames } from "./distro-by-tag.ts";
import { rowsFor } from "./rows-for.ts";

const kong = ["/docker-entrypoint.sh"];

export const olderServices: readonly CatalogueEntry[] = [
	...rowsFor("kong", { distro: { "*alpine*": "alpine" }, source: "github.com/Kong/docker-kong: */Dockerfile" }, [
		{ entrypoint: kong, cmd: ["kong", "start"], tags: "0.9 0.9.[379] 0.10 0.10.[134]" },
		{
			entrypoint: kong,
			cmd: ["/usr/local/openresty/nginx/sbin/nginx", "-c", "/usr/local/kong/nginx.conf", "-p", "/usr/local/kong/"],
			tags: "0.1[1-3] 0.1[1-3]-* 0.1[1-3].[0-9] 0.1[1-3].[0-9]-*",
		},
		{
			entrypoint: kong,
			cmd: ["kong", "docker-start"],
			tags: "0.1[45] 0.1[45]-* 0.1[45].[0-9] 0.1[45].[0-9]-* 1.[01] 1.[01]-* 1.[01].[0-9] 1.[01].[0-9]-*",
		},
		{
			entrypoint: kong,
			cmd: ["kong", "docker-start"],
			stopSignal: "SIGQUIT",
			tags: "1.[2-4]* 1.5-ubuntu 1.5.1-ubuntu 2.0.3-ubuntu 2.0.0rc*",
		},
		{
			entrypoint: kong,
			cmd: ["kong", "docker-start"],
			user: "kong",
			stopSignal: "SIGQUIT",
			tags: `
				1 1.5 1.5-centos 1.5.1 1.5.1-alpine 1.5.1-centos 2 2.0 2.0-* 2.0.3 2.0.3-alpine 2.0.3-centos 2.0.5*
				2.[1-3] 2.[1-3][.-]* 3 3.* latest alpine centos ubuntu`,
		},
	]),
	...rowsFor(
		"elasticsearch",
		{ distro: debianOrAlpine, source: "github.com/docker-library/elasticsearch: */Dockerfile, */alpine/Dockerfile" },
		[
			{
				entrypoint: ["/docker-entrypoint.sh"],
				cmd: ["elasticsearch"],
				tags: "1 1.3 1.3.9 1.4 1.4.[45] 1.[5-7]* 1-alpine 2 2.* 2-alpine 5 5.* 5-alpine alpine latest",
			},
		],
	),
	...rowsFor(
		"logstash",
		{ distro: debianOrAlpine, source: "github.com/docker-library/logstash: */Dockerfile, */alpine/Dockerfile" },
		[
			{
				entrypoint: ["/docker-entrypoint.sh"],
				cmd: "varies",
				tags: "1 1.* 1-alpine 2 2.* 2-alpine 5 5.* 5-alpine alpine latest",
			},
		],
	),
	...rowsFor("kibana", { distro: "debian", source: "github.com/docker-library/kibana: */Dockerfile" }, [
		{ entrypoint: ["/docker-entrypoint.sh"], cmd: ["kibana"], tags: "4 4.* 5 5.* latest" },
	]),
	...rowsFor("maven", { distro: releaseNames, source: "github.com/carlossg/docker-maven: jdk-8/Dockerfile" }, [
		{ cmd: ["mvn"], tags: "3.2 3.2-jdk-[678] 3.2.5 3.2.5-jdk-[678]" },
		{
			entrypoint: ["/usr/local/bin/mvn-entrypoint.sh"],
			cmd: ["mvn"],
			tags: `
				3.3 3.3-alpine 3.3-jdk-[789] 3.3-jdk-[78]-alpine 3.3.9 3.3.9-alpine 3.3.9-jdk-[789]
				3.3.9-jdk-[78]-alpine adoptopenjdk`,
		},
	]),
	...rowsFor("iojs", { distro: "debian", source: "github.com/nodejs/docker-iojs: */Dockerfile" }, [
		{ cmd: ["iojs"], tags: "latest slim [123] [123]-slim [123].*" },
	]),
	...rowsFor("clojure", { distro: releaseNames, source: "github.com/Quantisan/docker-clojure: */Dockerfile" }, [
		{ cmd: "varies", tags: "boot-2.[78].* lein-2.4.3 lein-2.5.[0-3] lein-2.[67].1* tools-deps-1.9.0.*" },
	]),
	...rowsFor("django", { distro: "debian", source: "github.com/docker-library/django: */Dockerfile" }, [
		{ cmd: "varies", tags: "latest python[23] 1 1-python[23] 1.*" },
	]),
	...rowsFor("celery", { distro: "debian", source: "github.com/docker-library/celery: Dockerfile" }, [
		{ cmd: ["celery", "worker"], user: "user", tags: "latest 3 3.* 4 4.0*" },
	]),
	...rowsFor(
		"ubuntu-debootstrap",
		{ distro: "ubuntu", source: "github.com/tianon/docker-brew-ubuntu-debootstrap: */Dockerfile" },
		[
			{
				cmd: ["/bin/bash"],
				tags: "12.04 12.04.5 14.04 14.04.3 15.04 15.10 devel latest precise trusty vivid wily",
			},
		],
	),
	...rowsFor("traefik", { source: "github.com/traefik/traefik-library-image: scratch/Dockerfile, alpine/Dockerfile" }, [
		{
			entrypoint: ["/traefik"],
			distro: "scratch",
			tags: "1.7 1.7.28 1.7.30 1.7.3[34] v1.7 v1.7.28 v1.7.30 v1.7.3[34]",
		},
		{
			entrypoint: ["/entrypoint.sh"],
			cmd: ["traefik"],
			distro: "alpine",
			tags: "1.7-alpine 1.7.28-alpine 1.7.30-alpine 1.7.3[34]-alpine v1.7-alpine v1.7.3[034]-alpine",
		},
	]),
	...rowsFor("jetty", { source: "github.com/jetty/jetty.docker: 9.*-jre8/Dockerfile" }, [
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: ["java", "-jar", "/usr/local/jetty/start.jar"],
			user: "jetty",
			tags: `
				9.2 9.2-jre8 9.2-jre8-openjdk 9.2.30-jre8 9.2.30-jre8-openjdk 9.3 9.3-jre8 9.3-jre8-openjdk 9.3.2[89]-jre8
				9.3.30-jre8 9.3.30-jre8-openjdk 9.2-jre7 9.2.2[2-9] 9.2.2[2-9]-* 9.3.2[1-7] 9.3.2[1-7]-* jre7 jre8`,
		},
	]),
	...rowsFor("percona", { source: "github.com/percona/percona-docker; github.com/docker-library/percona" }, [
		{ entrypoint: ["/docker-entrypoint.sh"], cmd: ["mysqld"], tags: "5.5.4[1457] 5.6.2[2568]" },
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["mysqld"],
			distro: "debian",
			tags: `
				5-stretch 5.5 5.5-stretch 5.5.5[0-9] 5.5.60 5.5.61 5.5.61-stretch 5.6-stretch 5.6.3[1-9] 5.6.40
				5.6.41-stretch 5.7-stretch 5.7.1[3-9] 5.7.2[0-2] 5.7.23-stretch stretch`,
		},
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: ["mysqld"],
			user: "mysql",
			tags: `
				5 5-centos 5.6 5.6-centos 5.6.41 5.6.4[2-9]* 5.6.5[01]* 5.7 5.7-centos 5.7.23 5.7.2[4-9]* 5.7.3[0-9]*
				5.7.4[0-9]* 8 8.* 8-centos`,
		},
		{ entrypoint: ["/entrypoint.sh"], cmd: ["mongod"], user: "1001", tags: "psmdb-*" },
	]),
	...rowsFor(
		"varnish",
		{ distro: debianOrAlpine, source: "github.com/varnish/docker-varnish: stable/debian/Dockerfile" },
		[
			{
				entrypoint: ["docker-varnish-entrypoint"],
				cmd: ["varnishd", "-F", "-f", "/etc/varnish/default.vcl"],
				tags: "6.0.[345]* 6.[23] 6.[23].*",
			},
			{ entrypoint: ["docker-varnish-entrypoint"], tags: "6.0.6* 6.[45] 6.[45].*" },
			{
				entrypoint: ["/usr/local/bin/docker-varnish-entrypoint"],
				tags: "6 6.0 6.0.1[0-8]* 6.0.[78]* 6.6* stable",
			},
		],
	),
	...rowsFor(
		"memcached",
		{ distro: debianOrAlpine, source: "github.com/docker-library/memcached: debian/Dockerfile" },
		[
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["memcached"],
				user: "memcache",
				tags: "1.4 1.4-alpine 1.4.29* 1.4.3[2469]* buster",
			},
		],
	),
	...rowsFor("odoo", { distro: "debian", source: "github.com/odoo/docker: */Dockerfile" }, [
		{ entrypoint: ["/entrypoint.sh"], cmd: ["openerp-server"], user: "odoo", tags: "8 8.0 9 9.0" },
		{ entrypoint: ["/entrypoint.sh"], cmd: ["odoo"], user: "odoo", tags: "10 10.0" },
	]),
	...rowsFor("zookeeper", { source: "github.com/31z4/zookeeper-docker: 3.4.*/Dockerfile" }, [
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: ["zkServer.sh", "start-foreground"],
			tags: "3.3 3.3.6 3.4 3.4.9 3.4.1[0-4]",
		},
	]),
	...rowsFor("registry", { distro: "alpine", source: "github.com/distribution/distribution-library-image" }, [
		{ entrypoint: ["/entrypoint.sh"], cmd: ["/etc/docker/registry/config.yml"], tags: "2.5 2.5.[12]" },
	]),
	...rowsFor("couchdb", { distro: "debian", source: "github.com/apache/couchdb-docker: */Dockerfile" }, [
		{
			entrypoint: ["tini", "--", "/docker-entrypoint.sh"],
			cmd: ["couchdb"],
			tags: "1 1.6 1.6.1 1.7 1.7.[12]",
		},
		{
			entrypoint: ["tini", "--", "/docker-entrypoint.sh"],
			cmd: ["/opt/couchdb/bin/couchdb"],
			tags: "2 2.1 2.1.[12] 2.2 2.2.0",
		},
	]),
	...rowsFor("opensuse", { distro: "opensuse", source: "github.com/openSUSE/docker-containers-build: Dockerfile" }, [
		{ cmd: ["/bin/bash"], tags: "42.3 latest leap" },
	]),
];
