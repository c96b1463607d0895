package org.huying.access.once;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// One request that carries a key: its body can be read once more, its answer is held back until the change is safe.
final class KeyedCall extends HttpServletRequestWrapper {
    private static final String ATTRIBUTE = KeyedCall.class.getName();

    /// The transaction that the handler runs in, and what its answer will be found by.
    @SuppressWarnings("ArrayRecordComponent")
    record Open(TransactionStatus transaction, String region, byte[] key, byte[] request) {}

    private final ContentCachingResponseWrapper answer;
    private byte @Nullable [] body;
    private @Nullable Open open;

    KeyedCall(HttpServletRequest request, HttpServletResponse response) {
        super(request);
        this.answer = new ContentCachingResponseWrapper(response);
        request.setAttribute(ATTRIBUTE, this);
    }

    /// Empty when the request carries no key.
    static Optional<KeyedCall> of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof KeyedCall call
                ? Optional.of(call)
                : Optional.empty();
    }

    ContentCachingResponseWrapper answer() {
        return answer;
    }

    Optional<Open> open() {
        return Optional.ofNullable(open);
    }

    void opened(@Nullable Open now) {
        open = now;
    }

    /// Reads the whole body, within the limits that hold for all bodies, and keeps it for the handler.
    byte[] body() throws IOException {
        if (body == null) {
            body = super.getInputStream().readAllBytes();
        }
        return body;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body == null ? super.getInputStream() : new Again(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return body == null
                ? super.getReader()
                : new BufferedReader(
                        new InputStreamReader(
                                new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    private static final class Again extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Again(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            return bytes.read(target, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies are read by the handler's own thread");
        }
    }
}
