import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "shell" | "stopSignal" | "distro">>;

const cudaEntrypoint = ["/opt/nvidia/nvidia_entrypoint.sh"];
const nodeEntrypoint = ["docker-entrypoint.sh"];
const cacert = ["/__cacert_entrypoint.sh"];
const rapids = { entrypoint: ["/home/rapids/entrypoint.sh"], user: "rapids" };
const confluent = ["/etc/confluent/docker/run"];
const openresty = ["-g", "daemon off;"];

describe("the built-in catalogue knows what files of GitHub are built on:", () => {
	it.each<readonly [string, Facts]>([
		// Machine learning
		["nvidia/cuda:9.2-devel", { entrypoint: [], distro: "ubuntu" }],
		["nvidia/cuda:9.0-cudnn7-runtime-centos7", { entrypoint: [], distro: "centos" }],
		["nvidia/cuda:10.1-cudnn7-devel", { entrypoint: [], distro: "ubuntu" }],
		["nvidia/cuda:10.0-cudnn7-devel-ubuntu16.04", { entrypoint: [], distro: "ubuntu" }],
		["nvidia/cuda:11.1-cudnn8-devel-ubuntu20.04", { entrypoint: [], distro: "ubuntu" }],
		["nvidia/cuda:11.1.1-devel-ubuntu16.04", { entrypoint: [], distro: "ubuntu" }],
		["nvidia/cuda:11.4.2-cudnn8-devel-centos8", { entrypoint: [], distro: "centos" }],
		["nvidia/cuda:11.1.1-devel-ubuntu20.04", { entrypoint: cudaEntrypoint, distro: "ubuntu" }],
		["nvidia/cuda", { entrypoint: [], distro: "ubuntu" }],
		["pytorch/pytorch:1.13.0-cuda11.6-cudnn8-devel", { entrypoint: [], distro: "ubuntu" }],
		["nvcr.io/nvidia/tritonserver:21.10-py3", { entrypoint: ["/opt/tritonserver/nvidia_entrypoint.sh"], cmd: [] }],
		["nvcr.io/nvidia/tritonserver:24.01-py3", { entrypoint: cudaEntrypoint, cmd: [], distro: "ubuntu" }],
		["rapidsai/base:25.12-cuda13-py3.12", { ...rapids, cmd: ["ipython"] }],
		["nvcr.io/nvidia/rapidsai/notebooks:24.04-cuda12.0-py3.11", rapids],
		["quay.io/jupyter/r-notebook:2023-11-19", { entrypoint: ["tini", "-g", "--"], cmd: ["start-notebook.py"] }],
		["quay.io/jupyter/minimal-notebook:notebook-7.2.2", { entrypoint: ["tini", "-g", "--", "start.sh"] }],
		["mambaorg/micromamba:0.15.3", { entrypoint: ["/bin/entrypoint.sh"], user: "micromamba" }],
		["mambaorg/micromamba:0.24.0", { entrypoint: ["/usr/local/bin/_entrypoint.sh"], user: "mambauser" }],
		["rocker/shiny-verse:3.6.1", { cmd: ["/usr/bin/shiny-server.sh"], distro: "debian" }],
		// Languages and hosting
		["circleci/php:7.2", { entrypoint: ["docker-php-entrypoint"], cmd: ["/bin/sh"], user: "circleci" }],
		["circleci/php:7.4-node-browsers", { entrypoint: ["/docker-entrypoint.sh"], user: "circleci" }],
		["circleci/android:api-28", { entrypoint: [], cmd: ["/bin/sh"], user: "circleci" }],
		["webdevops/php-nginx:alpine-php7", { entrypoint: ["/entrypoint"], stopSignal: "SIGTERM", distro: "alpine" }],
		["webdevops/php-apache:5.6", { entrypoint: ["/entrypoint"], stopSignal: "SIGTERM", distro: "debian" }],
		["webdevops/php-apache:7.4", { entrypoint: ["/entrypoint"], stopSignal: "SIGQUIT", distro: "debian" }],
		["registry.redhat.io/redhat-openjdk-18/openjdk18-openshift", { cmd: ["/usr/local/s2i/run"], user: "185" }],
		["mcr.microsoft.com/playwright:v1.20.0-focal", { entrypoint: [], user: "root", distro: "ubuntu" }],
		["mcr.microsoft.com/playwright/python:v1.22.0", { entrypoint: [], user: "root", distro: "ubuntu" }],
		["mcr.microsoft.com/playwright:v1.61.0-resolute", { cmd: ["/bin/bash"], distro: "ubuntu" }],
		["openswoole/swoole:22.1.2-php8.3", { entrypoint: ["/tini", "-g", "--", "/entrypoint.sh"], cmd: [] }],
		["openswoole/swoole:25.2-php8.4", { entrypoint: ["/tini", "-g", "--", "/entrypoint.sh"], cmd: [] }],
		["haproxytech/haproxy-debian:2.4", { entrypoint: ["/docker-entrypoint.sh"], stopSignal: "SIGUSR1" }],
		["openswoole/swoole:22.1.2-php8.3-alpine", { entrypoint: ["docker-php-entrypoint"], distro: "alpine" }],
		["openswoole/swoole:25.2-php8.4", { entrypoint: ["/tini", "-g", "--", "/entrypoint.sh"], cmd: [] }],
		[
			"haproxytech/haproxy-debian:2.4",
			{ entrypoint: ["/docker-entrypoint.sh"], stopSignal: "SIGUSR1", distro: "debian" },
		],
		["eclipse/stack-base:ubuntu", { entrypoint: ["/home/user/entrypoint.sh"], user: "user", distro: "ubuntu" }],
		["eclipse/stack-base:centos", { entrypoint: ["/home/user/entrypoint.sh"], user: "user", distro: "centos" }],
		["dlang2/ldc-alpine", { entrypoint: [], user: "root", distro: "alpine" }],
		["thevlang/vlang:debian-dev", { entrypoint: [], user: "root" }],
		["rstudio/plumber", { cmd: ["~/plumber.R"], user: "root", distro: "ubuntu" }],
		["anibali/pytorch:1.8.1-cuda11.1-ubuntu20.04", { entrypoint: [], cmd: ["python3"], user: "user" }],
		["cgr.dev/chainguard/dotnet-sdk:latest-dev", { entrypoint: [], cmd: ["/bin/sh", "-l"], distro: "wolfi" }],
		["cgr.dev/chainguard/php", { entrypoint: ["/bin/php"], user: "65532", distro: "distroless" }],
		// Browsers
		["zenika/alpine-chrome", { entrypoint: ["chromium-browser", "--headless"], user: "chrome", distro: "alpine" }],
		["zenika/alpine-chrome:with-chromedriver", { user: "chrome", cmd: [] }],
		["alekzonder/puppeteer", { entrypoint: ["dumb-init", "--"], user: "pptruser" }],
		["alekzonder/puppeteer:1.0.0", { entrypoint: [], cmd: ["node", "index.js"], user: "root" }],
		["buildkite/puppeteer:10.0.0", { entrypoint: nodeEntrypoint, distro: "debian" }],
		["browserless/chrome:1.53-chrome-stable", { entrypoint: [], cmd: ["./start.sh"], user: "blessuser" }],
		["selenium/standalone-chrome:94.0", { entrypoint: [], cmd: ["/opt/bin/entry_point.sh"], user: "1200" }],
		// Proxies
		["openresty/openresty:xenial", { cmd: ["/usr/local/openresty/bin/openresty", ...openresty] }],
		["openresty/openresty:stretch-fat", { cmd: ["/usr/bin/openresty", ...openresty], stopSignal: "SIGQUIT" }],
		["openresty/openresty:1.15.8.2-1-centos", { cmd: ["/usr/bin/openresty", ...openresty] }],
		["abiosoft/caddy", { entrypoint: ["/bin/parent", "caddy"], distro: "alpine" }],
		["jrcs/letsencrypt-nginx-proxy-companion", { entrypoint: ["/bin/bash", "/app/entrypoint.sh"] }],
		["jc21/nginx-proxy-manager:2.11.3", { entrypoint: ["/init"], distro: "debian" }],
		["certbot/dns-route53:v2.6.0", { entrypoint: ["certbot"], cmd: [], distro: "alpine" }],
		["vernemq/vernemq:1.12.3", { cmd: ["start_vernemq"], user: "vernemq", distro: "debian" }],
		// Pipelines
		["confluentinc/cp-kafka-connect-base:5.4.1", { cmd: confluent, user: "root", distro: "debian" }],
		["confluentinc/cp-kafka-connect-base:8.0.0", { cmd: confluent, user: "appuser" }],
		["debezium/connect:1.4", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["start"], user: "kafka" }],
		["spotify/kafka", { entrypoint: [], cmd: ["supervisord", "-n"] }],
		["apache/zeppelin:0.8.2", { entrypoint: ["/usr/bin/tini", "--"], user: "root" }],
		["apache/zeppelin:0.10.1", { entrypoint: ["/usr/bin/tini", "--"], user: "1000" }],
		["yandex/clickhouse-server:20.3", { entrypoint: ["/entrypoint.sh"], cmd: [], distro: "ubuntu" }],
		["citusdata/citus:11.2", { entrypoint: nodeEntrypoint, cmd: ["postgres"], stopSignal: "SIGINT" }],
		["citusdata/citus", { entrypoint: nodeEntrypoint, shell: ["/bin/bash", "-o", "pipefail", "-c"] }],
		["timberio/vector:0.20.0-alpine", { entrypoint: ["/usr/local/bin/vector"], distro: "alpine" }],
		["timberio/vector:latest-debian", { entrypoint: ["/usr/bin/vector"], distro: "debian" }],
		["datadog/docker-dd-agent:latest-alpine", { entrypoint: ["/sbin/tini", "-g", "--", "/entrypoint.sh"] }],
		["prom/node-exporter:v0.18.1", { entrypoint: ["/bin/node_exporter"], user: "nobody" }],
		["jenkins/jnlp-slave:3.27-1-alpine", { entrypoint: ["jenkins-slave"], user: "jenkins", distro: "alpine" }],
		["jenkins/inbound-agent:4.3-4", { entrypoint: ["jenkins-agent"], user: "jenkins", distro: "debian" }],
		["jenkins/inbound-agent:4.13-2", { entrypoint: ["/usr/local/bin/jenkins-agent"], user: "jenkins" }],
		["jenkins/slave:3.29-2", { entrypoint: [], user: "jenkins" }],
		["jenkins/ssh-agent:5.2.0", { entrypoint: ["setup-sshd"], user: "root" }],
		["buildkite/agent:3-ubuntu", { entrypoint: ["buildkite-agent-entrypoint"], distro: "ubuntu" }],
		["drone/drone:2", { entrypoint: ["/bin/drone-server"], cmd: [], distro: "alpine" }],
		["drone/agent:1", { entrypoint: ["/bin/drone-agent"], distro: "alpine" }],
		// Official images
		["azul-zulu:25", { entrypoint: [], distro: "debian" }],
		["azul-zulu:21-jre-headless-alpine", { entrypoint: [], distro: "alpine" }],
		["nim:2.2.10", { entrypoint: nodeEntrypoint, cmd: ["bash"], distro: "debian" }],
		["eclipse-temurin:8u502-b07-jre-noble", { entrypoint: cacert, distro: "ubuntu" }],
		["jruby:9.3-jdk17", { entrypoint: cacert, cmd: ["irb"], distro: "ubuntu" }],
		["jruby:10.1-jre25", { entrypoint: cacert, cmd: ["irb"] }],
		["groovy:noble", { entrypoint: cacert, cmd: ["groovysh"], user: "1000:1000" }],
		["tomee:11.0-jre25-alpine-plus", { entrypoint: cacert, cmd: ["catalina.sh", "run"], distro: "alpine" }],
		["tomee:11.0-jre25-Semeru-ubuntu-plus", { entrypoint: [], cmd: ["catalina.sh", "run"], distro: "ubuntu" }],
		// Found to be wrong when random rows were compared with the Dockerfiles of their tags
		["yourls", { entrypoint: ["container-entrypoint.sh"], cmd: ["apache2-foreground"] }],
		["yourls:1.10.4-fpm-alpine", { entrypoint: ["container-entrypoint.sh"], cmd: ["php-fpm"], distro: "alpine" }],
		["yourls:1.9.1", { entrypoint: nodeEntrypoint, cmd: ["apache2-foreground"] }],
		["orientdb:3.2.55", { entrypoint: cacert, cmd: ["server.sh"], distro: "ubuntu" }],
		["orientdb:2.2.37", { entrypoint: [], cmd: ["server.sh"] }],
		["eclipse-mosquitto:2.1-ubuntu", { distro: "ubuntu" }],
		["swipl:7.5.11-alpine", { distro: "alpine" }],
		["prom/prometheus:v3.10.0", { entrypoint: ["/bin/prometheus"], user: "nobody", distro: "busybox" }],
	])("%s", (image, expected) => {
		expect(find(image)).toMatchObject(expected);
	});

	it.each([
		["jenkins/jnlp-slave", "its program changed its name"],
		["orientdb:3.2.20", "its base had no ENTRYPOINT before October 2023"],
		["prom/prometheus:v3.10.0-distroless", "it has another user and no shell"],
		["mambaorg/micromamba:0.20.0", "the names of its user changed"],
		["nvidia/cuda:10.2-devel-ubuntu18.04", "it may have been built after December 2022"],
		["nvcr.io/nvidia/tritonserver:22.03-py3-sdk", "it has another Dockerfile"],
		["quay.io/jupyter/base-notebook:2024-01-15", "its ENTRYPOINT changed in that month"],
	])("does not know %s, since %s", (image) => {
		expect(find(image)).toBeUndefined();
	});

	it("does not know a SHELL that some of an image's layers set", () => {
		expect(find("gitpod/workspace-postgres")?.shell).toBeUndefined();
	});
});
