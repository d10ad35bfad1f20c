import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "shell" | "stopSignal" | "distro">>;

const nodeRed = [
	"npm",
	"--no-update-notifier",
	"--no-fund",
	"start",
	"--cache",
	"/data/.npm",
	"--",
	"--userDir",
	"/data",
];
const wildflyKeycloak = ["/opt/jboss/tools/docker-entrypoint.sh"];
const codeServer = ["--bind-addr", "0.0.0.0:8080", "."];
const lagoon = ["/sbin/tini", "--", "/lagoon/entrypoints.sh"];
const parseServer = ["node", "./bin/parse-server"];
const nikolaikShell = ["/bin/bash", "-euo", "pipefail", "-c"];

describe("the built-in catalogue knows the facts before and after a change:", () => {
	it.each<readonly [string, Facts]>([
		// ENTRYPOINT
		["quay.io/keycloak/keycloak:16.1.1", { entrypoint: wildflyKeycloak, cmd: ["-b", "0.0.0.0"] }],
		["quay.io/keycloak/keycloak:18.0.2-legacy", { entrypoint: wildflyKeycloak, cmd: ["-b", "0.0.0.0"], user: "1000" }],
		["quay.io/keycloak/keycloak:18.0.2", { entrypoint: ["/opt/keycloak/bin/kc.sh"], cmd: [] }],
		["cgr.dev/chainguard/git:latest-root", { entrypoint: ["/usr/bin/git"], user: "root" }],
		["bref/php-84:2", { entrypoint: ["/lambda-entrypoint.sh"], distro: "amazonlinux" }],
		["bref/php-84-fpm:2.3.44", { entrypoint: ["/lambda-entrypoint.sh"] }],
		["bref/php-84:3", { entrypoint: ["/bref-entrypoint.sh"], cmd: [] }],
		["bref/arm-php-85", { entrypoint: ["/bref-entrypoint.sh"], cmd: [] }],
		["nodered/node-red:1.3.7", { entrypoint: nodeRed, user: "node-red" }],
		["nodered/node-red:2.2.2", { entrypoint: nodeRed, user: "node-red" }],
		["nodered/node-red:3.0.2", { entrypoint: ["./entrypoint.sh"], user: "node-red", distro: "alpine" }],
		["nodered/node-red:3.0", { entrypoint: ["./entrypoint.sh"] }],
		["moby/buildkit:v0.27.1", { entrypoint: ["buildkitd"], distro: "alpine" }],
		["moby/buildkit:v0.28.0", { entrypoint: ["/usr/bin/buildkitd-entrypoint"], distro: "alpine" }],
		["moby/buildkit:v0.20.0-ubuntu", { entrypoint: ["buildkitd"], distro: "ubuntu" }],
		["moby/buildkit", { entrypoint: ["/usr/bin/buildkitd-entrypoint"], cmd: [] }],
		["moby/buildkit:v0.28.0-rootless", { entrypoint: ["rootlesskit", "buildkitd"], user: "1000:1000" }],
		["parseplatform/parse-server:3.1.3", { entrypoint: parseServer, user: "node" }],
		["parseplatform/parse-server:3.10.0", { entrypoint: parseServer, user: "node" }],
		["jenkins/jenkins:2.107.3-alpine", { entrypoint: ["/sbin/tini", "--", "/usr/local/bin/jenkins.sh"] }],
		["jenkins/jenkins:lts-alpine-jdk21", { distro: "alpine", user: "jenkins" }],
		["percona/percona-server:5.7.24", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["mysqld"], user: "mysql" }],
		["quay.io/pypa/manylinux2014_x86_64:2021-03-01-6a1e6b6", { entrypoint: ["manylinux-entrypoint"] }],
		["quay.io/pypa/manylinux_2_28_x86_64:2024.07.02-0", { entrypoint: ["manylinux-entrypoint"] }],

		// ENTRYPOINT of a variant
		["tiangolo/uwsgi-nginx:python3.6-alpine3.8", { entrypoint: ["sh", "/entrypoint.sh"], distro: "alpine" }],
		["tiangolo/uwsgi-nginx-flask:python3.8-alpine", { entrypoint: ["sh", "/entrypoint.sh"], cmd: ["/start.sh"] }],
		["tiangolo/uwsgi-nginx:python3.11", { entrypoint: ["/entrypoint.sh"], distro: "debian" }],
		["codercom/code-server:4.101.0", { entrypoint: ["/usr/bin/entrypoint.sh", ...codeServer], distro: "debian" }],
		[
			"codercom/code-server:4.101.0-opensuse",
			{ entrypoint: ["/usr/bin/entrypoint-catatonit.sh", ...codeServer], distro: "opensuse" },
		],

		// CMD
		["prom/prometheus:v2.6.1", { entrypoint: ["/bin/prometheus"], cmd: [], user: "nobody" }],
		["prom/prometheus:v2.5.0", { cmd: find("prom/prometheus:v2.45.0")?.cmd ?? [] }],
		["prom/alertmanager:v0.16.2", { user: "nobody", cmd: find("prom/alertmanager")?.cmd ?? [] }],
		["prom/alertmanager:v0.27.0", { user: "nobody", cmd: find("prom/alertmanager")?.cmd ?? [] }],
		["prom/blackbox-exporter:v0.8.1", { cmd: ["--config.file=/etc/blackbox_exporter/config.yml"] }],
		["prom/blackbox-exporter:v0.25.0", { cmd: ["--config.file=/etc/blackbox_exporter/config.yml"] }],
		["selenium/hub:3.14.0-gallium", { cmd: ["/opt/bin/entry_point.sh"], user: "seluser" }],
		["rockylinux/rockylinux:9.5-ubi-micro", { cmd: ["/bin/sh", "-c", "/bin/sh"] }],

		// USER
		["cirrusci/flutter:2.10.5", { entrypoint: [], user: "root" }],
		["ghcr.io/cirruslabs/flutter:3.24.0", { entrypoint: [], user: "root" }],
		["selenium/standalone-chrome:4.0.0-20211102", { user: "1200" }],
		["selenium/standalone-chrome:4.16.1-20231208", { user: "1200" }],
		["selenium/base:4.1", { user: "1200:1201" }],

		// SHELL
		["nikolaik/python-nodejs:python3.12-nodejs20-bullseye", { shell: ["/bin/sh", "-c"], distro: "debian" }],
		["nikolaik/python-nodejs:python3.12-nodejs20-bookworm", { shell: nikolaikShell, distro: "debian" }],

		// STOPSIGNAL
		["uselagoon/php-8.2-cli:23.10.0", { entrypoint: lagoon, stopSignal: "SIGQUIT" }],
		["uselagoon/php-8.2-cli:24.5.1", { entrypoint: lagoon, stopSignal: "SIGTERM" }],
		["uselagoon/php-8.2-cli", { entrypoint: lagoon, cmd: ["/bin/docker-sleep"], stopSignal: "SIGTERM" }],
		["almalinux/9-init", { cmd: ["/sbin/init"], stopSignal: "SIGRTMIN+3" }],
		["rockylinux/rockylinux:9-ubi-init", { cmd: ["/sbin/init"], stopSignal: "SIGRTMIN+3" }],
	])("%s", (image, facts) => {
		expect(find(image)).toMatchObject(facts);
	});

	it.each([
		"bref/php-80:3",
		"bref/php-84-fpm:3",
		"prom/alertmanager:v0.14.0",
		"prom/alertmanager:v0.15.3",
		"prom/blackbox-exporter:v0.7.0",
		"prom/prometheus:v2.0.0-beta.0",
		"nodered/node-red:3.0.0",
		"parseplatform/parse-server:3.1.2",
		"jenkins/jenkins:2.60.3-alpine",
		"percona/percona-server:5.7.23",
		"quay.io/pypa/manylinux2014_x86_64:2021-01-10-abcdefa",
		"selenium/hub:3.14.0-francium",
		"selenium/standalone-chrome:4.0.0-alpha-6-20200609",
		"cirrusci/flutter:v1.9.1-hotfixes",
		"cirrusci/flutter:1.20.4",
		"hypriot/rpi-node:7.4.0",
	])("nothing of %s", (image) => {
		expect(find(image)).toBeUndefined();
	});
});

