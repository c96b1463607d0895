package org.huying.gateway.open311;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.open311.Jurisdictions.Jurisdiction;
import org.huying.matter.NewMatter;
import org.huying.matter.Reports;
import org.huying.matter.Reports.Receipt;
import org.huying.problem.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes requests in and looks them up by number. A form that the same caller sends twice on one day is one request.
@Service
class RequestDesk {

    private final Jurisdictions jurisdictions;
    private final Reports reports;
    private final StoredRequests stored;
    private final Drawing drawing;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RequestDesk(
            Jurisdictions jurisdictions,
            Reports reports,
            StoredRequests stored,
            Drawing drawing,
            TransactionTemplate transaction,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.reports = reports;
        this.stored = stored;
        this.drawing = drawing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @param key the caller's own key, where he sends one
    Receipt take(Form form, Caller by, Optional<UUID> key) {
        var jurisdiction = jurisdictions.of(form);
        var playbook = jurisdictions.playbook(jurisdiction);
        var code =
                form.first("service_code")
                        .map(String::strip)
                        .orElseThrow(() ->
                                Problem.UNREADABLE.with(
                                        "没有给出 service_code", "service_code was not provided"));
        var item =
                Services.offered(playbook, code)
                        .orElseThrow(() ->
                                Problem.NOT_FOUND.with(
                                        "没有这个 service_code：" + Jurisdictions.said(code),
                                        "service_code was not found: " + Jurisdictions.said(code)));
        return switch (Submission.of(form, jurisdiction, playbook, item)) {
            case Submission.Wrong(var errors) ->
                    throw Problem.INVALID.with("有几处内容不对", "Some fields are wrong").and(errors);
            case Submission.Read read -> store(read, form, by, jurisdiction, key);
        };
    }

    private Receipt store(
            Submission.Read read,
            Form form,
            Caller by,
            Jurisdiction jurisdiction,
            Optional<UUID> given) {
        var now = clock.instant();
        var region = jurisdiction.region();
        var key = given.orElseGet(() -> key(form, by, now));
        if (!form.files().isEmpty()) { // pictures of a form that came before would wait for ever
            var before = reports.before(region, key);
            if (before.isPresent()) {
                return before.get();
            }
        }
        var pictures = form.files().stream().map(it -> reports.keep(region, by, it)).toList();
        return Objects.requireNonNull(
                transaction.execute(_ -> {
                    var receipt = reports.take(with(read.report(), pictures), by, Optional.of(key));
                    stored.add(region, receipt.id(), by.account(), read.more(), now);
                    return receipt;
                }));
    }

    private static NewMatter with(NewMatter report, List<UUID> pictures) {
        return new NewMatter(
                report.region(),
                report.channel(),
                report.demand(),
                report.title(),
                report.text(),
                report.place(),
                report.item(),
                report.area(),
                report.point(),
                report.contact(),
                pictures,
                report.source(),
                report.hidden(),
                report.fields(),
                report.parent());
    }

    /// Of a caller, a day and everything that was sent.
    static UUID key(Form form, Caller by, Instant at) {
        var digest = sha256();
        var day = LocalDate.ofInstant(at, WorkCalendar.ZONE);
        digest.update((by.account() + " " + day).getBytes(StandardCharsets.UTF_8));
        var fields = new TreeMap<>(form.fields());
        fields.remove("api_key");
        fields.forEach((name, values) -> {
            digest.update(("\0" + name).getBytes(StandardCharsets.UTF_8));
            values.forEach(it -> digest.update(("\1" + it).getBytes(StandardCharsets.UTF_8)));
        });
        form.files().forEach(it -> digest.update(sha256().digest(it)));
        return UUID.nameUUIDFromBytes(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Those of these numbers that the caller may see: what is published, and what he brought in himself.
    List<Shown> numbered(
            Jurisdiction jurisdiction, List<String> numbers, Caller by, Drawing.Manner manner) {
        var region = jurisdiction.region();
        var found =
                reports.numbered(region, numbers).stream()
                        .filter(it -> it.matter().area().within(jurisdiction.place()))
                        .toList();
        var accounts = stored.accounts(region, found.stream().map(it -> it.matter().id()).toList());
        return drawing.matters(
                region,
                found.stream()
                        .flatMap(it ->
                                seen(it, by.account().equals(accounts.get(it.matter().id())))
                                        .stream())
                        .toList(),
                manner);
    }

    private Optional<Drawing.Seen> seen(Reports.Said said, boolean own) {
        return switch (drawing.published(said)) {
            case WORDS -> Optional.of(new Drawing.Seen(said, own, true, true));
            case FACTS -> Optional.of(new Drawing.Seen(said, own, own, false));
            case NOTHING ->
                    own ? Optional.of(new Drawing.Seen(said, own, true, false)) : Optional.empty();
        };
    }
}
