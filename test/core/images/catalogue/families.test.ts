import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogue);
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "stopSignal" | "distro" | "shell">>;

const s2i = { entrypoint: ["container-entrypoint"], cmd: ["/bin/sh", "-c", "$STI_SCRIPTS_PATH/usage"], user: "1001" };
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
		["mcr.microsoft.com/powershell:preview-alpine-3.16", { cmd: ["pwsh"], distro: "alpine" }],
		["mcr.microsoft.com/playwright:focal", { distro: "ubuntu" }],
		["mcr.microsoft.com/devcontainers/php:8.2", { entrypoint: ["docker-php-entrypoint"], stopSignal: "SIGWINCH" }],
		// Enterprise Linux
		["registry.access.redhat.com/rhel7:7.6", {}],
		["registry.access.redhat.com/ubi7/ubi-minimal", {}],
		["centos/python-36-centos7", s2i],
		["rhscl/nodejs-12-rhel7", s2i],
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
		["tensorflow/tensorflow:2.4.1-gpu", { shell: ["/bin/bash", "-c"], distro: "ubuntu" }],
		["tensorflow/tensorflow:1.15.0-py3", { shell: ["/bin/sh", "-c"], distro: "ubuntu" }],
		["nvcr.io/nvidia/tritonserver:21.05-py3", { entrypoint: ["/opt/tritonserver/nvidia_entrypoint.sh"] }],
		["nvcr.io/nvidia/tritonserver:23.10-py3", { entrypoint: ["/opt/nvidia/nvidia_entrypoint.sh"] }],
		[
			"pytorch/torchserve:0.8.2-gpu",
			{ entrypoint: ["/usr/local/bin/dockerd-entrypoint.sh"], cmd: ["serve"], user: "model-server" },
		],
		["apache/beam_python3.11_sdk:2.50.0", { entrypoint: ["/opt/apache/beam/boot"], distro: "debian" }],
		[
			"prefecthq/prefect:2-python3.10",
			{
				entrypoint: ["/usr/bin/tini", "-g", "--", "/opt/prefect/entrypoint.sh"],
				shell: ["/bin/bash", "--login", "-c"],
			},
		],
		["apache/superset:3.0.0", { user: "superset", distro: "debian" }],
		["apache/nifi:1.23.2", { entrypoint: ["../scripts/start.sh"], user: "nifi" }],
		["ghcr.io/dbt-labs/dbt-postgres:1.5.0", { entrypoint: ["dbt"], distro: "debian" }],
		["ghcr.io/osgeo/gdal:alpine-small-3.8.0", { distro: "alpine" }],
		["jupyterhub/jupyterhub:1.3", { cmd: ["jupyterhub"], distro: "ubuntu" }],
		["tiangolo/meinheld-gunicorn-flask:python3.7", { entrypoint: ["/entrypoint.sh"], cmd: ["/start.sh"] }],
	])("%s", (text, facts) => {
		expect(find(text)).toMatchObject({
			entrypoint: [],
			user: "root",
			shell: ["/bin/sh", "-c"],
			stopSignal: "SIGTERM",
			...facts,
		});
	});

	it("registry.suse.com/bci/bci-init, which has to be PID 1", () => {
		expect(find("registry.suse.com/bci/bci-init:15.5")?.mustBePid1).toContain("systemd");
	});
});
