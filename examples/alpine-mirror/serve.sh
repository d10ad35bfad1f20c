#!/bin/sh
# Shows the time: one background job writes the page, netcat answers every request with it.
set -eu

page=/srv/www/index.txt

while :; do
	date > "$page"
	sleep 1
done &

while :; do
	{ printf 'HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n'; cat "$page"; } | nc -l -p 8080 > /dev/null || sleep 1
done
