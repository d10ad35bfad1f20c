import { UserError } from "../../core/user-error.ts";
import type { EngineClient } from "./engine-client.ts";
import { type ContainerState, type ImageState, readContainer, readImage } from "./read-container.ts";

/** Asks the engine for the state of a container. Throws UserError. */
export async function inspectContainer(id: string, engine: EngineClient): Promise<ContainerState> {
	const state = readContainer(await engine.ask("container", "inspect", id));
	if (state === undefined) throw new UserError(`${engine.name} container inspect: prints nothing that pidone can read`);
	return state;
}

/** Asks the engine about an image, without pulling it; undefined if the engine does not have it. */
export async function inspectImage(image: string, engine: EngineClient): Promise<ImageState | undefined> {
	const ran = await engine.run(["image", "inspect", image]);
	return ran.isOk ? readImage(ran.stdout) : undefined;
}
