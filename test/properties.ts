/** How many inputs each property is tried on; `.ci/run` tries more. */
export const RUNS: number = Number(process.env.PIDONE_RUNS ?? 2000);

/** The seed of the generator that makes them. */
export const SEED: number = Number(process.env.PIDONE_SEED ?? 20_240_601);
