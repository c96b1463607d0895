package org.huying.fuzz;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A connection on which any bytes at all can be sent; ordinary clients would refuse to send most of what is wrong.
final class Line implements AutoCloseable {

    private static final int PATIENCE = 60_000;
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int CONTINUE = 100;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    Line(int port) {
        this.port = port;
    }

    /// Sends once; a connection that the server had closed meanwhile is opened anew.
    Answer send(byte[] request, boolean head) {
        long begun = System.nanoTime();
        boolean reused = socket != null;
        var answer = attempt(request, head, begun);
        if (answer.status() == 0 && reused) {
            answer = attempt(request, head, begun);
        }
        return answer;
    }

    /// Sends what may not be a whole request, and says that nothing will follow.
    Answer last(byte[] request) {
        long begun = System.nanoTime();
        try {
            var open = opened();
            open.getOutputStream().write(request);
            open.getOutputStream().flush();
            open.shutdownOutput();
            return read(false, begun);
        } catch (IOException _) {
            return Answer.none(since(begun));
        }
    }

    private Answer attempt(byte[] request, boolean head, long begun) {
        try {
            var open = opened();
            try {
                open.getOutputStream().write(request);
                open.getOutputStream().flush();
            } catch (IOException _) {
                // it has answered before it has read everything
            }
            return read(head, begun);
        } catch (IOException _) {
            close();
            return Answer.none(since(begun));
        }
    }

    private Socket opened() throws IOException {
        var open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(PATIENCE);
            open.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket = open;
            in = new BufferedInputStream(open.getInputStream());
        }
        return open;
    }

    private Answer read(boolean head, long begun) throws IOException {
        var stream = in;
        if (stream == null) {
            throw new IOException("No line");
        }
        int status = status(stream);
        var headers = headers(stream);
        while (status == CONTINUE) {
            status = status(stream);
            headers = headers(stream);
        }
        var body = status == 204 || status == 304 || head ? new byte[0] : body(stream, headers);
        if (headers.getOrDefault("connection", "").equals("close")) {
            close();
        }
        return new Answer(status, headers, body, since(begun));
    }

    private static int status(InputStream in) throws IOException {
        var words = line(in).split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/1")) {
            throw new IOException("No answer");
        }
        return number(words[1], 10);
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return headers;
    }

    private byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunks(in);
        }
        var length = headers.get("content-length");
        if (length != null) {
            return in.readNBytes(number(length, 10));
        }
        var rest = in.readAllBytes();
        close();
        return rest;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return number(line(in).split(";", 2)[0].strip(), 16);
    }

    private static int number(String text, int base) throws IOException {
        try {
            return Integer.parseInt(text, base);
        } catch (NumberFormatException e) {
            throw new IOException("No number: " + text, e);
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.size() > LONGEST_LINE) {
                throw new IOException("The line ended");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public void close() {
        var open = socket;
        socket = null;
        in = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException _) {
                // it is gone
            }
        }
    }
}
