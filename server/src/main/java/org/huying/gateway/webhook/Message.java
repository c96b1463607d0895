package org.huying.gateway.webhook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.MatterSummary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a receiver is told, version 1: ids, codes and times, nobody's words. Fields are added, never renamed or removed.
final class Message {

    static final int VERSION = 1;
    static final String TEST = "test";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Message() {}

    /// The type of the event of a matter that came to this state: `matter.in-progress`.
    static String type(String state) {
        return "matter." + state.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What has happened to a matter.
    ///
    /// @param id the event's own id, the same for every attempt and every receiver
    record Happened(UUID id, String from, String to, Instant at) {}

    /// Total.
    static String of(Happened happened, MatterSummary matter) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("matter", matter.id().toString());
        data.put("number", matter.number());
        data.put("from", happened.from().isEmpty() ? null : happened.from());
        data.put("state", happened.to());
        data.put("item", empty(matter.item()));
        data.put("channel", matter.channel());
        data.put("area", matter.area().value());
        data.put("unit", matter.unit().map(UUID::toString).orElse(null));
        data.put("reportedAt", said(matter.reportedAt()));
        data.put("due", matter.wholeDue().map(Message::said).orElse(null));
        return written(happened.id(), type(happened.to()), matter.region(), happened.at(), data);
    }

    static String test(UUID id, String region, Instant at) {
        return written(id, TEST, region, at, Map.of("message", "呼应 Huying"));
    }

    private static String written(
            UUID id, String type, String region, Instant at, Map<String, @Nullable Object> data) {
        var message = new LinkedHashMap<String, @Nullable Object>();
        message.put("version", VERSION);
        message.put("id", id.toString());
        message.put("type", type);
        message.put("region", region);
        message.put("at", said(at));
        message.put("data", data);
        return JSON.writeValueAsString(message);
    }

    private static @Nullable String empty(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty()).orElse(null);
    }

    private static String said(Instant at) {
        return OffsetDateTime.ofInstant(at.truncatedTo(ChronoUnit.MILLIS), WorkCalendar.ZONE)
                .toString();
    }
}
