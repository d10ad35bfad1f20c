"""A small pre-forking HTTP server: one master, several workers, as gunicorn has them."""

import argparse
import os
import signal
import socket
import sys
import time

RESPONSE = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 18\r\nConnection: close\r\n\r\nHello from Python\n"


def serve(listener):
    """Answers requests until SIGTERM; a request that has begun is finished first."""
    stopping = []
    signal.signal(signal.SIGTERM, lambda *_: stopping.append(True))
    listener.settimeout(0.5)
    while not stopping:
        try:
            connection, _ = listener.accept()
        except (TimeoutError, BlockingIOError):
            continue
        with connection:
            connection.settimeout(5)
            try:
                connection.recv(65536)
                time.sleep(0.2)
                connection.sendall(RESPONSE)
            except OSError as error:
                print(f"worker {os.getpid()}: {error}", file=sys.stderr)


def start_worker(listener):
    pid = os.fork()
    if pid == 0:
        serve(listener)
        os._exit(0)
    return pid


def main():
    parser = argparse.ArgumentParser(prog="app")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()

    listener = socket.create_server(("", options.port))
    # Workers share the listener: without a timeout of its own, accept() would block behind a faster one.
    listener.setblocking(False)
    workers = [start_worker(listener) for _ in range(options.workers)]
    print(f"master {os.getpid()} listens on port {options.port}, workers {workers}")

    def stop(*_):
        for pid in workers:
            os.kill(pid, signal.SIGTERM)

    signal.signal(signal.SIGTERM, stop)
    for pid in workers:
        os.waitpid(pid, 0)
    print("all workers have finished")


if __name__ == "__main__":
    main()
