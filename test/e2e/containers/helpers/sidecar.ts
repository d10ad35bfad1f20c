import { type Container, runContainer } from "./container.ts";

/**
 * A container with a shell that sees the processes of another container, for images that contain no tools to list them.
 * It ends when the other container ends.
 */
export const runSidecar = (container: Container): Promise<Container> =>
	runContainer("busybox", { options: ["--pid", `container:${container.id}`], args: ["sleep", "1000"] });
