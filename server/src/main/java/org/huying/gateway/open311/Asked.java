package org.huying.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.huying.problem.Language;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// How a call was made: its fields, and in which format and language the answer is wanted.
record Asked(Form form, Format format, Drawing.Manner manner) {

    static final String BASE = "/open311/v2";

    /// Where the filter leaves what was sent.
    static final String SENT = Asked.class.getName();

    static Asked of(HttpServletRequest request) {
        var query = Form.urlencoded(Objects.requireNonNullElse(request.getQueryString(), ""));
        return new Asked(sent(request).and(query), format(request), manner(request));
    }

    Language language() {
        return manner.language();
    }

    ResponseEntity<byte[]> answer(HttpStatus status, String root, Document document) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.CONTENT_TYPE, format.contentType())
                .header(HttpHeaders.VARY, "Accept, Accept-Language")
                .body(format.write(root, document));
    }

    ResponseEntity<byte[]> answer(String root, Document document) {
        return answer(HttpStatus.OK, root, document);
    }

    static Format format(HttpServletRequest request) {
        var path = original(request);
        var last = path.substring(path.lastIndexOf('/') + 1);
        return Format.of(Format.Addressed.of(last).suffix(), request.getHeader(HttpHeaders.ACCEPT));
    }

    static String original(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String path
                ? path
                : request.getRequestURI();
    }

    static Form sent(HttpServletRequest request) {
        return request.getAttribute(SENT) instanceof Form form ? form : Form.EMPTY;
    }

    private static Drawing.Manner manner(HttpServletRequest request) {
        var base = ServletUriComponentsBuilder.fromContextPath(request).path(BASE).toUriString();
        return new Drawing.Manner(Language.of(request), base);
    }
}
