import { stopDaemon } from "./daemon.js";
import { tell } from "./tell.js";

/**
 * Stops the engine that was started in the folder; what was fetched and built stays for the next time.
 * @param {string} folder
 */
export async function downEngine(folder) {
	const wasThere = await stopDaemon(folder);
	tell(wasThere ? `stopped the one in ${folder}` : `none was started in ${folder}`);
}
