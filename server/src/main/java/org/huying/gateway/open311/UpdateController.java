package org.huying.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.gateway.published.Levels;
import org.huying.matter.Reports;
import org.huying.playbook.Publication;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Updates of requests, as existing clients exchange them: what became of them here, and what those who brought them in say
/// about them afterwards, which enters the matter's history.
@RestController
class UpdateController {

    private static final String ROOT = "service_request_updates";
    private static final int LONGEST = 900;

    private final Jurisdictions jurisdictions;
    private final StoredMoves moves;
    private final StoredRequests requests;
    private final Reports reports;
    private final Drawing drawing;
    private final Clock clock;

    UpdateController(
            Jurisdictions jurisdictions,
            StoredMoves moves,
            StoredRequests requests,
            Reports reports,
            Drawing drawing,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.moves = moves;
        this.requests = requests;
        this.reports = reports;
        this.drawing = drawing;
        this.clock = clock;
    }

    /// With a key, of the caller's own requests; without one, of those that are published. Oldest first.
    @GetMapping({
        "/open311/v2/servicerequestupdates",
        "/open311/v2/servicerequestupdates.xml",
        "/open311/v2/servicerequestupdates.json"
    })
    @Permit(Permit.OPEN)
    ResponseEntity<byte[]> updates(HttpServletRequest request, Caller caller) {
        var asked = Asked.of(request);
        var page = Page.of(asked.form());
        boolean own = caller.kind() != Caller.Kind.ANONYMOUS;
        var found = moves.asked(question(asked.form(), page, own ? caller.account() : null));
        var levels = drawing.levels();
        var told = new ArrayList<Document>(found.size());
        for (var move : found) {
            var level = levels.of(TerritoryCode.of(move.street()), move.item());
            if (own || level != Publication.NOTHING) {
                told.add(update(move, own || level == Publication.WORDS, asked));
            }
        }
        var answer = asked.answer(ROOT, new Document.Rows("request_update", told));
        if (found.size() < page.size()) {
            return answer;
        }
        var last = new Cursor(found.getLast().at(), found.getLast().id());
        return ResponseEntity.ok()
                .headers(answer.getHeaders())
                .header(Page.NEXT, last.text())
                .body(answer.getBody());
    }

    /// @param caller whose own requests are asked for; nobody for the published ones
    private StoredMoves.Question question(Form form, Page page, @Nullable UUID caller) {
        var where = jurisdictions.of(form);
        var span = RequestLists.Span.of(form, clock.instant());
        return new StoredMoves.Question(
                where.region(),
                where.town().map(it -> it.value()),
                Optional.ofNullable(caller),
                Levels.published(jurisdictions.playbook(where)),
                span.from(),
                span.to(),
                page.after(),
                page.skip(),
                page.size());
    }

    static Document update(StoredMoves.Move move, boolean words, Asked asked) {
        var word = Services.said(Progress.word(move.state()), asked.language());
        var done =
                words && !move.words().isEmpty()
                        ? asked.language().pick("：", ": ") + move.words()
                        : "";
        return Document.Parts.of()
                .with("update_id", move.id().toString())
                .with("service_request_id", move.number())
                .with("status", Progress.open(move.state()) ? "OPEN" : "CLOSED")
                .with("updated_datetime", Moments.said(move.at()))
                .with("description", word + done)
                .with("media_url", "");
    }

    /// Whoever brought a request in says more about it. The same `update_id` twice is said once.
    @PostMapping({
        "/open311/v2/servicerequestupdates",
        "/open311/v2/servicerequestupdates.xml",
        "/open311/v2/servicerequestupdates.json"
    })
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.HARMLESS)
    ResponseEntity<byte[]> say(HttpServletRequest request, Caller caller) {
        RequestController.known(caller);
        var asked = Asked.of(request);
        var form = asked.form();
        var where = jurisdictions.of(form);
        var number = needed(form, "service_request_id");
        var update = needed(form, "update_id");
        var words = words(form);
        var matter = own(where.region(), number, caller);
        var key = "open311 update " + caller.account() + " " + matter + " " + update;
        reports.remark(
                where.region(),
                matter,
                caller,
                words,
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
        return asked.answer(
                HttpStatus.OK,
                ROOT,
                new Document.Rows(
                        "request_update", List.of(Document.Parts.of().with("update_id", update))));
    }

    /// The id of a matter that the caller brought in.
    private UUID own(String region, String number, Caller caller) {
        return reports.numbered(region, List.of(number)).stream()
                .map(it -> it.matter().id())
                .filter(it ->
                        caller.account().equals(requests.accounts(region, List.of(it)).get(it)))
                .findFirst()
                .orElseThrow(() ->
                        Problem.NOT_FOUND.with(
                                "没有这个 service_request_id，或者不是由您送来的",
                                "service_request_id was not found, or was not brought in by you"));
    }

    /// What they say, and how they see it.
    private static String words(Form form) {
        needed(form, "updated_datetime");
        var at =
                form.first("updated_datetime")
                        .flatMap(Moments::read)
                        .orElseThrow(() ->
                                wrong(
                                        "updated_datetime 要写成 2026-01-01T00:00:00+08:00",
                                        "updated_datetime is written like 2026-01-01T00:00:00+08:00"));
        var status = needed(form, "status").strip().toUpperCase(Locale.ROOT);
        if (!status.matches("[A-Z_ ]{1,40}")) {
            throw wrong("status 是一个状态词，如 OPEN、CLOSED", "status is a word such as OPEN or CLOSED");
        }
        var description = needed(form, "description").strip();
        if (description.length() > LONGEST) {
            throw wrong(
                    "description 最多 %d 字".formatted(LONGEST),
                    "description has at most %d characters".formatted(LONGEST));
        }
        return "[%s %s] %s".formatted(Moments.said(at), status, description);
    }

    private static String needed(Form form, String name) {
        return form.first(name)
                .map(String::strip)
                .orElseThrow(() -> wrong("没有给出 " + name, name + " was not provided"));
    }

    private static ProblemException wrong(String zh, String en) {
        return Problem.UNREADABLE.with(zh, en);
    }
}
