/**
 * Older releases of databases, queues and search: entrypoints moved into the PATH during 2016, and postgres got
 * its stop signal in 2020. These rows stand after those of the images.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames } from "./distro-by-tag.ts";
import { rowsFor } from "./rows-for.ts";

export const olderDatabases: readonly CatalogueEntry[] = [
	{
		images: ["debezium/postgres", "quay.io/debezium/postgres"],
		tags: ["1[2-8]", "1[2-8]-alpine"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["postgres"],
		stopSignal: "SIGINT",
		distro: debianOrAlpine,
		source: "github.com/debezium/container-images: postgres/*/Dockerfile (ENTRYPOINT, CMD and STOPSIGNAL of postgres)",
	},
	...rowsFor(
		"postgres",
		{
			distro: debianOrAlpine,
			source: "github.com/docker-library/postgres: Dockerfile-debian.template, Dockerfile-alpine.template",
		},
		[
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["postgres"],
				tags: `
				10*[0-3] 10*[0-3]-alpine 10.[4-9]* 11.[0-8]* 12.[0-3]* 9*.[34]-alpine 9.*.1[134]-alpine
				9.*.2[01]-alpine 9.*.9-alpine 9.*[2678]-alpine 9.2.23* 9.3.1[6-8] 9.4.1[1234678] 9.4.26 9.5*[6-8]
				9.5.1[1-4] 9.6*5-alpine 9.6*[2-8] 9.6.11 9.[2-4] 9.[2-5].2[0-2] 9.[3-5].19* 9.[34].2[3-5]*
				9.[45].15* 9.[56].10* 9.[56].9`,
			},
			{
				entrypoint: ["/docker-entrypoint.sh"],
				cmd: ["postgres"],
				tags: `
				8* 9.*.[01] 9.2.19* 9.2.1[0-8] 9.2.9 9.3.15* 9.3.1[0-4] 9.3.[5-9] 9.4.10* 9.4.[2-9] 9.5.5* 9.5.[2-4]
				9.6.1-alpine 9.[01]*`,
			},
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["postgres"],
				stopSignal: "SIGINT",
				tags: "10.14* 11.9* 12.4* 13.0* 9.5.2[3-5]* 9.6.19* buster",
			},
		],
	),
	...rowsFor(
		"mysql",
		{ distro: releaseNames, source: "github.com/docker-library/mysql: template/Dockerfile.debian, Dockerfile.oracle" },
		[
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["mysqld"],
				tags: "5.5 5.5.4[89] 5.5.5[0-9] 5.5.6[0-2] 5.6.29 5.6.3[0-9] 5.7.1[1-9]",
			},
			{ entrypoint: ["/entrypoint.sh"], cmd: ["mysqld"], tags: "5.5.4[1-7] 5.6.2[2-8] 5.7.10 5.7.[5-9]" },
		],
	),
	...rowsFor("mariadb", { distro: releaseNames, source: "github.com/MariaDB/mariadb-docker: Dockerfile.template" }, [
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["mysqld"],
			tags: `
				10*-bionic 10*-jessie 10.*.2[5689] 10.*.3[0-8] 10.0.*-xenial 10.0.27 10.1.1[4-9] 10.1.2[0-4] 10.1.39
				10.1.4[01345678] 10.6.[034]* 10.6.[12] 10.6.[12]-focal 10.[23].* 10.[45]* 5 5*-trusty 5*-wheezy 5.5
				5.5.49 5.5.5[0-9] 5.5.6[0-4] bionic jessie`,
		},
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["mariadbd"],
			tags: `
				10*-jammy 10-focal 10.10.* 10.11.8-ubi* 10.6*[579]-focal 10.6.18-* 10.6.1[012346]-focal
				10.6.2[0-2]-focal 10.6.8* 10.6.[579] 10.9.* 10.[78]* 11.*-jammy 11.*-noble 11.4.2-ubi* 12.*.2-noble`,
		},
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["mariadbd"],
			user: "mysql",
			tags: `
				10.11-ubi* 10.11.1[01345678]-ubi* 10.11.9-ubi* 10.6.19-ubi* 10.6.2[0-7]-ubi* 11.4.1[0-2]-ubi*
				11.4.[345789]-ubi* 11.8*-ubi 11.8*-ubi9 11.[4-7]-ubi* 11.[5-7].2-ubi* 12.*-ubi 12.*-ubi10 1[01]-ubi*
				lts-ubi9`,
		},
		{
			entrypoint: ["/docker-entrypoint.sh"],
			cmd: ["mysqld"],
			tags: "10.0.1[5679] 10.0.2[0-4] 10.1.1[0-3] 10.1.[1-3] 5.5.4[0-8]",
		},
	]),
	...rowsFor("mongo", { distro: releaseNames, source: "github.com/docker-library/mongo: Dockerfile-linux.template" }, [
		{
			entrypoint: ["/entrypoint.sh"],
			cmd: ["mongod"],
			tags: `
				2* 3.*.[04] 3.0*[1-3] 3.0.[5-9] 3.2.11 3.2.[1356789] 3.[02].10 3.[13]*`,
		},
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["mongod"],
			tags: `
				3 3-* 3.0*-wheezy 3.0.1[45] 3.2*-jessie 3.2.1[2-9] 3.2.2[01] 3.5.[56] 3.7* 3.[02] bionic focal jammy
				jessie xenial`,
		},
		{
			entrypoint: ["docker-entrypoint.sh"],
			cmd: ["mongod", "--bind_ip_all"],
			tags: "3.5 3.5*-jessie 3.5.1[0-3] 3.5.[7-9]",
		},
	]),
	...rowsFor(
		"redis",
		{ distro: debianOrAlpine, source: "github.com/redis/docker-library-redis: debian/Dockerfile, alpine/Dockerfile" },
		[
			{
				entrypoint: ["/entrypoint.sh"],
				cmd: ["redis-server"],
				tags: "2.6* 2.8*[6-9] 2.8.1[0-5] 2.8.20 2.8.2[12]* 3.0.[01] 3.0.[2-6]*",
			},
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["redis-server"],
				tags: `
				2 2-32bit 2.8 2.8-32bit 2.8.23* 3.0 3.0-* 3.0.7* 32bit* buster stretch`,
			},
		],
	),
	...rowsFor(
		"rabbitmq",
		{
			distro: releaseNames,
			source: "github.com/docker-library/rabbitmq: Dockerfile-ubuntu.template, Dockerfile-alpine.template",
		},
		[
			{
				entrypoint: ["docker-entrypoint.sh"],
				cmd: ["rabbitmq-server"],
				tags: `
				3.6 3.6*-alpine 3.6*[2456]-management 3.6*[4-6] 3.6-management 3.6.12 3.6.1[01]* 3.6.[3789]* 3.7*`,
			},
			{
				entrypoint: ["/docker-entrypoint.sh"],
				cmd: ["rabbitmq-server"],
				tags: "3.6.0* 3.6.1-management 3.6.[12] 3.[45]*",
			},
		],
	),
];
