import { afterAll } from "vitest";
import { removeLeftovers } from "./helpers/leftovers.ts";

// Runs for each file, whose modules another one may use again.
afterAll(removeLeftovers);
