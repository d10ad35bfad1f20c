import { stopDaemon } from "./daemon.js";
import { log } from "./log.js";

/**
 * Stops the engine that was started in a place. What was fetched and built is kept for the next time if it is on disk.
 * @param {import("./layout.js").Place} place
 */
export async function downEngine(place) {
	const wasThere = await stopDaemon(place);
	log(wasThere ? `stopped the one in ${place.state}` : `none was started in ${place.state}`);
}
