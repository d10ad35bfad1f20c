/**
 * Java runtimes of other vendors, and servers and platforms that run on Java.
 *
 * Peculiar: those on CentOS 7, which has yum and no dnf, state no distribution.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const msSource = "github.com/microsoft/openjdk-docker: docker";
const ibmSource = "github.com/ibmruntimes";
const fabric8Source = "github.com/fabric8io-images/java: images";
const debeziumSource = "github.com/debezium/container-images";
const bde = "github.com/big-data-europe";
const semeru = {
	images: ["icr.io/appcafe/ibm-semeru-runtimes"],
	cmd: "varies",
	distro: { "*minimal*": "ubi-minimal", "*": "ubi" },
	source: `${ibmSource}/semeru-containers: */*/ubi*/*/Dockerfile.open.releases.full`,
} as const;
const runJava = ["/deployments/run-java.sh"];
/** The releases of Microsoft's JDK with one distribution after them. */
const msTags = (distribution: string): readonly string[] =>
	["8", "11", "17", "21", "25"].map((release) => `${release}-${distribution}`);
/** Those of earlier releases are built on Debian. */
const sparkDistro = { latest: "alpine", "2.4.[1-9]*": "alpine", "3.*": "alpine" } as const;
const debezium = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [`debezium/${name}`, `quay.io/debezium/${name}`]);
/** Releases of Debezium since its images have a user of their own. */
const debeziumTags = ["latest", "1.[6-9]", "1.[6-9].*", "[23].*"];

