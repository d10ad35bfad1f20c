import { baseName } from "../inits/invocation.ts";

interface Launcher {
	/** The words with which it starts something; any, if there are none. */
	readonly words?: RegExp;
	/** The options with which it does not leave it behind. */
	readonly unless?: string;
	/** Another process in a session of its own starts it. */
	readonly isDetached?: boolean;
}

const ANY: Launcher = {};
const GRADLE: Launcher = {
	words: /(?:^|[ :])(?:run|[a-z]+Run|quarkusDev)(?: |$)/,
	unless: "--no-daemon",
	isDetached: true,
};

const LAUNCHERS: ReadonlyMap<string, Launcher> = new Map([
	["composer", { words: /^(?:run|run-script|exec)(?: |$)/ }],
	["forever", { words: /^(?!(?:cleanlogs|columns|config|list|logs|restart|restartall|start|stop|stopall)(?: |$))./ }],
	["go", { words: /^run(?: |$)/ }],
	["gradle", GRADLE],
	["gradlew", GRADLE],
	["lein", { words: /^(?:repl|ring|run)(?: |$)/ }],
	["npm", ANY],
	["npm-run-all", ANY],
	["npx", ANY],
	["pnpm", ANY],
	["run-p", ANY],
	["run-s", ANY],
	["yarn", ANY],
	["yarnpkg", ANY],
]);

/**
 * Whether a program starts another one that its words do not show, stays its parent, and ends on SIGTERM without having
 * sent it on. Measured with npm 10, yarn 1, pnpm 9 and 10, npm-run-all and run-s of npm-run-all 4, Go 1.19, Composer
 * 2.5, lein 2.10, forever 4 and Gradle 4.4: npm and yarn signal only the shell that they start, and Gradle's program is
 * a child of its daemon. npx and run-p were not measured: they are npm and npm-run-all under other names. dotnet run,
 * foreman, honcho, nodemon, pm2-runtime, concurrently, tsx, `node --watch`, and newer versions of yarn and pnpm send it
 * on; cargo run and mix become the program.
 */
export function leavesBehind(argv: readonly string[]): boolean {
	return findLauncher(argv) !== undefined;
}

/** Whether what such a program leaves behind is in its process group. */
export function leavesInGroup(argv: readonly string[]): boolean {
	const launcher = findLauncher(argv);
	return launcher !== undefined && launcher.isDetached !== true;
}

function findLauncher([program = "", ...words]: readonly string[]): Launcher | undefined {
	const launcher = LAUNCHERS.get(baseName(program));
	if (launcher === undefined || (launcher.unless !== undefined && words.includes(launcher.unless))) return undefined;
	const plain = words.filter((word) => !word.startsWith("-")).join(" ");
	return launcher.words === undefined || launcher.words.test(plain) ? launcher : undefined;
}
