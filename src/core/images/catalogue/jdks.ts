/**
 * JDKs of other vendors than those of the Docker Official Images, and sbt on them.
 *
 * Peculiar: none but those on eclipse-temurin has an ENTRYPOINT. Where an image sets no CMD, it is that of its
 * distribution on the day of the build.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { corretto, releaseNames, temurin } from "./distro-by-tag.ts";

const libericaSource = "github.com/bell-sw/Liberica: docker/repos/*/*/Dockerfile";
const graalSource = "github.com/graalvm/container: graalvm-community, rpm-compact/*";

/** Liberica's JDK and JRE for one distribution. */
const liberica = (suffix: string): readonly string[] =>
	["openjdk", "openjre"].map((name) => `bellsoft/liberica-${name}-${suffix}`);

export const jdkImages: readonly CatalogueEntry[] = [
	{
		images: ["azul-zulu"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*almalinux*": "almalinux", "*rockylinux*": "rockylinux", "*": "debian" },
		source: "github.com/AzulSystems/azul-zulu-images: */*/*/Dockerfile",
	},
	{
		images: [...liberica("alpine"), ...liberica("alpine-musl")],
		cmd: ["/bin/sh"],
		distro: "alpine",
		source: libericaSource,
	},
	{ images: liberica("debian"), cmd: "varies", distro: "debian", source: libericaSource },
	{ images: [...liberica("centos"), ...liberica("rocky")], cmd: ["/bin/bash"], source: libericaSource },
	{
		images: ["azul/zulu-openjdk-alpine"],
		cmd: ["/bin/sh"],
		distro: "alpine",
		source: "github.com/zulu-openjdk/zulu-openjdk: alpine/*/Dockerfile",
	},
	{
		images: ["azul/zulu-openjdk-debian"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/zulu-openjdk/zulu-openjdk: debian/*/Dockerfile",
	},
	{
		images: ["azul/zulu-openjdk"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/zulu-openjdk/zulu-openjdk: ubuntu/*/Dockerfile",
	},
	{
		images: ["azul/zulu-openjdk-centos"],
		cmd: ["/bin/bash"],
		source: "github.com/zulu-openjdk/zulu-openjdk: centos/*/Dockerfile",
	},
	{
		images: ["ghcr.io/graalvm/graalvm-community", "ghcr.io/graalvm/graalvm-ce"],
		cmd: ["/bin/sh", "-c", "java -version"],
		source: graalSource,
	},
	{
		images: ["ghcr.io/graalvm/jdk-community", "ghcr.io/graalvm/jdk"],
		cmd: ["/bin/sh", "-c", "java --version"],
		source: graalSource,
	},
	{
		images: ["ghcr.io/graalvm/native-image-community", "ghcr.io/graalvm/native-image"],
		entrypoint: ["native-image"],
		cmd: ["--version"],
		source: graalSource,
	},
	{
		images: ["eclipse-temurin"],
		tags: ["8u3[0-6]*", "8u37[0-2]*"],
		cmd: "varies",
		distro: temurin,
		source: "github.com/adoptium/containers: 8/*/*/Dockerfile",
	},
	{
		images: ["adoptopenjdk/openjdk*"],
		cmd: "varies",
		distro: releaseNames,
		source: "github.com/AdoptOpenJDK/openjdk-docker: */*/*/Dockerfile.*",
	},
	{ images: ["oracle/serverjre", "oracle/jdk"], cmd: "varies", source: "github.com/oracle/docker-images: OracleJava" },
	{
		images: ["container-registry.oracle.com/java/openjdk"],
		tags: ["2[1-9]*"],
		cmd: ["jshell"],
		shell: ["/bin/bash", "-o", "pipefail", "-c"],
		source: "github.com/oracle/docker-images: OracleOpenJDK/*/Dockerfile*",
	},
	{
		images: ["hseeberger/scala-sbt"],
		tags: ["8u2[2-9]*", "11.0.[4-9]*", "11.0.1[0-9]*", "1[2-9].*", "graalvm-ce-*"],
		cmd: "varies",
		source: "github.com/hseeberger/scala-sbt: debian/Dockerfile, graalvm-ce/Dockerfile",
	},
	{
		images: ["sbtscala/scala-sbt"],
		tags: [
			"eclipse-temurin-*8u4[3-9]*",
			"eclipse-temurin-*11.0.2[5-9]_*",
			"eclipse-temurin-*17.0.1[3-9]_*",
			"eclipse-temurin-*21.0.[5-9]_*",
			"eclipse-temurin-*21.0.1[0-9]_*",
			"eclipse-temurin-2[3-9][_.]*",
			"eclipse-temurin-*-2[3-9][_.]*",
		],
		entrypoint: ["/__cacert_entrypoint.sh"],
		cmd: ["sbt"],
		distro: { "*alpine*": "alpine", "*": "ubuntu" },
		source: "github.com/sbt/docker-sbt: eclipse-temurin/Dockerfile (ENTRYPOINT of its base)",
	},
	{
		images: ["sbtscala/scala-sbt"],
		tags: ["eclipse-temurin-*17.0.[1-5]_*", "eclipse-temurin-*11.0.1[3-7]_*", "eclipse-temurin-*8u3[1-5]*"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*": "ubuntu" },
		source: "github.com/sbt/docker-sbt: eclipse-temurin/Dockerfile",
	},
	{
		images: ["sbtscala/scala-sbt"],
		tags: ["amazoncorretto-*"],
		cmd: ["sbt"],
		distro: corretto,
		source: "github.com/sbt/docker-sbt: amazoncorretto/Dockerfile",
	},
	{
		images: ["sbtscala/scala-sbt"],
		tags: ["graalvm-*", "openjdk-*"],
		cmd: "varies",
		source: "github.com/sbt/docker-sbt: graalvm-community/Dockerfile",
	},
];
