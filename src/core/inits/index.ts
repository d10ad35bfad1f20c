import { dumbInit } from "./dumb-init.ts";
import type { Init, InitName } from "./init.ts";
import { pidone } from "./pidone.ts";
import { tini } from "./tini.ts";

/** Every available init. */
export const inits: Readonly<Record<InitName, Init>> = { pidone, tini, "dumb-init": dumbInit };

/** The names, in the order in which messages list them. */
export const initNames: readonly InitName[] = ["pidone", "tini", "dumb-init"];

export type { InitName } from "./init.ts";
