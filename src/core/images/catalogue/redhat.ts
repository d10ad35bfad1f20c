/**
 * Universal Base Images and the S2I builders on them, under the names of Red Hat's registry and of Docker Hub.
 *
 * Peculiar: the S2I images inherit ENTRYPOINT ["container-entrypoint"] from s2i-core and set a shell-form CMD; ubi-init
 * runs systemd and stops on SIGRTMIN+3.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const versions = ["8", "9", "10"];
const registries = ["registry.access.redhat.com", "registry.redhat.io"];
const ubi = versions.flatMap((v) => [
	...registries.flatMap((r) => [`${r}/ubi${v}`, `${r}/ubi${v}/ubi`]),
	`redhat/ubi${v}`,
	`ubi${v}`,
	`ubi${v}/ubi`,
]);
const minimal = versions.flatMap((v) => [
	...registries.flatMap((r) => [`${r}/ubi${v}-minimal`, `${r}/ubi${v}/ubi-minimal`]),
	`redhat/ubi${v}-minimal`,
	`ubi${v}-minimal`,
	`ubi${v}/ubi-minimal`,
]);
const micro = versions.flatMap((v) => [
	...registries.flatMap((r) => [`${r}/ubi${v}-micro`, `${r}/ubi${v}/ubi-micro`]),
	`redhat/ubi${v}-micro`,
	`ubi${v}-micro`,
	`ubi${v}/ubi-micro`,
]);
const init = versions.flatMap((v) => [
	...registries.flatMap((r) => [`${r}/ubi${v}-init`, `${r}/ubi${v}/ubi-init`]),
	`redhat/ubi${v}-init`,
]);

/** Names of a builder image; without a registry as Podman's short names have them. */
const builder = (name: string): readonly string[] =>
	versions.flatMap((v) => [
		...registries.map((r) => `${r}/ubi${v}/${name}`),
		`ubi${v}/${name}`,
		`registry.redhat.io/rhel${v}/${name}`,
		`rhel${v}/${name}`,
	]);
/** Names of a builder image on CentOS Stream. */
const streamBuilder = (name: string): readonly string[] => versions.map((v) => `quay.io/sclorg/${name}-c${v}s`);
const builders = ["nodejs", "python", "ruby", "php", "perl"];
const usage = ["/bin/sh", "-c", "$STI_SCRIPTS_PATH/usage"];

