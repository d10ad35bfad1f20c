/** Images of clouds, of Kubernetes and of the tools around them. */
import type { CatalogueEntry } from "../catalogue-entry.ts";

const trivy = ["aquasec/trivy", "ghcr.io/aquasecurity/trivy", "public.ecr.aws/aquasecurity/trivy"];
/** Names of an image of App Engine, by the names that its registry has had. */
const appEngine = (name: string): readonly string[] => [
	`gcr.io/google-appengine/${name}`,
	`gcr.io/google_appengine/${name}`,
	`launcher.gcr.io/google/${name}`,
];
const googleBases = (...names: readonly string[]): readonly string[] =>
	names.flatMap((name) => [...appEngine(name), `marketplace.gcr.io/google/${name}`]);
const googleSource = "github.com/GoogleContainerTools/base-images-docker";
const envoySource = "github.com/envoyproxy/envoy: ci/Dockerfile-envoy";
const envoyTags = ["v1.1[89]*", "v1.[23][0-9]*"];
const fluentBit = ["fluent/fluent-bit", "cr.fluentbit.io/fluent/fluent-bit"];
const fluentdSource = "github.com/fluent/fluentd-kubernetes-daemonset: docker-image/*/*/Dockerfile";

export const cloudTools: readonly CatalogueEntry[] = [
	{
		images: ["ghcr.io/railwayapp/nixpacks"],
		tags: ["ubuntu-*"],
		cmd: "varies",
		shell: ["/bin/bash", "-ol", "pipefail", "-c"],
		distro: "ubuntu",
		source: "github.com/railwayapp/nixpacks: base/ubuntu/Dockerfile",
	},
	{
		images: ["ghcr.io/railwayapp/nixpacks"],
		tags: ["debian-*"],
		cmd: "varies",
		shell: "varies",
		distro: "debian",
		source: "github.com/railwayapp/nixpacks: base/debian/Dockerfile",
	},
	{
		images: googleBases("debian9", "debian10", "debian11", "debian12"),
		cmd: "varies",
		distro: "debian",
		source: `${googleSource}: debian10/Dockerfile, debian11/Dockerfile`,
	},
	{
		images: googleBases("ubuntu1604", "ubuntu1804", "ubuntu2004", "ubuntu2204", "ubuntu2404"),
		cmd: "varies",
		distro: "ubuntu",
		source: `${googleSource}: ubuntu1804/Dockerfile, ubuntu2004/Dockerfile`,
	},
	{
		images: appEngine("nodejs"),
		cmd: ["npm", "start"],
		source: "github.com/GoogleCloudPlatform/nodejs-docker: runtime-image/Dockerfile",
	},
	{
		images: appEngine("python"),
		cmd: [],
		source: "github.com/GoogleCloudPlatform/python-runtime: runtime-image/Dockerfile.in",
	},
	{
		images: appEngine("openjdk"),
		entrypoint: ["/docker-entrypoint.bash"],
		cmd: "varies",
		source: "github.com/GoogleCloudPlatform/openjdk-runtime: openjdk8/src/main/docker/Dockerfile",
	},
	{
		images: ["google/dart"],
		cmd: "varies",
		distro: "debian",
		source: "github.com/dart-lang/dart_docker: base/Dockerfile.template",
	},
	{
		images: ["lambci/lambda"],
		tags: ["build-*"],
		cmd: "varies",
		source: "github.com/lambci/docker-lambda: */build/Dockerfile",
	},
	{
		images: ["localstack/localstack"],
		tags: ["latest", "stable", "0.14*", "[1-4]", "[1-4].[0-9]*"],
		entrypoint: ["docker-entrypoint.sh"],
		shell: ["/bin/bash", "-c"],
		distro: "debian",
		source: "github.com/localstack/localstack: Dockerfile",
	},

	{
		images: ["envoyproxy/envoy"],
		tags: ["distroless-v1.*", "distroless-dev"],
		entrypoint: ["/usr/local/bin/envoy"],
		cmd: ["-c", "/etc/envoy/envoy.yaml"],
		user: "65532",
		distro: "distroless",
		source: envoySource,
	},
	{
		images: ["envoyproxy/envoy"],
		tags: [...envoyTags, ...envoyTags.map((tag) => `contrib-${tag}`)],
		entrypoint: ["/docker-entrypoint.sh"],
		cmd: ["envoy", "-c", "/etc/envoy/envoy.yaml"],
		distro: "ubuntu",
		source: envoySource,
	},
	{
		images: ["rancher/k3s"],
		tags: ["v1.1[89]*", "v1.[23]*", "latest"],
		entrypoint: ["/bin/k3s"],
		cmd: ["agent"],
		source: "github.com/k3s-io/k3s: package/Dockerfile",
	},
	{
		images: trivy,
		tags: ["latest", "canary", "0.1[1-9].*", "0.[2-9][0-9].*"],
		entrypoint: ["trivy"],
		distro: "alpine",
		source: "github.com/aquasecurity/trivy: Dockerfile",
	},
	{
		images: ["hashicorp/packer"],
		tags: ["latest", "light", "light-1.*", "1.[89]*", "1.1[0-9]*"],
		entrypoint: ["/bin/packer"],
		cmd: "varies",
		distro: "alpine",
		source: "github.com/hashicorp/packer: Dockerfile",
	},
	{
		images: ["hashicorp/terraform"],
		tags: ["light", "0.1[1-4].*"],
		entrypoint: ["/bin/terraform"],
		distro: "alpine",
		source: "github.com/hashicorp/terraform: scripts/docker-release/Dockerfile-release",
	},
	{
		images: ["pulumi/pulumi"],
		tags: ["latest", "3.[0-9]*.[0-9]", "3.[0-9]*.[0-9][0-9]"],
		entrypoint: ["pulumi"],
		distro: "debian",
		source: "github.com/pulumi/pulumi-docker-containers: docker/pulumi/Dockerfile",
	},
	{
		images: ["sonarsource/sonar-scanner-cli"],
		tags: ["latest", "1[1-9]", "1[1-9].*"],
		entrypoint: ["/usr/bin/entrypoint.sh"],
		cmd: ["sonar-scanner"],
		user: "scanner-cli",
		distro: "amazonlinux",
		source: "github.com/SonarSource/sonar-scanner-cli-docker: Dockerfile",
	},

	{
		images: fluentBit,
		tags: ["latest", "1.9.[3-9]", "1.9.10", "[2-5].[0-9]", "[2-5].[0-9].[0-9]", "[2-5].[0-9].[0-9][0-9]"],
		entrypoint: ["/fluent-bit/bin/fluent-bit"],
		cmd: ["/fluent-bit/bin/fluent-bit", "-c", "/fluent-bit/etc/fluent-bit.conf"],
		user: "0",
		distro: "distroless",
		source: "github.com/fluent/fluent-bit: dockerfiles/Dockerfile (USER of distroless)",
	},
	{
		images: ["fluent/fluentd-kubernetes-daemonset"],
		tags: ["v1.[3-9]*-debian-*", "v1.1[0-9]*-debian-*", "v1-debian-*"],
		entrypoint: ["tini", "--", "/fluentd/entrypoint.sh"],
		distro: "debian",
		source: fluentdSource,
	},
	{
		images: ["fluentd", "fluent/fluentd"],
		tags: ["v1.[4-9]*debian*", "edge-debian"],
		entrypoint: ["tini", "--", "/bin/entrypoint.sh"],
		cmd: "varies",
		user: "fluent",
		distro: "debian",
		source: "github.com/fluent/fluentd-docker-image: v1.9/debian/Dockerfile",
	},
];
