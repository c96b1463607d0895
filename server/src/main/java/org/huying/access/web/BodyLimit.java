package org.huying.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huying.problem.Problem;
import org.huying.problem.ProblemWriter;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies above the limit, by their declared length at once and otherwise while they are read. Multipart bodies
/// have the limits of the multipart resolver.
final class BodyLimit extends OncePerRequestFilter {
    private final WebSettings settings;
    private final ProblemWriter writer;

    BodyLimit(WebSettings settings, ProblemWriter writer) {
        this.settings = settings;
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var imports = request.getRequestURI().endsWith("/import");
        long most = (imports ? settings.maxImport() : settings.maxBody()).toBytes();
        if (request.getContentLengthLong() > most) {
            writer.write(request, response, Problem.TOO_LARGE.plain());
        } else if (request.getContentLengthLong() >= 0) {
            chain.doFilter(request, response);
        } else {
            chain.doFilter(new Bounded(request, most), response);
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {
        private final long most;

        Bounded(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), most);
        }
    }

    private static final class BoundedStream extends ServletInputStream {
        private final ServletInputStream source;
        private long left;

        BoundedStream(ServletInputStream source, long most) {
            this.source = source;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int value = source.read();
            return value < 0 ? value : counted(value, 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = source.read(target, offset, length);
            return count < 0 ? count : counted(count, count);
        }

        private int counted(int answer, int bytes) {
            left -= bytes;
            if (left < 0) {
                throw Problem.TOO_LARGE.plain();
            }
            return answer;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
