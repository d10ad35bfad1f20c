/**
 * Images to train and to serve models with.
 *
 * Peculiar: CUDA's runtime and devel images have an ENTRYPOINT since December 2022, the base images none, nor have
 * those that were not built after that: releases before 10.0 and some distributions, which ended in May 2022, tags
 * without a distribution, and the first builds of 11.0 and 11.1. Images on them that set no ENTRYPOINT of their own
 * inherit it.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { cuda } from "./distro-by-tag.ts";

const cudaEntrypoint = ["/opt/nvidia/nvidia_entrypoint.sh"];
const cudaSource = "gitlab.com/nvidia/container-images/cuda: dist/*/*";
const tritonSource = "github.com/triton-inference-server/server";
const rapidsShell = ["/bin/bash", "-euo", "pipefail", "-c"];
const rapidsSource = "github.com/rapidsai/docker: Dockerfile";
const modelServer = ["/usr/bin/tf_serving_entrypoint.sh"];
const servingSource = "github.com/tensorflow/serving: tensorflow_serving/tools/docker/Dockerfile*";
/** The releases of Ubuntu that are too old for the packages of inits. */
const servingReleases = {
	"1.[0-9].*": "16.04",
	"1.1[0-2].*": "16.04",
	"1.*gpu*": "16.04",
	"2.[01].*gpu*": "16.04",
	"1.*": "18.04",
	"2.[0-9].*": "18.04",
	"2.1[01].*": "18.04",
};

/** Tags of CUDA's runtime and devel images for some releases. */
const withLibraries = (...releases: readonly string[]): readonly string[] =>
	releases.flatMap((release) => [`${release}*-runtime-*`, `${release}*-devel-*`]);

