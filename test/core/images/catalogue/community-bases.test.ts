import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<
	Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "shell" | "stopSignal" | "distro" | "mustBePid1">
>;

const nodeEntrypoint = ["docker-entrypoint.sh"];
const serversideup = { entrypoint: ["docker-php-serversideup-entrypoint"], user: "www-data" };
const digest = `sha256:${"0".repeat(64)}`;

describe("the built-in catalogue knows the base", () => {
	it.each<readonly [string, Facts]>([
		// Browsers and desktops
		["cypress/base:14.17.6-slim", { entrypoint: nodeEntrypoint, distro: "debian" }],
		["cypress/base:20.15.0", { entrypoint: [] }],
		["cypress/browsers:node16.13.2-chrome100-ff98", { entrypoint: nodeEntrypoint }],
		["cypress/included:9.7.0", { entrypoint: ["cypress", "run"] }],
		["selenium/standalone-chrome:3.4.0", { user: "seluser", distro: "ubuntu" }],
		["selenium/standalone-chrome-debug:3.141.59", { user: "1200" }],
		["selenium/node-chrome:3.141.59-20200525", { user: "seluser" }],
		["selenium/hub:3.141.59-20200719", { user: "1200" }],
		["browserless/chrome", { entrypoint: [], user: "blessuser" }],
		["ghcr.io/browserless/chromium:v2.15.0", { entrypoint: [], user: "blessuser" }],
		["kasmweb/core-ubuntu-focal:1.14.0", { cmd: ["--wait"], user: "1000" }],
		["gitpod/workspace-postgres", { user: "gitpod", distro: "ubuntu" }],
		["reactnativecommunity/react-native-android:5.2", { entrypoint: [], distro: "ubuntu" }],
		// PHP
		["serversideup/php:8.3-cli", { ...serversideup, distro: "debian" }],
		["serversideup/php:8.3-fpm-alpine", { ...serversideup, stopSignal: "SIGQUIT", distro: "alpine" }],
		["serversideup/php:8.3-fpm-nginx", { cmd: ["/init"], mustBePid1: expect.any(String) }],
		["serversideup/php:8.4-frankenphp", serversideup],
		["laradock/php-fpm:latest-7.4", { entrypoint: ["docker-php-entrypoint"], stopSignal: "SIGQUIT" }],
		["laradock/php-fpm:latest-5.6", { stopSignal: "SIGTERM" }],
		["tutum/lamp", { entrypoint: [], cmd: ["/run.sh"] }],
		// Java and Red Hat
		["jboss/base-jdk:8", { user: "jboss", distro: "centos" }],
		["mcr.microsoft.com/java/jre:11-zulu-alpine", { entrypoint: [], distro: "alpine" }],
		["netflixoss/java:8", { entrypoint: [], distro: "ubuntu" }],
		["sbtscala/scala-sbt:eclipse-temurin-17.0.4_1.7.1_3.2.0", { entrypoint: [] }],
		["openshift/base-centos7", { entrypoint: ["container-entrypoint"], cmd: ["base-usage"] }],
		["quay.io/operator-framework/opm:v1.39.0", { entrypoint: ["/bin/opm"], user: "1001" }],
		// Services
		["confluentinc/cp-kafka-connect-base:6.2.0", { cmd: ["/etc/confluent/docker/run"], user: "appuser" }],
		["clickhouse/clickhouse-server:24.8-alpine", { entrypoint: ["/entrypoint.sh"], distro: "alpine" }],
		["mdillon/postgis:9.6-alpine", { entrypoint: ["docker-entrypoint.sh"], stopSignal: "SIGTERM" }],
		["verdaccio/verdaccio:5.30.3", { entrypoint: ["uid_entrypoint"], user: "10001" }],
		["nodered/node-red:3.0.2", { user: "node-red" }],
		["apache/superset:5.0.0", { entrypoint: [], user: "superset" }],
		// Challenges, languages and small systems
		[`gcr.io/kctf-docker/challenge@${digest}`, { entrypoint: [], user: "root", distro: "ubuntu" }],
		["pwn.red/jail:0.3.1", { entrypoint: [], user: "root" }],
		["ghcr.io/gleam-lang/gleam:v1.4.1-erlang-alpine", { entrypoint: [], cmd: ["gleam"], distro: "alpine" }],
		["ghcr.io/gleam-lang/gleam:v1.4.1-node", { entrypoint: nodeEntrypoint }],
		["ghcr.io/prefix-dev/pixi:0.40.0", { entrypoint: [] }],
		["ghcr.io/railwayapp/nixpacks:ubuntu-1745885067", { shell: ["/bin/bash", "-ol", "pipefail", "-c"] }],
		["nikolaik/python-nodejs:python3.10-nodejs16", { shell: ["/bin/sh", "-c"], distro: "debian" }],
		["keymetrics/pm2:10-alpine", { entrypoint: nodeEntrypoint, distro: "alpine" }],
		["kkarczmarczyk/node-yarn:8.0", { entrypoint: [], cmd: ["node"] }],
		["nvidia/cuda:8.0-devel", { entrypoint: [] }],
		["jrottenberg/ffmpeg:4.1-alpine", { entrypoint: ["ffmpeg"], distro: "alpine" }],
		["ghcr.io/mlflow/mlflow:v2.9.2", { entrypoint: [], distro: "debian" }],
		["iron/go:dev", { entrypoint: [], distro: "alpine" }],
		["progrium/busybox", { entrypoint: [], distro: "other" }],
	])("%s", (image, expected) => {
		expect(find(image)).toMatchObject(expected);
	});

	it("says nothing of a tag that its sources leave open", () => {
		expect(find("cypress/base:10")).toBeUndefined();
		expect(find("serversideup/php:8.1-cli-v2.2.1")).toBeUndefined();
		expect(find("ghcr.io/prefix-dev/pixi:0.40.0-cuda-12.6.3-noble")).toBeUndefined();
	});
});
