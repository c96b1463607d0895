package org.huying.gateway.open311;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.gateway.open311.Jurisdictions.Jurisdiction;
import org.huying.gateway.published.Levels;
import org.huying.insight.PublicMatters;
import org.huying.insight.PublicMatters.Line;
import org.huying.insight.PublicMatters.Question;
import org.huying.matter.Reports;
import org.huying.matter.Reports.Said;
import org.huying.playbook.Playbook;
import org.huying.playbook.Publication;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.springframework.stereotype.Component;

/// The list of requests for everybody: without limits the newest of the last 90 days, at most 1 000.
@Component
class RequestLists {

    static final Duration SPAN = Duration.ofDays(90);

    private final Jurisdictions jurisdictions;
    private final PublicMatters matters;
    private final Reports reports;
    private final Drawing drawing;
    private final Clock clock;

    RequestLists(
            Jurisdictions jurisdictions,
            PublicMatters matters,
            Reports reports,
            Drawing drawing,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.matters = matters;
        this.reports = reports;
        this.drawing = drawing;
        this.clock = clock;
    }

    /// @param next where the next page begins; empty where there is none
    record Listed(Document document, Optional<Cursor> next) {}

    Listed list(Jurisdiction jurisdiction, Form form, Drawing.Manner manner) {
        var playbook = jurisdictions.playbook(jurisdiction);
        var page = Page.of(form);
        var found = matters.newest(question(jurisdiction, form, playbook, page));
        var next =
                found.size() < page.size()
                        ? Optional.<Cursor>empty()
                        : Optional.of(
                                new Cursor(found.getLast().reportedAt(), found.getLast().id()));
        return new Listed(document(jurisdiction, playbook, found, manner), next);
    }

    private Document document(
            Jurisdiction jurisdiction, Playbook playbook, List<Line> found, Drawing.Manner manner) {
        var levels = drawing.levels();
        var lines =
                found.stream()
                        .filter(it -> levels.of(it.area(), it.item()) != Publication.NOTHING)
                        .toList();
        return new Document.Rows(
                "request",
                drawing
                        .lines(
                                jurisdiction.region(),
                                playbook,
                                lines,
                                words(jurisdiction, levels, lines),
                                manner)
                        .stream()
                        .map(it -> it.document(manner.language()))
                        .toList());
    }

    private Map<UUID, Said> words(Jurisdiction jurisdiction, Levels levels, List<Line> lines) {
        var ids =
                lines.stream()
                        .filter(it -> levels.of(it.area(), it.item()) == Publication.WORDS)
                        .map(Line::id)
                        .toList();
        return ids.isEmpty()
                ? Map.of()
                : reports.said(jurisdiction.region(), ids).stream()
                        .collect(Collectors.toMap(it -> it.matter().id(), Function.identity()));
    }

    private Question question(Jurisdiction jurisdiction, Form form, Playbook playbook, Page page) {
        var codes = form.listed("service_code");
        var published = Levels.published(playbook);
        var span = Span.of(form, clock.instant());
        return new Question(
                jurisdiction.place(),
                codes.isEmpty() ? published : published.stream().filter(codes::contains).toList(),
                open(form),
                span.from(),
                span.to(),
                page.after().map(it -> new PublicMatters.Key(it.at(), it.id())),
                page.skip(),
                page.size());
    }

    private static Optional<Boolean> open(Form form) {
        var asked = form.listed("status");
        for (var status : asked) {
            if (!status.equalsIgnoreCase("open") && !status.equalsIgnoreCase("closed")) {
                throw wrong("status 是 open 或 closed", "status is open or closed");
            }
        }
        boolean open = asked.stream().anyMatch(it -> it.equalsIgnoreCase("open"));
        boolean closed = asked.stream().anyMatch(it -> it.equalsIgnoreCase("closed"));
        return open == closed ? Optional.empty() : Optional.of(open);
    }

    /// The time that is asked about: 90 days at most, from one end or to the other, the last ones where none is given.
    record Span(Instant from, Instant to) {
        static Span of(Form form, Instant now) {
            var start = moment(form, "start_date");
            var end = moment(form, "end_date").map(it -> it.plusSeconds(1));
            if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
                throw wrong("start_date 晚于 end_date", "start_date is after end_date");
            }
            var from = start.orElseGet(() -> end.orElse(now).minus(SPAN));
            var to = end.orElseGet(() -> start.isPresent() ? from.plus(SPAN) : now.plusSeconds(1));
            if (Duration.between(from, to).compareTo(SPAN.plusSeconds(1)) > 0) {
                throw wrong("时间跨度最多 90 天", "The range may not span more than 90 days");
            }
            return new Span(from, to);
        }

        private static Optional<Instant> moment(Form form, String name) {
            return form.first(name)
                    .map(it ->
                            Moments.read(it)
                                    .orElseThrow(() ->
                                            wrong(
                                                    name + " 要写成 2026-01-01T00:00:00+08:00",
                                                    name
                                                            + " is written like 2026-01-01T00:00:00+08:00")));
        }
    }

    private static ProblemException wrong(String zh, String en) {
        return Problem.UNREADABLE.with(zh, en);
    }
}