export const machineLearning: readonly CatalogueEntry[] = [
	{
		images: ["nvidia/cuda", "nvcr.io/nvidia/cuda"],
		tags: ["*-base", "*-base-*"],
		cmd: "varies",
		distro: cuda,
		source: `${cudaSource}/base/Dockerfile (no CMD of its own)`,
	},
	{
		images: ["nvidia/cuda", "nvcr.io/nvidia/cuda"],
		tags: [
			"latest",
			"9.[0-2]-*",
			"10.[0-2]-devel",
			"10.[0-2]-runtime",
			"10.[0-2]-cudnn[78]-devel",
			"10.[0-2]-cudnn[78]-runtime",
			"11.[01]-*",
			"*-ubuntu1[46].04",
			"*-ubuntu17.[01][04]",
			"*-centos[68]",
		],
		cmd: "varies",
		distro: { ...cuda, "*": "ubuntu" },
		source: `${cudaSource}/runtime/Dockerfile, doc/unsupported-tags.md (no CMD of its own)`,
	},
	{
		images: ["nvidia/cuda", "nvcr.io/nvidia/cuda"],
		tags: withLibraries(
			"11.0.3",
			"11.1.1",
			"11.2.2",
			"11.3.1",
			"11.4.[0-3]",
			"11.5.[0-2]",
			"11.6.[0-2]",
			"11.[78].",
			"1[2-9].",
		),
		entrypoint: cudaEntrypoint,
		distro: cuda,
		source: `${cudaSource}/runtime/Dockerfile`,
	},
	{
		images: ["public.ecr.aws/deep-learning-containers/base"],
		tags: ["runtime-cu1[23]*", "devel-cu1[23]*"],
		entrypoint: cudaEntrypoint,
		cmd: ["/bin/bash"],
		distro: "amazonlinux",
		source: "github.com/aws/deep-learning-containers: docker/base/cu130/Dockerfile (ENTRYPOINT of nvidia/cuda)",
	},
	{
		images: ["pytorch/pytorch"],
		tags: ["0.4*", "1.[0-9].*", "1.[0-9]-*", "1.1[0-2].*", "1.13.0-*", "1.13.*-runtime", "2.[0-9]*-runtime"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/pytorch/pytorch: Dockerfile, docker/pytorch/Dockerfile (no CMD of its own)",
	},
	{
		images: ["pytorch/pytorch"],
		tags: ["2.[2-9]*-devel", "2.1[0-9]*-devel"],
		entrypoint: cudaEntrypoint,
		distro: "ubuntu",
		source: "github.com/pytorch/pytorch: Dockerfile, docker.Makefile (ENTRYPOINT of nvidia/cuda)",
	},
	{
		images: ["tensorflow/tensorflow"],
		tags: ["latest", "latest-gpu", "2.1[3-9].[0-9]", "2.1[3-9].[0-9]-gpu", "2.2[0-9].[0-9]", "2.2[0-9].[0-9]-gpu"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/tensorflow/build: tensorflow_runtime_dockerfiles/*.Dockerfile (no CMD of its own)",
	},
	{
		images: ["tensorflow/serving"],
		tags: ["*devel*"],
		cmd: ["/bin/bash"],
		distro: "ubuntu",
		release: servingReleases,
		source: servingSource,
	},
	{
		images: ["tensorflow/serving"],
		tags: ["latest", "latest-gpu", "nightly", "nightly-gpu", "1.1[2-9]*", "2.[0-9]*"],
		entrypoint: modelServer,
		distro: "ubuntu",
		release: servingReleases,
		source: servingSource,
	},
	{
		images: ["nvcr.io/nvidia/tritonserver"],
		tags: ["20.0[6-9]-py3", "20.1[0-2]-py3", "21.[01][0-9]-py3", "22.0[12]-py3"],
		entrypoint: ["/opt/tritonserver/nvidia_entrypoint.sh"],
		distro: "ubuntu",
		source: `${tritonSource}: Dockerfile (v2.0), build.py (v2.7 to v2.19)`,
	},
	{
		images: ["nvcr.io/nvidia/tritonserver"],
		tags: ["22.0[3-9]-py3", "22.1[0-2]-py3", "2[3-6].[01][0-9]-py3"],
		entrypoint: cudaEntrypoint,
		distro: "ubuntu",
		source: `${tritonSource}: build.py (since v2.20)`,
	},
	{
		images: ["rapidsai/base", "nvcr.io/nvidia/rapidsai/base"],
		tags: ["2[4-6].[01][0-9]*"],
		entrypoint: ["/home/rapids/entrypoint.sh"],
		cmd: ["ipython"],
		user: "rapids",
		shell: rapidsShell,
		source: rapidsSource,
	},
	{
		images: ["rapidsai/notebooks", "nvcr.io/nvidia/rapidsai/notebooks"],
		tags: ["2[4-6].[01][0-9]*"],
		entrypoint: ["/home/rapids/entrypoint.sh"],
		cmd: "varies",
		user: "rapids",
		shell: rapidsShell,
		source: rapidsSource,
	},
	{
		// Those up to 0.1.0 run as a user.
		images: ["ollama/ollama"],
		tags: ["latest", "rocm", "0.1.[1-9]*", "0.[2-9].*", "0.[1-9][0-9].*", "[1-9].*"],
		entrypoint: ["/bin/ollama"],
		cmd: ["serve"],
		distro: { latest: "ubuntu", "0.[6-9].*": "ubuntu", "0.[1-9][0-9].*": "ubuntu" },
		source: "github.com/ollama/ollama: Dockerfile",
	},
	{
		images: ["vllm/vllm-openai"],
		tags: ["v0.5.[5-9]*", "v0.6.*"],
		entrypoint: ["python3", "-m", "vllm.entrypoints.openai.api_server"],
		distro: "ubuntu",
		source: "github.com/vllm-project/vllm: Dockerfile",
	},
	{
		images: ["vllm/vllm-openai"],
		tags: ["v0.9.[01]*"],
		entrypoint: ["python3", "-m", "vllm.entrypoints.openai.api_server"],
		shell: ["/bin/bash", "-c"],
		distro: "ubuntu",
		source: "github.com/vllm-project/vllm: docker/Dockerfile",
	},
	{
		images: ["opea/comps-base"],
		entrypoint: ["sh", "-c", "set && ls -la"],
		user: "user",
		distro: { "*openeuler*": "other", "*": "debian" },
		source: "github.com/opea-project/GenAIComps: Dockerfile, Dockerfile.openEuler",
	},
	{
		images: ["rocm/dev-ubuntu-20.04", "rocm/dev-ubuntu-22.04", "rocm/dev-ubuntu-24.04"],
		cmd: "varies",
		distro: "ubuntu",
		source: "github.com/ROCm/ROCm-docker: dev/Dockerfile-ubuntu-* (no CMD of its own)",
	},
	{
		images: ["ghcr.io/dask/dask", "daskdev/dask"],
		tags: ["latest", "latest-py*", "202[2-9].*"],
		entrypoint: ["tini", "-g", "--", "/usr/bin/prepare.sh"],
		shell: ["/bin/bash", "-c"],
		source: "github.com/dask/dask-docker: base/Dockerfile",
	},
	{
		images: ["rasa/rasa-sdk"],
		tags: ["latest", "3.*", "2.[0-9]*"],
		entrypoint: ["./entrypoint.sh"],
		cmd: ["start", "--actions", "actions"],
		user: "1001",
		shell: ["/bin/bash", "-o", "pipefail", "-c"],
		source: "github.com/RasaHQ/rasa-sdk: Dockerfile",
	},
	{
		images: ["locustio/locust"],
		tags: ["latest", "master", "1.[0-9]*", "2.[0-9]*"],
		entrypoint: ["locust"],
		user: "locust",
		distro: { latest: "debian", "2.[23][0-9]*": "debian" },
		source: "github.com/locustio/locust: Dockerfile",
	},
];
