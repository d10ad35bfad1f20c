/**
 * Red Hat's images for RHEL 7, its S2I builders on CentOS 7 and RHEL 7, SUSE's base container images, and openEuler.
 *
 * Peculiar: Enterprise Linux 7 has yum, hence no statement of a distribution.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const registries = ["registry.access.redhat.com", "registry.redhat.io"];
const s2i = ["container-entrypoint"];
const usage = ["/bin/sh", "-c", "$STI_SCRIPTS_PATH/usage"];
/** Names of a builder on Enterprise Linux 7: on CentOS, in the software collections, and in UBI. */
const builders = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [
		`centos/${name}-centos7`,
		`quay.io/centos7/${name}-centos7`,
		`rhscl/${name}-rhel7`,
		...registries.flatMap((registry) => [`${registry}/rhscl/${name}-rhel7`, `${registry}/ubi7/${name}`]),
		`ubi7/${name}`,
	]);
const bci = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [`registry.suse.com/bci/${name}`, `registry.opensuse.org/bci/${name}`, `bci/${name}`]);
const bciSource = "github.com/SUSE/BCI-dockerfile-generator: src/bci_build/package";
const openEuler = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [`openeuler/${name}`, `hub.oepkgs.net/openeuler/${name}`]);

export const enterpriseLinux: readonly CatalogueEntry[] = [
	{
		images: [
			"rhel7",
			...registries.flatMap((registry) =>
				[
					"rhel",
					"rhel7",
					"rhel7.*",
					"rhel7/rhel",
					"rhel7-minimal",
					"rhel7/rhel-minimal",
					"rhel-atomic",
					"rhel7-atomic",
					"rhel7/rhel-atomic",
					"ubi7",
					"ubi7/ubi",
					"ubi7-minimal",
					"ubi7/ubi-minimal",
				].map((name) => `${registry}/${name}`),
			),
			"ubi7",
			"ubi7/ubi",
			"ubi7-minimal",
			"ubi7/ubi-minimal",
		],
		cmd: "varies",
		source: "catalog.redhat.com: Dockerfile of ubi7, ubi7-minimal",
	},
	{
		images: ["centos/s2i-base-centos7", "centos/s2i-core-centos7", "rhscl/s2i-base-rhel7", "rhscl/s2i-core-rhel7"],
		entrypoint: s2i,
		cmd: ["base-usage"],
		source: "github.com/sclorg/s2i-base-container: core/Dockerfile, base/Dockerfile",
	},
	{
		images: builders("httpd-24"),
		entrypoint: s2i,
		cmd: ["/usr/bin/run-httpd"],
		user: "1001",
		source: "github.com/sclorg/httpd-container: 2.4/Dockerfile",
	},
	{
		images: builders("python-*", "nodejs-*", "php-*", "ruby-*"),
		entrypoint: s2i,
		cmd: usage,
		user: "1001",
		source: "github.com/sclorg/s2i-python-container: 3.8/Dockerfile.rhel7; github.com/sclorg/s2i-nodejs-container: 14",
	},
	{
		images: [...bci("bci-init"), "registry.suse.com/suse/sle15-init"],
		cmd: ["/usr/lib/systemd/systemd"],
		mustBePid1: "the image runs systemd, which must be PID 1",
		distro: "opensuse",
		source: `${bciSource}/basecontainers.py`,
	},
	{
		images: bci("bci-busybox", "bci-micro", "bci-minimal"),
		cmd: "varies",
		distro: "other",
		source: `${bciSource}/basecontainers.py`,
	},
	{
		images: bci(
			...["bci-base", "golang", "nodejs", "python", "ruby", "rust", "gcc", "openjdk", "openjdk-devel"],
			...["dotnet-aspnet", "dotnet-runtime", "dotnet-sdk"],
		),
		cmd: "varies",
		distro: "opensuse",
		source: `${bciSource} (no entrypoint, no entrypoint_user)`,
	},
	...[
		{ images: bci("php") },
		{ images: bci("php-apache"), stopSignal: "SIGWINCH" },
		{ images: bci("php-fpm"), stopSignal: "SIGQUIT" },
	].map(
		(row): CatalogueEntry => ({
			...row,
			entrypoint: ["docker-php-entrypoint"],
			cmd: "varies",
			distro: "opensuse",
			source: `${bciSource}/php.py`,
		}),
	),
	{
		images: openEuler("openeuler", "python", "node", "go"),
		cmd: "varies",
		distro: "other",
		source:
			"github.com/openeuler-mirror/openeuler-docker-images: Base/openeuler, Others/python, Others/node, Others/go",
	},
];