export const redhatImages: readonly CatalogueEntry[] = [
	{ images: ubi, cmd: ["/bin/bash"], distro: "ubi", source: "catalog.redhat.com: Dockerfile of ubi9" },
	{
		images: minimal,
		cmd: ["/bin/bash"],
		distro: "ubi-minimal",
		source: "catalog.redhat.com: Dockerfile of ubi9-minimal",
	},
	{
		images: micro,
		cmd: "varies",
		distro: "ubi-micro",
		source: "docs.redhat.com: Building, running, and managing containers: Using the UBI micro images",
	},
	{
		images: ["quarkus-micro-image", "ubi9-quarkus-micro-image"].map((name) => `quay.io/quarkus/${name}`),
		cmd: "varies",
		distro: "ubi-micro",
		source:
			"github.com/quarkusio/quarkus-images: quarkus-micro-base-image/src/main/java/io/quarkus/images/QuarkusMicro.java",
	},
	{
		images: ["quay.io/quarkus/quarkus-distroless-image"],
		cmd: "varies",
		source:
			"github.com/quarkusio/quarkus-images: quarkus-distroless-base-image/src/main/java/io/quarkus/images/QuarkusDistroless.java",
	},
	{
		images: init,
		cmd: ["/sbin/init"],
		stopSignal: "SIGRTMIN+3",
		mustBePid1: "the image runs systemd, which must be PID 1",
		distro: "ubi",
		source: "catalog.redhat.com: Dockerfile of ubi9-init",
	},
	{
		images: [...builder("s2i-core"), ...builder("s2i-base")],
		entrypoint: ["container-entrypoint"],
		cmd: ["base-usage"],
		distro: "ubi",
		source: "github.com/sclorg/s2i-base-container: core/Dockerfile.rhel9, base/Dockerfile.rhel9",
	},
	{
		images: [...streamBuilder("s2i-core"), ...streamBuilder("s2i-base")],
		entrypoint: ["container-entrypoint"],
		cmd: ["base-usage"],
		distro: "centos",
		source: "github.com/sclorg/s2i-base-container: core/Dockerfile.c9s, base/Dockerfile.c9s",
	},
	{
		images: [
			...["quay.io/fedora", "registry.fedoraproject.org/f*"].flatMap((each) => [
				`${each}/s2i-core`,
				`${each}/s2i-base`,
			]),
		],
		entrypoint: ["container-entrypoint"],
		cmd: ["base-usage"],
		distro: "fedora",
		source: "github.com/sclorg/s2i-base-container: core/Dockerfile.fedora, base/Dockerfile.fedora",
	},
	{
		images: builder("nodejs-*-minimal"),
		cmd: ["/bin/bash"],
		user: "1001",
		distro: "ubi-minimal",
		source: "github.com/sclorg/s2i-nodejs-container: 20-minimal/Dockerfile.rhel9 (no CMD of its own)",
	},
	{
		images: builder("python-*-minimal"),
		cmd: usage,
		user: "1001",
		distro: "ubi-minimal",
		source: "github.com/sclorg/s2i-python-container: 3.12-minimal/Dockerfile.rhel9",
	},
	// On CentOS Stream 8 and for Node.js 18, the minimal images are built on s2i-core too.
	{
		images: ["quay.io/sclorg/nodejs-*-minimal-c8s", "quay.io/sclorg/nodejs-18-minimal-c9s"],
		entrypoint: ["container-entrypoint"],
		cmd: ["base-usage"],
		user: "1001",
		distro: "centos",
		source: "github.com/sclorg/s2i-nodejs-container: 20-minimal/Dockerfile.c8s, 18-minimal/Dockerfile.c9s",
	},
	{
		images: ["sclorg/nodejs-*-minimal-c9s", "sclorg/nodejs-*-minimal-c10s", "fedora/nodejs-*-minimal"].map(
			(name) => `quay.io/${name}`,
		),
		cmd: "varies",
		user: "1001",
		source: "github.com/sclorg/s2i-nodejs-container: 20-minimal/Dockerfile.c9s (no CMD of its own)",
	},
	{
		images: [...streamBuilder("python-*-minimal"), "quay.io/fedora/python-*-minimal"],
		cmd: usage,
		user: "1001",
		source: "github.com/sclorg/s2i-python-container: 3.12-minimal/Dockerfile.c9s",
	},
	...[
		{ images: builders.flatMap((name) => streamBuilder(`${name}-*`)), distro: "centos" } as const,
		{ images: builders.map((name) => `quay.io/fedora/${name}-*`), distro: "fedora" } as const,
	].map(
		(row): CatalogueEntry => ({
			...row,
			entrypoint: ["container-entrypoint"],
			cmd: usage,
			user: "1001",
			source:
				"github.com/sclorg/s2i-python-container: 3.12/Dockerfile.c9s; github.com/sclorg/s2i-base-container: core/Dockerfile.c9s",
		}),
	),
	{
		images: builders.flatMap((name) => builder(`${name}-*`)),
		entrypoint: ["container-entrypoint"],
		cmd: usage,
		user: "1001",
		distro: "ubi",
		source:
			"github.com/sclorg: s2i-nodejs-container, s2i-perl-container: */Dockerfile.rhel9; s2i-base-container: core/Dockerfile.rhel9",
	},
	{
		images: ["registry.access.redhat.com", "registry.redhat.io"].map(
			(registry) => `${registry}/redhat-openjdk-18/openjdk18-openshift`,
		),
		tags: ["latest", "1.[5-8]", "1.[5-8]-*"],
		cmd: ["/usr/local/s2i/run"],
		user: "185",
		source:
			"github.com/jboss-container-images/redhat-openjdk-18-openshift-image: openjdk18-openshift.yaml, modules/s2i/core/api",
	},
	{
		images: builder("openjdk-*-runtime"),
		cmd: ["/opt/jboss/container/java/run/run-java.sh"],
		user: "185",
		distro: "ubi-minimal",
		source: "github.com/rh-openjdk/redhat-openjdk-containers: modules/jre/run/module.yaml, modules/user/module.yaml",
	},
	{
		images: builder("openjdk-*"),
		cmd: ["/usr/local/s2i/run"],
		user: "185",
		distro: "ubi-minimal",
		source: "github.com/rh-openjdk/redhat-openjdk-containers: modules/s2i/core/module.yaml, modules/user/module.yaml",
	},
	{
		images: builder("httpd-24"),
		entrypoint: ["container-entrypoint"],
		cmd: ["/usr/bin/run-httpd"],
		user: "1001",
		distro: "ubi",
		source: "github.com/sclorg/httpd-container: 2.4/Dockerfile.rhel9",
	},
	{
		images: ["dotnet-60", "dotnet-70", "dotnet-60-runtime", "dotnet-70-runtime"].flatMap(builder),
		entrypoint: ["container-entrypoint"],
		cmd: "varies",
		user: "1001",
		source: "github.com/redhat-developer/s2i-dotnetcore: 6.0/runtime/Dockerfile.rhel8, 6.0/build/Dockerfile.rhel8",
	},
	{
		images: ["dotnet-80", "dotnet-90", "dotnet-100", "dotnet-100-aspnet"]
			.concat(["80", "90", "100"].map((release) => `dotnet-${release}-runtime`))
			.flatMap(builder),
		cmd: "varies",
		user: "1001",
		distro: "ubi-minimal",
		source: "github.com/redhat-developer/s2i-dotnetcore: 8.0/runtime/Dockerfile.rhel8, 8.0/build/Dockerfile.rhel8",
	},
	{
		images: [...builder("postgresql-*"), ...streamBuilder("postgresql-*"), "quay.io/fedora/postgresql-*"],
		entrypoint: ["container-entrypoint"],
		cmd: ["run-postgresql"],
		user: "26",
		source: "github.com/sclorg/postgresql-container: 16/Dockerfile.rhel9, 16/Dockerfile.c9s, 16/Dockerfile.fedora",
	},
	{
		images: ["120", "122", "124", "126"].flatMap((version) => builder(`nginx-${version}`)),
		entrypoint: ["container-entrypoint"],
		cmd: usage,
		user: "1001",
		stopSignal: "SIGQUIT",
		distro: "ubi",
		source: "github.com/sclorg/nginx-container: 1.24/Dockerfile.rhel9",
	},
	{
		images: ["quay.io/keycloak/keycloak"],
		tags: ["1[789].*-legacy"],
		entrypoint: ["/opt/jboss/tools/docker-entrypoint.sh"],
		cmd: ["-b", "0.0.0.0"],
		user: "1000",
		distro: "ubi-minimal",
		source: "github.com/keycloak/keycloak-containers: server/Dockerfile",
	},
	{
		images: ["quay.io/keycloak/keycloak", "keycloak/keycloak"],
		tags: ["latest", "1[7-9].*", "2[0-9]*", "nightly"],
		entrypoint: ["/opt/keycloak/bin/kc.sh"],
		user: "1000",
		source: "github.com/keycloak/keycloak: quarkus/container/Dockerfile",
	},
];
