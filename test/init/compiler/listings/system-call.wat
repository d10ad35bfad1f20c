;; A text to standard output, and the answer of the kernel as exit status: a result that is dropped is not fetched.
(module
	(import "native" "text" (func $text (param i32) (result i64)))
	(import "sys" "write" (func $write (param i64 i64 i64) (result i64)))
	(import "sys" "exit_group" (func $exit_group (param i64) (result i64)))
	(memory 1)
	(data (i32.const 16) "\04\00\00\00h\00i\00")
	(func $start (export "start") (param $stack i64)
		(drop (call $exit_group
			(call $write (i64.const 1) (call $text (i32.const 20)) (i64.const 2))))))
