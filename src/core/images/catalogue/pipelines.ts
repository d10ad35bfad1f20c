/**
 * What moves data and builds from one place to the next: Kafka and its connectors, notebooks of Spark, collectors of
 * logs, agents of build servers.
 *
 * Peculiar: Jenkins' agents got the names of their programs and images changed several times from 2017 to 2021.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const confluentCmd = ["/etc/confluent/docker/run"];
const confluentSource = "github.com/confluentinc/kafka-images";
const vectorSource = "github.com/vectordotdev/vector: distribution/docker";
const vector = (variant: string): readonly string[] => [`latest-${variant}`, `0.[1-5][0-9].*-${variant}`];
const citus = {
	images: ["citusdata/citus"],
	entrypoint: ["docker-entrypoint.sh"],
	cmd: ["postgres"],
	stopSignal: "SIGINT",
	distro: debianOrAlpine,
	source: "github.com/citusdata/docker: Dockerfile, alpine/Dockerfile (ENTRYPOINT and STOPSIGNAL of postgres)",
};
const inboundSource = "github.com/jenkinsci/docker-inbound-agent";

export const pipelineImages: readonly CatalogueEntry[] = [
	// Data
	{
		images: ["kafka", "zookeeper", "kafka-connect", "kafka-connect-base", "server"].map(
			(name) => `confluentinc/cp-${name}`,
		),
		tags: ["5.4.[0-9]"],
		cmd: confluentCmd,
		distro: "debian",
		source: `${confluentSource}: */Dockerfile.deb8`,
	},
	{
		images: ["kafka", "kafka-connect", "kafka-connect-base", "server"].map((name) => `confluentinc/cp-${name}`),
		tags: ["8.[0-2].*"],
		cmd: confluentCmd,
		user: "appuser",
		source: `${confluentSource}: */Dockerfile.ubi9`,
	},
	{
		images: ["debezium/connect"],
		tags: ["0.10", "0.10.*", "1.[0-5]", "1.[0-5].*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["start"],
		user: "kafka",
		source: "github.com/debezium/container-images: connect/*/Dockerfile, kafka/*/Dockerfile",
	},
	{
		images: ["spotify/kafka"],
		tags: ["latest"],
		cmd: ["supervisord", "-n"],
		distro: "debian",
		source: "github.com/spotify/docker-kafka: kafka/Dockerfile",
	},
	{
		images: ["apache/zeppelin"],
		tags: ["0.8.[0-2]"],
		entrypoint: ["/usr/bin/tini", "--"],
		cmd: ["bin/zeppelin.sh"],
		distro: "ubuntu",
		source: "github.com/apache/zeppelin: scripts/docker/zeppelin/bin/Dockerfile",
	},
	{
		images: ["apache/zeppelin"],
		tags: ["0.9.0", "0.1[0-2].*"],
		entrypoint: ["/usr/bin/tini", "--"],
		cmd: ["bin/zeppelin.sh"],
		user: "1000",
		distro: "ubuntu",
		source: "github.com/apache/zeppelin: scripts/docker/zeppelin/bin/Dockerfile",
	},
	{
		images: ["yandex/clickhouse-server"],
		tags: ["19.*", "20.*"],
		entrypoint: ["/entrypoint.sh"],
		distro: { "*alpine*": "alpine", "*": "ubuntu" },
		source: "github.com/yandex/ClickHouse: docker/server/Dockerfile, docker/server/Dockerfile.alpine",
	},
	{ ...citus, tags: ["10.[23]*", "1[12].*", "13.*", "14.0*", "14.*-alpine"] },
	{ ...citus, tags: ["latest", "14.1*"], shell: ["/bin/bash", "-o", "pipefail", "-c"] },

	// Logs
	{
		images: ["timberio/vector"],
		tags: [...vector("alpine"), ...vector("distroless-static")],
		entrypoint: ["/usr/local/bin/vector"],
		distro: { "*-alpine": "alpine", "*": "distroless" },
		source: `${vectorSource}/alpine/Dockerfile, ${vectorSource}/distroless-static/Dockerfile`,
	},
	{
		images: ["timberio/vector"],
		tags: [...vector("debian"), ...vector("distroless-libc")],
		entrypoint: ["/usr/bin/vector"],
		distro: { "*-debian": "debian", "*": "distroless" },
		source: `${vectorSource}/debian/Dockerfile, ${vectorSource}/distroless-libc/Dockerfile`,
	},
	{
		images: ["datadog/docker-dd-agent"],
		tags: ["latest", "latest-jmx"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["supervisord", "-n", "-c", "/etc/dd-agent/supervisor.conf"],
		distro: "debian",
		source: "github.com/DataDog/docker-dd-agent: Dockerfile, Dockerfile-jmx",
	},
	{
		images: ["datadog/docker-dd-agent"],
		tags: ["latest-alpine"],
		entrypoint: ["/sbin/tini", "-g", "--", "/entrypoint.sh"],
		cmd: ["supervisord", "-c", "agent/supervisor.conf"],
		distro: "alpine",
		source: "github.com/DataDog/docker-dd-agent: Dockerfile-alpine",
	},
	{
		images: ["prom/node-exporter", "quay.io/prometheus/node-exporter"],
		tags: ["v0.1[5-8].*"],
		entrypoint: ["/bin/node_exporter"],
		user: "nobody",
		distro: "busybox",
		source: "github.com/prometheus/node_exporter: Dockerfile",
	},

	// Builds
	{
		images: ["jenkins/jnlp-slave", "jenkinsci/jnlp-slave"],
		// From 3.35 on, those on Debian got jenkins-agent instead.
		tags: ["2.62", "3.7-1", "3.[12][0-9]-1"].flatMap((tag) => [tag, `${tag}-alpine`]),
		entrypoint: ["jenkins-slave"],
		user: "jenkins",
		distro: debianOrAlpine,
		source: `${inboundSource}: Dockerfile`,
	},
	{
		images: ["jenkins/inbound-agent"],
		tags: ["4.3-[2-9]*"],
		entrypoint: ["jenkins-agent"],
		user: "jenkins",
		distro: debianOrAlpine,
		source: `${inboundSource}: 8/debian/Dockerfile, 8/alpine/Dockerfile`,
	},
	{
		images: ["jenkins/inbound-agent"],
		tags: ["4.[79]-*", "4.1[0-3]-*", "4.13.*", "3[01][0-9][0-9].*"],
		entrypoint: ["/usr/local/bin/jenkins-agent"],
		user: "jenkins",
		distro: debianOrAlpine,
		source: `${inboundSource}: debian/Dockerfile, alpine/Dockerfile`,
	},
	{
		images: ["jenkins/slave", "jenkinsci/slave"],
		tags: ["2.62", "2.62-alpine", "3.[0-9]*", "4.*"],
		cmd: "varies",
		user: "jenkins",
		distro: debianOrAlpine,
		source: "github.com/jenkinsci/docker-agent: Dockerfile, Dockerfile-alpine (no CMD of its own)",
	},
	{
		images: ["jenkins/ssh-agent"],
		tags: ["latest", "latest-jdk*", "jdk*", "alpine*", "debian*", "bookworm*", "[2-6].*.[0-9]"],
		entrypoint: ["setup-sshd"],
		distro: debianOrAlpine,
		source: "github.com/jenkinsci/docker-ssh-agent: debian/Dockerfile, alpine/Dockerfile",
	},
	{
		images: ["buildkite/agent"],
		tags: ["*sidecar*"],
		cmd: "varies",
		distro: "busybox",
		source: "github.com/buildkite/agent: packaging/docker/sidecar/Dockerfile (no CMD of its own)",
	},
	{
		images: ["buildkite/agent"],
		tags: ["latest", "3", "3-alpine", "3-ubuntu*", "3.[1-9][0-9]*", "stable*"],
		entrypoint: ["buildkite-agent-entrypoint"],
		cmd: ["start"],
		distro: { "*ubuntu*": "ubuntu", "*centos*": "centos", "*": "alpine" },
		source: "github.com/buildkite/agent: packaging/docker/*/Dockerfile",
	},
	{
		images: ["drone/drone"],
		tags: ["latest", "1", "2", "[12].*"],
		entrypoint: ["/bin/drone-server"],
		distro: "alpine",
		source: "github.com/drone/drone: docker/Dockerfile.server.linux.*",
	},
	{
		images: ["drone/agent"],
		tags: ["1", "1.*"],
		entrypoint: ["/bin/drone-agent"],
		distro: "alpine",
		source: "github.com/drone/drone: docker/Dockerfile.agent.linux.*",
	},
];
