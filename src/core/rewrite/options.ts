import type { AnalysisOptions } from "../analysis/options.ts";
import type { BuildContext } from "../command/image-files.ts";
import type { InitName } from "../inits/init.ts";
import type { MirrorKind } from "../install/install.ts";
import type { InstallOption } from "../install/method.ts";

/** How to rewrite a Dockerfile. Everything has a default. */
export interface RewriteOptions extends AnalysisOptions, BuildContext {
	/** The init to put in front of the command; `pidone` unless given. */
	readonly init?: InitName;
	/** How to install it in the image; `auto` unless given. */
	readonly install?: InstallOption;
	/** How to install pidone's own init if `install` is `auto`. */
	readonly pidoneInstall?: InstallOption;
	/**
	 * Hosts, as `https://host`, that package managers and downloads use instead of their own, only in the install step.
	 */
	readonly mirrors?: Readonly<Partial<Record<MirrorKind, string>>>;
	/** Install templates that replace the built-in ones, by name. */
	readonly templates?: Readonly<Record<string, string>>;
	/** The folder of the build context that holds the binaries; `.pidone` unless given. */
	readonly source?: string;
	/** The init's path in the image. */
	readonly entrypointPath?: string;
	/** Options for the init, before `--`; checked against its own table of options. */
	readonly initOptions?: readonly string[];
	/** Move from another init to this one. */
	readonly replace?: boolean;
	/** If a stage sets no command, restate the base image's command after the init. */
	readonly inherited?: boolean;
	/** Put `exec` before a simple shell command instead of signalling its group. */
	readonly exec?: boolean;
	/** How messages name the command that makes an unknown base known; `pidone lock` unless given. */
	readonly lockCommand?: string;
	/** How messages name what sets `inherited`; `--inherited` unless given. */
	readonly inheritedOption?: string;
	/**
	 * Also rewrite a file that names pidone's own frontend. By default such a file does not change, because the frontend
	 * adds the init when it builds the file.
	 */
	readonly evenWithFrontend?: boolean;
	/**
	 * Edit only the target, within lines or at the end of its stage, so that the line numbers in a builder's messages are
	 * those of the original. There are no markers: the text is for a builder, and cannot be reverted.
	 */
	readonly keepLines?: boolean;
	/**
	 * Keep what an earlier rewrite has inserted, whatever the other options say. For builds, which do not update files.
	 */
	readonly keepRewritten?: boolean;
}
