import { traitsOf } from "../images/distros.ts";
import type { Attempt, InstallRequest } from "./install.ts";
import { placeAfterRemoval, shellMistake } from "./package.ts";
import { renderTemplate } from "./render.ts";
import { commandsTextOf } from "./run-commands-text.ts";

/** A call of a pip in PATH: `uv pip` is another program, and `/venv/bin/pip` may be nowhere else. */
const PIP = /(?:^|; |-m )(?:\/usr\/(?:local\/)?bin\/)?pip3?\s+install\b/;

/** Plans `pip install`, for the one init that is on the Python Package Index under its own name. */
export function planPip(request: InstallRequest): Attempt {
	const { init, mirrors, templates, stage } = request;
	if (init.pip === undefined) return `${init.name} is not on the Python Package Index`;
	if (stage.end.distro === "alpine") return "pip would have to compile it on Alpine";
	const run = stage.stage.instructions.find(
		(each) => each.keyword === "RUN" && PIP.test(commandsTextOf(each, request.dockerfile.source)),
	);
	const isOfficial = /^python\b/.test(request.baseText);
	const { hasPip } = traitsOf(stage.end);
	if (run === undefined && !isOfficial && hasPip !== true)
		return hasPip === false
			? "its base has no pip that may install for everyone"
			: "pidone does not know whether its base has pip";
	const place = placeAfterRemoval(run ?? stage.stage.from, request);
	const problem = shellMistake(request, stage.stage.instructions.indexOf(place) + 1);
	if (problem !== undefined) return problem;
	const name = mirrors.pip === undefined ? "pip" : "pip-mirror";
	const fragment = renderTemplate(name, templates[name] ?? "", { package: init.pip.package, mirror: mirrors.pip });
	// Outside of the official images, the prefix is unknown; PATH finds it.
	const path = isOfficial ? init.pip.path : init.name;
	if (request.path !== undefined && isOfficial && request.path !== path)
		return `pip installs ${init.name} as ${path}, not as ${request.path}`;
	return {
		path: request.path ?? path,
		why: `${init.name} is installed with pip`,
		step: { fragment, place: { after: place }, needsRoot: true },
	};
}