export const javaServices: readonly CatalogueEntry[] = [
	{
		images: ["mcr.microsoft.com/openjdk/jdk"],
		tags: msTags("ubuntu"),
		cmd: "varies",
		distro: "ubuntu",
		source: `${msSource}/ubuntu/Dockerfile.* (no CMD of its own)`,
	},
	{
		images: ["mcr.microsoft.com/openjdk/jdk"],
		tags: [...msTags("mariner"), ...msTags("azurelinux")],
		cmd: "varies",
		distro: "azurelinux",
		source: `${msSource}/azurelinux/Dockerfile.* (no CMD of its own)`,
	},
	{
		images: ["mcr.microsoft.com/openjdk/jdk"],
		tags: msTags("distroless"),
		entrypoint: ["/usr/jdk/bin/java"],
		cmd: "varies",
		distro: "azurelinux-distroless",
		source: `${msSource}/distroless/Dockerfile.*`,
	},
	{
		images: ["ibmjava"],
		tags: ["latest", "jre*", "sdk*", "sfj*", "8", "8-jre*", "8-sdk*", "8-sfj*"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*": "ubuntu" },
		source: `${ibmSource}/ci.docker: ibmjava/8/*/*/Dockerfile (no CMD of its own)`,
	},
	// Those of releases before July 2023 run as root.
	{
		...semeru,
		tags: ["16", "18", "19", "8u3[0-6]", "11.0.1[0-8]", "17.0.[0-6][_.]"].map((release) => `open-${release}*ubi*`),
	},
	{
		...semeru,
		tags: [
			...["8-", "11-", "17-", "2[0-9]-", "8u3[89]", "8u[45]", "11.0.2[0-9]", "11.0.3", "17.0.[89]"],
			...["17.0.[12][0-9]", "2[1-9]."],
		].map((release) => `open-${release}*ubi*`),
		user: "1001",
	},
	{
		images: [
			"fabric8/java-alpine-openjdk8-jre",
			"fabric8/java-alpine-openjdk8-jdk",
			"fabric8/java-alpine-openjdk11-jre",
		],
		tags: ["latest", "1.[6-9]*"],
		cmd: runJava,
		distro: "alpine",
		source: `${fabric8Source}/alpine/*/*/Dockerfile`,
	},
	{
		images: ["openjdk8-jdk", "openjdk8-jre", "openjdk11-jdk", "openjdk11-jre"].map(
			(name) => `fabric8/java-centos-${name}`,
		),
		tags: ["latest", "1.5.[1-9]", "1.[6-9]*"],
		cmd: runJava,
		user: "jboss",
		source: `${fabric8Source}/centos/*/*/Dockerfile`,
	},
	{
		images: ["fabric8/java-jboss-openjdk8-jdk"],
		tags: ["latest", "1.[2-9]*"],
		cmd: runJava,
		user: "jboss",
		source: `${fabric8Source}/jboss/openjdk8/jdk/Dockerfile`,
	},
	{
		images: ["anapsix/alpine-java", "frolvlad/alpine-java"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/anapsix/docker-alpine-java, github.com/Docker-Hub-frolvlad/docker-alpine-java: Dockerfile",
	},
	{
		images: ["frolvlad/alpine-glibc"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/Docker-Hub-frolvlad/docker-alpine-glibc: Dockerfile (no CMD of its own)",
	},
	{
		images: ["ghcr.io/navikt/baseimages/temurin"],
		entrypoint: ["/dumb-init", "--", "/entrypoint.sh"],
		cmd: "varies",
		user: "apprunner",
		source: "github.com/navikt/baseimages: java/Dockerfile",
	},
	{
		images: ["jboss/wildfly"],
		tags: ["latest", "[89].*", "1[1-9].*", "2[0-9].*"],
		cmd: ["/opt/jboss/wildfly/bin/standalone.sh", "-b", "0.0.0.0"],
		user: "jboss",
		source: "github.com/jboss-dockerfiles/wildfly: Dockerfile",
	},
	{
		images: ["jboss/keycloak", "quay.io/keycloak/keycloak"],
		tags: ["4.[5-8].*", "[5-9].*", "1[0-6].*"],
		entrypoint: ["/opt/jboss/tools/docker-entrypoint.sh"],
		cmd: ["-b", "0.0.0.0"],
		user: "1000",
		source: "github.com/keycloak/keycloak-containers: server/Dockerfile",
	},
	{
		images: debezium("connect", "kafka"),
		tags: debeziumTags,
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["start"],
		user: "kafka",
		source: `${debeziumSource}: connect/*/Dockerfile, kafka/*/Dockerfile`,
	},
	{
		images: debezium("zookeeper"),
		tags: debeziumTags,
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["start"],
		user: "zookeeper",
		source: `${debeziumSource}: zookeeper/*/Dockerfile`,
	},
	{
		images: debezium("base"),
		cmd: "varies",
		source: `${debeziumSource}: base/latest/Dockerfile (no CMD of its own)`,
	},
	{
		images: ["quay.io/strimzi/kafka"],
		cmd: "varies",
		user: "1001",
		source: "github.com/strimzi/strimzi-kafka-operator: docker-images/kafka-based/kafka/Dockerfile",
	},
	{
		images: ["wurstmeister/kafka"],
		tags: ["latest", "2.1[1-3]-*"],
		cmd: ["start-kafka.sh"],
		source: "github.com/wurstmeister/kafka-docker: Dockerfile",
	},
	{
		images: ["apache/kafka"],
		tags: ["latest", "3.[789].*", "4.*"],
		entrypoint: ["/__cacert_entrypoint.sh"],
		cmd: ["/etc/kafka/docker/run"],
		user: "appuser",
		distro: "alpine",
		source: "github.com/apache/kafka: docker/jvm/Dockerfile (ENTRYPOINT of eclipse-temurin)",
	},
	{
		images: ["bde2020/hadoop-base"],
		tags: ["2.0.0-*", "latest"],
		entrypoint: ["/entrypoint.sh"],
		cmd: "varies",
		distro: "debian",
		source: `${bde}/docker-hadoop: base/Dockerfile`,
	},
	{
		images: ["namenode", "datanode", "historyserver", "nodemanager", "resourcemanager"].map(
			(name) => `bde2020/hadoop-${name}`,
		),
		tags: ["2.0.0-*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["/run.sh"],
		distro: "debian",
		source: `${bde}/docker-hadoop: */Dockerfile`,
	},
	{
		images: ["bde2020/spark-base"],
		cmd: "varies",
		distro: sparkDistro,
		source: `${bde}/docker-spark: base/Dockerfile (no CMD of its own)`,
	},
	...["master", "worker", "submit"].map(
		(name): CatalogueEntry => ({
			images: [`bde2020/spark-${name}`],
			tags: ["latest", "1.6.*", "[23].*"],
			cmd: ["/bin/bash", `/${name}.sh`],
			distro: sparkDistro,
			source: `${bde}/docker-spark: ${name}/Dockerfile`,
		}),
	),
	{
		images: ["bde2020/spark-python-template"],
		tags: ["2.[1-4].*", "3.*"],
		cmd: ["/bin/bash", "/template.sh"],
		onBuild: ["COPY requirements.txt /app/", "RUN cd /app && pip3 install -r requirements.txt", "COPY . /app"],
		distro: sparkDistro,
		source: `${bde}/docker-spark: template/python/Dockerfile`,
	},
	{
		images: ["puckel/docker-airflow"],
		tags: ["latest", "1.[89].*", "1.10.*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: "varies",
		user: "airflow",
		distro: "debian",
		source: "github.com/puckel/docker-airflow: Dockerfile",
	},
	{
		images: ["sonatype/nexus3"],
		tags: ["latest", "3.[5-9][0-9]*"],
		cmd: "varies",
		user: "nexus",
		source: "github.com/sonatype/docker-nexus3: Dockerfile*",
	},
	{
		images: ["camunda/camunda-bpm-platform"],
		tags: ["latest", "7.1[0-9].*", "tomcat-7.1[0-9].*", "run-7.1[0-9].*", "wildfly-7.1[0-9].*"],
		entrypoint: ["/sbin/tini", "--"],
		cmd: ["./camunda.sh"],
		user: "camunda",
		distro: "alpine",
		source: "github.com/camunda/docker-camunda-bpm-platform: Dockerfile",
	},
	{
		images: ["wiremock/wiremock"],
		tags: ["latest", "latest-alpine", "3.*", "2.3[2-5]*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", latest: "ubuntu" },
		source: "github.com/wiremock/wiremock-docker: Dockerfile, alpine/Dockerfile",
	},
];
