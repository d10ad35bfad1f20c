/**
 * Images of vendors and projects that build them on other images: Oracle's JDKs, Payara, Clojure, RunPod, OpenVINO,
 * PM2, Coder, Void, Gentoo, OpenSwoole, Plumber, D, V.
 *
 * Peculiar: those on Oracle Linux slim, which has yum or microdnf and no dnf, state no distribution.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const openswooleSource = "github.com/openswoole/docker-openswoole: dockerfiles/*/*/*/Dockerfile";
const payaraSource = "github.com/payara/Payara: appserver/extras/docker-images/*/src/main/docker/Dockerfile";
const oracleSource = "github.com/oracle/docker-images: OracleJava/*/Dockerfile.*";
const runpodSource = "github.com/runpod/containers: official-templates/*/Dockerfile (ENTRYPOINT of nvidia/cuda)";
const runpodShell = ["/bin/bash", "-o", "pipefail", "-c"];

export const vendorImages: readonly CatalogueEntry[] = [
	{
		images: ["payara/micro"],
		tags: ["5.202[012]*", "6.202[234]*"],
		entrypoint: ["/bin/sh", "entrypoint.sh"],
		cmd: ["--deploymentDir", "/opt/payara/deployments"],
		user: "payara",
		source: payaraSource,
	},
	{
		images: ["payara/micro"],
		tags: ["6.2025.[2-9]*", "6.2025.1[0-2]*", "7.*"],
		entrypoint: ["tini", "--", "/opt/payara/entrypoint.sh"],
		cmd: ["--deploymentDir", "/opt/payara/deployments"],
		user: "payara",
		source: payaraSource,
	},
	{
		images: ["payara/server-full", "payara/server-web"],
		tags: ["5.202[12]*", "6.202[23]*"],
		entrypoint: ["/tini", "--"],
		cmd: ["/bin/sh", "-c", '"${SCRIPT_DIR}/entrypoint.sh"'],
		user: "payara",
		source: payaraSource,
	},
	...[
		{ images: ["payara/server-full"], tags: ["6.2024.*", "6.2025.1", "6.2025.1-*"] },
		{ images: ["payara/server-web"], tags: ["6.202[4-6].*", "7.*"] },
	].map(
		(row): CatalogueEntry => ({
			...row,
			entrypoint: ["tini", "--"],
			cmd: ["/bin/sh", "-c", '"${SCRIPT_DIR}/entrypoint.sh"'],
			user: "payara",
			source: payaraSource,
		}),
	),
	{
		images: ["payara/server-full"],
		tags: ["6.2025.[2-9]*", "6.2025.1[0-2]*", "7.*"],
		entrypoint: ["tini", "--", "/opt/payara/scripts/entrypoint.sh"],
		user: "payara",
		source: payaraSource,
	},
	{
		images: [
			"container-registry.oracle.com/java/jdk",
			"container-registry.oracle.com/java/serverjre",
			"store/oracle/jdk",
			"store/oracle/serverjre",
		],
		cmd: "varies",
		source: oracleSource,
	},
	{
		images: ["oracle/graalvm-ce"],
		cmd: "varies",
		source: "github.com/oracle/docker-images: GraalVM/CE/*/Dockerfile",
	},
	{
		images: ["clojure"],
		tags: ["lein", "tools-deps", "lein-bookworm*", "tools-deps-bookworm*", "temurin-1[789]-*", "temurin-2[0-9]-*"],
		entrypoint: ["entrypoint"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*bookworm*": "debian", "*bullseye*": "debian" },
		source: "github.com/Quantisan/docker-clojure: src/docker_clojure/dockerfile/shared.clj",
	},
	{
		images: ["18", "20", "22", "24"].flatMap((release) => [
			`openvino/ubuntu${release}_dev`,
			`openvino/ubuntu${release}_runtime`,
		]),
		tags: ["latest", "202[2-6]*"],
		cmd: ["/bin/bash"],
		user: "openvino",
		shell: ["/bin/bash", "-xo", "pipefail", "-c"],
		distro: "ubuntu",
		source: "github.com/openvinotoolkit/docker_ci: dockerfiles/ubuntu*/*.dockerfile",
	},
	{
		images: ["runpod/base", "runpod/pytorch"],
		tags: ["*-cuda11.8*", "*-cuda1[23]*"],
		entrypoint: ["/opt/nvidia/nvidia_entrypoint.sh"],
		cmd: ["/start.sh"],
		shell: runpodShell,
		distro: "ubuntu",
		source: runpodSource,
	},
	{
		images: ["rayproject/ray"],
		tags: ["latest", "nightly", "2.[3-9][0-9].[0-9]", "2.[3-9][0-9].[0-9]-py3[0-9][0-9]"],
		cmd: "varies",
		user: "1000",
		shell: "varies",
		distro: "ubuntu",
		source: "github.com/ray-project/ray: docker/base-deps/Dockerfile",
	},
	{
		images: ["keymetrics/pm2"],
		tags: ["latest*", "1[02468]-*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["pm2-runtime", "start", "pm2.json"],
		distro: { "*-alpine": "alpine", "*": "debian" },
		source: "github.com/keymetrics/docker-pm2: tags/*/*/Dockerfile (ENTRYPOINT of node)",
	},
	{
		images: ["joyzoursky/python-chromedriver"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*": "debian" },
		source: "github.com/joyzoursky/docker-python-chromedriver: */Dockerfile (no CMD of its own)",
	},
	{
		images: ["apify/actor-python"],
		tags: ["latest", "3.*"],
		cmd: "varies",
		shell: "varies",
		distro: "debian",
		source: "github.com/apify/apify-actor-docker: python/Dockerfile",
	},
	{
		images: ["base", "node", "java", "golang"].map((name) => `codercom/enterprise-${name}`),
		tags: ["ubuntu", "ubuntu-*"],
		cmd: "varies",
		user: "coder",
		shell: ["/bin/bash", "-c"],
		distro: "ubuntu",
		source: "github.com/coder/images: images/*/ubuntu.Dockerfile",
	},
	{
		images: ["jrottenberg/ffmpeg"],
		tags: ["*-ubuntu*"],
		entrypoint: ["ffmpeg"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/jrottenberg/ffmpeg: docker-images/*/ubuntu*/Dockerfile",
	},
	{
		images: ["bioconductor/bioconductor_docker", "ghcr.io/bioconductor/bioconductor_docker"],
		cmd: ["/init"],
		mustBePid1: "s6-overlay's /init refuses to run unless it is PID 1",
		distro: "ubuntu",
		source: "github.com/Bioconductor/bioconductor_docker: Dockerfile",
	},
	{
		images: ["ghcr.io/void-linux/void-*"],
		cmd: ["/bin/sh"],
		distro: "other",
		source: "github.com/void-linux/void-containers: Containerfile",
	},
	{
		images: ["gentoo/stage3-*"],
		cmd: ["/bin/bash"],
		distro: "other",
		source: "github.com/gentoo/gentoo-docker-images: stage3.Dockerfile",
	},
	{
		images: ["openswoole/swoole"],
		tags: ["4.[0-9]*-php*-alpine", "2[256].*-php*-alpine", "php*-alpine"],
		entrypoint: ["docker-php-entrypoint"],
		cmd: ["php", "-a"],
		distro: "alpine",
		source: `${openswooleSource} (ENTRYPOINT and CMD of php)`,
	},
	{
		images: ["openswoole/swoole"],
		tags: ["4.[0-9]*-php[78].[0-9]", "2[256].*-php[78].[0-9]", "php[78].[0-9]"],
		entrypoint: ["/tini", "-g", "--", "/entrypoint.sh"],
		cmd: [],
		distro: "debian",
		source: openswooleSource,
	},
	{
		images: ["eclipse/stack-base"],
		tags: ["ubuntu", "debian"],
		entrypoint: ["/home/user/entrypoint.sh"],
		cmd: ["/bin/sh", "-c", "tail -f /dev/null"],
		user: "user",
		distro: { ubuntu: "ubuntu", debian: "debian" },
		release: { ubuntu: "16.04", debian: "8" },
		source: "github.com/eclipse/che-dockerfiles: recipes/stack-base/*/Dockerfile",
	},
	{
		images: ["eclipse/stack-base"],
		tags: ["centos"],
		entrypoint: ["/home/user/entrypoint.sh"],
		cmd: ["/bin/sh", "-c", "tail -f /dev/null"],
		user: "user",
		distro: "centos",
		source: "github.com/eclipse/che-dockerfiles: recipes/stack-base/centos/Dockerfile",
	},
	{
		images: ["rstudio/plumber"],
		tags: ["latest", "next", "v1.[1-3]*"],
		entrypoint: [
			"R",
			"-e",
			"pr <- plumber::plumb(rev(commandArgs())[1]); args <- list(host = '0.0.0.0', port = 8000); " +
				"if (packageVersion('plumber') >= '1.0.0') { pr$setDocs(TRUE) } else { args$swagger <- TRUE }; " +
				"do.call(pr$run, args)",
		],
		cmd: ["~/plumber.R"],
		distro: "ubuntu",
		source: "github.com/rstudio/plumber: Dockerfile",
	},
	...[
		{
			images: ["dmd", "ldc", "gdc"].map((name) => `dlang2/${name}-ubuntu`),
			distro: "ubuntu",
			release: "18.04",
		} as const,
		{ images: ["dmd", "ldc", "gdc"].map((name) => `dlang2/${name}-alpine`), distro: "alpine" } as const,
	].map(
		(row): CatalogueEntry => ({
			...row,
			cmd: "varies",
			source: "github.com/wilzbach/dlang-docker: ubuntu/dlang.docker, alpine/dlang.docker (no CMD of its own)",
		}),
	),
	{
		images: ["thevlang/vlang"],
		cmd: "varies",
		source: "github.com/vlang/docker: docker/*/Dockerfile.*",
	},
	{
		images: ["anibali/pytorch"],
		tags: [
			...["*-nocuda-ubuntu??.04", "1.[4578].*-cuda*-ubuntu??.04"],
			...["1.1[0-3].*-cuda*-ubuntu??.04", "2.0.[01]-cuda*-ubuntu??.04"],
		],
		cmd: ["python3"],
		user: "user",
		distro: "ubuntu",
		source: "github.com/anibali/docker-pytorch: dockerfiles/*/Dockerfile",
	},
];
