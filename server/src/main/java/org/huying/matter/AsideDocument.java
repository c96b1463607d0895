package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.huying.matter.loop.Aside;
import org.huying.matter.loop.Pace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// What stands beside a matter as the documents that are stored; null for what most matters have not. Facts that have
/// columns of their own are left out of the document.
final class AsideDocument {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(
                            DeserializationFeature
                                    .FAIL_ON_NULL_FOR_PRIMITIVES) // numbers added later
                    .changeDefaultPropertyInclusion(
                            it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                    .build();

    private AsideDocument() {}

    static @Nullable String write(Aside aside) {
        var rest =
                with(aside, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return rest.equals(Aside.NOTHING) ? null : JSON.writeValueAsString(rest);
    }

    static @Nullable String write(Pace pace) {
        return pace.equals(Pace.EVEN) ? null : JSON.writeValueAsString(pace);
    }

    static Aside aside(
            @Nullable String document,
            Optional<UUID> first,
            Optional<String> rung,
            Optional<UUID> handler,
            Optional<Instant> closedAt) {
        var aside = document == null ? Aside.NOTHING : JSON.readValue(document, Aside.class);
        return first.isEmpty() && handler.isEmpty() && rung.isEmpty() && closedAt.isEmpty()
                ? aside
                : with(aside, first, rung, handler, closedAt);
    }

    static Pace pace(@Nullable String document) {
        return document == null ? Pace.EVEN : JSON.readValue(document, Pace.class);
    }

    private static Aside with(
            Aside aside,
            Optional<UUID> first,
            Optional<String> rung,
            Optional<UUID> handler,
            Optional<Instant> closedAt) {
        return aside.with(aside.trail().column(first, rung, handler))
                .with(aside.asked().column(closedAt));
    }
}
