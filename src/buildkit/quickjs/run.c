/*
 * Runs bytecode that QuickJS's compiler has made: quickjs PROGRAM [ARGUMENT...]. Provides the modules std, os and
 * sha256, and compiles nothing.
 */
#include <stdio.h>
#include "quickjs-libc.h"
#include "sha256.h"

/* A thread has 8 MiB by default, and some of it is used already. */
enum { STACK_BYTES = 6 << 20 };

/* digest(buffer, offset, length): the SHA-256 of a part of an ArrayBuffer, as another one. */
static JSValue js_digest(JSContext *context, JSValueConst self, int argc, JSValueConst *argv)
{
	size_t size;
	uint64_t offset, length;
	const uint8_t *bytes = JS_GetArrayBuffer(context, &size, argv[0]);
	if (!bytes || JS_ToIndex(context, &offset, argv[1]) || JS_ToIndex(context, &length, argv[2]))
		return JS_EXCEPTION;
	if (offset > size || length > size - offset)
		return JS_ThrowRangeError(context, "digest: not within the buffer");
	uint8_t digest[SHA256_BYTES];
	sha256(bytes + offset, length, digest);
	return JS_NewArrayBufferCopy(context, digest, sizeof digest);
}

static const JSCFunctionListEntry sha256_exports[] = { JS_CFUNC_DEF("digest", 3, js_digest) };

static int init_sha256(JSContext *context, JSModuleDef *module)
{
	return JS_SetModuleExportList(context, module, sha256_exports, 1);
}

static void add_sha256(JSContext *context)
{
	JSModuleDef *module = JS_NewCModule(context, "sha256", init_sha256);
	if (module)
		JS_AddModuleExportList(context, module, sha256_exports, 1);
}

int main(int argc, char **argv)
{
	if (argc < 2) {
		fputs("usage: quickjs PROGRAM [ARGUMENT...]\n", stderr);
		return 2;
	}
	JSRuntime *runtime = JS_NewRuntime();
	js_std_init_handlers(runtime);
	JS_SetMaxStackSize(runtime, STACK_BYTES);
	JSContext *context = JS_NewContext(runtime);
	js_std_add_helpers(context, argc - 1, argv + 1);
	js_init_module_std(context, "std");
	js_init_module_os(context, "os");
	add_sha256(context);
	size_t length;
	uint8_t *program = js_load_file(context, &length, argv[1]);
	if (!program) {
		perror(argv[1]);
		return 1;
	}
	js_std_eval_binary(context, program, length, 0);
	js_std_loop(context);
	return 0;
}
