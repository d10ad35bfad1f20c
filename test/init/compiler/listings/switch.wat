;; A branch by number: comparisons one after the other, those of the default left out.
(module
	(import "sys" "exit_group" (func $exit_group (param i64) (result i64)))
	(import "native" "loadWord" (func $loadWord (param i64) (result i64)))
	(func $name (param $number i32) (result i64)
		(block $other
			(block $second
				(block $first
					(br_table $first $other $second $other $second $other (local.get $number)))
				(return (i64.const 10)))
			(return (i64.const 20)))
		(i64.const 30))
	(func $start (export "start") (param $stack i64)
		(drop (call $exit_group (call $name (i32.wrap_i64 (call $loadWord (local.get $stack))))))
		(unreachable)))
