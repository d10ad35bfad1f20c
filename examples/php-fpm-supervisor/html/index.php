<?php
header('Content-Type: text/plain');
printf("Hello from PHP %s, worker %d\n", PHP_VERSION, getmypid());
