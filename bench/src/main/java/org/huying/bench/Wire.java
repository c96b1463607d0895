package org.huying.bench;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// One keep-alive HTTP/1.1 connection of a client that waits for each answer. Made to cost little, as it shares the
/// processors with what it measures: one write and mostly one read for each call. Not safe for several threads.
final class Wire implements AutoCloseable {
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CHUNKED =
            "transfer-encoding: chunked".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ETAG = "etag: \"".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 4;

    private static final byte[] CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);

    private final int port;
    private final String host;
    private Socket socket;
    private InputStream in;
    private OutputStream out;
    private boolean closing;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int body;
    private int end;
    private int status;
    private int version;

    Wire(int port) throws IOException {
        this.port = port;
        host = "127.0.0.1:" + port;
        socket = connect();
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    private Socket connect() throws IOException {
        var fresh = new Socket(InetAddress.getLoopbackAddress(), port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(60_000);
        return fresh;
    }

    /// Sends a call and waits for its answer. `headers` are whole lines with their line ends.
    int get(String path, String headers) throws IOException {
        return call("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n");
    }

    int post(String path, String headers, String json) throws IOException {
        return post(path, headers, "application/json", json);
    }

    /// Sends the fields of a form.
    int form(String path, String headers, String form) throws IOException {
        return post(path, headers, "application/x-www-form-urlencoded", form);
    }

    private int post(String path, String headers, String type, String json) throws IOException {
        var length = utf8Length(json);
        return call(
                "POST "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + host
                        + "\r\nContent-Type: "
                        + type
                        + "\r\nContent-Length: "
                        + length
                        + "\r\n"
                        + headers
                        + "\r\n"
                        + json);
    }

    /// Uploads a picture as the field `file` of a form.
    int upload(String path, String headers, byte[] picture) throws IOException {
        var boundary = "huying-bench";
        var before =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.png\"\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(boundary)
                        .getBytes(StandardCharsets.US_ASCII);
        var after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
        var head =
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: multipart/form-data; boundary=%s\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(
                                path,
                                host,
                                boundary,
                                before.length + picture.length + after.length,
                                headers)
                        .getBytes(StandardCharsets.UTF_8);
        var request = new ByteArrayOutputStream();
        for (var part : List.of(head, before, picture, after)) {
            request.writeBytes(part);
        }
        return call(request.toByteArray());
    }

    /// The status of the last answer.
    int status() {
        return status;
    }

    /// The version in the ETag of the last answer, 0 without one.
    int version() {
        return version;
    }

    /// The first string that the last answer's body gives to `field`, empty when there is none.
    String text(String field) {
        var start = find(("\"" + field + "\":\"").getBytes(StandardCharsets.US_ASCII), body, end);
        if (start < 0) {
            return "";
        }
        int stop = start;
        while (stop < end && buffer[stop] != '"') {
            stop++;
        }
        return new String(buffer, start, stop - start, StandardCharsets.UTF_8);
    }

    /// The body of the last answer; of a chunked one with its chunk heads.
    String body() {
        return new String(buffer, body, end - body, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private int call(String request) throws IOException {
        return call(request.getBytes(StandardCharsets.UTF_8));
    }

    private int call(byte[] request) throws IOException {
        if (closing) {
            socket.close();
            socket = connect();
            in = socket.getInputStream();
            out = socket.getOutputStream();
        }
        out.write(request);
        filled = 0;
        int head = head();
        status = digits(9, head);
        int etag = find(ETAG, 0, head);
        version = etag < 0 ? 0 : digits(etag, head);
        closing = find(CLOSE, 0, head) >= 0;
        body = head + HEAD;
        int length = find(LENGTH, 0, head);
        if (length >= 0) {
            end = body + digits(skipSpaces(length), head);
            while (filled < end) {
                fill();
            }
        } else if (find(CHUNKED, 0, head) >= 0) {
            chunks();
        } else {
            end = body;
        }
        return status;
    }

    /// Reads until the empty line and answers where it begins.
    private int head() throws IOException {
        int at = 0;
        while (true) {
            for (; at + HEAD <= filled; at++) {
                if (buffer[at] == '\r'
                        && buffer[at + 1] == '\n'
                        && buffer[at + 2] == '\r'
                        && buffer[at + 3] == '\n') {
                    return at;
                }
            }
            fill();
        }
    }

    private void chunks() throws IOException {
        int at = body;
        while (true) {
            int line = at;
            while (line >= filled || buffer[line] != '\n') {
                if (line >= filled) {
                    fill();
                } else {
                    line++;
                }
            }
            int size =
                    Integer.parseInt(
                            new String(buffer, at, line - 1 - at, StandardCharsets.US_ASCII), 16);
            at = line + 1 + size + 2;
            while (filled < at) {
                fill();
            }
            if (size == 0) {
                end = at;
                return;
            }
        }
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("The server closed the connection");
        }
        filled += read;
    }

    private int skipSpaces(int from) {
        int at = from;
        while (buffer[at] == ' ') {
            at++;
        }
        return at;
    }

    private int digits(int from, int to) {
        int value = 0;
        for (int at = from; at < to && buffer[at] >= '0' && buffer[at] <= '9'; at++) {
            value = value * 10 + buffer[at] - '0';
        }
        return value;
    }

    /// Where `wanted` (lower case) ends, ignoring the case of letters; -1 when it is not there.
    private int find(byte[] wanted, int from, int to) {
        for (int at = from; at + wanted.length <= to; at++) {
            int i = 0;
            while (i < wanted.length && lower(buffer[at + i]) == lower(wanted[i])) {
                i++;
            }
            if (i == wanted.length) {
                return at + i;
            }
        }
        return -1;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    private static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            length += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }
}
