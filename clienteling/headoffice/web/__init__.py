"""Head office on the network: an ASGI application, its limits, its logs and its figures."""
