import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "stopSignal" | "distro" | "shell">>;

const cloudflared = { entrypoint: ["cloudflared", "--no-autoupdate"], cmd: ["version"] };
const nodeEntrypoint = ["docker-entrypoint.sh"];

describe("the built-in catalogue knows, outside of the official images,", () => {
	it.each<readonly [string, Facts]>([
		// Languages
		["circleci/python:3.7", { entrypoint: [], cmd: ["/bin/sh"], user: "circleci" }],
		["circleci/ruby:2.6-node-browsers", { entrypoint: ["/docker-entrypoint.sh"], user: "circleci" }],
		["circleci/node:12", { entrypoint: nodeEntrypoint, cmd: ["/bin/sh"], user: "circleci" }],
		["circleci/openjdk:8-jdk-node", { entrypoint: [], user: "circleci" }],
		["apify/actor-node:20", { entrypoint: nodeEntrypoint, user: "root", distro: "alpine" }],
		["apify/actor-node-puppeteer-chrome:16", { entrypoint: nodeEntrypoint, user: "myuser" }],
		["apify/actor-node-playwright-chrome:22", { entrypoint: ["/home/myuser/xvfb-entrypoint.sh"], user: "myuser" }],
		["nodesource/jessie:6.2.2", { cmd: ["npm", "start"] }],
		["jfloff/alpine-python:3.6", { entrypoint: ["/usr/bin/dumb-init"], cmd: ["python"] }],
		["phpdockerio/php74-fpm", { cmd: ["/usr/sbin/php-fpm7.4", "-O"], stopSignal: "SIGQUIT", distro: "ubuntu" }],
		["phpdockerio/php:8.3-fpm", { entrypoint: [], stopSignal: "SIGQUIT", distro: "ubuntu" }],
		["phpdockerio/php:8.3-cli", { cmd: ["php", "-a"], stopSignal: "SIGTERM" }],
		["rstudio/r-base:4.2-focal", { cmd: ["R"], distro: "ubuntu" }],
		["rstudio/r-base:4.2-rockylinux9", { cmd: ["R"], distro: "rockylinux" }],
		["babashka/babashka:1.12.200-alpine", { cmd: ["bb"], distro: "alpine" }],
		["jeanblanchard/java:8", { entrypoint: [], distro: "alpine" }],
		["ubi9/perl-540", { entrypoint: ["container-entrypoint"], user: "1001", distro: "ubi" }],
		// Services
		["cloudflare/cloudflared:latest", { ...cloudflared, user: "65532:65532", distro: "distroless" }],
		["cloudflare/cloudflared:2024.1.0", { ...cloudflared, user: "nonroot", distro: "distroless" }],
		["hashicorp/vault:1.15", { entrypoint: nodeEntrypoint, cmd: ["server", "-dev"], distro: "alpine" }],
		["hashicorp/consul:1.15.4", { entrypoint: nodeEntrypoint, distro: "alpine" }],
		["alpine/socat", { entrypoint: ["socat"], distro: "alpine" }],
		["matrixdotorg/synapse:v1.4.1", { entrypoint: ["/start.py"] }],
		["jodogne/orthanc-python:1.12.9", { entrypoint: ["Orthanc"], cmd: ["/etc/orthanc/"] }],
		["parseplatform/parse-server:7.3.0", { entrypoint: ["node", "./bin/parse-server"], user: "node" }],
		["metabase/metabase:v0.45.2", { entrypoint: ["/app/run_metabase.sh"], distro: "alpine" }],
		["opendronemap/odm:3.5.4", { entrypoint: ["python3", "/code/run.py"], distro: "ubuntu" }],
		["osrm/osrm-backend:v5.27.1", { entrypoint: [], user: "root" }],
		["ghcr.io/zaproxy/zaproxy:stable", { entrypoint: [], user: "zap" }],
		["registry.redhat.io/jboss-eap-7/eap74-openjdk11-openshift-rhel8:latest", { entrypoint: [], user: "185" }],
		["surnet/alpine-wkhtmltopdf:3.16.2-0.12.6-full", { entrypoint: ["wkhtmltopdf"], distro: "alpine" }],
		["surnet/alpine-python-wkhtmltopdf:3.9.9-0.12.6-small", { cmd: ["python3"], distro: "alpine" }],
		["dorowu/ubuntu-desktop-lxde-vnc:focal", { entrypoint: ["/startup.sh"], distro: "ubuntu" }],
		["lsiobase/nginx:3.12", { entrypoint: ["/init"] }],
		// Systems
		["kalilinux/kali-rolling", { entrypoint: [], user: "root" }],
		["archlinux/base", { cmd: ["/usr/bin/bash"], distro: "arch" }],
		["registry.access.redhat.com/rhel7.3", { entrypoint: [] }],
		["heroku/heroku:20", { user: "root", distro: "ubuntu" }],
		["heroku/heroku:24", { user: "heroku", distro: "ubuntu" }],
		["devkitpro/devkita64", { entrypoint: [], distro: "debian" }],
		["gitpod/workspace-full-vnc", { user: "gitpod", distro: "ubuntu" }],
		["rastasheep/ubuntu-sshd:18.04", { cmd: ["/usr/sbin/sshd", "-D"], distro: "ubuntu" }],
		["hypriot/rpi-node:6-alpine", { cmd: ["node"], distro: "alpine" }],
	])("%s", (image, expected) => {
		expect(find(image)).toMatchObject(expected);
	});

	it.each([
		// Their facts changed from one release to the next, or differ from those of the other variants
		"cloudflare/cloudflared:2025.7.0",
		"hashicorp/vault:1.15.0-ubi",
		"circleci/node:10",
		"metabase/metabase:latest",
		"heroku/heroku:22-cnb",
		"hypriot/rpi-node:onbuild",
	])("nothing of %s", (image) => {
		expect(find(image)).toBeUndefined();
	});
});
