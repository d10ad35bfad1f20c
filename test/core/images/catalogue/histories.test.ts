import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "shell" | "distro">>;

const semeru = "icr.io/appcafe/ibm-semeru-runtimes";
const loki = { entrypoint: ["/usr/bin/loki"], cmd: ["-config.file=/etc/loki/local-config.yaml"] };
const tini = ["tini", "-g", "--"];
const nifi = ["../scripts/start.sh"];
const hugo = { entrypoint: ["hugo"] };
const s2i = ["container-entrypoint"];
const cacert = ["/__cacert_entrypoint.sh"];
const sh = ["/bin/sh", "-c"];

describe("the built-in catalogue follows what changed in an image:", () => {
	it.each<readonly [string, Facts]>([
		// USER
		[`${semeru}:open-17.0.5_8-jdk-ubi`, { user: "root", distro: "ubi" }],
		[`${semeru}:open-18-jdk-ubi-minimal`, { user: "root", distro: "ubi-minimal" }],
		[`${semeru}:open-17.0.12_7-jre-ubi9-minimal`, { user: "1001", distro: "ubi-minimal" }],
		[`${semeru}:open-21-jre-ubi`, { user: "1001", distro: "ubi" }],
		["otel/opentelemetry-collector:0.120.0", { user: "10001" }],
		["otel/opentelemetry-collector:0.121.0", { user: "10001:10001" }],
		["otel/opentelemetry-collector-contrib", { entrypoint: ["/otelcol-contrib"], user: "10001:10001" }],
		["grafana/loki:2.6.1", { ...loki, user: "loki", shell: sh, distro: "alpine" }],
		["grafana/loki:3.1.1", { ...loki, user: "10001", shell: sh, distro: "alpine" }],
		["grafana/k6:0.45.0", { entrypoint: ["k6"], user: "12345" }],
		["grafana/k6:0.49.0", { entrypoint: ["k6"], user: "k6" }],
		["grafana/k6:1.1.0", { entrypoint: ["k6"], user: "12345" }],
		["ollama/ollama:0.1.32", { entrypoint: ["/bin/ollama"], cmd: ["serve"], user: "root" }],
		["fabric8/java-centos-openjdk8-jdk:1.5.1", { cmd: ["/deployments/run-java.sh"], user: "jboss" }],

		// SHELL
		["grafana/loki:3.4.2", { ...loki, shell: ["/busybox/sh", "-c"], distro: "distroless" }],
		["grafana/loki", { ...loki, shell: sh, distro: "distroless" }],
		["citusdata/citus:14.1.0-alpine", { entrypoint: ["docker-entrypoint.sh"], shell: sh, distro: "alpine" }],
		["mambaorg/micromamba:0.14.0", { entrypoint: [], cmd: ["/bin/bash"], shell: ["/bin/bash", "-c"] }],

		// ENTRYPOINT and CMD
		["jupyter/scipy-notebook:2023-10-02", { entrypoint: tini, cmd: ["start-notebook.sh"] }],
		["jupyter/scipy-notebook:2023-10-20", { entrypoint: tini, cmd: ["start-notebook.py"] }],
		["apache/nifi:1.4.0", { entrypoint: ["bin/nifi.sh"], cmd: ["run"], user: "nifi" }],
		["apache/nifi:1.6.0", { entrypoint: [], user: "nifi" }],
		["apache/nifi:1.7.0", { entrypoint: nifi, user: "nifi" }],
		["klakegg/hugo:0.57.2-ext-alpine", { entrypoint: ["sh", "/run.sh"], distro: "alpine" }],
		["klakegg/hugo:0.59.0-ext", hugo],
		["squidfunk/mkdocs-material:9.5.14", { entrypoint: ["/sbin/tini", "--", "mkdocs"] }],
		["payara/server-web:7.2025.1", { entrypoint: ["tini", "--"], user: "payara" }],
		["payara/server-full:6.2024.5", { entrypoint: ["tini", "--"], user: "payara" }],
		["payara/server-full:6.2025.2", { entrypoint: ["tini", "--", "/opt/payara/scripts/entrypoint.sh"], cmd: [] }],
		["dunglas/frankenphp:1.4-php8.3", { cmd: ["--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"] }],
		["quay.io/debezium/connect", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["start"], user: "kafka" }],
		["jekyll/jekyll:3.8.6", { entrypoint: ["/usr/jekyll/bin/entrypoint"], distro: "alpine" }],
		["jekyll/jekyll:4.4.1", { entrypoint: [], cmd: ["jekyll", "--help"], distro: "debian" }],
		["emscripten/emsdk:3.1.42", { entrypoint: [] }],
		["circleci/node:12.22", { entrypoint: ["docker-entrypoint.sh"], user: "circleci" }],
		["jenkins/jnlp-slave:3.27-1-alpine", { entrypoint: ["jenkins-slave"], user: "jenkins", distro: "alpine" }],
		["sbtscala/scala-sbt:eclipse-temurin-23.0.1_11_1.10.5_3.5.2", { entrypoint: cacert, cmd: ["sbt"] }],
		["sbtscala/scala-sbt:eclipse-temurin-alpine-23_37_1.10.2_3.5.1", { entrypoint: cacert, distro: "alpine" }],
		["mcr.microsoft.com/powershell:7.4-alpine-3.20", { cmd: ["pwsh"], distro: "alpine" }],
		["mcr.microsoft.com/powershell:lts-debian-11", { cmd: ["pwsh"], distro: "debian" }],
		["mcr.microsoft.com/azure-functions/java:4-appservice", { entrypoint: ["/azure-functions-host/start.sh"] }],

		// Distributions
		["bde2020/spark-master:3.3.0-hadoop3.3", { cmd: ["/bin/bash", "/master.sh"], distro: "alpine" }],
		["babashka/babashka:0.2.3", { cmd: ["bb"], distro: "ubuntu" }],
		["buildkite/agent:3.15.1-centos", { entrypoint: ["buildkite-agent-entrypoint"], distro: "centos" }],
	])("%s", (image, expected) => {
		expect(find(image)).toMatchObject(expected);
	});

	it.each<readonly [string, Facts]>([
		["buildkite/agent:3.60.0-sidecar", { entrypoint: [], distro: "busybox" }],
		["rstudio/r-base:4.2-centos7", { cmd: ["R"], distro: "centos" }],
		["rstudio/r-base:3.6-bionic", { cmd: ["R"], distro: "ubuntu" }],
		["quay.io/sclorg/nodejs-20-minimal-c8s", { entrypoint: s2i, cmd: ["base-usage"], user: "1001" }],
		["quay.io/sclorg/nodejs-20-minimal-c9s", { entrypoint: [], user: "1001" }],
		["dunglas/frankenphp:1.9-builder-php8.4", { entrypoint: ["docker-php-entrypoint"], distro: "debian" }],
		["jenkins/inbound-agent:4.3-4-windowsservercore-1809", { distro: "windows" }],
		["mcr.microsoft.com/powershell:lts-windowsserver-ltsc2022", { distro: "windows" }],
		["sbtscala/scala-sbt:amazoncorretto-al2023-21.0.5_1.10.5_3.5.2", { cmd: ["sbt"], distro: "amazonlinux" }],
		["nginxproxy/nginx-proxy:1.10-alpine", { entrypoint: ["/app/docker-entrypoint.sh"], distro: "alpine" }],
		["bde2020/spark-python-template:3.3.0-hadoop3.3", { cmd: ["/bin/bash", "/template.sh"], distro: "alpine" }],
		["debezium/connect-base:2.7", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["start"], user: "kafka" }],
		["nvcr.io/nvidia/tritonserver:24.01-vllm-python-py3", { entrypoint: ["/opt/nvidia/nvidia_entrypoint.sh"] }],
		["registry.access.redhat.com/ubi9/dotnet-100-aspnet", { entrypoint: [], user: "1001", distro: "ubi-minimal" }],
		["jackfirth/racket:6.3", { cmd: ["racket"] }],
	])("and the variant %s", (image, expected) => {
		expect(find(image)).toMatchObject(expected);
	});

	it.each([
		["its user is another one", "ollama/ollama:0.0.19"],
		["its CMD depends on when it was pushed", "jekyll/jekyll"],
		["it ran in shell form then", "sbtscala/scala-sbt:eclipse-temurin-11.0.23_9_1.10.0_2.13.14"],
		["it got its ENTRYPOINT during that release", "jekyll/jekyll:3.6.2"],
		["its ENTRYPOINT came later", "circleci/node:12.1"],
		["its ENTRYPOINT is not that of later ones", "jenkins/jnlp-slave:3.36-1"],
		["it starts with software collections", "rstudio/r-base:3.6-centos6"],
		["it has ONBUILD", "jackfirth/racket:6.3-onbuild"],
		["it is not built in public", "nvcr.io/nvidia/tritonserver:24.01-py3-min"],
		["its CMD replaced an ENTRYPOINT", "mcr.microsoft.com/azure-functions/python:4-appservice"],
	])("and says nothing where %s: %s", (_, image) => {
		expect(find(image)).toBeUndefined();
	});

	it.each([
		["CentOS 7", "jboss/wildfly:20.0.0.Final"],
		["Oracle Linux slim", "oracle/graalvm-ce:20.3.0"],
		["Debian", "bde2020/spark-master:2.3.2-hadoop2.7"],
		["nothing", "babashka/babashka:0.0.73"],
	])("states no distribution for one on %s: %s", (_, image) => {
		const facts = find(image);
		expect(facts).toBeDefined();
		expect(facts?.distro).toBeUndefined();
	});

	it.each([
		["what starts", "mcr.microsoft.com/powershell:7.4-ubuntu-22.04"],
		["what starts", "jupyter/base-notebook:python-3.11.6"],
	])("leaves open %s: %s", (_, image) => {
		expect(find(image)?.cmd).toBeUndefined();
	});

	it("knows the SHELL of a builder as a POSIX shell of some kind", () => {
		expect(find("dunglas/frankenphp:builder")?.shell).toBeUndefined();
	});
});
