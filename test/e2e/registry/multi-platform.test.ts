import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeRegistrySource } from "../../../src/node/registry/registry-source.ts";
import { engineEnv } from "../helpers/engine.ts";
import { removeFolderAtEnd } from "../helpers/leftovers.ts";
import { hasPlatformStore } from "../helpers/provide-engine.ts";
import { type DockerRegistry, startDockerRegistry } from "./helpers/docker-registry.ts";
import { providePrograms } from "./helpers/packages.ts";

const hasStore = await hasPlatformStore(engineEnv);
if (!hasStore)
	process.stderr.write(
		"e2e: images for several platforms in a registry left out: no engine's image store holds them\n",
	);

const DOCKERFILE = `FROM scratch
ARG TARGETARCH
COPY Dockerfile /
USER 1000:1000
STOPSIGNAL SIGINT
VOLUME /data
ENV ARCHITECTURE=$TARGETARCH
ENTRYPOINT ["/app"]
CMD ["serve"]
ONBUILD COPY . /srv
`;

describe.skipIf(!hasStore)("what the engine has pushed for several platforms", () => {
	let registry: DockerRegistry;
	let folder: string;

	beforeAll(async () => {
		await providePrograms();
		folder = removeFolderAtEnd(mkdtempSync(join(tmpdir(), "pidone-e2e-registry-")));
		writeFileSync(join(folder, "Dockerfile"), DOCKERFILE);
		registry = await startDockerRegistry(join(folder, "registry"));
	});

	afterAll(() => registry?.stop());

	it.each<[what: string, tag: string, build: readonly string[], output: string]>([
		["an OCI index with attestations", "attested", ["--provenance=mode=max"], "oci-mediatypes=true"],
		["zstd layers", "zstd", ["--provenance=false"], "oci-mediatypes=true,compression=zstd,force-compression=true"],
		["a Docker manifest list", "list", ["--provenance=false"], "oci-mediatypes=false"],
	])("is known: %s", async (_, tag, options, output) => {
		const name = `${registry.host}/team/app:${tag}`;
		const archive = join(folder, `${tag}.tar`);
		const build = ["buildx", "build", "--platform", "linux/amd64,linux/arm64", ...options];
		await execa("docker", [...build, "--output", `type=oci,dest=${archive},${output}`, "."], {
			cwd: folder,
			env: engineEnv,
		});
		await execa("skopeo", ["copy", "--all", "--dest-tls-verify=false", `oci-archive:${archive}`, `docker://${name}`]);
		const source = makeRegistrySource({
			environment: { HOME: join(folder, "home"), CONTAINERS_REGISTRIES_CONF: "/dev/null" },
		});
		for (const architecture of ["amd64", "arm64"]) {
			const inspect = [
				"inspect",
				"--config",
				"--override-arch",
				architecture,
				"--tls-verify=false",
				`docker://${name}`,
			];
			const { stdout } = await execa("skopeo", inspect);
			const { config } = JSON.parse(stdout) as { readonly config: { readonly Env: readonly string[] } };
			expect(config.Env).toContain(`ARCHITECTURE=${architecture}`);
			expect(await source.resolve(name, `linux/${architecture}`)).toEqual({
				kind: "known",
				image: {
					entrypoint: ["/app"],
					cmd: ["serve"],
					user: "1000:1000",
					stopSignal: "SIGINT",
					env: config.Env,
					onBuild: ["COPY . /srv"],
					volumes: ["/data"],
					digest: expect.stringMatching(/^sha256:/),
				},
				layers: expect.objectContaining({ diffIds: [expect.stringMatching(/^sha256:/)] }),
			});
		}
		expect(await source.resolve(name, "linux/s390x")).toEqual({
			kind: "no-platform",
			available: ["linux/amd64", "linux/arm64"],
		});
	});
});
