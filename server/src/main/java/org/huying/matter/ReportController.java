package org.huying.matter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.RequestKey;
import org.huying.matter.Requests.ReportRequest;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where requests come in: from residents with or without an account, from staff on their own find or on somebody's
/// behalf, and from other systems.
@RestController
@RequestMapping("/api/v1/{region}/matters")
class ReportController {

    static final String REPORT = "matter:matter:report";

    /// What the reporter gets back; with the secret anyone can follow the matter without an account.
    record Receipt(MatterView matter, String trackingSecret, boolean repeated) {}

    private final Reception reception;
    private final MatterViews views;
    private final Tracking tracking;

    ReportController(Reception reception, MatterViews views, Tracking tracking) {
        this.reception = reception;
        this.views = views;
        this.tracking = tracking;
    }

    @PostMapping
    @Permit(Permit.OPEN)
    ResponseEntity<Receipt> report(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestHeader(RequestKey.HEADER) String key,
            @RequestBody @Valid ReportRequest body,
            Caller caller) {
        var report = body.in(region);
        allow(caller, report);
        var received = reception.receive(report, caller, RequestKey.of(caller, key));
        var matter = received.matter();
        var receipt =
                new Receipt(
                        views.of(matter, caller),
                        tracking.secret(matter.id()),
                        received.repeated());
        var at = "/api/v1/" + region + "/matters/" + matter.id().value();
        return (received.repeated() ? ResponseEntity.ok() : ResponseEntity.created(URI.create(at)))
                .header(HttpHeaders.ETAG, "\"" + matter.version() + "\"")
                .body(receipt);
    }

    /// Anyone may report; staff and machines only inside their reach.
    static void allow(Caller caller, NewMatter report) {
        switch (caller.kind()) {
            case ANONYMOUS, RESIDENT, SYSTEM -> {}
            case STAFF, MACHINE -> {
                if (!caller.may(REPORT)) {
                    throw Problem.FORBIDDEN.plain();
                }
                var area = report.area().orElseGet(() -> TerritoryCode.of(report.region()));
                if (!caller.reach(REPORT).touches(area)) {
                    throw Problem.NOT_FOUND.plain();
                }
            }
        }
    }
}
