"""A real small chat model behind llama.cpp's own OpenAI-compatible server: prints its address and stays until killed."""

import sys
import threading

import xllamacpp


def main(weights: str) -> None:
    """Serve the weights on a free port of this machine."""
    params = xllamacpp.CommonParams()
    params.model.path = weights
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.n_ctx, params.n_parallel = 8192, 1
    params.cpuparams.n_threads = 2
    params.warmup = False
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1])
