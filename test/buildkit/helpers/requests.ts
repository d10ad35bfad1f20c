import { type Request, sortOptions } from "../../../src/buildkit/request.ts";

/** A request with these options to a new builder for amd64. */
export function requestWith(options: Request["options"] = {}, more: Partial<Request> = {}): Request {
	return {
		...sortOptions(options),
		sessionId: "",
		platforms: ["linux/amd64"],
		buildPlatform: "linux/amd64",
		inputs: {},
		hasContexts: true,
		...more,
	};
}
