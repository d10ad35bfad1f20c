<?php
header('Content-Type: text/plain');
printf("Hello from PHP %s, worker %d of master %d\n", PHP_VERSION, getmypid(), posix_getppid());
