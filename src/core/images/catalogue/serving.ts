/**
 * Images that serve models and run data pipelines, and older releases of TensorFlow.
 *
 * Peculiar: TensorFlow's GPU images set SHELL from 2.3 to 2.12, those without a GPU never do.
 */
import type { CatalogueEntry } from "../catalogue-entry.ts";
import { debianOrAlpine } from "./distro-by-tag.ts";

const tensorflowSource = "github.com/tensorflow/tensorflow: tensorflow/tools/dockerfiles/dockerfiles";
const tritonSource = "github.com/triton-inference-server/server: build.py";
const dbt = ["core", "postgres", "redshift", "bigquery", "snowflake", "spark"];

export const servingImages: readonly CatalogueEntry[] = [
	{
		images: ["tensorflow/tensorflow"],
		tags: ["[12].[0-9]*-gpu*", "[12].[0-9]*-devel*", "latest-gpu-*", "latest-devel*", "nightly*"],
		cmd: "varies",
		shell: "varies",
		distro: "ubuntu",
		source: `${tensorflowSource}/gpu.Dockerfile, tensorflow/tools/docker`,
	},
	{
		images: ["tensorflow/tensorflow"],
		tags: [
			...["2.[0-9].[0-9]", "2.1[0-2].[0-9]", "1.1[2-5].[0-9]", "1.[0-9].[0-9]", "1.1[01].[0-9]"].flatMap((version) => [
				version,
				`${version}-py3`,
				`${version}-jupyter`,
				`${version}-py3-jupyter`,
			]),
			"latest-py3",
			"latest-jupyter",
		],
		cmd: "varies",
		distro: "ubuntu",
		source: `${tensorflowSource}/cpu.Dockerfile, tensorflow/tools/docker/Dockerfile`,
	},
	// Not -py3-min and -py3-sdk: what they have comes from an image of NVIDIA's that is not public.
	{
		images: ["nvcr.io/nvidia/tritonserver"],
		tags: ["22.0[4-9]", "22.1[0-2]", "2[3-9].[01][0-9]"].map((release) => `${release}-*-python-py3`),
		entrypoint: ["/opt/nvidia/nvidia_entrypoint.sh"],
		distro: "ubuntu",
		source: tritonSource,
	},
	{
		images: ["pytorch/torchserve"],
		tags: ["latest", "latest-cpu", "latest-gpu", "0.[5-9].*", "0.1[0-9].*"],
		entrypoint: ["/usr/local/bin/dockerd-entrypoint.sh"],
		cmd: ["serve"],
		user: "model-server",
		distro: "ubuntu",
		source: "github.com/pytorch/serve: docker/Dockerfile",
	},
	{
		images: ["apache/beam_python3.*_sdk"],
		entrypoint: ["/opt/apache/beam/boot"],
		distro: "debian",
		source: "github.com/apache/beam: sdks/python/container/Dockerfile",
	},
	{
		images: ["prefecthq/prefect"],
		tags: ["*-conda"],
		entrypoint: ["/usr/bin/tini", "-g", "--", "/opt/prefect/entrypoint.sh"],
		shell: ["/bin/bash", "--login", "-c"],
		distro: "debian",
		source: "github.com/PrefectHQ/prefect: Dockerfile (SHELL of prefect-conda)",
	},
	{
		images: ["prefecthq/prefect"],
		tags: ["latest", "2-*", "2.[0-9]*", "3-*", "3.[0-9]*"],
		entrypoint: ["/usr/bin/tini", "-g", "--", "/opt/prefect/entrypoint.sh"],
		distro: "debian",
		source: "github.com/PrefectHQ/prefect: Dockerfile",
	},
	{
		images: ["apache/superset"],
		tags: ["[2-4].[0-9]*"],
		cmd: "varies",
		user: "superset",
		distro: "debian",
		source: "github.com/apache/superset: Dockerfile",
	},
	{
		images: ["apache/superset"],
		tags: ["latest", "[56].[0-9]*"],
		cmd: "varies",
		user: "superset",
		distro: "debian",
		source: "github.com/apache/superset: Dockerfile (stage lean)",
	},
	{
		images: ["apache/nifi"],
		tags: ["1.[2356].*"],
		cmd: "varies",
		user: "nifi",
		source: "github.com/apache/nifi: nifi-docker/dockerhub/Dockerfile",
	},
	{
		images: ["apache/nifi"],
		tags: ["1.4.0"],
		entrypoint: ["bin/nifi.sh"],
		cmd: ["run"],
		user: "nifi",
		source: "github.com/apache/nifi: nifi-docker/dockerhub/Dockerfile",
	},
	{
		images: ["apache/nifi"],
		tags: ["latest", "1.[7-9].*", "1.[12][0-9].*", "2.[0-9]*"],
		entrypoint: ["../scripts/start.sh"],
		user: "nifi",
		source: "github.com/apache/nifi: nifi-docker/dockerhub/Dockerfile",
	},
	{
		images: dbt.map((name) => `ghcr.io/dbt-labs/dbt-${name}`),
		tags: ["latest", "1.[0-9]*"],
		entrypoint: ["dbt"],
		distro: "debian",
		source: "github.com/dbt-labs/dbt-core: docker/Dockerfile",
	},
	{
		images: ["osgeo/gdal", "ghcr.io/osgeo/gdal"],
		tags: ["alpine-*", "ubuntu-*", "latest"],
		cmd: "varies",
		distro: { "*alpine*": "alpine", "*": "ubuntu" },
		source: "github.com/OSGeo/gdal: docker/*/Dockerfile",
	},
	{
		images: ["jupyterhub/jupyterhub", "quay.io/jupyterhub/jupyterhub"],
		tags: ["latest", "[0-5]", "[1-5].[0-9]*"],
		cmd: ["jupyterhub"],
		distro: "ubuntu",
		source: "github.com/jupyterhub/jupyterhub-container-images: base/Dockerfile",
	},
	{
		images: ["tiangolo/meinheld-gunicorn", "tiangolo/meinheld-gunicorn-flask"],
		tags: ["latest", "python3.[6-9]*", "python3.1[0-9]*"],
		entrypoint: ["/entrypoint.sh"],
		cmd: ["/start.sh"],
		distro: debianOrAlpine,
		source: "github.com/tiangolo/meinheld-gunicorn-docker: docker-images/*.dockerfile",
	},
];
