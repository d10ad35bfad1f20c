/**
 * Images of build servers, cross compilers and command-line tools that Dockerfiles take as their base.
 *
 * Peculiar: CircleCI's and Gitpod's images run as a user who may become root, and the SHELL of CircleCI's traces what
 * it runs.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const alpineDocker = "github.com/alpine-docker";
const circleShell = ["/bin/bash", "-exo", "pipefail", "-c"];
const circleLanguages = ["go", "node", "python", "openjdk", "ruby", "php", "rust", "elixir", "android"].map(
	(name) => `cimg/${name}`,
);
const pipefail = ["/bin/bash", "-o", "pipefail", "-c"];
const pandoc = ["minimal", "core", "latex", "extra", "typst"].map((name) => `pandoc/${name}`);
/** `latest` and the dates since the ENTRYPOINT, of February 2021. */
const manylinuxTags = ["latest", "2021-0[3-9]-*", "2021-1*", "202[2-9]*"];
const manylinuxSource = "github.com/pypa/manylinux: docker/Dockerfile";
const chromeSource = "github.com/Zenika/alpine-chrome";

export const buildTools: readonly CatalogueEntry[] = [
	{
		images: ["cimg/base"],
		tags: ["202[0-9].*", "current*", "stable*", "edge*"],
		cmd: "varies",
		user: "circleci",
		shell: circleShell,
		distro: "ubuntu",
		source: "github.com/CircleCI-Public/cimg-base: */Dockerfile (no CMD of its own)",
	},
	{
		images: circleLanguages,
		tags: ["*browsers*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["/bin/sh"],
		user: "circleci",
		shell: circleShell,
		distro: "ubuntu",
		source: "github.com/CircleCI-Public/cimg-node: */browsers/Dockerfile",
	},
	{
		images: circleLanguages,
		cmd: "varies",
		user: "circleci",
		shell: circleShell,
		distro: "ubuntu",
		source: "github.com/CircleCI-Public/cimg-node: */Dockerfile (SHELL and USER of cimg/base)",
	},
	{
		images: ["base", "full", "full-vnc", "c", "clojure", "elixir", "go", "nix", "node", "python", "ruby", "rust"].map(
			(name) => `gitpod/workspace-${name}`,
		),
		tags: ["latest", "202[3-9]-*", "2022-1*", "2022-0[1-689]-*"],
		cmd: "varies",
		user: "gitpod",
		distro: "ubuntu",
		source: "github.com/gitpod-io/workspace-images: base/Dockerfile, chunks/*/Dockerfile (no CMD of their own)",
	},
	{
		images: ["ghcr.io/actions/actions-runner"],
		cmd: "varies",
		user: "runner",
		distro: { latest: "ubuntu" },
		source: "github.com/actions/runner: images/Dockerfile (no CMD of its own)",
	},
	{
		images: ["myoung34/github-runner", "ghcr.io/myoung34/docker-github-actions-runner"],
		tags: ["latest", "2.3*", "ubuntu-*", "debian-*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["./bin/Runner.Listener", "run", "--startuptype", "service"],
		shell: pipefail,
		distro: { "*debian*": "debian", "*": "ubuntu" },
		source: "github.com/myoung34/docker-github-actions-runner: Dockerfile, Dockerfile.base",
	},
	{
		images: ["gcr.io/kaniko-project/executor"],
		entrypoint: ["/kaniko/executor"],
		source: "github.com/GoogleContainerTools/kaniko: deploy/Dockerfile",
	},
	{
		images: ["gcr.io/kaniko-project/warmer"],
		entrypoint: ["/kaniko/warmer"],
		source: "github.com/GoogleContainerTools/kaniko: deploy/Dockerfile_warmer",
	},
	{
		images: ["alpine/git"],
		entrypoint: ["git"],
		cmd: ["--help"],
		distro: "alpine",
		source: `${alpineDocker}/git: Dockerfile`,
	},
	{
		images: ["alpine/helm"],
		entrypoint: ["helm"],
		cmd: ["--help"],
		distro: "alpine",
		source: `${alpineDocker}/helm: Dockerfile`,
	},
	{
		images: ["alpine/k8s"],
		cmd: "varies",
		distro: "alpine",
		source: `${alpineDocker}/k8s: Dockerfile (no CMD of its own)`,
	},
	{
		images: [
			"quay.io/podman/stable",
			"quay.io/buildah/stable",
			"quay.io/containers/podman",
			"quay.io/containers/buildah",
		],
		cmd: "varies",
		distro: "fedora",
		source: "github.com/containers/image_build: podman/Containerfile, buildah/Containerfile (no CMD of its own)",
	},
	{
		images: ["quay.io/skopeo/stable", "quay.io/containers/skopeo"],
		entrypoint: ["/usr/bin/skopeo"],
		distro: "fedora",
		source: "github.com/containers/image_build: skopeo/Containerfile",
	},

	// Compilers
	{
		images: ["rustlang/rust"],
		tags: ["nightly*"],
		cmd: "varies",
		distro: debianOrAlpine,
		source: "github.com/rust-lang/docker-rust-nightly: */Dockerfile (no CMD of its own)",
	},
	{
		images: ["ekidd/rust-musl-builder"],
		cmd: "varies",
		user: "rust",
		distro: "ubuntu",
		release: { latest: "18.04", stable: "18.04", beta: "18.04", nightly: "18.04" },
		source: "github.com/emk/rust-musl-builder: Dockerfile (no CMD of its own)",
	},
	{
		images: ["lukemathwalker/cargo-chef"],
		cmd: "varies",
		distro: debianOrAlpine,
		source: "github.com/LukeMathWalker/cargo-chef: docker/Dockerfile (no CMD of its own)",
	},
	{
		images: ["hexpm/elixir", "hexpm/erlang"],
		cmd: "varies",
		distro: { "*-alpine-*": "alpine", "*-debian-*": "debian", "*-ubuntu-*": "ubuntu" },
		source: "github.com/hexpm/bob: priv/scripts/docker/*.dockerfile (no CMD of its own)",
	},
	{
		images: ["84codes/crystal"],
		tags: ["latest*", "master*", "1.[5-9].*", "1.1[0-9].*"],
		entrypoint: ["/usr/bin/crystal"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*ubuntu*": "ubuntu", "*debian*": "debian", "*fedora*": "fedora" },
		source: "github.com/84codes/crystal-container-images: */Dockerfile",
	},
	{
		images: ["silkeh/clang"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/silkeh/docker-clang: templates/debian.Dockerfile (no CMD of its own)",
	},
	{
		images: ["nimlang/nim"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*ubuntu*": "ubuntu" },
		source: "github.com/nim-lang/docker-images: Dockerfile.template, dockerfiles/*/Dockerfile",
	},
	{
		images: ["ghcr.io/cirruslabs/flutter"],
		cmd: "varies",
		source: "github.com/cirruslabs/docker-images-flutter: sdk/Dockerfile (no CMD of its own)",
	},
	// Those before 1.22 run as a user, and some have an ENTRYPOINT.
	{
		images: ["cirrusci/flutter"],
		tags: ["latest", "stable", "beta", "dev", "1.2[2-9].*", "[23].*"],
		cmd: "varies",
		source: "github.com/cirruslabs/docker-images-flutter: sdk/Dockerfile (no CMD of its own)",
	},
	{
		images: ["manylinux2014", "manylinux_2_24", "manylinux_2_28", "manylinux_2_34"].flatMap((name) => [
			`quay.io/pypa/${name}_x86_64`,
			`quay.io/pypa/${name}_aarch64`,
		]),
		tags: manylinuxTags,
		entrypoint: ["manylinux-entrypoint"],
		cmd: ["/bin/bash"],
		source: manylinuxSource,
	},
	{
		images: ["quay.io/pypa/musllinux_1_1_x86_64", "quay.io/pypa/musllinux_1_2_x86_64"],
		tags: ["latest", "202[1-9]*"],
		entrypoint: ["manylinux-entrypoint"],
		cmd: ["/bin/bash"],
		distro: "alpine",
		source: manylinuxSource,
	},
	{
		images: ["nikolaik/python-nodejs"],
		tags: ["*-alpine"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/nikolaik/docker-python-nodejs: templates/alpine.Dockerfile",
	},
	{
		images: ["nikolaik/python-nodejs"],
		tags: [
			"python3.[5-8]-nodejs*",
			"python3.[0-9]*-nodejs1[0-9]",
			"python3.[0-9]*-nodejs1[0-9]-*",
			"python3.[0-9]*-bullseye",
		],
		cmd: "varies",
		distro: "debian",
		source: "github.com/nikolaik/docker-python-nodejs: templates/debian.Dockerfile",
	},
	{
		images: ["nikolaik/python-nodejs"],
		tags: ["python3.1[0-4]-nodejs2[0245]", "python3.1[0-4]-nodejs2[0245]-*"],
		cmd: "varies",
		shell: ["/bin/bash", "-euo", "pipefail", "-c"],
		distro: "debian",
		source: "github.com/nikolaik/docker-python-nodejs: templates/debian.Dockerfile",
	},
	{
		images: ["clux/muslrust"],
		tags: ["stable", "nightly", "latest"],
		cmd: "varies",
		shell: ["/bin/bash", "-eux", "-o", "pipefail", "-c"],
		distro: "ubuntu",
		source: "github.com/clux/muslrust: Dockerfile",
	},
	{
		images: ["keymetrics/pm2"],
		tags: ["18-*", "20-*", "22-*", "24-*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["pm2-runtime", "start", "pm2.json"],
		distro: debianOrAlpine,
		source: "github.com/keymetrics/docker-pm2: tags/*/*/Dockerfile (ENTRYPOINT of node)",
	},

	// Browsers and documents
	{
		images: ["cypress/included"],
		tags: ["latest", "1[3-9].*"],
		entrypoint: ["cypress", "run"],
		distro: "debian",
		source: "github.com/cypress-io/cypress-docker-images: factory/Dockerfile",
	},
	{
		images: ["cypress/base", "cypress/browsers"],
		tags: ["latest", "2[0-9].*", "node-2[0-9].*"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/cypress-io/cypress-docker-images: factory/Dockerfile (no CMD of its own)",
	},
	{
		images: ["zenika/alpine-chrome"],
		tags: ["with-node", "with-puppeteer", "with-playwright", "with-deno", "*-with-node", "*-with-puppeteer"],
		entrypoint: ["tini", "--"],
		cmd: "varies",
		user: "chrome",
		distro: "alpine",
		source: `${chromeSource}: with-node/Dockerfile, with-puppeteer/Dockerfile`,
	},
	{
		images: ["gotenberg/gotenberg"],
		tags: ["7", "8", "[78].[0-9]", "[78].[0-9][0-9]", "[78].[0-9].[0-9]", "[78].[0-9][0-9].[0-9]"],
		entrypoint: ["/usr/bin/tini", "--"],
		cmd: ["gotenberg"],
		user: "gotenberg",
		distro: "debian",
		source: "github.com/gotenberg/gotenberg: build/Dockerfile",
	},
	{
		images: pandoc,
		tags: ["latest", "latest-ubuntu", "latest-debian", "latest-alpine", "3.*"],
		entrypoint: ["/usr/local/bin/pandoc"],
		cmd: "varies",
		source: "github.com/pandoc/dockerfiles: */Dockerfile",
	},
	{
		images: ["asciidoctor/docker-asciidoctor"],
		tags: ["latest"],
		cmd: ["/bin/bash"],
		shell: ["/bin/ash", "-eo", "pipefail", "-c"],
		distro: "alpine",
		source: "github.com/asciidoctor/docker-asciidoctor: Dockerfile",
	},
];
