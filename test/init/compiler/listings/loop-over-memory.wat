;; Sums the bytes of a text: locals in registers, a byte compared with 0, a branch back.
(module
	(import "native" "load8" (func $load8 (param i64) (result i32)))
	(import "native" "loadWord" (func $loadWord (param i64) (result i64)))
	(import "native" "store32" (func $store32 (param i64 i32)))
	(import "native" "zeroed" (func $zeroed (param i32 i32) (result i64)))
	(memory 1)
	(data (i32.const 16) "\06\00\00\00s\00u\00m\00")
	(func $sum (param $at i64) (result i32) (local $sum i32) (local $byte i32)
		(loop $next
			(if (local.tee $byte (call $load8 (local.get $at)))
				(then
					(local.set $sum (i32.add (local.get $sum) (local.get $byte)))
					(local.set $at (i64.add (local.get $at) (i64.const 1)))
					(br $next))))
		(local.get $sum))
	(func $start (export "start") (param $stack i64)
		(call $store32 (call $zeroed (i32.const 20) (i32.const 4)) (call $sum (call $loadWord (i64.add (local.get $stack) (i64.const 8)))))
		(unreachable)))
