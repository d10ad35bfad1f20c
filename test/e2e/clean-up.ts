import { afterAll } from "vitest";
import { removeLeftovers } from "./helpers/leftovers.ts";

// Runs for each test file, because another file may reuse its modules.
afterAll(removeLeftovers);
