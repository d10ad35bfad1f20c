/**
 * Elasticsearch, Kibana, Logstash and OpenSearch.
 *
 * Peculiar: the tags of some releases in elastic/dockerfiles (8.9.0, 8.10.4 and others) point at the files of 7.3.1;
 * these releases have the facts on which those before and after them agree.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const source = "github.com/elastic/dockerfiles";
const elasticsearch = ["elasticsearch", "docker.elastic.co/elasticsearch/elasticsearch"];
const kibana = ["kibana", "docker.elastic.co/kibana/kibana"];
const withTini = ["/bin/tini", "--", "/usr/local/bin/docker-entrypoint.sh"];
const kibanaCmd = ["/usr/local/bin/kibana-docker"];
/** Red Hat's since 9.0; of 7, only the last releases are Ubuntu's. */
const distro = { "9.*": "ubi-minimal", "8.*": "ubuntu" } as const;

const olderElasticsearch = {
	entrypoint: ["/usr/local/bin/docker-entrypoint.sh"],
	cmd: ["eswrapper"],
	distro: "centos",
	source: "github.com/elastic/elasticsearch-docker: templates/Dockerfile.j2",
} as const;

export const elasticImages: readonly CatalogueEntry[] = [
	{
		images: elasticsearch,
		tags: ["8.[89].*", "8.1[0-9].*", "9.*"],
		entrypoint: withTini,
		cmd: ["eswrapper"],
		user: "1000:0",
		distro,
		source: `${source}: elasticsearch/Dockerfile (8.8 to 9.2)`,
	},
	{
		images: elasticsearch,
		tags: ["8.[0-7].*"],
		entrypoint: withTini,
		cmd: ["eswrapper"],
		user: "elasticsearch:root",
		distro,
		source: `${source}: elasticsearch/Dockerfile (8.0 to 8.7)`,
	},
	{
		images: elasticsearch,
		tags: ["7.1[1-7].*"],
		entrypoint: withTini,
		cmd: ["eswrapper"],
		source: `${source}: elasticsearch/Dockerfile (7.11 to 7.17)`,
	},
	{
		images: elasticsearch,
		tags: ["7.[789].*", "7.10.*"],
		entrypoint: ["/tini", "--", "/usr/local/bin/docker-entrypoint.sh"],
		cmd: ["eswrapper"],
		source: `${source}: elasticsearch/Dockerfile (7.7 to 7.10)`,
	},
	{
		images: elasticsearch,
		tags: ["6.[678].*", "7.[0-6].*"],
		entrypoint: ["/usr/local/bin/docker-entrypoint.sh"],
		cmd: ["eswrapper"],
		source: `${source}: elasticsearch/Dockerfile (6.6 to 7.6)`,
	},
	{
		images: kibana,
		tags: ["8.1[2-9].*", "9.*"],
		entrypoint: ["/bin/tini", "--"],
		cmd: kibanaCmd,
		user: "1000",
		distro,
		source: `${source}: kibana/Dockerfile (8.12 to 9.2)`,
	},
	{
		images: kibana,
		tags: ["7.1[1-7].*", "8.[0-9].*", "8.1[01].*"],
		entrypoint: ["/bin/tini", "--"],
		cmd: kibanaCmd,
		user: "kibana",
		distro,
		source: `${source}: kibana/Dockerfile (7.11 to 8.11)`,
	},
	{
		images: kibana,
		tags: ["7.3.[12]", "7.[4-9].*", "7.10.*"],
		entrypoint: ["/usr/local/bin/dumb-init", "--"],
		cmd: kibanaCmd,
		user: "kibana",
		source: `${source}: kibana/Dockerfile (7.3.1 to 7.10)`,
	},
	{
		images: kibana,
		tags: ["6.[78].*", "7.[0-2].*", "7.3.0"],
		cmd: kibanaCmd,
		user: "kibana",
		source: `${source}: kibana/Dockerfile (6.7 to 7.3.0)`,
	},
	{
		images: ["logstash", "docker.elastic.co/logstash/logstash"],
		tags: ["7.[2-9].*", "7.1[0-7].*", "8.*", "9.*"],
		entrypoint: ["/usr/local/bin/docker-entrypoint"],
		user: "1000",
		distro,
		source: `${source}: logstash/Dockerfile (7.2 to 9.2)`,
	},
	// Older releases, with the variants that have open source only
	{
		images: [...elasticsearch, "docker.elastic.co/elasticsearch/elasticsearch-oss"],
		tags: ["6.[45].*"],
		...olderElasticsearch,
	},
	{
		images: ["elasticsearch", "elasticsearch-oss"].map((name) => `docker.elastic.co/elasticsearch/${name}`),
		tags: ["6.[0-3].*"],
		...olderElasticsearch,
	},
	{
		images: ["docker.elastic.co/elasticsearch/elasticsearch"],
		tags: ["5.[456].*"],
		cmd: ["/bin/bash", "bin/es-docker"],
		user: "elasticsearch",
		distro: "centos",
		source: "github.com/elastic/elasticsearch-docker: templates/Dockerfile.j2",
	},
	{
		images: ["docker.elastic.co/elasticsearch/elasticsearch"],
		tags: ["5.[0-3].*"],
		cmd: ["/bin/bash", "bin/es-docker"],
		user: "elasticsearch",
		distro: "alpine",
		source: "github.com/elastic/elasticsearch-docker: build/elasticsearch/Dockerfile",
	},
	{
		images: ["docker.elastic.co/logstash/logstash", "docker.elastic.co/logstash/logstash-oss"],
		tags: ["5.[345].*", "6.[0-4].*"],
		entrypoint: ["/usr/local/bin/docker-entrypoint"],
		cmd: "varies",
		user: "logstash",
		source: "github.com/elastic/logstash-docker: templates/Dockerfile.j2",
	},
	{
		images: ["logstash", "docker.elastic.co/logstash/logstash", "docker.elastic.co/logstash/logstash-oss"],
		tags: ["6.[5-8].*", "7.[01].*"],
		entrypoint: ["/usr/local/bin/docker-entrypoint"],
		user: "1000",
		distro: "centos",
		source: "github.com/elastic/logstash-docker: templates/Dockerfile.j2",
	},
	{
		images: ["docker.elastic.co/kibana/kibana", "docker.elastic.co/kibana/kibana-oss"],
		tags: ["5.[0-5].*", "6.[0-4].*"],
		cmd: "varies",
		user: "kibana",
		source: "github.com/elastic/kibana-docker: templates/Dockerfile.j2",
	},
	{
		images: ["docker.elastic.co/kibana/kibana", "docker.elastic.co/kibana/kibana-oss"],
		tags: ["6.[56].*"],
		cmd: ["/usr/local/bin/kibana-docker"],
		user: "1000",
		distro: "centos",
		source: "github.com/elastic/kibana-docker: templates/Dockerfile.j2",
	},
	{
		images: ["opensearchproject/opensearch"],
		tags: ["latest", "1.3.*", "2", "2.[0-9].*", "2.10.*", "2.1[2-9].*", "3", "3.*"],
		entrypoint: ["./opensearch-docker-entrypoint.sh"],
		cmd: "varies",
		user: "1000",
		source: "github.com/opensearch-project/opensearch-build: docker/release/dockerfiles/opensearch.al2.dockerfile",
	},
	{
		images: ["opensearchproject/opensearch-dashboards"],
		tags: ["latest", "1.3.*", "2", "2.[0-9].*", "2.10.*", "2.1[2-9].*", "3", "3.*"],
		entrypoint: ["./opensearch-dashboards-docker-entrypoint.sh"],
		cmd: "varies",
		user: "1000",
		source:
			"github.com/opensearch-project/opensearch-build: docker/release/dockerfiles/opensearch-dashboards.al2.dockerfile",
	},
];
