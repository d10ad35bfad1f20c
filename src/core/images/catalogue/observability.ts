/** Agents, collectors and stores of metrics, logs and traces, and proxies. */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const collectorSource = "github.com/open-telemetry/opentelemetry-collector-releases: distributions";
const lokiSource = "github.com/grafana/loki";
/** A distribution of the collector; its user has a group since 0.121.0. */
const collector = (name: string, program: string): readonly CatalogueEntry[] =>
	[
		{ tags: ["0.[5-9][0-9].*", "0.1[01][0-9].*", "0.120.*"], user: "10001" },
		{ tags: ["latest", "0.12[1-9].*", "0.1[3-9][0-9].*"], user: "10001:10001" },
	].map((row) => ({
		...row,
		images: [`otel/${name}`, `ghcr.io/open-telemetry/opentelemetry-collector-releases/${name}`],
		entrypoint: [`/${program}`],
		cmd: "varies",
		distro: "scratch",
		source: `${collectorSource}/${program}/Dockerfile`,
	}));
const loki = {
	images: ["grafana/loki"],
	entrypoint: ["/usr/bin/loki"],
	cmd: ["-config.file=/etc/loki/local-config.yaml"],
	source: `${lokiSource}: cmd/loki/Dockerfile`,
} as const;
const k6 = {
	images: ["grafana/k6"],
	entrypoint: ["k6"],
	distro: "alpine",
	source: "github.com/grafana/k6: Dockerfile",
} as const;

export const observabilityImages: readonly CatalogueEntry[] = [
	{
		images: ["prom/busybox", "quay.io/prometheus/busybox", "quay.io/prometheus/busybox-*"],
		cmd: "varies",
		distro: "busybox",
		source: "github.com/prometheus/busybox: */Dockerfile (no CMD of its own)",
	},
	{
		images: ["prom/pushgateway", "quay.io/prometheus/pushgateway"],
		tags: ["latest", "master", "v1.[0-9].[0-9]", "v1.[0-9][0-9].[0-9]"],
		entrypoint: ["/bin/pushgateway"],
		user: "65534",
		source: "github.com/prometheus/pushgateway: Dockerfile",
	},
	...collector("opentelemetry-collector-contrib", "otelcol-contrib"),
	...collector("opentelemetry-collector", "otelcol"),
	{ ...loki, tags: ["2.[0-6].*"], user: "loki", distro: "alpine" },
	{ ...loki, tags: ["2.[7-9].*", "3.[01].*"], user: "10001", distro: "alpine" },
	{ ...loki, tags: ["3.[2-5].*"], user: "10001", shell: ["/busybox/sh", "-c"], distro: "distroless" },
	{ ...loki, tags: ["latest", "3.[6-9].*"], user: "10001", distro: "distroless" },
	{
		images: ["grafana/promtail"],
		tags: ["latest", "[23].*", "main*"],
		entrypoint: ["/usr/bin/promtail"],
		cmd: "varies",
		source: `${lokiSource}: clients/cmd/promtail/Dockerfile`,
	},
	{ ...k6, tags: ["0.45.1", "0.4[6-9].*", "0.5[0-9].*", "1.0.*"], user: "k6" },
	{ ...k6, tags: ["latest", "master", "0.3[0-9].*", "0.4[0-4].*", "0.45.0", "1.[1-9]*", "2.*"], user: "12345" },
	{
		images: ["grafana/alloy"],
		tags: ["latest", "v1.*"],
		entrypoint: ["/bin/alloy"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/grafana/alloy: Dockerfile",
	},
	{
		images: ["minio/minio", "quay.io/minio/minio"],
		tags: ["latest", "edge", "RELEASE.202*", "RELEASE.2019-0[4-9]*", "RELEASE.2019-1*"],
		entrypoint: ["/usr/bin/docker-entrypoint.sh"],
		cmd: ["minio"],
		source: "github.com/minio/minio: Dockerfile.release",
	},
	{
		images: ["envoyproxy/envoy"],
		tags: ["v1.2[0-9]-latest", "v1.2[0-9].[0-9]", "v1.2[0-9].[0-9][0-9]"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["envoy", "-c", "/etc/envoy/envoy.yaml"],
		distro: "ubuntu",
		source: "github.com/envoyproxy/envoy: ci/Dockerfile-envoy",
	},
	{
		images: ["haproxytech/haproxy-alpine"],
		tags: ["latest", "2.[0-9]", "2.[0-9].*", "3.*"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
		stopSignal: "SIGUSR1",
		distro: "alpine",
		source: "github.com/haproxytech/haproxy-docker-alpine: */Dockerfile",
	},
	{
		images: ["haproxytech/haproxy-debian"],
		tags: ["latest", "2.[2-9]", "3.[0-5]"],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["haproxy", "-f", "/usr/local/etc/haproxy/haproxy.cfg"],
		stopSignal: "SIGUSR1",
		distro: "debian",
		release: { "2.[23]": "10" },
		source: "github.com/haproxytech/haproxy-docker-debian: */Dockerfile, also in its history",
	},
	{
		images: ["nginxproxy/nginx-proxy", "jwilder/nginx-proxy"],
		tags: [
			...["latest", "alpine", "1", "1-alpine"],
			...["1.[0-9]", "1.[0-9][0-9]", "1.[0-9].[0-9]", "1.[0-9][0-9].[0-9]"].flatMap((tag) => [tag, `${tag}-alpine`]),
		],
		entrypoint: ["/app/docker-entrypoint.sh"],
		cmd: ["forego", "start", "-r"],
		stopSignal: "SIGQUIT",
		distro: { "*alpine*": "alpine", "*": "debian" },
		source: "github.com/nginx-proxy/nginx-proxy: Dockerfile.debian, Dockerfile.alpine (STOPSIGNAL of nginx)",
	},
	{
		images: ["istio/base", "gcr.io/istio-release/base", "registry.istio.io/release/base"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/istio/istio: docker/Dockerfile.base (no CMD of its own)",
	},
	{
		images: ["k8s.gcr.io", "registry.k8s.io", "gcr.io/k8s-staging-build-image", "us.gcr.io/k8s-artifacts-prod"].flatMap(
			(registry) => [`${registry}/debian-base`, `${registry}/build-image/debian-base`],
		),
		tags: ["v[12].*", "buster-*", "bullseye-*", "bookworm-*", "trixie-*"],
		cmd: ["/bin/sh"],
		distro: "debian",
		source: "github.com/kubernetes/release: images/build/debian-base/*/Dockerfile",
	},
	{
		images: ["registry.k8s.io/build-image/setcap", "k8s.gcr.io/build-image/setcap"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/kubernetes/release: images/build/setcap/Dockerfile (no CMD of its own)",
	},
	{
		images: ["registry.k8s.io/build-image/go-runner", "k8s.gcr.io/build-image/go-runner"],
		entrypoint: ["/go-runner"],
		distro: "distroless",
		source: "github.com/kubernetes/release: images/build/go-runner/Dockerfile",
	},
	{
		images: ["registry.k8s.io/build-image/distroless-iptables"],
		distro: "distroless",
		source: "github.com/kubernetes/release: images/build/distroless-iptables/*/Dockerfile",
	},
];
