import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "stopSignal" | "distro" | "shell">>;

const s2i = { entrypoint: ["container-entrypoint"], cmd: ["/bin/sh", "-c", "$STI_SCRIPTS_PATH/usage"], user: "1001" };
const prefect = ["/usr/bin/tini", "-g", "--", "/opt/prefect/entrypoint.sh"];
const cuda = ["/opt/nvidia/nvidia_entrypoint.sh"];
const balena = { entrypoint: ["/usr/bin/entry.sh"] };

describe("the built-in catalogue knows the family of", () => {
	it.each<readonly [string, Facts]>([
		// Microsoft
		[
			"mcr.microsoft.com/dotnet/runtime:9.0-azurelinux3.0-distroless",
			{ entrypoint: ["/usr/bin/dotnet"], user: "1654" },
		],
		["mcr.microsoft.com/dotnet/sdk:8.0-preview", {}],
		["mcr.microsoft.com/dotnet/core/aspnet:3.1-bionic", { distro: "ubuntu" }],
		["microsoft/dotnet:2.1-aspnetcore-runtime", { distro: "debian" }],
		["microsoft/dotnet:2.1-runtime-alpine", { distro: "alpine" }],
		["microsoft/aspnetcore-build:2.0", { distro: "debian" }],
		["microsoft/mssql-server-linux:2017-latest", { distro: "ubuntu" }],
		["mcr.microsoft.com/azure-cli:2.60.0", {}],
		["mcr.microsoft.com/azure-functions/dotnet:4", { distro: "debian" }],
		["mcr.microsoft.com/azure-functions/node:2.0-appservice", { entrypoint: ["/azure-functions-host/start.sh"] }],
		["mcr.microsoft.com/azureml/openmpi4.1.0-ubuntu20.04:latest", { user: "root:root", distro: "ubuntu" }],
		["mcr.microsoft.com/powershell:preview-alpine-3.16", { entrypoint: [], distro: "alpine" }],
		["mcr.microsoft.com/playwright:focal", { distro: "ubuntu" }],
		["mcr.microsoft.com/devcontainers/php:8.2", { entrypoint: ["docker-php-entrypoint"], stopSignal: "SIGWINCH" }],
		// Enterprise Linux
		["registry.access.redhat.com/rhel7:7.6", {}],
		["registry.access.redhat.com/ubi7/ubi-minimal", {}],
		["centos/python-36-centos7", s2i],
		["rhscl/nodejs-12-rhel7", s2i],
		["registry.redhat.io/rhel8/nodejs-12", s2i],
		["registry.redhat.io/rhel9/postgresql-15", { ...s2i, cmd: ["run-postgresql"], user: "26" }],
		["registry.fedoraproject.org/f32/s2i-base", { ...s2i, cmd: ["base-usage"], user: "root" }],
		["centos/httpd-24-centos7", { ...s2i, cmd: ["/usr/bin/run-httpd"] }],
		["registry.suse.com/bci/bci-base:15.5", { distro: "opensuse" }],
		["registry.suse.com/bci/bci-micro:15.7", { distro: "other" }],
		["registry.suse.com/bci/golang:1.21", { distro: "opensuse" }],
		["registry.suse.com/bci/php-fpm:8", { entrypoint: ["docker-php-entrypoint"], stopSignal: "SIGQUIT" }],
		["openeuler/openeuler:24.03-lts", { distro: "other" }],
		["openeuler/python:3.11.13-oe2403lts", { distro: "other" }],
		// Boards
		["balenalib/raspberrypi3-debian-python:3.8-bullseye-run", { ...balena, distro: "debian" }],
		["balenalib/raspberrypi3-alpine", { ...balena, distro: "alpine" }],
		["balenalib/raspberrypi3-ubuntu-node:12", { ...balena, distro: "ubuntu" }],
		["balenalib/rpi-raspbian:buster", { ...balena, distro: "debian" }],
		// Models and data
		["tensorflow/tensorflow:1.15.0-py3", { shell: ["/bin/sh", "-c"], distro: "ubuntu" }],
		["nvcr.io/nvidia/tritonserver:21.05-py3", { entrypoint: ["/opt/tritonserver/nvidia_entrypoint.sh"] }],
		["nvcr.io/nvidia/tritonserver:23.10-py3", { entrypoint: ["/opt/nvidia/nvidia_entrypoint.sh"] }],
		[
			"pytorch/torchserve:0.8.2-gpu",
			{ entrypoint: ["/usr/local/bin/dockerd-entrypoint.sh"], cmd: ["serve"], user: "model-server" },
		],
		["apache/beam_python3.11_sdk:2.50.0", { entrypoint: ["/opt/apache/beam/boot"], distro: "debian" }],
		["prefecthq/prefect:2-python3.10", { entrypoint: prefect, distro: "debian" }],
		["prefecthq/prefect:2-python3.10-conda", { entrypoint: prefect, shell: ["/bin/bash", "--login", "-c"] }],
		[
			"vllm/vllm-openai:v0.9.0",
			{ entrypoint: ["python3", "-m", "vllm.entrypoints.openai.api_server"], shell: ["/bin/bash", "-c"] },
		],
		["public.ecr.aws/deep-learning-containers/base:runtime-cu130-amzn2023", { entrypoint: cuda, cmd: ["/bin/bash"] }],
		["apache/superset:3.0.0", { user: "superset", distro: "debian" }],
		["apache/nifi:1.23.2", { entrypoint: ["../scripts/start.sh"], user: "nifi" }],
		["ghcr.io/dbt-labs/dbt-postgres:1.5.0", { entrypoint: ["dbt"], distro: "debian" }],
		["ghcr.io/osgeo/gdal:alpine-small-3.8.0", { distro: "alpine" }],
		["jupyterhub/jupyterhub:1.3", { cmd: ["jupyterhub"], distro: "ubuntu" }],
		["tiangolo/meinheld-gunicorn-flask:python3.7", { entrypoint: ["/entrypoint.sh"], cmd: ["/start.sh"] }],
		["armhf/debian:jessie", { distro: "debian" }],
		["aarch64/alpine:3.5", { distro: "alpine" }],
		// Clouds
		["marketplace.gcr.io/google/ubuntu2404", { distro: "ubuntu" }],
		["gcr.io/google-appengine/debian10", { distro: "debian" }],
		["gcr.io/google-appengine/nodejs", { cmd: ["npm", "start"] }],
		["gcr.io/google_appengine/python", { cmd: [] }],
		["gcr.io/google-appengine/openjdk:8", { entrypoint: ["/docker-entrypoint.bash"] }],
		["google/dart:2.10", { distro: "debian" }],
		["lambci/lambda:build-python3.8", {}],
		["localstack/localstack:3.0", { entrypoint: ["docker-entrypoint.sh"], shell: ["/bin/bash", "-c"] }],
		["envoyproxy/envoy:v1.39.0", { entrypoint: ["/docker-entrypoint.sh"], distro: "ubuntu" }],
		["envoyproxy/envoy:distroless-v1.27.0", { entrypoint: ["/usr/local/bin/envoy"], user: "65532" }],
		["rancher/k3s:v1.29.1-k3s1", { entrypoint: ["/bin/k3s"], cmd: ["agent"] }],
		["ghcr.io/aquasecurity/trivy:0.38.3", { entrypoint: ["trivy"], distro: "alpine" }],
		["hashicorp/packer:1.9", { entrypoint: ["/bin/packer"], distro: "alpine" }],
		["hashicorp/terraform:0.12.24", { entrypoint: ["/bin/terraform"], distro: "alpine" }],
		["pulumi/pulumi:3.100.0", { entrypoint: ["pulumi"], distro: "debian" }],
		["sonarsource/sonar-scanner-cli:latest", { entrypoint: ["/usr/bin/entrypoint.sh"], user: "scanner-cli" }],
		["fluent/fluent-bit:2.1.4", { entrypoint: ["/fluent-bit/bin/fluent-bit"], user: "0", distro: "distroless" }],
		["fluent/fluentd:v1.9-debian-1", { entrypoint: ["tini", "--", "/bin/entrypoint.sh"], user: "fluent" }],
		[
			"fluent/fluentd-kubernetes-daemonset:v1.14-debian-elasticsearch7-1",
			{ entrypoint: ["tini", "--", "/fluentd/entrypoint.sh"] },
		],
		// Applications
		["jenkins/jenkins:2.235.5-lts", { entrypoint: ["/sbin/tini", "--", "/usr/local/bin/jenkins.sh"], user: "jenkins" }],
		[
			"jenkins/jenkins:2.387.3-lts",
			{ entrypoint: ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"], user: "jenkins" },
		],
		["jenkins:2.60.3", { entrypoint: ["/bin/tini", "--", "/usr/local/bin/jenkins.sh"], user: "jenkins" }],
		["jboss/keycloak", { entrypoint: ["/opt/jboss/tools/docker-entrypoint.sh"], cmd: ["-b", "0.0.0.0"], user: "1000" }],
		[
			"quay.io/wildfly/wildfly:26.1.1.Final",
			{ cmd: ["/opt/jboss/wildfly/bin/standalone.sh", "-b", "0.0.0.0"], user: "jboss" },
		],
		["jetbrains/teamcity-server:2023.05.3", { cmd: ["/run-services.sh"], user: "tcuser:tcuser" }],
		["jetbrains/teamcity-agent:2023.05-linux-sudo", { cmd: ["/run-services.sh"], user: "buildagent" }],
		["strapi/base:alpine", { entrypoint: ["docker-entrypoint.sh"], cmd: ["node"], distro: "alpine" }],
		["n8nio/n8n:1.0.0", { entrypoint: ["tini", "--", "/docker-entrypoint.sh"], user: "node" }],
		["nodered/node-red:latest", { entrypoint: ["./entrypoint.sh"], user: "node-red", distro: "alpine" }],
		["ghcr.io/puppeteer/puppeteer:latest", { entrypoint: ["docker-entrypoint.sh"], cmd: ["node"], user: "10042" }],
		[
			"codercom/code-server:4.9.1",
			{ entrypoint: ["/usr/bin/entrypoint.sh", "--bind-addr", "0.0.0.0:8080", "."], user: "1000", distro: "debian" },
		],
		["ethereum/client-go:v1.10.8", { entrypoint: ["geth"], distro: "alpine" }],
		["ethereum/client-go:alltools-latest", { distro: "alpine" }],
		["ghcr.io/foundry-rs/foundry:latest", { entrypoint: ["/bin/sh", "-c"], user: "foundry" }],
		["debezium/kafka:0.10", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["start"], user: "kafka" }],
		["debezium/zookeeper:1.6", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["start"], user: "zookeeper" }],
		["confluentinc/cp-kafka:6.2.0", { cmd: ["/etc/confluent/docker/run"], user: "appuser" }],
		["confluentinc/cp-server:7.2.0", { cmd: ["/etc/confluent/docker/run"], user: "appuser" }],
		["confluentinc/cp-kafka:5.3.1", { cmd: ["/etc/confluent/docker/run"], distro: "debian" }],
		["mysql/mysql-server:8.0", { entrypoint: ["/entrypoint.sh"], cmd: ["mysqld"] }],
		["percona/percona-server:8.0", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["mysqld"], user: "mysql" }],
		["percona/percona-server-mongodb:4.4", { entrypoint: ["/entrypoint.sh"], cmd: ["mongod"], user: "1001" }],
		[
			"bitnami/postgresql:13.4.0-debian-10-r5",
			{ entrypoint: ["/opt/bitnami/scripts/postgresql/entrypoint.sh"], user: "1001", distro: "debian" },
		],
		["bitnami/node:14-debian-10", { distro: "debian" }],
		// Distroless, before its names had versions
		["gcr.io/distroless/java:11", { entrypoint: ["/usr/bin/java", "-jar"], user: "0", distro: "distroless" }],
		["gcr.io/distroless/java-debian10:nonroot", { entrypoint: ["/usr/bin/java", "-jar"], user: "65532" }],
		["gcr.io/distroless/nodejs:16", { entrypoint: ["/nodejs/bin/node"], user: "0", distro: "distroless" }],
		// Command-line tools
		["nixos/nix:2.13.3", { distro: "other" }],
		["dtzar/helm-kubectl:3.11", { distro: "alpine" }],
		["nicolaka/netshoot:v0.9", { distro: "alpine" }],
		["minio/mc", { entrypoint: ["mc"] }],
		["ghcr.io/opentofu/opentofu:1.6.0", { entrypoint: ["/usr/local/bin/tofu"], distro: "alpine" }],
		["hadolint/hadolint:v2.12.0-debian", { cmd: ["/bin/hadolint", "-"], distro: "debian" }],
		["atmoz/sftp:alpine", { entrypoint: ["/entrypoint"], distro: "alpine" }],
		["ghcr.io/cirruslabs/android-sdk:33", { distro: "ubuntu" }],
		["matrixdotorg/synapse:v1.70.0", { entrypoint: ["/start.py"], distro: "debian" }],
		["wodby/php:8.3", { entrypoint: ["/docker-entrypoint.sh"], user: "wodby", stopSignal: "SIGQUIT" }],
		[
			"thecodingmachine/php:8.1-v4-apache",
			{
				entrypoint: ["/usr/local/bin/docker-entrypoint.sh"],
				user: "docker",
				shell: ["/bin/bash", "-o", "pipefail", "-c"],
				stopSignal: "SIGWINCH",
			},
		],
		// Sites and programs
		["squidfunk/mkdocs-material", { entrypoint: ["/sbin/tini", "--", "mkdocs"] }],
		["squidfunk/mkdocs-material:9.1", { entrypoint: ["mkdocs"], distro: "alpine" }],
		["squidfunk/mkdocs-material:9.6.16", { entrypoint: ["/sbin/tini", "--", "mkdocs"] }],
		["jekyll/jekyll:3.8", { entrypoint: ["/usr/jekyll/bin/entrypoint"], cmd: ["jekyll", "--help"] }],
		["klakegg/hugo:0.101.0-ext-alpine", { entrypoint: ["hugo"], distro: "alpine" }],
		["swaggerapi/swagger-ui:v5.1.0", { entrypoint: ["/docker-entrypoint.sh"], stopSignal: "SIGQUIT" }],
		["emscripten/emsdk:3.1.8", {}],
		["emscripten/emsdk:3.1.50", { entrypoint: ["/emsdk/docker/entrypoint.sh"] }],
		["espressif/idf:v4.4", { entrypoint: ["/opt/esp/entrypoint.sh"], cmd: ["/bin/bash"] }],
		["racket/racket:8.2", { cmd: ["racket"] }],
		["tinygo/tinygo:0.30.0", { cmd: ["tinygo"] }],
		["bitwalker/alpine-erlang:22", { distro: "alpine" }],
		["bitwalker/alpine-elixir:1.8", { distro: "alpine" }],
		["trafex/php-nginx", { user: "nobody", distro: "alpine" }],
		["hyperf/hyperf:8.0-alpine-v3.15-swoole", { distro: "alpine" }],
		["yiisoftware/yii2-php:7.4-apache", { entrypoint: ["docker-php-entrypoint"], stopSignal: "SIGWINCH" }],
		["cimg/openjdk:17.0", { user: "circleci", shell: ["/bin/bash", "-exo", "pipefail", "-c"] }],
		["ibmjava:8-ubi", { user: "1001" }],
		["ghcr.io/oracle/oraclelinux8-python:3.9", { distro: "oraclelinux" }],
		["ghcr.io/oracle/oci-cli", { entrypoint: ["oci"], cmd: ["--help"], user: "oracle" }],
		["easypi/alpine-arm", { cmd: [], distro: "alpine" }],
		["clefos:7", { cmd: ["/bin/bash"] }],
		["webdevops/bootstrap:ubuntu-22.04", { distro: "ubuntu" }],
		["gliderlabs/alpine:3.3", { distro: "alpine" }],
		["ghcr.io/browserless/base", { distro: "ubuntu" }],
		["openanalytics/r-base", { cmd: ["R"], distro: "ubuntu" }],
		[
			"gcr.io/oss-fuzz-base/cifuzz-base",
			{ entrypoint: ["python3", "/opt/oss-fuzz/infra/cifuzz/cifuzz_combined_entrypoint.py"], distro: "ubuntu" },
		],
		["selenium/standalone-chrome:122.0", { cmd: ["/opt/bin/entry_point.sh"], user: "1200" }],
		["solr:10.0.0", { entrypoint: ["docker-entrypoint.sh"], user: "8983", distro: "ubuntu" }],
		["rocker/r-ubuntu:20.04", { cmd: ["bash"] }],
		["rocker/r-base", { cmd: ["R"], distro: "debian" }],
		["gentoo/stage3:amd64-nomultilib-openrc", { cmd: ["/bin/bash"] }],
		["unityci/editor:ubuntu-2021.3.8f1-webgl-1", { distro: "ubuntu" }],
	])("%s", (text, facts) => {
		expect(find(text)).toMatchObject({
			entrypoint: [],
			user: "root",
			shell: ["/bin/sh", "-c"],
			stopSignal: "SIGTERM",
			...facts,
		});
	});

	it.each<readonly [string, Facts]>([
		["tensorflow/tensorflow:2.4.1-gpu", { entrypoint: [] }],
		["bitnami/redis:6.2", { entrypoint: ["/opt/bitnami/scripts/redis/entrypoint.sh"], user: "1001" }],
		["bitnami/node:18", { entrypoint: [], cmd: ["node"] }],
	])("%s, except its SHELL", (text, facts) => {
		expect(find(text)).toMatchObject(facts);
		expect(find(text)).not.toHaveProperty("shell");
	});

	it.each([
		["node:4-onbuild", "RUN npm install"],
		["python:3-onbuild", "RUN pip install --no-cache-dir -r requirements.txt"],
		["golang:onbuild", "RUN go-wrapper install"],
		["ruby:2.3-onbuild", "RUN bundle install"],
	])("%s, which leaves %s to its children", (text, trigger) => {
		expect(find(text)?.onBuild).toContain(trigger);
	});

	it("bitwalker/alpine-elixir, whose ONBUILD counts", () => {
		expect(find("bitwalker/alpine-elixir-phoenix:latest")?.onBuild).toEqual([
			"RUN mix do local.hex --force, local.rebar --force",
		]);
	});

	it.each([
		["have no ENTRYPOINT, unlike the others", "gcr.io/distroless/java:base"],
		["stop a build by ONBUILD", "ghcr.io/opentofu/opentofu:1.10.0"],
		["have an ENTRYPOINT that no row could say", "klakegg/hugo:0.101.0-ci"],
		["are App Service's, whose ENTRYPOINT differs", "mcr.microsoft.com/azure-functions/node:4-node18-appservice"],
	])("but not tags that %s: %s", (_, text) => {
		expect(find(text)).toBeUndefined();
	});

	it.each([
		["registry.suse.com/bci/bci-init:15.5", "systemd"],
		["resin/rpi-raspbian:jessie", "INITSYSTEM"],
		["resin/raspberrypi3-alpine-node:8", "INITSYSTEM"],
	])("%s, which has to be PID 1: %s", (text, why) => {
		expect(find(text)?.mustBePid1).toContain(why);
	});

	it.each([
		["ghcr.io/home-assistant/amd64-base-debian:bookworm", "/bin/bash"],
		["ghcr.io/home-assistant/amd64-base-python:3.12-alpine3.20", "/bin/ash"],
		["ghcr.io/hassio-addons/base:15.0.0", "/bin/ash"],
		["ghcr.io/hassio-addons/debian-base:7", "/bin/bash"],
	])("%s, whose SHELL is %s", (text, shell) => {
		expect(find(text)?.shell).toEqual([shell, "-o", "pipefail", "-c"]);
	});
});
