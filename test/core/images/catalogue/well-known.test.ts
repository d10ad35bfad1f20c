import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "stopSignal" | "distro" | "shell">>;

/** The facts of an image that declares only the given ones. */
function plain(facts: Facts): Facts {
	return { entrypoint: [], cmd: [], user: "root", stopSignal: "SIGTERM", ...facts };
}

const entrypoint = ["docker-entrypoint.sh"];
const php = ["docker-php-entrypoint"];
const nginx = { entrypoint: ["/docker-entrypoint.sh"], cmd: ["nginx", "-g", "daemon off;"], stopSignal: "SIGQUIT" };
const bash = ["/bin/bash"];
const s2i = { entrypoint: ["container-entrypoint"], cmd: ["/bin/sh", "-c", "$STI_SCRIPTS_PATH/usage"], user: "1001" };
const cudaEntrypoint = ["/opt/nvidia/nvidia_entrypoint.sh"];
const elasticEntrypoint = ["/bin/tini", "--", "/usr/local/bin/docker-entrypoint.sh"];
const cacert = ["/__cacert_entrypoint.sh"];

describe("the built-in catalogue knows", () => {
	it.each<readonly [string, Facts]>([
		["alpine:3.19", { cmd: ["/bin/sh"], distro: "alpine" }],
		["debian:bookworm-slim", { cmd: ["bash"], distro: "debian" }],
		["debian:12", { cmd: ["bash"], distro: "debian" }],
		["ubuntu:22.04", { cmd: bash, distro: "ubuntu" }],
		["ubuntu:noble", { cmd: bash, distro: "ubuntu" }],
		["busybox:1.36", { cmd: ["sh"], distro: "busybox" }],
		["fedora:40", { cmd: bash, distro: "fedora" }],
		["centos:7", { cmd: bash, distro: "centos" }],
		["rockylinux:9", { cmd: bash, distro: "rockylinux" }],
		["almalinux:9", { cmd: bash, distro: "almalinux" }],
		["oraclelinux:8", { cmd: bash, distro: "oraclelinux" }],
		["amazonlinux:2023", { cmd: bash, distro: "amazonlinux" }],
		["archlinux:base-devel", { cmd: ["/usr/bin/bash"], distro: "arch" }],
		["opensuse/leap:15.6", { cmd: bash, distro: "opensuse" }],
		["registry.access.redhat.com/ubi9/ubi-minimal:9.4", { cmd: bash, distro: "ubi-minimal" }],
		["registry.access.redhat.com/ubi8/ubi:8.10", { cmd: bash, distro: "ubi" }],
		["buildpack-deps:bookworm", { cmd: ["bash"], distro: "debian" }],
		["buildpack-deps:jammy", { cmd: bash, distro: "ubuntu" }],
		["python:3.12-slim", { cmd: ["python3"], distro: "debian" }],
		["python:3.12-alpine3.20", { cmd: ["python3"], distro: "alpine" }],
		["python:2.7", { cmd: ["python2"], distro: "debian" }],
		["node:20", { entrypoint, cmd: ["node"], distro: "debian" }],
		["node:lts-alpine", { entrypoint, cmd: ["node"], distro: "alpine" }],
		["node:8.11-alpine", { cmd: ["node"], distro: "alpine" }],
		["node:6", { cmd: ["node"], distro: "debian" }],
		["ruby:3.3-slim", { cmd: ["irb"], distro: "debian" }],
		["golang:1.22", { cmd: ["bash"], distro: "debian" }],
		["golang:1.22-alpine", { cmd: ["/bin/sh"], distro: "alpine" }],
		["rust:1.79", { cmd: ["bash"], distro: "debian" }],
		["rust:alpine", { cmd: ["/bin/sh"], distro: "alpine" }],
		["gcc:13", { cmd: ["bash"], distro: "debian" }],
		["php:8.3-cli", { entrypoint: php, cmd: ["php", "-a"], distro: "debian" }],
		["php:8.3-fpm-alpine", { entrypoint: php, cmd: ["php-fpm"], stopSignal: "SIGQUIT", distro: "alpine" }],
		["php:8.2-apache", { entrypoint: php, cmd: ["apache2-foreground"], stopSignal: "SIGWINCH", distro: "debian" }],
		["openjdk:8-jre-slim", { cmd: ["bash"], distro: "debian" }],
		["openjdk:17-jdk-slim", { cmd: ["jshell"], distro: "debian" }],
		["eclipse-temurin:17-jdk", { entrypoint: cacert, cmd: ["jshell"], distro: "ubuntu" }],
		["eclipse-temurin:21-jre-alpine", { entrypoint: cacert, distro: "alpine" }],
		["amazoncorretto:17", { cmd: bash, distro: "amazonlinux" }],
		[
			"maven:3.9-eclipse-temurin-21",
			{ entrypoint: ["/usr/local/bin/mvn-entrypoint.sh"], cmd: ["mvn"], distro: "ubuntu" },
		],
		["gradle:8.7-jdk17", { entrypoint: cacert, cmd: ["gradle"], distro: "ubuntu" }],
		["tomcat:10.1-jdk17", { cmd: ["catalina.sh", "run"] }],
		[
			"oven/bun:1",
			{ entrypoint: ["/usr/local/bin/docker-entrypoint.sh"], cmd: ["/usr/local/bin/bun"], distro: "debian" },
		],
		[
			"denoland/deno:alpine-1.44.0",
			{
				entrypoint: ["/tini", "--", "docker-entrypoint.sh"],
				cmd: ["eval", "console.log('Welcome to Deno!')"],
				distro: "alpine",
			},
		],
		["nginx:1.27-alpine", { ...nginx, distro: "alpine" }],
		["nginx:1.16", { cmd: ["nginx", "-g", "daemon off;"], distro: "debian" }],
		["nginxinc/nginx-unprivileged:stable-alpine", { ...nginx, user: "101", distro: "alpine" }],
		["httpd:2.4-alpine", { cmd: ["httpd-foreground"], stopSignal: "SIGWINCH", distro: "alpine" }],
		[
			"caddy:2-alpine",
			{ cmd: ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"], distro: "alpine" },
		],
		["traefik:v3.0", { entrypoint: ["/entrypoint.sh"], cmd: ["traefik"], distro: "alpine" }],
		["redis:7-alpine", { entrypoint, cmd: ["redis-server"], distro: "alpine" }],
		["postgres:16-alpine", { entrypoint, cmd: ["postgres"], stopSignal: "SIGINT", distro: "alpine" }],
		["mysql:8.0", { entrypoint, cmd: ["mysqld"] }],
		["mariadb:11", { entrypoint, cmd: ["mariadbd"], distro: "ubuntu" }],
		["mariadb:10.3", { entrypoint, cmd: ["mysqld"] }],
		["mongo:7", { entrypoint, cmd: ["mongod"], distro: "ubuntu" }],
		["rabbitmq:3.13-management", { entrypoint, cmd: ["rabbitmq-server"], distro: "ubuntu" }],
		["memcached:1.6-alpine", { entrypoint, cmd: ["memcached"], user: "memcache", distro: "alpine" }],
		["wordpress:6-fpm-alpine", { entrypoint, cmd: ["php-fpm"], stopSignal: "SIGQUIT", distro: "alpine" }],
		["ghost:5-alpine", { entrypoint, cmd: ["node", "current/index.js"], distro: "alpine" }],
		[
			"jenkins/jenkins:lts-jdk17",
			{ entrypoint: ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"], user: "jenkins", distro: "debian" },
		],
		["grafana/grafana:10.4.0", { entrypoint: ["/run.sh"], user: "472", distro: "alpine" }],
		["hashicorp/terraform:1.8", { entrypoint: ["/bin/terraform"], distro: "alpine" }],
		["mcr.microsoft.com/dotnet/aspnet:8.0", { cmd: ["bash"], distro: "debian" }],
		["mcr.microsoft.com/dotnet/sdk:8.0-alpine", { cmd: ["/bin/sh"], distro: "alpine" }],
		[
			"mcr.microsoft.com/dotnet/aspnet:8.0-jammy-chiseled",
			{ entrypoint: ["/usr/bin/dotnet"], cmd: ["--info"], user: "1654", distro: "distroless" },
		],
		["mcr.microsoft.com/dotnet/runtime-deps:8.0-jammy-chiseled", { user: "1654", distro: "distroless" }],
		["mcr.microsoft.com/dotnet/aspnet:10.0", { cmd: bash, distro: "ubuntu" }],
		["gcr.io/distroless/static-debian12:nonroot", { user: "65532", distro: "distroless" }],
		["gcr.io/distroless/base-debian12:debug", { entrypoint: ["/busybox/sh"], user: "0", distro: "distroless" }],
		["gcr.io/distroless/nodejs20-debian12", { entrypoint: ["/nodejs/bin/node"], user: "0", distro: "distroless" }],
		[
			"gcr.io/distroless/java17-debian12:nonroot",
			{ entrypoint: ["/usr/bin/java", "-jar"], user: "65532", distro: "distroless" },
		],
		["registry.access.redhat.com/ubi9/nodejs-20", { ...s2i, distro: "ubi" }],
		["docker:27-dind", { entrypoint: ["dockerd-entrypoint.sh"], distro: "alpine" }],
		["docker:27-cli", { entrypoint, cmd: ["sh"], distro: "alpine" }],
		[
			"bitnami/redis:latest",
			{
				entrypoint: ["/opt/bitnami/scripts/redis/entrypoint.sh"],
				cmd: ["/opt/bitnami/scripts/redis/run.sh"],
				user: "1001",
			},
		],
		[
			"apache/airflow:2.9.1",
			{ entrypoint: ["/usr/bin/dumb-init", "--", "/entrypoint"], user: "50000", distro: "debian" },
		],
		["public.ecr.aws/lambda/python:3.11", { entrypoint: ["/lambda-entrypoint.sh"], distro: "amazonlinux" }],
		["public.ecr.aws/docker/library/node:20", { entrypoint, cmd: ["node"], distro: "debian" }],
		["arm64v8/python:3.12", { cmd: ["python3"], distro: "debian" }],
	])("%s", (text, facts) => {
		expect(find(text)).toMatchObject(plain(facts));
	});

	it.each([
		["ghcr.io/linuxserver/baseimage-alpine:3.19", "/init"],
		["lscr.io/linuxserver/sonarr", "/init"],
		["ghcr.io/hassio-addons/base:15.0.0", "/init"],
		["homeassistant/amd64-base:3.19", "/init"],
		["phusion/baseimage:jammy-1.0.1", "my_init"],
		["registry.access.redhat.com/ubi9-init", "systemd"],
		["rocker/rstudio:4.4", "s6"],
	])("that %s has to be PID 1: %s", (text, why) => {
		expect(find(text)?.mustBePid1).toContain(why);
	});

	it.each([
		"python:3.12-windowsservercore-ltsc2022",
		"golang:1.22-nanoserver",
		"mcr.microsoft.com/windows/servercore:ltsc2022",
		"mcr.microsoft.com/windows/nanoserver:ltsc2022",
		"mcr.microsoft.com/dotnet/framework/aspnet:4.8",
		"mcr.microsoft.com/dotnet/aspnet:8.0-nanoserver-ltsc2022",
		"mcr.microsoft.com/powershell:nanoserver-ltsc2022",
	])("that %s is a Windows image", (text) => {
		expect(find(text)?.distro).toBe("windows");
	});

	it.each([
		"acme/app",
		"node:20-onbuild",
		"python:3.12-onbuild",
		"gcr.io/distroless/python3",
		"mcr.microsoft.com/dotnet/aspnet:6.0-jammy-chiseled",
		"postgres:7",
		"nginx:0.8",
		"ghcr.io/acme/node:20",
		"nodejs",
	])("nothing of %s", (text) => {
		expect(find(text)).toBeUndefined();
	});
});

// Somebody else read these facts in the images' own Dockerfiles.
describe("the built-in catalogue agrees with a second reading:", () => {
	it.each<readonly [string, Facts]>([
		["alpine", { cmd: ["/bin/sh"] }],
		["debian", { cmd: ["bash"] }],
		["ubuntu", { cmd: bash }],
		["busybox", { cmd: ["sh"] }],
		["fedora", { cmd: bash }],
		["centos", { cmd: bash }],
		["rockylinux", { cmd: bash }],
		["almalinux", { cmd: bash }],
		["amazonlinux", { cmd: bash }],
		["oraclelinux", { cmd: bash }],
		["archlinux", { cmd: ["/usr/bin/bash"] }],
		["opensuse/leap", { cmd: bash }],
		["buildpack-deps", { cmd: ["bash"] }],
		["gcc", { cmd: ["bash"] }],
		["registry.access.redhat.com/ubi8/ubi-minimal", { cmd: bash }],
		["registry.access.redhat.com/ubi9/ubi-minimal", { cmd: bash }],
		["registry.access.redhat.com/ubi9", { cmd: bash }],
		["redhat/ubi9-minimal", { cmd: bash }],
		["redhat/ubi8-minimal", { cmd: bash }],
		["redhat/ubi10-minimal", { cmd: bash }],
		["node", { entrypoint, cmd: ["node"] }],
		["python", { cmd: ["python3"] }],
		["ruby", { cmd: ["irb"] }],
		["golang", { cmd: ["bash"] }],
		["rust", { cmd: ["bash"] }],
		["openjdk", { cmd: ["jshell"] }],
		["eclipse-temurin", { entrypoint: cacert, cmd: ["jshell"] }],
		["php", { entrypoint: php, cmd: ["php", "-a"] }],
		["nginx", nginx],
		["nginxinc/nginx-unprivileged", { ...nginx, user: "101" }],
		["httpd", { cmd: ["httpd-foreground"], stopSignal: "SIGWINCH" }],
		["redis", { entrypoint, cmd: ["redis-server"] }],
		["postgres", { entrypoint, cmd: ["postgres"], stopSignal: "SIGINT" }],
		["mysql", { entrypoint, cmd: ["mysqld"] }],
		["mariadb", { entrypoint, cmd: ["mariadbd"] }],
		["mongo", { entrypoint, cmd: ["mongod"] }],
		["rabbitmq", { entrypoint, cmd: ["rabbitmq-server"] }],
		["memcached", { entrypoint, cmd: ["memcached"], user: "memcache" }],
		[
			"haproxy",
			{
				entrypoint,
				cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
				user: "haproxy",
				stopSignal: "SIGUSR1",
			},
		],
		["tomcat", { cmd: ["catalina.sh", "run"] }],
		["ghost", { entrypoint, cmd: ["node", "current/index.js"] }],
		["docker:dind", { entrypoint: ["dockerd-entrypoint.sh"] }],
		["maven", { entrypoint: ["/usr/local/bin/mvn-entrypoint.sh"], cmd: ["mvn"] }],
		["gradle", { entrypoint: cacert, cmd: ["gradle"] }],
		["jenkins/jenkins", { entrypoint: ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"], user: "jenkins" }],
		["mcr.microsoft.com/dotnet/runtime-deps:8.0", { cmd: ["bash"] }],
		["mcr.microsoft.com/dotnet/runtime:8.0", { cmd: ["bash"] }],
		["mcr.microsoft.com/dotnet/aspnet:8.0", { cmd: ["bash"] }],
		["mcr.microsoft.com/dotnet/sdk:8.0", { cmd: ["bash"] }],
		[
			"quay.io/jupyter/base-notebook",
			{
				entrypoint: ["tini", "-g", "--", "start.sh"],
				cmd: ["start-notebook.py"],
				user: "1000",
				shell: ["/bin/bash", "-o", "pipefail", "-c"],
			},
		],
		["phusion/baseimage", { cmd: ["/sbin/my_init"] }],
		[
			"mambaorg/micromamba",
			{
				entrypoint: ["/usr/local/bin/_entrypoint.sh"],
				cmd: bash,
				user: "mambauser",
				shell: ["/usr/local/bin/_dockerfile_shell.sh"],
			},
		],
		["ghcr.io/linuxserver/baseimage-alpine", { entrypoint: ["/init"] }],
		["ghcr.io/linuxserver/baseimage-ubuntu", { entrypoint: ["/init"] }],
		["spark", { entrypoint: ["/opt/entrypoint.sh"], user: "spark" }],
		["ros", { entrypoint: ["/ros_entrypoint.sh"], cmd: ["bash"] }],
	])("%s", (text, facts) => {
		expect(find(text)).toMatchObject(plain(facts));
	});

	it.each<readonly [string, string, Facts]>([
		["root tags of distroless say user 0", "gcr.io/distroless/static", { user: "0" }],
		["root tags of distroless say user 0", "gcr.io/distroless/base", { user: "0" }],
		["root tags of distroless say user 0", "gcr.io/distroless/cc", { user: "0" }],
		[
			"root tags of distroless say user 0",
			"gcr.io/distroless/nodejs20-debian12",
			{ entrypoint: ["/nodejs/bin/node"], user: "0" },
		],
		[
			"root tags of distroless say user 0",
			"gcr.io/distroless/java17-debian12",
			{ entrypoint: ["/usr/bin/java", "-jar"], user: "0" },
		],
		[
			"the stop signal of php:apache is inherited",
			"wordpress",
			{ entrypoint, cmd: ["apache2-foreground"], stopSignal: "SIGWINCH" },
		],
		[
			"the stop signal of php:apache is inherited",
			"nextcloud",
			{ entrypoint: ["/entrypoint.sh"], cmd: ["apache2-foreground"], stopSignal: "SIGWINCH" },
		],
		["the default tag is .NET 10 on Ubuntu", "mcr.microsoft.com/dotnet/sdk", { cmd: bash, distro: "ubuntu" }],
		[
			"the stacks on Docker Hub are frozen",
			"jupyter/base-notebook",
			{ entrypoint: ["tini", "-g", "--"], cmd: ["start-notebook.py"], user: "1000" },
		],
		["the default tag is dind", "docker", { entrypoint: ["dockerd-entrypoint.sh"] }],
	])("unless there is a reason, %s: %s", (_, text, facts) => {
		expect(find(text)).toMatchObject(plain(facts));
	});

	it.each<readonly [string, Facts]>([
		["nvidia/cuda:12.4.1-runtime-ubuntu22.04", { entrypoint: cudaEntrypoint, cmd: [], distro: "ubuntu" }],
		["nvidia/cuda:11.3.1-cudnn8-devel-ubuntu20.04", { entrypoint: cudaEntrypoint, cmd: [], distro: "ubuntu" }],
		["nvidia/cuda:11.3.1-base-ubuntu20.04", { distro: "ubuntu" }],
		["nvidia/cuda:9.0-cudnn7-devel-ubuntu16.04", { distro: "ubuntu" }],
		["pytorch/pytorch:2.1.0-cuda11.8-cudnn8-runtime", { distro: "ubuntu" }],
		["pytorch/pytorch:2.4.0-cuda12.1-cudnn9-devel", { entrypoint: cudaEntrypoint, cmd: [], distro: "ubuntu" }],
		["dhi.io/node:24-dev", { cmd: ["node"], distro: "debian" }],
		["dhi.io/node:24", { cmd: ["node"], user: "node", distro: "distroless" }],
		["dhi.io/python:3.13-alpine3.22-dev", { cmd: ["python3"], distro: "alpine" }],
		["dhi.io/golang:1", { cmd: ["go", "help"], user: "nonroot" }],
		["cgr.dev/acme.com/jdk:latest-dev", { cmd: [], user: "65532", distro: "wolfi" }],
		["elasticsearch:8.7.0", { entrypoint: elasticEntrypoint, cmd: ["eswrapper"], user: "elasticsearch:root" }],
		[
			"docker.elastic.co/elasticsearch/elasticsearch:9.1.0",
			{ entrypoint: elasticEntrypoint, cmd: ["eswrapper"], user: "1000:0" },
		],
		[
			"docker.elastic.co/kibana/kibana:7.9.3",
			{ entrypoint: ["/usr/local/bin/dumb-init", "--"], cmd: ["/usr/local/bin/kibana-docker"], user: "kibana" },
		],
		["hexpm/elixir:1.14.0-erlang-25.0-alpine-3.16.0", { distro: "alpine" }],
		["cimg/node:18.0", { user: "circleci", shell: ["/bin/bash", "-exo", "pipefail", "-c"] }],
		["cimg/node:18.0-browsers", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["/bin/sh"], user: "circleci" }],
		["registry.access.redhat.com/ubi9/ubi-micro", { distro: "ubi-micro" }],
		["quay.io/sclorg/nodejs-20-c9s", { ...s2i, distro: "centos" }],
		["quay.io/sclorg/nodejs-20-minimal-c9s", { user: "1001" }],
		["webdevops/php-nginx:8.2-alpine", { entrypoint: ["/entrypoint"], cmd: ["supervisord"], stopSignal: "SIGQUIT" }],
		["tensorflow/serving:2.8.0", { entrypoint: ["/usr/bin/tf_serving_entrypoint.sh"], cmd: [], distro: "ubuntu" }],
		["telegraf:1.39", { entrypoint: ["/usr/bin/tini", "--", "/entrypoint.sh"], cmd: ["telegraf"], distro: "debian" }],
		["telegraf:1.38-alpine", { entrypoint: ["/entrypoint.sh"], cmd: ["telegraf"], distro: "alpine" }],
		["influxdb:1.11.8", { entrypoint: ["/entrypoint.sh"], cmd: ["influxd"], user: "influxdb" }],
		["groovy:jdk8-alpine", { cmd: ["groovysh"], user: "1000:1000" }],
		["tensorflow/serving:2.8.0-devel", { cmd: bash, distro: "ubuntu" }],
	])("of what many build on: %s", (text, { cmd, ...facts }) => {
		const found = find(text);
		expect(found).toMatchObject({ entrypoint: [], user: "root", stopSignal: "SIGTERM", ...facts });
		expect(found?.cmd).toEqual(cmd);
	});

	it.each([
		["may have been built before or after its ENTRYPOINT came", "nvidia/cuda:10.1-cudnn7-devel-ubuntu18.04"],
		["is built from the base or from another image, as it was that day", "pytorch/pytorch"],
		["is a tag without a Dockerfile", "webdevops/php-nginx:latest"],
		["is a tag with an ENTRYPOINT of its own", "gotenberg/gotenberg:8.1.0-cloudrun"],
	])("and leaves out what %s: %s", (_, text) => {
		expect(find(text)).toBeUndefined();
	});

	it("and leaves out distroless' python3 without a suffix, whose interpreter changes", () => {
		expect(find("gcr.io/distroless/python3")).toBeUndefined();
	});
});