describe("the built-in catalogue states the release of a distribution where a tag does not:", () => {
	it.each([
		["biocontainers/biocontainers:v1.0.0_cv4", "16.04"],
		["biocontainers/biocontainers:v1.2.0_cv1", "20.04"],
		["tutum/lamp", "14.04"],
		["heroku/heroku:18-build", "18.04"],
		["selenium/standalone-chrome:3.141.59-20200525", "18.04"],
		["selenium/standalone-chrome:3.4.0", "16.04"],
		["confluentinc/cp-kafka:5.2.1", "8"],
		["cypress/base:12.6.0", "9"],
		["couchbase/server:enterprise-6.5.1", "18.04"],
		["rastasheep/ubuntu-sshd:14.04", "14.04"],
		["browserless/chrome:1.33.0-chrome-stable", "18.04"],
		["rocker/r-ver:3.1.2", "7"],
		["rocker/rstudio:3.3.3", "8"],
		["rocker/shiny:3.6.1", "9"],
		["rocker/tidyverse:3.6.2", "10"],
		["tensorflow/serving:1.12.0", "16.04"],
		["tensorflow/serving:2.1.4-gpu", "16.04"],
		["tensorflow/serving:2.1.4", "18.04"],
		["tensorflow/serving:2.11.0-devel-gpu", "18.04"],
		["dlang2/dmd-ubuntu:2.096.1", "18.04"],
	])("%s: %s", (image, version) => {
		expect(find(image)?.files).toEqual({ version });
	});

	it.each([
		"cypress/base:12.22.8",
		"selenium/standalone-chrome:4.1.0",
		"biocontainers/biocontainers:latest",
		"rocker/r-ver:4.4.1",
		"tensorflow/serving",
		"tensorflow/serving:2.12.0-gpu",
	])("not that of %s", (image) => {
		expect(find(image)?.files).toBeUndefined();
	});

	it("no distribution if the release has ended and its packages have moved", () => {
		expect(find("browserless/chrome")?.distro).toBeUndefined();
		expect(find("browserless/chrome:1.60.1-chrome-stable")?.distro).toBeUndefined();
		expect(find("browserless/chrome:1.53.0-chrome-stable")?.distro).toBe("ubuntu");
	});
});
