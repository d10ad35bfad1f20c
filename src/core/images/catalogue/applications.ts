/** Applications that others extend: identity, automation, games, development environments. */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const jenkinsSource = "github.com/jenkinsci/docker: Dockerfile";
/** Tags of weekly and long-term releases of Jenkins. */
const jenkinsTags = (...series: readonly string[]): readonly string[] =>
	series.flatMap((each) => [each, `${each}-jdk*`, `${each}.[0-9]`, `${each}.[0-9]-lts`, `${each}.[0-9]-lts-jdk*`]);
const debeziumSource = "github.com/debezium/container-images";
const debezium = (name: string): readonly string[] => [`debezium/${name}`, `quay.io/debezium/${name}`];
const teamCitySource = "github.com/JetBrains/teamcity-docker-images: context/generated";
const perconaSource = "github.com/percona/percona-docker";

export const applicationImages: readonly CatalogueEntry[] = [
	{
		images: ["jenkins/jenkins"],
		tags: jenkinsTags("2.1[0-9][0-9]", "2.2[0-9][0-9]", "2.3[0-3][0-9]"),
		entrypoint: ["/sbin/tini", "--", "/usr/local/bin/jenkins.sh"],
		user: "jenkins",
		source: jenkinsSource,
	},
	{
		images: ["jenkins/jenkins"],
		tags: [...jenkinsTags("2.3[7-9][0-9]"), "latest-jdk*"],
		entrypoint: ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"],
		user: "jenkins",
		source: `${jenkinsSource}, 11/debian/bullseye/hotspot/Dockerfile`,
	},
	{
		images: ["jenkins"],
		entrypoint: ["/bin/tini", "--", "/usr/local/bin/jenkins.sh"],
		tags: ["latest", "alpine", "2.60.*", "2.46.*", "2.32.*", "2.19.*"],
		user: "jenkins",
		distro: debianOrAlpine,
		source: jenkinsSource,
	},
	{
		images: ["jboss/keycloak"],
		tags: ["latest"],
		entrypoint: ["/opt/jboss/tools/docker-entrypoint.sh"],
		cmd: ["-b", "0.0.0.0"],
		user: "1000",
		source: "github.com/keycloak/keycloak-containers: server/Dockerfile",
	},
	{
		images: ["quay.io/wildfly/wildfly", "jboss/wildfly"],
		tags: ["10.*", "1[1-9].*", "2[0-6].*"],
		cmd: ["/opt/jboss/wildfly/bin/standalone.sh", "-b", "0.0.0.0"],
		user: "jboss",
		source: "github.com/jboss-dockerfiles/wildfly: Dockerfile",
	},
	{
		images: ["jetbrains/teamcity-server", "jetbrains/teamcity-agent", "jetbrains/teamcity-minimal-agent"],
		tags: ["*windowsservercore*", "*nanoserver*"],
		distro: "windows",
		source: `${teamCitySource}/windows`,
	},
	...[
		{ images: ["jetbrains/teamcity-server"], user: "tcuser:tcuser" },
		{ images: ["jetbrains/teamcity-agent", "jetbrains/teamcity-minimal-agent"], user: "buildagent" },
	].map(
		(row): CatalogueEntry => ({
			...row,
			tags: ["latest", "202[2-9].*"],
			cmd: ["/run-services.sh"],
			distro: "ubuntu",
			source: `${teamCitySource}/linux`,
		}),
	),
	{
		images: ["strapi/base", "thingsboard/node"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["node"],
		distro: debianOrAlpine,
		source: "github.com/strapi/strapi-docker: base/Dockerfile; github.com/thingsboard/docker: node/docker/Dockerfile",
	},
	{
		images: ["n8nio/n8n", "docker.n8n.io/n8nio/n8n"],
		tags: ["latest", "next", "stable", "1", "1.[0-9]*"],
		entrypoint: ["tini", "--", "/docker-entrypoint.sh"],
		cmd: "varies",
		user: "node",
		// Later ones are on a hardened Alpine without apk.
		distro: { "1.[0-9].*": "alpine", "1.[0-9][0-9].*": "alpine", "1.10[0-9].*": "alpine", "1.11[0-5].*": "alpine" },
		source: "github.com/n8n-io/n8n: docker/images/n8n/Dockerfile, docker/images/n8n-base/Dockerfile",
	},
	{
		images: ["nodered/node-red"],
		tags: ["1.2.[4-9]*", "1.3.*", "2.*"],
		entrypoint: [
			"npm",
			"--no-update-notifier",
			"--no-fund",
			"start",
			"--cache",
			"/data/.npm",
			"--",
			"--userDir",
			"/data",
		],
		user: "node-red",
		source: "github.com/node-red/node-red-docker: .docker/Dockerfile.alpine",
	},
	{
		images: ["nodered/node-red"],
		tags: ["latest", "latest-2*", "3.0", "3.0-*", "3.0.[12]*", "3.1*", "4.*"],
		entrypoint: ["./entrypoint.sh"],
		user: "node-red",
		distro: { "*debian*": "debian", "*": "alpine" },
		source: "github.com/node-red/node-red-docker: .docker/Dockerfile.alpine, .docker/Dockerfile.debian",
	},
	{
		images: ["ghcr.io/puppeteer/puppeteer"],
		tags: ["latest", "24", "24.*"],
		entrypoint: ["docker-entrypoint.sh"],
		cmd: ["node"],
		user: "10042",
		distro: "debian",
		source: "github.com/puppeteer/puppeteer: docker/Dockerfile (ENTRYPOINT and CMD of node)",
	},
	{
		images: ["codercom/code-server", "ghcr.io/coder/code-server"],
		tags: ["opensuse", "*-opensuse"],
		entrypoint: ["/usr/bin/entrypoint-catatonit.sh", "--bind-addr", "0.0.0.0:8080", "."],
		user: "1000",
		distro: "opensuse",
		source: "github.com/coder/code-server: ci/release-image/Dockerfile.opensuse",
	},
	{
		images: ["codercom/code-server", "ghcr.io/coder/code-server"],
		tags: ["latest", "3.[6-9].*", "3.1[0-2].*", "4.*"],
		entrypoint: ["/usr/bin/entrypoint.sh", "--bind-addr", "0.0.0.0:8080", "."],
		user: "1000",
		distro: { latest: "debian", "*.[0-9]": "debian", "*.[0-9][0-9]": "debian" },
		source: "github.com/coder/code-server: ci/release-image/Dockerfile",
	},
	{
		images: ["ethereum/client-go"],
		tags: ["latest", "stable", "v1.9.*", "v1.1[0-9].*", "release-1.*"],
		entrypoint: ["geth"],
		distro: "alpine",
		source: "github.com/ethereum/go-ethereum: Dockerfile",
	},
	{
		images: ["ethereum/client-go"],
		tags: ["alltools-latest", "alltools-stable", "alltools-v1.9.*", "alltools-v1.1[0-9].*"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/ethereum/go-ethereum: Dockerfile.alltools",
	},
	{
		images: ["ghcr.io/foundry-rs/foundry"],
		tags: ["v1.[0-4]*", "v0.[23].*"],
		entrypoint: ["/bin/sh", "-c"],
		distro: "alpine",
		source: "github.com/foundry-rs/foundry: Dockerfile",
	},
	{
		images: ["ghcr.io/foundry-rs/foundry"],
		tags: ["latest", "stable", "nightly", "v1.[5-9]*"],
		entrypoint: ["/bin/sh", "-c"],
		user: "foundry",
		distro: "ubuntu",
		source: "github.com/foundry-rs/foundry: Dockerfile",
	},
	{
		images: debezium("kafka"),
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["start"],
		user: "kafka",
		source: `${debeziumSource}: kafka/*/Dockerfile`,
	},
	{
		images: debezium("zookeeper"),
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["start"],
		user: "zookeeper",
		source: `${debeziumSource}: zookeeper/*/Dockerfile`,
	},
	{
		images: ["confluentinc/cp-kafka", "confluentinc/cp-zookeeper", "confluentinc/cp-kafka-connect"],
		tags: ["6.[0-2].*", "7.[7-9].*"],
		cmd: ["/etc/confluent/docker/run"],
		user: "appuser",
		source: "github.com/confluentinc/kafka-images: kafka/Dockerfile.ubi8",
	},
	{
		images: ["confluentinc/cp-server", "confluentinc/cp-server-connect", "confluentinc/cp-server-connect-base"],
		tags: ["6.[0-2].*", "7.[0-9].*"],
		cmd: ["/etc/confluent/docker/run"],
		user: "appuser",
		source: "github.com/confluentinc/kafka-images: server/Dockerfile.ubi8",
	},
	{
		images: ["kafka", "zookeeper", "kafka-connect", "kafka-connect-base", "schema-registry", "server"].map(
			(name) => `confluentinc/cp-${name}`,
		),
		tags: ["[34].[0-9].[0-9]", "5.[0-3].[0-9]"],
		cmd: ["/etc/confluent/docker/run"],
		distro: "debian",
		release: "8",
		source: "github.com/confluentinc/cp-docker-images: debian/*/Dockerfile",
	},
	{
		images: ["mysql/mysql-server", "container-registry.oracle.com/mysql/community-server"],
		tags: ["latest", "5.[67]", "5.[67].*", "8", "8.[0-4]", "8.[0-4].*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["mysqld"],
		source: "github.com/mysql/mysql-docker: mysql-server/*/Dockerfile",
	},
	{
		images: ["percona/percona-server"],
		tags: ["latest", "5.[67]", "5.6.4[3-9]*", "5.6.5*", "5.7.2[4-9]*", "5.7.[34]*", "8.*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["mysqld"],
		user: "mysql",
		source: `${perconaSource}: percona-server-*/Dockerfile`,
	},
	{
		images: ["percona/percona-server-mongodb"],
		tags: ["latest", "3.6*", "[4-8].*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["mongod"],
		user: "1001",
		source: `${perconaSource}: percona-server-mongodb-*/Dockerfile`,
	},
];
