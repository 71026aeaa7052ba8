"""Which proxy the environment names on the way to an address. Knows no calls."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass


def proxy_to(address: str) -> str | None:
    """Name the proxy to go through, its user and password included; None for straight there."""
    asked = urlsplit(address)
    proxies, host = getproxies(), asked.hostname or ""
    if is_loopback(address) or proxy_bypass(host):
        return None
    return proxies.get(asked.scheme) or proxies.get("all")


def is_loopback(address: str) -> bool:
    """Whether it is on this machine, where no proxy is asked."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
