/**
 * Distributions that are built from the sources of Red Hat Enterprise Linux: Rocky, Alma and Oracle Linux.
 *
 * Peculiar: the `-minimal` and `-slim` variants have microdnf instead of dnf; they state a distribution where they are
 * known to have curl. The `-micro` variants have no package manager, the `-init` variants run systemd.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const systemd = "the image runs systemd, which must be PID 1";
const rocky = ["rockylinux", "rockylinux/rockylinux", "quay.io/rockylinux/rockylinux"];
const alma = ["almalinux", "almalinux/almalinux", "quay.io/almalinuxorg/almalinux"];
const oracle = ["oraclelinux", "container-registry.oracle.com/os/oraclelinux", "ghcr.io/oracle/oraclelinux"];
/** Variants of Alma Linux that are images of their own. */
const almaVariants = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [`almalinux/${name}`, `quay.io/almalinuxorg/${name}`]);

export const enterpriseRebuilds: readonly CatalogueEntry[] = [
	{
		images: rocky,
		tags: ["*ubi-init*"],
		cmd: ["/sbin/init"],
		stopSignal: "SIGRTMIN+3",
		mustBePid1: systemd,
		distro: "rockylinux",
		source: "github.com/rocky-linux/sig-cloud-instance-images: Dockerfile (UBI init)",
	},
	{
		images: rocky,
		tags: ["[89]-minimal*", "[89].*-minimal*"],
		cmd: ["/bin/bash"],
		distro: "rockylinux",
		packageManager: "microdnf",
		source: "github.com/rocky-linux/sig-cloud-instance-images: Dockerfile, packages.txt",
	},
	{
		images: rocky,
		tags: ["*-minimal*"],
		cmd: ["/bin/bash"],
		source: "github.com/rocky-linux/sig-cloud-instance-images: Dockerfile",
	},
	{
		images: rocky,
		tags: ["*ubi-micro*"],
		cmd: ["/bin/sh", "-c", "/bin/sh"],
		source: "github.com/rocky-linux/sig-cloud-instance-images: Containerfile-micro",
	},
	{
		images: rocky,
		tags: ["latest", "8", "9", "10", "8.*", "9.*", "10.*"],
		cmd: ["/bin/bash"],
		distro: "rockylinux",
		source: "github.com/rocky-linux/sig-cloud-instance-images: Dockerfile",
	},
	{
		images: almaVariants("*-init"),
		cmd: ["/sbin/init"],
		stopSignal: "SIGRTMIN+3",
		mustBePid1: systemd,
		distro: "almalinux",
		source: "github.com/AlmaLinux/container-images: Containerfiles/*/Containerfile.init",
	},
	{
		images: alma,
		tags: ["9*minimal*", "10*minimal*", "minimal"],
		cmd: ["/bin/bash"],
		distro: "almalinux",
		packageManager: "microdnf",
		source: "github.com/AlmaLinux/container-images: Containerfiles/{9,10}/Containerfile.minimal",
	},
	{
		images: alma,
		tags: ["*minimal*"],
		cmd: ["/bin/bash"],
		source: "github.com/AlmaLinux/container-images: Containerfiles/8/Containerfile.minimal",
	},
	{
		images: alma,
		tags: ["*micro*"],
		cmd: ["/bin/sh"],
		distro: "other",
		source: "github.com/AlmaLinux/container-images: Containerfiles/*/Containerfile.micro",
	},
	{
		images: alma,
		cmd: ["/bin/bash"],
		distro: "almalinux",
		source: "github.com/AlmaLinux/container-images: Containerfiles/*/Containerfile.default",
	},
	{
		images: almaVariants("8-base", "9-base", "10-base", "10-kitten-base"),
		cmd: ["/bin/bash"],
		distro: "almalinux",
		source: "github.com/AlmaLinux/container-images: Containerfiles/*/Containerfile.base",
	},
	{
		images: almaVariants("9-minimal", "10-minimal", "10-kitten-minimal"),
		cmd: ["/bin/bash"],
		distro: "almalinux",
		packageManager: "microdnf",
		source: "github.com/AlmaLinux/container-images: Containerfiles/{9,10}/Containerfile.minimal",
	},
	{
		images: almaVariants("8-minimal"),
		cmd: ["/bin/bash"],
		source: "github.com/AlmaLinux/container-images: Containerfiles/8/Containerfile.minimal",
	},
	{
		images: almaVariants("*-micro"),
		cmd: ["/bin/sh"],
		distro: "other",
		source: "github.com/AlmaLinux/container-images: Containerfiles/*/Containerfile.micro",
	},
	{
		images: oracle,
		tags: ["7*", "6*", "latest"],
		cmd: ["/bin/bash"],
		distro: "oraclelinux",
		source: "github.com/oracle/container-images: Dockerfile",
	},
	{
		images: oracle,
		tags: ["8-slim", "9-slim"],
		cmd: ["/bin/bash"],
		distro: "oraclelinux",
		packageManager: "microdnf",
		source:
			"github.com/oracle/container-images: Dockerfile; what is in it: github.com/docker-library/mysql: Dockerfile.oracle",
	},
	{
		images: oracle,
		tags: ["*slim*"],
		cmd: ["/bin/bash"],
		source: "github.com/oracle/container-images: Dockerfile",
	},
	{
		images: oracle,
		tags: ["8", "8.*", "9", "9.*", "10", "10.*"],
		cmd: ["/bin/bash"],
		distro: "oraclelinux",
		source: "github.com/oracle/container-images: Dockerfile",
	},
];
