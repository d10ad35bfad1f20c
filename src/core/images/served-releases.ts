/**
 * The first releases that are still on the distribution's servers, which the images ask. Older ones are in its archive,
 * other than Ubuntu's with long-term support. Source: the servers' answers in November 2026.
 */
export const FIRST_SERVED = { debian: 11, ubuntu: 25.04 } as const;
