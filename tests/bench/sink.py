"""An SMTP server that accepts everything and keeps nothing; prints its port."""

from __future__ import annotations

import asyncio


class Sink(asyncio.Protocol):
    """An SMTP server that accepts everything and keeps nothing, as cheap as can be."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.data, self.buffer = transport, False, b""
        transport.write(b"220 sink ESMTP\r\n")

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while True:
            end = self.buffer.find(b"\r\n.\r\n" if self.data else b"\r\n")
            if end < 0:
                return
            line, self.buffer = self.buffer[:end], self.buffer[end + (5 if self.data else 2) :]
            if self.data:
                self.data = False
                self.transport.write(b"250 accepted\r\n")
                continue
            verb = line[:4].upper()
            self.data = verb == b"DATA"
            known = {
                b"EHLO": b"250-sink\r\n250 8BITMIME\r\n",
                b"DATA": b"354 go\r\n",
                b"QUIT": b"221 bye\r\n",
            }
            self.transport.write(known.get(verb, b"250 ok\r\n"))


async def forever() -> None:
    server = await asyncio.get_running_loop().create_server(Sink, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)  # noqa: T201 - the parent reads it
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(forever())
