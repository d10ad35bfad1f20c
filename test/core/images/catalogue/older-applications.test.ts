import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "shell" | "stopSignal" | "distro">>;

const neo4j = { cmd: ["neo4j"], user: "root" };
const sonarqube = { user: "sonarqube", stopSignal: "SIGINT", distro: "ubuntu" } as const;

describe("the built-in catalogue knows, by the release,", () => {
	it.each<readonly [string, Facts]>([
		// Releases that are built with different instructions than the previous one
		["neo4j:3.0.4", { ...neo4j, entrypoint: ["/docker-entrypoint.sh"], distro: "debian" }],
		["neo4j:3.2.8-enterprise", { ...neo4j, entrypoint: ["/docker-entrypoint.sh"], distro: "alpine" }],
		["neo4j:3.2.9", { ...neo4j, entrypoint: ["/sbin/tini", "-g", "--", "/docker-entrypoint.sh"] }],
		["neo4j:3.5.30", { ...neo4j, entrypoint: ["/sbin/tini", "-g", "--", "/docker-entrypoint.sh"] }],
		["neo4j:3.5.31", { ...neo4j, entrypoint: ["tini", "-g", "--", "/startup/docker-entrypoint.sh"] }],
		[
			"neo4j:2025.03-ubi9",
			{ entrypoint: ["tini", "-g", "--", "/startup/docker-entrypoint.sh"], distro: "ubi-minimal" },
		],
		["sonarqube:6.7-alpine", { entrypoint: ["./bin/run.sh"], user: "root", distro: "alpine" }],
		["sonarqube:7.9.4-community", { entrypoint: ["./bin/run.sh"], user: "sonarqube" }],
		["sonarqube:8.2-developer", { shell: ["/bin/bash", "-c"], user: "sonarqube" }],
		["sonarqube:8.9-community", { entrypoint: ["bin/run.sh"], cmd: ["bin/sonar.sh"], user: "root" }],
		["sonarqube:9.8-enterprise", { entrypoint: ["/opt/sonarqube/bin/run.sh"], stopSignal: "SIGINT" }],
		["sonarqube:9.9.1-community", { ...sonarqube, entrypoint: ["/opt/sonarqube/docker/entrypoint.sh"] }],
		["sonarqube:10.7.0-datacenter-app", { ...sonarqube, entrypoint: ["/opt/sonarqube/docker/run.sh"] }],
		["composer:1.8", { entrypoint: ["/bin/sh", "/docker-entrypoint.sh"] }],
		["composer:1.10.22", { entrypoint: ["/docker-entrypoint.sh"], distro: "alpine" }],
		["adminer:4", { entrypoint: ["entrypoint.sh", "docker-php-entrypoint"], user: "adminer", stopSignal: "SIGINT" }],
		["adminer:4-fastcgi", { cmd: ["php-fpm"], stopSignal: "SIGQUIT" }],
		["adminer:4.8.1", { entrypoint: ["entrypoint.sh"], distro: "debian" }],
		["owncloud:8.2-fpm", { entrypoint: ["/entrypoint.sh"], stopSignal: "SIGTERM" }],
		["owncloud:10", { entrypoint: ["docker-entrypoint.sh"], stopSignal: "SIGWINCH" }],
		["nextcloud:13", { entrypoint: ["/entrypoint.sh"], stopSignal: "SIGTERM", distro: "debian" }],
		["nextcloud:17.0.2", { entrypoint: ["/entrypoint.sh"], stopSignal: "SIGWINCH" }],
		["drupal:8", { entrypoint: ["docker-php-entrypoint"], cmd: ["apache2-foreground"], stopSignal: "SIGWINCH" }],
		["drupal:8.9-fpm-alpine", { cmd: ["php-fpm"], stopSignal: "SIGQUIT", distro: "alpine" }],
		["jetty:9.4.3", { entrypoint: ["/docker-entrypoint.sh"], user: "root", distro: "debian" }],
		["jetty:9.4.8", { entrypoint: ["/docker-entrypoint.sh"], user: "jetty" }],
		["rocket.chat:6", { entrypoint: [], user: "rocketchat" }],
		["rocket.chat:7.1", { entrypoint: ["docker-entrypoint.sh"], user: "rocketchat" }],
		["julia:1.5", { entrypoint: [], cmd: ["julia"] }],
		["julia:1.7-rc", { entrypoint: [], cmd: ["julia"] }],
		["flink:1.9-scala_2.11-alpine", { entrypoint: ["/docker-entrypoint.sh"], user: "root", distro: "alpine" }],
		["flink:java8", { user: "root" }],
		["flink:java17", { user: "flink" }],
		["solr:6.6-alpine", { entrypoint: ["docker-entrypoint.sh"], user: "solr", distro: "alpine" }],
		["maven:3.3.1-jdk-7", { entrypoint: [], cmd: ["mvn"] }],
		["tomee:8-jre-8.0.6-webprofile", { entrypoint: [], cmd: ["catalina.sh", "run"] }],
		["matomo:3-fpm-alpine", { entrypoint: ["/entrypoint.sh"], stopSignal: "SIGQUIT" }],
		["wordpress:7.0-fpm", { entrypoint: ["docker-entrypoint.sh"], stopSignal: "SIGQUIT" }],
		["krakend:2.12", { cmd: ["krakend", "run", "-c", "krakend.json"] }],
		["influxdb:1.6-alpine", { entrypoint: ["/entrypoint.sh"], cmd: ["influxd"], distro: "alpine" }],
		["influxdb:3.2-core", { cmd: ["influxdb3", "serve"], user: "influxdb3" }],
		["clickhouse:25.3", { entrypoint: ["/entrypoint.sh"], distro: "ubuntu" }],
		["elasticsearch:6.4.2", { entrypoint: ["/usr/local/bin/docker-entrypoint.sh"], cmd: ["eswrapper"] }],
		["docker.elastic.co/elasticsearch/elasticsearch:5.6.16", { entrypoint: [], user: "elasticsearch" }],
		["docker.elastic.co/logstash/logstash-oss:6.2.2", { user: "logstash" }],
		["docker.elastic.co/logstash/logstash-oss:6.8.0", { user: "1000", distro: "centos" }],
		["docker.elastic.co/kibana/kibana:6.4.3", { entrypoint: [], user: "kibana" }],
		["jenkins/jenkins:2.426.1-jdk17", { entrypoint: ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"] }],
		["jenkins/jenkins:lts-slim", { entrypoint: ["/usr/bin/tini", "--", "/usr/local/bin/jenkins.sh"] }],
		["gcc:4.9", { entrypoint: [], user: "root", distro: "debian" }],
		["debezium/postgres:15-alpine", { entrypoint: ["docker-entrypoint.sh"], stopSignal: "SIGINT", distro: "alpine" }],
	])("%s", (image, expected) => {
		expect(find(image)).toMatchObject(expected);
	});

	it("says nothing of a release that nobody could read", () => {
		expect(find("adminer:4.5.0-fastcgi")).toBeUndefined();
		expect(find("nextcloud:15.0.5")).toBeUndefined();
		expect(find("docker.elastic.co/logstash/logstash:5.6.5")).toBeUndefined();
	});
});
