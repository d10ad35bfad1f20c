import type { AnalysisOptions } from "../analysis/options.ts";
import type { BuildContext } from "../command/image-files.ts";
import type { InitName } from "../inits/init.ts";
import type { MirrorKind } from "../install/install.ts";
import type { InstallOption } from "../install/method.ts";

/** What a rewrite is to do. Everything has a default. */
export interface RewriteOptions extends AnalysisOptions, BuildContext {
	/** The init to put in front of the command; `pidone` unless given. */
	readonly init?: InitName;
	/** How it gets into the image; `auto` unless given. */
	readonly install?: InstallOption;
	/** How pidone's own init gets into the image where `install` is `auto`. */
	readonly pidoneInstall?: InstallOption;
	/**
	 * Hosts, as `https://host`, that package managers and downloads are to use instead of their own, for the install step
	 * alone.
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
	/** Restate a base image's own command after the init where the stage sets none. */
	readonly inherited?: boolean;
	/** Put `exec` before a simple shell command instead of signalling its group. */
	readonly exec?: boolean;
	/** How messages name the command that makes an unknown base known; `pidone lock` unless given. */
	readonly lockCommand?: string;
	/** How messages name what sets `inherited`; `--inherited` unless given. */
	readonly inheritedOption?: string;
	/**
	 * Rewrite a file that names pidone's own frontend, too. Without it such a file stays as it is: the frontend puts the
	 * init in when it builds it.
	 */
	readonly evenWithFrontend?: boolean;
	/**
	 * Edit the target alone, within lines or at the end of its stage, so that what a builder says of a line holds for the
	 * original too. Nothing marks the edits then: the text is for a builder, and not to be reverted.
	 */
	readonly keepLines?: boolean;
	/**
	 * Leave what an earlier rewrite has put in as it is, whatever the other options say: for a build, which takes the
	 * file for what it is.
	 */
	readonly keepRewritten?: boolean;
}
