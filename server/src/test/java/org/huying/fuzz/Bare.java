package org.huying.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/// What is hardly a request at all. The server may refuse it, or hang up.
final class Bare {

    private static final String PATH = "/api/v1/370481/places";
    private static final String HOST = "Host: localhost\r\n";
    private static final String POST = "POST /api/v1/370481/matters/similar HTTP/1.1\r\n" + HOST;

    /// In the characters of ISO-8859-1.
    private static final List<String> REQUESTS =
            List.of(
                    "GET " + PATH + " HTTP/9.9\r\n" + HOST + "\r\n",
                    "GET " + PATH + " HTTP/2.0\r\n" + HOST + "\r\n",
                    "GET " + PATH + " HTTP/1.1\r\n\r\n",
                    "GET " + PATH + "\r\n\r\n",
                    "get " + PATH + " HTTP/1.1\r\n" + HOST + "\r\n",
                    "G\u0000T " + PATH + " HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET\t" + PATH + "\tHTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/370481/places?q=\u00E8\u00B7\u00AF HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/370481/places?q=<>\"^`{|} HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/%zz/places HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/%ff%fe/places HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/370481/..%2f..%2fme HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/370481/../../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /..;/..;/etc/passwd HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET //api//v1//370481//places HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/370481/places%00 HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /api/v1/370481\\places HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET http://evil.example/x HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
                    "GET / HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(20_000) + "\r\n\r\n",
                    "GET / HTTP/1.1\r\n" + HOST + "X: a\r\n".repeat(500) + "\r\n",
                    "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n",
                    "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                    "GET / HTTP/1.1\r\n" + HOST + "no colon\r\n\r\n",
                    "GET / HTTP/1.1\r\n" + HOST + " : folded\r\n\r\n",
                    "GET / HTTP/1.1\r\n" + HOST + "X\u0001: \u0002\r\n\r\n",
                    "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n",
                    "CONNECT a:1 HTTP/1.1\r\n" + HOST + "\r\n",
                    "TRACE / HTTP/1.1\r\n" + HOST + "\r\n",
                    "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                    POST + "Content-Length: -1\r\n\r\n",
                    POST + "Content-Length: x\r\n\r\n",
                    POST + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                    POST + "Content-Length: 99999999999\r\nConnection: close\r\n\r\n{}",
                    POST + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
                    POST + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n",
                    POST + "Transfer-Encoding: nonsense\r\n\r\n{}",
                    POST + "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n",
                    "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00FC\u0003\u0003",
                    "\r\n\r\n\r\n\r\n");

    private Bare() {}

    /// What was sent wrong is closed from this side too, so that nobody waits for the rest of it.
    static Answer sent(int port, SplittableRandom random) {
        var request = REQUESTS.get(random.nextInt(REQUESTS.size()));
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(request.getBytes(StandardCharsets.ISO_8859_1));
        if (random.nextInt(6) == 0 && bytes.size() > 0) {
            var turned = bytes.toByteArray();
            turned[random.nextInt(turned.length)] = (byte) random.nextInt(256);
            bytes.reset();
            bytes.writeBytes(turned);
        }
        try (var line = new Line(port)) {
            return line.last(bytes.toByteArray());
        }
    }
}
