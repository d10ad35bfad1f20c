/* Runs a program that QuickJS's compiler has made bytecode of: quickjs PROGRAM [ARGUMENT...]. It knows std and os, and compiles nothing. */
#include <stdio.h>
#include "quickjs-libc.h"

/* A thread has 8 MiB by default, and some of it is used already. */
enum { STACK_BYTES = 6 << 20 };

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
