;; A choice between two values, a comparison as a value, and choices as conditions.
(module
	(func $least (param $a i64) (param $b i64) (result i64)
		(select (local.get $a) (local.get $b) (i64.lt_s (local.get $a) (local.get $b))))
	(func $is-digit (param $byte i32) (result i32)
		(i32.and (i32.ge_u (local.get $byte) (i32.const 48)) (i32.le_u (local.get $byte) (i32.const 57))))
	(func $kind (param $byte i32) (result i32)
		(if (result i32)
			(if (result i32) (i32.eq (local.get $byte) (i32.const 45)) (then (i32.const 1)) (else (call $is-digit (local.get $byte))))
			(then (i32.const 2))
			(else (select (i32.const 3) (local.get $byte) (i32.eqz (local.get $byte))))))
	(func $start (export "start") (param $stack i64)
		(drop (call $kind (i32.wrap_i64 (call $least (local.get $stack) (i64.const 65536)))))
		(unreachable)))
