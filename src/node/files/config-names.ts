/** The names of config files, in the order in which they are looked for in a folder. */
export const CONFIG_NAMES: readonly string[] = [".pidone.yaml", ".pidone.yml", ".pidone.json"];
