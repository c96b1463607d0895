package org.huying.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.gateway.Golden;
import org.huying.matter.MatterSummary;
import org.huying.matter.NewMatter;
import org.huying.matter.StateName;
import org.huying.problem.FieldError;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both directions, by files.
class PartnerGoldenTest {

    private static final Golden FILES = Golden.of("partner");
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00.750Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "bare",
                "change",
                "urge",
                "return",
                "withdraw",
                "wrong",
                "misplaced"
            })
    void readsTheHotline(String name) {
        FILES.check(name + ".read", read(name, Example.mapping(Example.HOTLINE)));
    }

    @Test
    void readsTheProvince() {
        FILES.check("province.read", read("province", Example.mapping(Example.PROVINCE)));
    }

    private static String read(String name, Mapping mapping) {
        var in = mapping.in().orElseThrow();
        var message = Reading.message(FILES.read(name + ".json"), in);
        return switch (message) {
            case Incoming.Order(var head, var said, var news) ->
                    "%s %s%n%s%n%s%n"
                            .formatted(
                                    news ? "update" : "order",
                                    told(head),
                                    said.entrySet().stream()
                                            .sorted(Map.Entry.comparingByKey())
                                            .map(it -> it.getKey().key() + ": " + it.getValue())
                                            .collect(Collectors.joining("\n")),
                                    news
                                            ? Change.between(Map.of(), said)
                                            : told(
                                                    Opening.of(
                                                            said,
                                                            in,
                                                            Example.playbook(),
                                                            "370481")));
            case Incoming.Urge(var head, var words) -> "urge %s%n%s%n".formatted(told(head), words);
            case Incoming.Return(var head, var words) ->
                    "return %s%n%s%n".formatted(told(head), words);
            case Incoming.Withdraw(var head, var words) ->
                    "withdraw %s%n%s%n".formatted(told(head), words);
            case Incoming.Wrong(var errors) -> told(errors);
        };
    }

    private static String told(Incoming.Head head) {
        return head.id()
                + " "
                + head.number()
                + " "
                + head.sent().map(Instant::toString).orElse("-");
    }

    private static String told(Opening opening) {
        return switch (opening) {
            case Opening.Read(var report) -> told(report);
            case Opening.Wrong(var errors) -> told(errors);
        };
    }

    private static String told(List<FieldError> errors) {
        return errors.stream()
                .map(it -> "wrong %s %s: %s / %s".formatted(it.path(), it.code(), it.zh(), it.en()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String told(NewMatter report) {
        return """
        -- report --
        channel %s, demand %s, item %s, area %s, point %s, hidden %s, source %s
        contact %s
        place %s
        title %s
        text %s\
        """
                .formatted(
                        report.channel(),
                        report.demand(),
                        report.item(),
                        report.area(),
                        report.point(),
                        report.hidden(),
                        report.source(),
                        report.contact(),
                        report.place(),
                        report.title(),
                        report.text());
    }

    @Test
    void tellsTheHotline() {
        FILES.check("hotline.told", told(Example.mapping(Example.HOTLINE)));
    }

    @Test
    void tellsTheProvince() {
        FILES.check("province.told", told(Example.mapping(Example.PROVINCE)));
    }

    /// Every state and kind that the file tells.
    private static String told(Mapping mapping) {
        var out = mapping.out().orElseThrow();
        var told = new TreeMap<String, String>();
        for (var state : StateName.values()) {
            Outgoing.kind("step", "", state.name(), out)
                    .ifPresent(it ->
                            told.put(
                                    it.key() + " " + state,
                                    Outgoing.of(happened(it, state, Optional.of("T-1")), out)));
            Outgoing.progress("", state.name(), out)
                    .ifPresent(it ->
                            told.put(
                                    it.key() + " " + state,
                                    Outgoing.of(happened(it, state, Optional.empty()), out)));
        }
        Outgoing.kind("reply", "IN_PROGRESS", "IN_PROGRESS", out)
                .ifPresent(it ->
                        told.put(
                                it.key(),
                                Outgoing.of(
                                        happened(it, StateName.IN_PROGRESS, Optional.of("T-1")),
                                        out)));
        if (out.push().isPresent()) {
            told.put(
                    "push",
                    Outgoing.of(
                            happened(Outgoing.Kind.PUSH, StateName.ACCEPTED, Optional.empty()),
                            out));
        }
        return told.entrySet().stream()
                .map(it -> it.getKey() + "\n" + it.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void everyFactHasAValueForEveryMatter() {
        var all =
                Arrays.stream(OutField.values())
                        .collect(
                                Collectors.toMap(
                                        OutField::key,
                                        it -> (Mapping.Term) new Mapping.Term.Told(it)));
        var out =
                new Mapping.Out(
                        "",
                        Optional.empty(),
                        Mapping.Clocks.USUAL,
                        Map.of(),
                        Set.of(),
                        Map.of(Outgoing.Kind.STATUS, all),
                        Optional.empty());
        for (var state : EnumSet.allOf(StateName.class)) {
            var message =
                    Reading.object(
                            Outgoing.of(
                                    happened(Outgoing.Kind.STATUS, state, Optional.empty()), out));
            assertThat(message.propertyNames()).containsAll(all.keySet());
        }
    }

    private static Outgoing.Happened happened(
            Outgoing.Kind kind, StateName state, Optional<String> order) {
        return new Outgoing.Happened(
                new UUID(1, 2),
                kind,
                order,
                state.name(),
                NOON,
                Optional.of("路灯管理所"),
                "换了灯泡 \"亮\" 了",
                "荆河路口",
                matter(state));
    }

    private static MatterSummary matter(StateName state) {
        return new MatterSummary(
                "370481",
                new UUID(3, 4),
                7,
                "370481-261120-00042",
                state.name(),
                true,
                "street-lamp",
                "municipal",
                "hotline-12345",
                "complaint",
                TerritoryCode.of("370481001"),
                Optional.of(new GeoPoint(117.16, 35.08)),
                "路灯不亮",
                "连着三盏",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOON,
                NOON,
                Optional.empty(),
                Optional.of(NOON.plusSeconds(86_400)),
                false,
                Optional.empty(),
                Optional.empty(),
                "base",
                1,
                false,
                MatterSummary.Beside.NOTHING);
    }
}
