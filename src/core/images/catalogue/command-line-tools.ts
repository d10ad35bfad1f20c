/** Images of command-line tools, which Dockerfiles extend with scripts and other tools. */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const codingMachine = {
	entrypoint: ["/usr/local/bin/docker-entrypoint.sh"],
	cmd: "varies",
	user: "docker",
	shell: ["/bin/bash", "-o", "pipefail", "-c"],
	distro: "ubuntu",
	source: "github.com/thecodingmachine/docker-images-php: Dockerfile.slim.*, Dockerfile.*",
} as const;

export const commandLineTools: readonly CatalogueEntry[] = [
	{
		images: ["nixos/nix"],
		tags: ["latest", "2.*"],
		cmd: "varies",
		distro: "other",
		source: "github.com/NixOS/nix: docker.nix",
	},
	{
		images: ["dtzar/helm-kubectl"],
		tags: ["latest", "3.*"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/dtzar/helm-kubectl: Dockerfile",
	},
	{
		images: ["nicolaka/netshoot", "ghcr.io/nicolaka/netshoot"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/nicolaka/netshoot: Dockerfile",
	},
	{ images: ["minio/mc", "quay.io/minio/mc"], entrypoint: ["mc"], source: "github.com/minio/mc: Dockerfile.release" },
	{
		images: ["ghcr.io/opentofu/opentofu"],
		tags: ["1.[6-8]", "1.[6-8].[0-9]*"],
		entrypoint: ["/usr/local/bin/tofu"],
		distro: "alpine",
		source: "github.com/opentofu/opentofu: Dockerfile",
	},
	{
		images: ["hadolint/hadolint", "ghcr.io/hadolint/hadolint"],
		tags: ["latest-debian", "latest-alpine", "v2*-debian", "v2*-alpine", "2*-debian", "2*-alpine"],
		cmd: ["/bin/hadolint", "-"],
		distro: debianOrAlpine,
		source: "github.com/hadolint/hadolint: docker/Dockerfile",
	},
	{
		images: ["atmoz/sftp"],
		entrypoint: ["/entrypoint"],
		distro: debianOrAlpine,
		source: "github.com/atmoz/sftp: Dockerfile, Dockerfile-alpine",
	},
	{
		images: ["ghcr.io/cirruslabs/android-sdk"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/cirruslabs/docker-images-android: sdk/tools/Dockerfile",
	},
	{
		images: ["matrixdotorg/synapse", "ghcr.io/element-hq/synapse"],
		tags: ["latest", "v1.[5-9][0-9]*", "v1.1[0-9][0-9]*"],
		entrypoint: ["/start.py"],
		distro: "debian",
		source: "github.com/matrix-org/synapse: docker/Dockerfile",
	},
	{
		images: ["wodby/php"],
		tags: ["latest", "8", "8.[0-9]*", "dev", "8-*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: "varies",
		user: "wodby",
		stopSignal: "SIGQUIT",
		distro: "alpine",
		source: "github.com/wodby/php: 8/Dockerfile (STOPSIGNAL of php)",
	},
	{
		images: ["thecodingmachine/php"],
		tags: ["[78].[0-9]-v[45]-apache", "[78].[0-9]-v[45]-apache-node*"],
		...codingMachine,
		stopSignal: "SIGWINCH",
	},
	{
		images: ["thecodingmachine/php"],
		tags: ["[78].[0-9]-v[45]-cli", "[78].[0-9]-v[45]-cli-node*", "[78].[0-9]-v[45]-fpm", "[78].[0-9]-v[45]-fpm-node*"],
		...codingMachine,
	},
	{
		images: ["golangci/golangci-lint"],
		tags: ["*alpine*"],
		cmd: ["golangci-lint"],
		distro: "alpine",
		source: "github.com/golangci/golangci-lint: build/buildx-alpine.Dockerfile",
	},
	{
		images: ["golangci/golangci-lint"],
		cmd: ["golangci-lint"],
		distro: "debian",
		source: "github.com/golangci/golangci-lint: build/buildx.Dockerfile",
	},
	{ images: ["thrift"], cmd: ["thrift"], source: "github.com/ahawkins/docker-thrift: */Dockerfile" },
	{
		images: ["mitmproxy/mitmproxy", "ghcr.io/mitmproxy/mitmproxy"],
		tags: ["latest", "dev", "[7-9].*", "1[0-9].*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["mitmproxy"],
		distro: "debian",
		source: "github.com/mitmproxy/mitmproxy: release/docker/Dockerfile",
	},
];
