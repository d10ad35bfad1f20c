import { execa } from "execa";
import type { CatalogueEntry } from "../../core/images/catalogue-entry.ts";
import { UserError } from "../../core/user-error.ts";

/** What a container engine reports about an image: the keys that decide what runs. */
interface InspectedConfig {
	readonly Entrypoint?: readonly string[] | null;
	readonly Cmd?: readonly string[] | null;
	readonly User?: string;
	readonly Shell?: readonly string[] | null;
	readonly StopSignal?: string;
}

/**
 * Asks a local container engine what an image declares (`docker image inspect`); it is never pulled.
 * @param engine the client program: docker, podman or nerdctl
 * @returns undefined when the engine does not have the image
 * Throws UserError when there is no such program, or the engine does not answer.
 */
export async function inspectImage(
	engine: string,
	image: string,
): Promise<Omit<CatalogueEntry, "images" | "tags"> | undefined> {
	const result = await execa(engine, ["image", "inspect", "--format", "{{json .Config}} {{.Os}}", image], {
		reject: false,
		stdin: "ignore",
	});
	if (result.failed && /no such image|not found|not known/i.test(result.stderr ?? "")) return undefined;
	if (result.failed) throw new UserError(`--inspect ${engine}: ${result.stderr || result.shortMessage}`);
	const end = result.stdout.lastIndexOf(" ");
	const config: InspectedConfig = JSON.parse(result.stdout.slice(0, end)) ?? {};
	return {
		entrypoint: config.Entrypoint ?? [],
		cmd: config.Cmd ?? [],
		...(config.User ? { user: config.User } : {}),
		...(config.Shell ? { shell: config.Shell } : {}),
		...(config.StopSignal ? { stopSignal: config.StopSignal } : {}),
		...(result.stdout.endsWith("windows") ? { distro: "windows" } : {}),
		source: `${engine} image inspect ${image}`,
	};
}
