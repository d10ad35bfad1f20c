import { type Kernel, type Output, Violation } from "./kernel.ts";
import {
	EAGAIN,
	EBADF,
	EINTR,
	ENOENT,
	ENOSPC,
	ENOTTY,
	EOPNOTSUPP,
	EPIPE,
	RWF_NOWAIT,
	SECOND,
	SIGPIPE,
	TIOCGPGRP,
	TIOCNOTTY,
	TIOCSCTTY,
	TIOCSPGRP,
} from "./linux.ts";
import type { SystemCalls } from "./machine.ts";

const AT_FDCWD = -100;
const POLLOUT = 4;
const CHILDREN = "/proc/thread-self/children";

/** System calls on files, folders and the terminal. */
export function makeFileCalls(kernel: Kernel): SystemCalls {
	const { memory, surroundings } = kernel;
	/** By descriptor: the path, or the name of stdin, stdout or stderr. */
	const open = new Map<number, string>();
	/** By descriptor: the bytes that have not been read yet. */
	const unread = new Map<number, Buffer>();
	if (surroundings.stdin !== "closed") open.set(0, "stdin");
	if (surroundings.stdout !== "closed") open.set(1, "stdout");
	if (surroundings.stderr !== "closed") open.set(2, "stderr");
	const outputOf = (fd: number): Output | undefined => {
		const name = open.get(fd);
		return name === "stdout" || name === "stderr" ? surroundings[name] : undefined;
	};
	return {
		openat: (folder, path) => {
			const name = memory.readText(path);
			if (folder !== AT_FDCWD) throw new Violation(`openat(${folder})`);
			if (name !== "." && !existsInProc(kernel, name)) return -ENOENT;
			let fd = 0;
			while (open.has(fd)) fd++;
			open.set(fd, name === "." ? kernel.folder : name);
			return fd;
		},
		close: (fd) => {
			unread.delete(fd);
			return open.delete(fd) ? 0 : -EBADF;
		},
		close_range: (first, last, flags) => {
			if (first !== 3 || last !== -1 || flags !== 0) throw new Violation("close_range");
			for (const fd of open.keys()) if (fd >= first) open.delete(fd);
			return 0;
		},
		read: (fd, buffer, size) => {
			const path = open.get(fd);
			if (path === undefined) return -EBADF;
			const rest = unread.get(fd) ?? Buffer.from(readProc(kernel, path));
			const contents = rest.subarray(0, Math.min(size, surroundings.pageSize));
			unread.set(fd, rest.subarray(contents.length));
			memory.writeBytes(buffer, contents);
			return contents.length;
		},
		write: (fd, buffer, size) => {
			const output = outputOf(fd);
			if (output === "stuck") throw new Violation("waits for the reader of its messages");
			return output === undefined ? -EBADF : write(kernel, fd, output, memory.readBytes(buffer, size));
		},
		pwritev2: (fd, vector, count, low, high, flags) => {
			if (count !== 1 || low !== -1 || high !== -1 || flags !== RWF_NOWAIT) throw new Violation("pwritev2");
			const output = outputOf(fd);
			if (output === undefined) return -EBADF;
			if (!surroundings.hasNowait) return -EOPNOTSUPP;
			if (output === "stuck") return -EAGAIN;
			const bytes = memory.readBytes(memory.readWord(vector), memory.readWord(vector + memory.wordSize));
			return write(kernel, fd, output, bytes);
		},
		ppoll: (list, count, timeout) => {
			const limit = memory.readWord(timeout) * SECOND + memory.readWord(timeout + memory.wordSize);
			if (count === 0) {
				kernel.clock.advance(kernel.clock.now + limit);
				return 0;
			}
			if (count !== 1 || limit !== 0 || memory.readBytes(list + 4, 1)[0] !== POLLOUT) throw new Violation("ppoll");
			return outputOf(memory.read32(list)) === "stuck" ? 0 : 1;
		},
		chdir: (path) => {
			kernel.folder = memory.readText(path);
			return 0;
		},
		fchdir: (fd) => {
			const path = open.get(fd);
			if (path === undefined) return -EBADF;
			kernel.folder = path;
			return 0;
		},
		ioctl: (fd, request, argument) => {
			if (fd !== 0) throw new Violation(`ioctl(${fd})`);
			if (surroundings.stdin !== "terminal") return surroundings.stdin === "closed" ? -EBADF : -ENOTTY;
			return control(kernel, request, argument);
		},
	};
}

function write(kernel: Kernel, fd: number, output: Output, bytes: Buffer): number {
	if (kernel.isInterrupted) return -EINTR;
	if (output === "full") return -ENOSPC;
	if (output === "broken") {
		if (kernel.current !== kernel.table.init) return -EPIPE;
		kernel.hasOwnPipeSignal ||= !kernel.pending.has(SIGPIPE);
		kernel.pending.add(SIGPIPE);
		return -EPIPE;
	}
	const size = output === "short" ? Math.min(bytes.length, kernel.random.integer(1, 40)) : bytes.length;
	kernel.written[fd] += bytes.subarray(0, size).toString();
	return size;
}

function existsInProc({ surroundings, table }: Kernel, path: string): boolean {
	if (!surroundings.hasProc) return false;
	if (path === CHILDREN) return true;
	const [, pid] = /^\/proc\/(\d+)\/comm$/.exec(path) ?? [];
	if (pid === undefined) throw new Violation(`opens ${path}`);
	return table.get(Number(pid)) !== undefined;
}

/** The content of a file in /proc. Its process may be gone. */
function readProc({ table, observer }: Kernel, path: string): string {
	if (path !== CHILDREN) {
		const process = table.get(Number(path.split("/")[2]));
		return process === undefined ? "" : `${process.name}\n`;
	}
	const pids = [...table.init.children].map(({ pid }) => pid);
	observer.listed(pids);
	return pids.map((pid) => `${pid} `).join("");
}

function control(kernel: Kernel, request: number, argument: number): number {
	const { terminal, current, table, memory } = kernel;
	switch (request) {
		case TIOCNOTTY:
			return terminal.letGo(current, table);
		case TIOCSCTTY:
			return terminal.take(current);
		case TIOCSPGRP:
			return terminal.setForeground(current, memory.read32(argument), table);
		case TIOCGPGRP: {
			const group = terminal.foregroundOf(current);
			if (group >= 0) memory.write32(argument, group);
			return Math.min(group, 0);
		}
		default:
			throw new Violation(`ioctl(0, ${request})`);
	}
}
