/** The clients of engines, in the order in which to ask them. */
export const ENGINES: readonly string[] = ["docker", "podman", "nerdctl"];
