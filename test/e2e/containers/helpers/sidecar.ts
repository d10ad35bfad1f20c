import { type Container, runContainer } from "./container.ts";

/**
 * A container with a shell that sees the processes of another one, for images that hold nothing to look with. It ends
 * with the other.
 */
export const runSidecar = (container: Container): Promise<Container> =>
	runContainer("busybox", { options: ["--pid", `container:${container.id}`], args: ["sleep", "1000"] });
