/**
 * Monitoring, search, stream processing, messaging and logging among the Docker Official Images.
 *
 * Peculiar: elasticsearch, kibana and fluentd bring tini.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const entrypoint = ["docker-entrypoint.sh"];
const influxSource = "github.com/influxdata/influxdata-docker";

export const dataServices: readonly CatalogueEntry[] = [
	{
		images: ["influxdb"],
		tags: ["*meta*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["influxd-meta"],
		distro: debianOrAlpine,
		source: `${influxSource}: influxdb/1.8/meta/Dockerfile`,
	},
	{
		images: ["influxdb"],
		tags: ["1", "1-*", "1.[78]*", "1.1[0-9]*", "2", "2-*", "2.*", "alpine"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["influxd"],
		distro: debianOrAlpine,
		source: `${influxSource}: influxdb/2.7/Dockerfile`,
	},
	{
		images: ["telegraf"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["telegraf"],
		distro: debianOrAlpine,
		source: `${influxSource}: telegraf/1.30/Dockerfile`,
	},
	{
		images: ["chronograf"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["chronograf"],
		distro: debianOrAlpine,
		source: `${influxSource}: chronograf/*/Dockerfile`,
	},
	{
		images: ["kapacitor"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["kapacitord"],
		distro: debianOrAlpine,
		source: `${influxSource}: kapacitor/*/Dockerfile`,
	},
	{
		images: ["solr"],
		tags: ["8.*"],
		entrypoint,
		cmd: ["solr-foreground"],
		user: "solr",
		source: "github.com/docker-solr/docker-solr: */Dockerfile",
	},
	{
		images: ["solr"],
		tags: ["latest", "slim", "9", "9-*", "9.*"],
		entrypoint,
		cmd: ["solr-foreground"],
		user: "8983",
		distro: "ubuntu",
		source: "github.com/apache/solr-docker: 9.*/Dockerfile",
	},
	{
		images: ["zookeeper"],
		tags: ["latest", "3.[5-9]*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["zkServer.sh", "start-foreground"],
		distro: { latest: "ubuntu", "3.9*": "ubuntu" },
		source: "github.com/31z4/zookeeper-docker: 3.9.2/Dockerfile",
	},
	{
		images: ["flink"],
		tags: ["latest", "2.[2-9]*", "java*", "scala_2.12", "scala_2.12-java*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["help"],
		user: "flink",
		source: "github.com/apache/flink-docker: 2.2/scala_2.12-java17-ubuntu/Dockerfile",
	},
	{
		images: ["flink"],
		tags: ["1.1[3-9]*", "1.20*", "2.[01]*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["help"],
		source: "github.com/apache/flink-docker: 1.20/scala_2.12-java17-ubuntu/Dockerfile",
	},
	{
		images: ["spark", "apache/spark"],
		tags: ["latest", "3.[45]*", "4*", "python3*", "scala*", "r"],
		entrypoint: ["/opt/entrypoint.sh"],
		user: "spark",
		distro: "ubuntu",
		source: "github.com/apache/spark-docker: 3.5.1/scala2.12-java17-ubuntu/Dockerfile",
	},
	{
		images: ["nats"],
		tags: ["alpine*", "2*alpine*"],
		entrypoint,
		cmd: ["nats-server", "--config", "/etc/nats/nats-server.conf"],
		distro: "alpine",
		source: "github.com/nats-io/nats-docker: 2.*/alpine*/Dockerfile",
	},
	{
		images: ["nats"],
		tags: ["latest", "linux", "scratch", "2*"],
		entrypoint: ["/nats-server"],
		cmd: ["--config", "nats-server.conf"],
		distro: "scratch",
		source: "github.com/nats-io/nats-docker: 2.10.x/scratch/Dockerfile",
	},
	{
		images: ["emqx", "emqx/emqx"],
		tags: ["latest", "5", "5.[1-9]*"],
		entrypoint: ["/usr/bin/docker-entrypoint.sh"],
		cmd: ["/opt/emqx/bin/emqx", "foreground"],
		user: "emqx",
		distro: "debian",
		source: "github.com/emqx/emqx-docker: 5.8/Dockerfile",
	},
	{
		images: ["eclipse-mosquitto"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["/usr/sbin/mosquitto", "-c", "/mosquitto/config/mosquitto.conf"],
		distro: "alpine",
		source: "github.com/eclipse-mosquitto/mosquitto: docker/*/Dockerfile",
	},
	{
		images: ["fluentd", "fluent/fluentd"],
		tags: ["*windows*"],
		distro: "windows",
		source: "github.com/fluent/fluentd-docker-image: v1.16/windows-*/Dockerfile",
	},
	{
		images: ["fluentd", "fluent/fluentd"],
		tags: ["v1.1[0-9]*debian*"],
		entrypoint: ["tini", "--", "/bin/entrypoint.sh"],
		cmd: ["fluentd"],
		user: "fluent",
		distro: "debian",
		source: "github.com/fluent/fluentd-docker-image: v1.16/debian/Dockerfile",
	},
	{
		images: ["fluentd", "fluent/fluentd"],
		tags: ["v1.1[0-9]", "v1.1[0-9].[0-9]*", "v1.1[0-9]-[0-9]*"],
		entrypoint: ["tini", "--", "/bin/entrypoint.sh"],
		cmd: ["fluentd"],
		user: "fluent",
		distro: "alpine",
		source: "github.com/fluent/fluentd-docker-image: v1.16/alpine/Dockerfile",
	},
	{
		images: ["liquibase", "liquibase/liquibase"],
		tags: ["4.25", "4.25.[01]"],
		entrypoint: ["/liquibase/docker-entrypoint.sh"],
		cmd: ["--help"],
		user: "liquibase",
		distro: "ubuntu",
		source: "github.com/liquibase/docker: Dockerfile",
	},
];
