package org.huying.gateway.partner;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.gateway.sending.Utf8;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/// Lets a partner's calls through: its own account, its own signature, fresh, and never twice.
@Component
class Door {

    private static final int LARGEST = 512 * 1024;

    /// @param body as it was sent
    record Let(Partner partner, String body) {}

    private final Partners partners;
    private final Clock clock;

    Door(Partners partners, @Qualifier("wallClock") Clock clock) {
        this.partners = partners;
        this.clock = clock;
    }

    Let through(String region, String key, Caller caller, HttpServletRequest request) {
        var partner =
                partners.find(region, key)
                        .filter(it -> it.account().equals(caller.account()))
                        .orElseThrow(Problem.NOT_FOUND::plain);
        var keys =
                partner.keys()
                        .orElseThrow(() ->
                                refused(
                                        "还没有密钥，请管理员先发",
                                        "There are no keys yet; ask the administrator"));
        var seal =
                Optional.ofNullable(request.getHeader(Seal.HEADER))
                        .flatMap(Seal::of)
                        .orElseThrow(() ->
                                refused(
                                        "没有 %s，或写法不对".formatted(Seal.HEADER),
                                        "%s is missing or not written right"
                                                .formatted(Seal.HEADER)));
        var now = clock.instant();
        long apart = Math.abs(now.getEpochSecond() - seal.seconds());
        if (apart > partner.mapping().skew().toSeconds()) {
            throw refused(
                    "签名时间和服务器差了 %d 秒，最多 %d 秒"
                            .formatted(apart, partner.mapping().skew().toSeconds()),
                    "Signed %d seconds away from the server's time, at most %d"
                            .formatted(apart, partner.mapping().skew().toSeconds()));
        }
        var body = body(request);
        if (!Signing.holds(keys, seal, request.getMethod(), path(request), body)) {
            throw refused(
                    "签名不对：签的是方法、路径、时间、随机数、正文，用换行连起来",
                    "The signature is wrong: it signs method, path, time, nonce and body, joined by line feeds");
        }
        if (!partners.fresh(partner, seal.nonce(), now)) {
            throw refused("这个随机数用过了，请换一个重新签名", "This nonce was used; sign again with another");
        }
        return new Let(partner, body);
    }

    private static String path(HttpServletRequest request) {
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static String body(HttpServletRequest request) {
        try {
            return Utf8.text(request.getInputStream().readNBytes(LARGEST + 1), LARGEST);
        } catch (IOException _) {
            throw Problem.UNREADABLE.with("内容读不完整", "The body cannot be read as a whole");
        }
    }

    private static ProblemException refused(String zh, String en) {
        return Problem.FORBIDDEN.with(zh, en);
    }
}
