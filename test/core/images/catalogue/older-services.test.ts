import { describe, expect, it } from "vitest";
import { parseImageReference } from "../../../../src/core/dockerfile/image-reference.ts";
import { catalogue } from "../../../../src/core/images/catalogue/index.ts";
import { catalogueOf } from "../../../../src/core/images/catalogue.ts";
import { findFacts, type ImageFacts } from "../../../../src/core/images/facts.ts";

function find(text: string): ImageFacts | undefined {
	return findFacts(parseImageReference(text), catalogueOf(catalogue));
}

type Facts = Partial<Pick<ImageFacts, "entrypoint" | "cmd" | "user" | "stopSignal" | "distro" | "onBuild">>;

const kong = { entrypoint: ["/docker-entrypoint.sh"], cmd: ["kong", "docker-start"] };
const maven = ["/usr/local/bin/mvn-entrypoint.sh"];

describe("the built-in catalogue knows the older release", () => {
	it.each<readonly [string, Facts]>([
		["kong:0.10.3", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["kong", "start"], stopSignal: "SIGTERM" }],
		["kong:0.14-alpine", { ...kong, user: "root", stopSignal: "SIGTERM", distro: "alpine" }],
		["kong:1.4.3", { ...kong, user: "root", stopSignal: "SIGQUIT" }],
		["kong:2.0.3-ubuntu", { ...kong, user: "root" }],
		["kong:2.0.5-ubuntu", { ...kong, user: "kong" }],
		["kong:3.9.1", { ...kong, user: "kong", stopSignal: "SIGQUIT" }],
		["elasticsearch:2.4", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["elasticsearch"], distro: "debian" }],
		["logstash:5", { entrypoint: ["/docker-entrypoint.sh"] }],
		["kibana:4.6.4", { entrypoint: ["/docker-entrypoint.sh"], cmd: ["kibana"] }],
		["maven:3.2-jdk-8", { entrypoint: [], cmd: ["mvn"] }],
		["maven:3.3.9-jdk-8-alpine", { entrypoint: maven, cmd: ["mvn"], distro: "alpine" }],
		["maven:3.5-jdk-8-onbuild", { entrypoint: maven, onBuild: ["ADD . /usr/src/app", "RUN mvn install"] }],
		["iojs:2.5-slim", { cmd: ["iojs"], distro: "debian" }],
		["iojs:onbuild", { cmd: ["npm", "start"] }],
		["pypy:3-onbuild", { entrypoint: [], distro: "debian" }],
		["mono:4.2.3.4-onbuild", { entrypoint: [], distro: "debian" }],
		["clojure:lein-2.7.1-alpine", { entrypoint: [], distro: "alpine" }],
		["clojure:onbuild", { cmd: ["lein", "run"] }],
		["django:1.9-python3", { entrypoint: [], distro: "debian" }],
		["django:python3-onbuild", { cmd: ["python", "manage.py", "runserver", "0.0.0.0:8000"] }],
		["celery:3.1", { cmd: ["celery", "worker"], user: "user" }],
		["ubuntu-debootstrap:14.04", { cmd: ["/bin/bash"], distro: "ubuntu" }],
		["traefik:1.7", { entrypoint: ["/traefik"], distro: "scratch" }],
		["traefik:1.7-alpine", { entrypoint: ["/entrypoint.sh"], cmd: ["traefik"] }],
		["jetty:9.3", { entrypoint: ["/docker-entrypoint.sh"], user: "jetty" }],
		["percona:5.7", { entrypoint: ["/docker-entrypoint.sh"], user: "mysql" }],
		["percona:5.7.20", { entrypoint: ["docker-entrypoint.sh"], user: "root" }],
		["percona:psmdb-4.4", { cmd: ["mongod"], user: "1001" }],
		["varnish:6.0", { entrypoint: ["/usr/local/bin/docker-varnish-entrypoint"], cmd: [] }],
		["denoland/deno:1.11.0", { entrypoint: ["docker-entrypoint.sh"], distro: "debian" }],
		["denoland/deno:alpine-1.20.1", { entrypoint: ["/tini", "--", "docker-entrypoint.sh"], distro: "alpine" }],
		["denoland/deno:1.36.1", { cmd: ["run", "https://deno.land/std/examples/welcome.ts"] }],
		["denoland/deno:1.36.2", { cmd: ["eval", "console.log('Welcome to Deno!')"] }],
		["odoo:10", { entrypoint: ["/entrypoint.sh"], cmd: ["odoo"], user: "odoo" }],
		["zookeeper:3.4", { entrypoint: ["/docker-entrypoint.sh"] }],
		["registry:2.5", { entrypoint: ["/entrypoint.sh"], distro: "alpine" }],
		["couchdb:1.7", { entrypoint: ["tini", "--", "/docker-entrypoint.sh"], cmd: ["couchdb"] }],
		["opensuse:42.3", { cmd: ["/bin/bash"], distro: "opensuse" }],
		["memcached:1.4", { entrypoint: ["docker-entrypoint.sh"], user: "memcache" }],
	])("%s", (image, expected) => {
		expect(find(image)).toMatchObject(expected);
	});

	it.each([
		"kong:1.0.0rc4",
		"elasticsearch:1.4.2",
		"maven:3-jdk-6-onbuild",
		"iojs:1.5-onbuild",
		"varnish:9",
		"denoland/deno:1.13.2",
		"denoland/deno:distroless-1.10.1",
	])("and nothing of %s, whose facts differ from its neighbors'", (image) => {
		expect(find(image)).toBeUndefined();
	});
});
