// The names of files that are searched upward from a Dockerfile.

/** Config files; a folder may have one of them. */
export const CONFIG_NAMES: readonly string[] = [".pidone.yaml", ".pidone.yml", ".pidone.json"];

/** The lock file, in the same folder as the config file. */
export const LOCK_NAME = "pidone.lock.json";
