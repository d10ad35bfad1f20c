/**
 * Images to build with, and to derive application images from, of projects that have their own registries or names.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine, releaseNames, ubuntuOrAlpine } from "./distro-by-tag.ts";

const ossFuzzSource = "github.com/google/oss-fuzz: infra/base-images/*/Dockerfile";
const cloudSdkSource = "github.com/GoogleCloudPlatform/cloud-sdk-docker: */Dockerfile";
const openrestySource = "github.com/openresty/docker-openresty: */Dockerfile";
const swooleSource = "github.com/swoole/docker-swoole: dockerfiles/*/*/*/Dockerfile";
const debeziumSource = "github.com/debezium/container-images: connect-base/*/Dockerfile";
const cloudSdk = [
	"google/cloud-sdk",
	"gcr.io/google.com/cloudsdktool/cloud-sdk",
	"gcr.io/google.com/cloudsdktool/google-cloud-cli",
];
const debezium = ["debezium/connect-base", "quay.io/debezium/connect-base"];

export const buildImages: readonly CatalogueEntry[] = [
	// `base-builder*` has no names that this would be wrong for: the languages' builders are built on it.
	{
		images: ["gcr.io/oss-fuzz-base/base-builder*"],
		cmd: ["compile"],
		distro: "ubuntu",
		source: ossFuzzSource,
	},
	{
		images: ["base-image", "base-clang", "base-runner"].map((name) => `gcr.io/oss-fuzz-base/${name}`),
		cmd: "varies",
		distro: "ubuntu",
		source: ossFuzzSource,
	},
	{
		images: ["biocontainers/biocontainers"],
		cmd: "varies",
		user: "biodocker",
		distro: { "*alpine*": "alpine", "*debian*": "debian", "v1.[012].0_*": "ubuntu" },
		source: "github.com/BioContainers/containers: biocontainers/*/Dockerfile",
	},
	{
		images: ["crystallang/crystal"],
		tags: ["latest*", "nightly*", "0.2[6-9]*", "0.3*", "1*"],
		cmd: ["/bin/sh"],
		distro: ubuntuOrAlpine,
		source: "github.com/crystal-lang/distribution-scripts: docker/ubuntu.Dockerfile, docker/alpine.Dockerfile",
	},
	{
		images: cloudSdk,
		tags: [
			"latest",
			"alpine",
			"slim",
			"emulators",
			"debian_component_based",
			"3[1-9][0-9].0.0",
			"[4-9][0-9][0-9].0.0",
			"3[1-9][0-9].0.0-alpine",
			"[4-9][0-9][0-9].0.0-alpine",
			"3[1-9][0-9].0.0-slim",
			"[4-9][0-9][0-9].0.0-slim",
			"[4-9][0-9][0-9].0.0-emulators",
			"[4-9][0-9][0-9].0.0-debian_component_based",
		],
		cmd: "varies",
		distro: debianOrAlpine,
		source: cloudSdkSource,
	},
	{
		images: ["openresty/openresty"],
		tags: [
			"alpine",
			"alpine-fat",
			"alpine-apk",
			"noble",
			"jammy",
			"focal",
			"bionic",
			"1.15.8.[1-9]*-alpine*",
			"1.1[79].*-alpine*",
			"1.2*-alpine*",
			"1.15.8.[1-9]*-bionic",
			"1.1[79].*-bionic",
			"1.19.*-focal",
			"1.2*-focal",
			"1.2*-jammy",
			"1.2*-noble",
		],
		cmd: ["/usr/local/openresty/bin/openresty", "-g", "daemon off;"],
		stopSignal: "SIGQUIT",
		distro: ubuntuOrAlpine,
		source: openrestySource,
	},
	{
		images: ["openresty/openresty"],
		tags: [
			"latest",
			"buster",
			"buster-fat",
			"bullseye",
			"bullseye-fat",
			"bookworm",
			"bookworm-fat",
			"1.1[79].*-buster*",
			"1.2*-bullseye",
			"1.2*-bullseye-fat",
			"1.2*-bookworm",
			"1.2*-bookworm-fat",
			"1.2*-bookworm-buildpack",
		],
		cmd: "varies",
		stopSignal: "SIGQUIT",
		distro: "debian",
		source: openrestySource,
	},
	{
		images: ["phpswoole/swoole"],
		tags: ["*alpine*"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["php", "-a"],
		distro: "alpine",
		source: swooleSource,
	},
	{
		images: ["phpswoole/swoole"],
		tags: ["latest", "php[78].*", "[456].*-php[78].*"],
		entrypoint: ["/entrypoint.sh"],
		distro: "debian",
		source: swooleSource,
	},
	{
		images: ["mhart/alpine-node"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/mhart/alpine-node: build.dockerfile, slim.dockerfile",
	},
	{
		images: ["prestashop/base"],
		tags: ["7.[1-4]-apache", "8.*-apache"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["/tmp/docker_run.sh"],
		stopSignal: "SIGWINCH",
		distro: "debian",
		source: "github.com/PrestaShop/docker: base/images/*-apache/Dockerfile (ENTRYPOINT of php)",
	},
	{
		images: ["prestashop/base"],
		tags: ["7.[1-4]-fpm", "8.*-fpm"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["/tmp/docker_run.sh"],
		stopSignal: "SIGQUIT",
		distro: "debian",
		source: "github.com/PrestaShop/docker: base/images/*-fpm/Dockerfile (ENTRYPOINT of php)",
	},
	{
		images: debezium,
		tags: ["latest", "nightly", "0.10", "[1-9].*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["start"],
		user: "kafka",
		source: debeziumSource,
	},
	{
		images: ["oracle/weblogic"],
		tags: ["12.2.1.[234]*", "14.*"],
		cmd: ["/u01/oracle/createAndStartEmptyDomain.sh"],
		user: "oracle",
		source: "github.com/oracle/docker-images: OracleWebLogic/dockerfiles/*/Dockerfile*",
	},
	{
		images: ["oracle/fmw-infrastructure"],
		cmd: "varies",
		user: "oracle",
		source: "github.com/oracle/docker-images: OracleFMWInfrastructure/dockerfiles/*/Dockerfile*",
	},
	{
		images: ["selenium/base"],
		tags: ["latest", "4.*"],
		cmd: ["/opt/bin/entry_point.sh"],
		user: "1200:1201",
		distro: releaseNames,
		source: "github.com/SeleniumHQ/docker-selenium: Base/Dockerfile",
	},
	{
		images: ["hub", "node-*", "standalone-*"].map((name) => `selenium/${name}`),
		tags: ["latest", "4.*"],
		cmd: ["/opt/bin/entry_point.sh"],
		user: "1200",
		source: "github.com/SeleniumHQ/docker-selenium: Hub/Dockerfile, Node*/Dockerfile, Standalone/Dockerfile",
	},
	{
		images: ["couchbase/server"],
		tags: ["latest", "community*", "enterprise*", "[678].*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["couchbase-server"],
		distro: "ubuntu",
		source: "github.com/couchbase/docker: */couchbase-server/*/Dockerfile",
	},
];
