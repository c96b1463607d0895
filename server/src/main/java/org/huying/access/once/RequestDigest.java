package org.huying.access.once;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/// Tells whether two requests are the same: method, address and content. Of a multipart body its fields and files count,
/// because the boundary between them is another one each time.
final class RequestDigest {
    private final MessageDigest digest;

    private RequestDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String of(HttpServletRequest request, KeyedCall call) throws IOException {
        var all = new RequestDigest();
        all.add(request.getMethod());
        all.add(request.getRequestURI());
        all.add(Objects.requireNonNullElse(request.getQueryString(), ""));
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            all.digest.update(call.body());
        } else {
            all.add(parts);
        }
        return HexFormat.of().formatHex(all.digest.digest());
    }

    private void add(MultipartHttpServletRequest parts) {
        new TreeMap<>(parts.getParameterMap())
                .forEach((name, values) -> {
                    add(name);
                    for (var value : values) {
                        add(value);
                    }
                });
        new TreeMap<>(parts.getMultiFileMap())
                .forEach((name, files) -> {
                    add(name);
                    files.forEach(this::add);
                });
    }

    private void add(MultipartFile file) {
        add(Long.toString(file.getSize()));
        try (var content = file.getInputStream()) {
            var buffer = new byte[8192];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each text with its length, so that no two lists of texts look alike.
    private void add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }
}
