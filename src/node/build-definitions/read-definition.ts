import type { DefinitionKind } from "../files/definition-names.ts";
import { readBakeFile } from "./bake/read.ts";
import { readCloudBuildFile } from "./cloud-build.ts";
import { readComposeFile } from "./compose/read.ts";
import { readDevcontainerFile } from "./devcontainer.ts";
import { readGitlabFile } from "./gitlab.ts";
import { readMakefile } from "./makefile.ts";
import type { DefinitionHost } from "./model/host.ts";
import type { DefinitionReading } from "./model/stated-build.ts";
import type { DefinitionSource } from "./model/value.ts";
import { readShellScript } from "./shell-script.ts";
import { readSkaffoldFile } from "./skaffold.ts";
import { readTiltfile } from "./tiltfile.ts";
import { readWorkflowFile } from "./workflow.ts";

/** Reads one language. Throws DefinitionError. */
type DefinitionReader = (
	source: DefinitionSource,
	host: DefinitionHost,
) => DefinitionReading | Promise<DefinitionReading>;

const READERS: Readonly<Record<DefinitionKind, DefinitionReader>> = {
	bake: readBakeFile,
	cloudbuild: readCloudBuildFile,
	compose: readComposeFile,
	devcontainer: readDevcontainerFile,
	gitlab: readGitlabFile,
	make: readMakefile,
	shell: readShellScript,
	skaffold: readSkaffoldFile,
	tilt: readTiltfile,
	workflow: readWorkflowFile,
};

/** Reads the builds that a definition in this language states. Throws DefinitionError. */
export async function readDefinition(
	source: DefinitionSource,
	kind: DefinitionKind,
	host: DefinitionHost,
): Promise<DefinitionReading> {
	return READERS[kind](source, host);
}
