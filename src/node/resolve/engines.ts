/** The clients of engines that can be asked, in the order in which they are. */
export const ENGINES: readonly string[] = ["docker", "podman", "nerdctl"];
