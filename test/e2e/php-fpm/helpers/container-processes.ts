import { docker } from "../../helpers/engine.ts";

/** A process in a container, with the PIDs that the container sees. */
export interface ContainerProcess {
	readonly pid: number;
	readonly parent: number;
	/** The contents of `/proc/PID/comm`. */
	readonly name: string;
	readonly command: string;
	/** The TCP ports whose listening sockets it holds, if the container's user is allowed to see them. */
	readonly ports: readonly number[];
}

/** Lists the processes of a container that has PHP, except those that `docker exec` started. */
export async function listProcesses(container: string): Promise<readonly ContainerProcess[]> {
	return parseProcesses(await docker("exec", container, "php", "-r", `${LIST} echo json_encode(listProcesses());`));
}

/**
 * Lists the processes at a moment when supervisord has a php-fpm, even one that lives only for milliseconds. Waits up
 * to 20 s for it.
 */
export async function listProcessesWithMaster(container: string): Promise<readonly ContainerProcess[]> {
	const wait = `$end = microtime(true) + 20;
		do { $all = listProcesses(); usleep(500); } while (!hasMaster($all) && microtime(true) < $end);
		echo json_encode($all);`;
	return parseProcesses(await docker("exec", container, "php", "-r", `${LIST} ${wait}`));
}

/** A drawing of the process tree from PID 1 down: one line per process, with the port that it listens on. */
export function drawProcesses(processes: readonly ContainerProcess[]): string {
	const draw = (parent: number, indent: string): string[] => {
		const children = processes.filter((process) => process.parent === parent);
		return children.flatMap((process, index) => {
			const [branch, below] = index === children.length - 1 ? ["└── ", "    "] : ["├── ", "│   "];
			return [`${indent}${branch}${describeProcess(process)}`, ...draw(process.pid, indent + below)];
		});
	};
	return [...processes.filter(({ pid }) => pid === 1).map(describeProcess), ...draw(1, "")].join("\n");
}

function describeProcess({ pid, command, ports }: ContainerProcess): string {
	return `${pid} ${command}${ports.map((port) => ` [port ${port}]`).join("")}`;
}

function parseProcesses(json: string): readonly ContainerProcess[] {
	const all: readonly ContainerProcess[] = JSON.parse(json);
	return all.filter(({ pid, parent }) => pid === 1 || parent !== 0).toSorted((one, other) => one.pid - other.pid);
}

/** PHP code. It ignores a process that ends while it is read. A socket that it may not see belongs to no process. */
const LIST = String.raw`
	function listPorts() {
		preg_match_all('/^ *\d+: \w+:(\w+) \w+:\w+ 0A(?: +\S+){5} +(\d+)/m', file_get_contents('/proc/net/tcp'), $all, PREG_SET_ORDER);
		return array_column(array_map(fn($one) => ["socket:[$one[2]]", hexdec($one[1])], $all), 1, 0);
	}
	function listProcesses() {
		$found = [];
		$ports = listPorts();
		foreach (glob('/proc/[0-9]*') as $dir) {
			$command = trim(strtr(@file_get_contents("$dir/cmdline"), "\0", ' '));
			if (!preg_match('/^\d+ \((.*)\) (\w) (\d+)/s', @file_get_contents("$dir/stat"), $stat)) continue;
			$links = array_map(fn($link) => @readlink($link), @glob("$dir/fd/*"));
			$found[] = [
				'pid' => (int) basename($dir), 'parent' => (int) $stat[3], 'name' => $stat[1],
				'command' => $stat[2] === 'Z' ? "[$stat[1]] (zombie)" : $command,
				'ports' => array_values(array_unique(array_intersect_key($ports, array_flip(array_filter($links))))),
			];
		}
		return $found;
	}
	function hasMaster($all) {
		$names = array_column($all, 'name', 'pid');
		foreach ($all as $one) {
			// A new master that fails has no title of its own yet, and the command of its executable is empty for a moment.
			$isMaster = str_starts_with($one['command'], '/usr/sbin/php-fpm') || str_starts_with($one['command'], 'php-fpm: master');
			if ($isMaster && ($names[$one['parent']] ?? '') === 'supervisord') return true;
		}
		return false;
	}
`;
