/**
 * Universal Base Images and the S2I builders on them, under the names of Red Hat's registry and of Docker Hub.
 *
 * Peculiar: the S2I images inherit ENTRYPOINT ["container-entrypoint"] from s2i-core and set a shell-form CMD; ubi-init
 * runs systemd and stops on SIGRTMIN+3. ubi-micro is left out, its CMD is not published.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const versions = ["8", "9", "10"];
const registries = ["registry.access.redhat.com", "registry.redhat.io"];
const ubi = versions.flatMap((v) => [
	...registries.flatMap((r) => [`${r}/ubi${v}`, `${r}/ubi${v}/ubi`]),
	`redhat/ubi${v}`,
]);
const minimal = versions.flatMap((v) => [
	...registries.flatMap((r) => [`${r}/ubi${v}-minimal`, `${r}/ubi${v}/ubi-minimal`]),
	`redhat/ubi${v}-minimal`,
]);
const init = versions.flatMap((v) => [
	...registries.flatMap((r) => [`${r}/ubi${v}-init`, `${r}/ubi${v}/ubi-init`]),
	`redhat/ubi${v}-init`,
]);

/** Names of a builder image for Enterprise Linux 8 and 9. */
const builder = (name: string): readonly string[] =>
	["8", "9"].flatMap((v) => registries.map((r) => `${r}/ubi${v}/${name}`));

export const redhatImages: readonly CatalogueEntry[] = [
	{ images: ubi, cmd: ["/bin/bash"], distro: "ubi", source: "catalog.redhat.com: Dockerfile of ubi9" },
	{
		images: minimal,
		cmd: ["/bin/bash"],
		distro: "ubi-minimal",
		source: "catalog.redhat.com: Dockerfile of ubi9-minimal",
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
		images: builder("s2i-core"),
		entrypoint: ["container-entrypoint"],
		cmd: ["base-usage"],
		distro: "ubi",
		source: "github.com/sclorg/s2i-base-container: core/Dockerfile.rhel9",
	},
	{
		images: [
			...builder("nodejs-16"),
			...builder("nodejs-18"),
			...builder("nodejs-20"),
			...builder("nodejs-22"),
			...builder("python-39"),
			...builder("python-311"),
			...builder("python-312"),
			...builder("ruby-30"),
			...builder("ruby-31"),
			...builder("ruby-33"),
			...builder("php-80"),
			...builder("php-81"),
			...builder("php-82"),
			...builder("php-83"),
		],
		entrypoint: ["container-entrypoint"],
		cmd: ["/bin/sh", "-c", "$STI_SCRIPTS_PATH/usage"],
		user: "1001",
		distro: "ubi",
		source:
			"github.com/sclorg/s2i-nodejs-container: 18/Dockerfile.rhel9; github.com/sclorg/s2i-base-container: core/Dockerfile.rhel9",
	},
	{
		images: ["quay.io/keycloak/keycloak", "keycloak/keycloak"],
		tags: ["latest", "1[7-9].*", "2[0-9]*", "nightly"],
		entrypoint: ["/opt/keycloak/bin/kc.sh"],
		user: "1000",
		source: "github.com/keycloak/keycloak: quarkus/container/Dockerfile",
	},
];
