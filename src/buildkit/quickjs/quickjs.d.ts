// The parts of QuickJS's own modules that are used (QuickJS: doc/quickjs.texi). They are called "std" and "os" there,
// but Node.js also has an "os".

/** The program, and its arguments. */
declare const scriptArgs: readonly string[];

declare module "qjs:std" {
	/** A file, as stdio.h has it. */
	interface File {
		puts(text: string): void;
		close(): number;
		/** @returns how many bytes it has read into the buffer */
		read(buffer: ArrayBuffer, position: number, length: number): number;
		/** @returns 0, or -errno */
		seek(offset: number, whence: number): number;
		tell(): number;
	}
	export const err: File;
	export const SEEK_SET: number;
	export const SEEK_END: number;
	/** @returns null if the file cannot be opened */
	export function open(path: string, mode: string): File | null;
	export function getenviron(): Record<string, string>;
	export function exit(code: number): never;
}

declare module "qjs:os" {
	/** @returns how many bytes were read, 0 at the end, or -errno */
	export function read(fd: number, buffer: ArrayBuffer, offset: number, length: number): number;
	/** @returns how many bytes were written, or -errno */
	export function write(fd: number, buffer: ArrayBufferLike, offset: number, length: number): number;
	export const SIGPIPE: number;
	/** Sets the handler of a signal; undefined ignores the signal. */
	export function signal(signal: number, handler: (() => void) | null | undefined): void;
	/** Calls a function whenever there is something to read; null removes it. */
	export function setReadHandler(fd: number, handler: (() => void) | null): void;
}

declare module "qjs:sha256" {
	/** The SHA-256 of a part of a buffer (run.c). */
	export function digest(buffer: ArrayBufferLike, offset: number, length: number): ArrayBuffer;
}
