package org.huying.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.huying.access.OutsideIdentity;
import org.huying.gateway.sending.Escape;
import org.huying.gateway.sending.Fill;
import org.huying.gateway.sending.Hmac;
import org.huying.gateway.sending.Secrets;
import org.huying.gateway.sending.Wire;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Exchanges a one-use code for an account id, question by question as the file says.
@Component
class CodeExchange {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
                    .withZone(ZoneId.of("Asia/Shanghai"));
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_WORD = 100;

    private record Kept(Map<String, String> taken, Instant until) {}

    private final Wire wire;
    private final Clock clock;
    private final Cache<String, Kept> kept = Caffeine.newBuilder().maximumSize(1_000).build();

    CodeExchange(Wire wire, @Qualifier("wallClock") Clock clock) {
        this.wire = wire;
        this.clock = clock;
    }

    /// Where a button leads; empty where the app opens us by itself.
    Optional<String> start(Provider provider, Way.OneCode way, Flows.Away away) {
        var values = new HashMap<>(provider.secrets().values());
        values.put("back", provider.plan().back(provider.region()));
        values.put("state", away.state());
        return way.start().map(it -> Fill.in(it, values, Escape::url));
    }

    Proven proven(Provider provider, Way.OneCode way, String code) throws NotProven {
        try {
            var account = text(answer(provider, way, code), way.account());
            if (!OutsideIdentity.fits(account)) {
                throw new NotProven(Failure.PROVIDER, "no account id at " + way.account());
            }
            return new Proven(account, Optional.empty());
        } catch (NotProven e) {
            forget(provider, way);
            throw e;
        }
    }

    /// What was kept may be what was wrong.
    private void forget(Provider provider, Way.OneCode way) {
        for (int i = 0; i < way.steps().size(); i++) {
            kept.invalidate(provider.mark() + " " + i);
        }
    }

    /// The answer to the last question.
    private JsonNode answer(Provider provider, Way.OneCode way, String code) throws NotProven {
        var values = values(provider, code);
        JsonNode last = JsonMapper.shared().createObjectNode();
        for (int i = 0; i < way.steps().size(); i++) {
            var step = way.steps().get(i);
            var place = provider.mark() + " " + i;
            var known = kept.getIfPresent(place);
            if (step.keep() > 0 && known != null && known.until().isAfter(clock.instant())) {
                values.putAll(known.taken());
                continue;
            }
            last = asked(step, values);
            var taken = taken(step, last);
            values.putAll(taken);
            if (step.keep() > 0) {
                kept.put(place, new Kept(taken, clock.instant().plusSeconds(step.keep())));
            }
        }
        return last;
    }

    private Map<String, String> values(Provider provider, String code) {
        var now = clock.instant();
        var values = new HashMap<>(provider.secrets().values());
        values.put("code", code);
        values.put("back", provider.plan().back(provider.region()));
        values.put("time", TIME.format(now));
        values.put("seconds", Long.toString(now.getEpochSecond()));
        values.put("millis", Long.toString(now.toEpochMilli()));
        values.put("nonce", now.toEpochMilli() + "%04d".formatted(RANDOM.nextInt(10_000)));
        return values;
    }

    private static Map<String, String> taken(Way.Step step, JsonNode answer) throws NotProven {
        var taken = new HashMap<String, String>();
        for (var one : step.take().entrySet()) {
            var value = text(answer, one.getValue());
            if (value.isEmpty()) {
                throw new NotProven(Failure.PROVIDER, "nothing at " + one.getValue());
            }
            taken.put(one.getKey(), value);
        }
        return taken;
    }

    private JsonNode asked(Way.Step step, Map<String, String> known) throws NotProven {
        var values = new HashMap<>(known);
        step.sign().ifPresent(it -> values.put("sign", signed(it, values)));
        var ended = called(step, values);
        if (ended.error().isPresent()) {
            throw new NotProven(Failure.PROVIDER, ended.error().get());
        }
        return judged(step, ended.body());
    }

    private Wire.Ended called(Way.Step step, Map<String, String> values) {
        try {
            return wire.call(
                    Fill.in(step.url(), values, Escape::url),
                    Issuers.LARGEST,
                    Issuers.PATIENCE,
                    uri -> {
                        var request =
                                HttpRequest.newBuilder(uri).header("Accept", "application/json");
                        step.headers()
                                .forEach((name, value) ->
                                        request.setHeader(
                                                name, Fill.in(value, values, Escape::header)));
                        return bodied(request, step, values);
                    });
        } catch (IllegalArgumentException _) {
            return Wire.Ended.failed("a header that nobody may set");
        }
    }

    private static HttpRequest.Builder bodied(
            HttpRequest.Builder request, Way.Step step, Map<String, String> values) {
        if (step.body().isPresent()) {
            request.header("Content-Type", step.json() ? JSON : FORM);
        }
        var body =
                step.body()
                        .map(it -> Fill.in(it, values, step.json() ? Escape::json : Escape::url))
                        .map(BodyPublishers::ofString)
                        .orElseGet(BodyPublishers::noBody);
        return request.method(step.method(), body);
    }

    private static String signed(Way.Sign sign, Map<String, String> values) {
        var key = values.getOrDefault(Secrets.PREFIX + sign.secret(), "");
        var bytes = Hmac.of(key, Fill.in(sign.of(), values, UnaryOperator.identity()));
        return sign.base64()
                ? Base64.getEncoder().encodeToString(bytes)
                : HexFormat.of().formatHex(bytes);
    }

    /// An answer of 2xx may still say no: then it is the code that was no good, as far as anybody can tell.
    private static JsonNode judged(Way.Step step, String body) throws NotProven {
        JsonNode answer;
        try {
            answer = JsonMapper.shared().readTree(body);
        } catch (JacksonException _) {
            throw new NotProven(Failure.PROVIDER, "the answer cannot be read");
        }
        var good = step.good();
        if (good.isPresent() && !good.get().is().contains(text(answer, good.get().at()))) {
            var said = step.error().map(it -> text(answer, it)).orElse("");
            throw new NotProven(
                    step.uses().contains("code") ? Failure.CODE : Failure.PROVIDER,
                    "it says no: "
                            + said.substring(0, Math.min(said.length(), LONGEST_WORD))
                                    .replaceAll("\\p{Cntrl}", " "));
        }
        return answer;
    }

    private static String text(JsonNode root, String pointer) {
        var node = root.at(pointer);
        return node.isValueNode() && !node.isNull() ? node.asString() : "";
    }
}
