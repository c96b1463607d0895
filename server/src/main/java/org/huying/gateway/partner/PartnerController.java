package org.huying.gateway.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.gateway.sending.Utf8;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The platforms that orders and matters are exchanged with, each by a file.
@RestController
@RequestMapping("/api/v1/{region}/partners")
class PartnerController {

    static final String EDIT = "gateway:partner:edit";
    static final String REGION = MessageController.REGION;
    static final String KEY = MessageController.KEY;

    private static final int LARGEST = 256 * 1024;
    static final String LOGIN = "[a-z0-9._-]{2,40}";

    /// @param keys whether messages can be signed
    /// @param waiting messages that are to be sent; `dead` those that were given up
    /// @param oldest when the oldest that waits was made
    record PartnerLine(
            String key,
            String name,
            String en,
            String scheme,
            boolean keys,
            boolean paused,
            long waiting,
            long dead,
            @Nullable OffsetDateTime oldest) {}

    record PartnerList(List<PartnerLine> items) {}

    /// @param file as it was written
    record PartnerView(PartnerLine partner, String file, long version) {}

    /// @param publicKey the other side's, for SM2
    record KeysRequest(@Nullable @Size(max = 200) String publicKey) {}

    /// @param secret of both sides, shown once
    /// @param publicKey ours, for SM2
    record KeysMade(@Nullable String secret, @Nullable String publicKey) {}

    private final PartnerDesk desk;
    private final Partners partners;
    private final ParcelLog log;

    PartnerController(PartnerDesk desk, Partners partners, ParcelLog log) {
        this.desk = desk;
        this.partners = partners;
        this.log = log;
    }

    @GetMapping
    @Permit(value = EDIT, whole = true)
    PartnerList partners(@PathVariable @Pattern(regexp = REGION) String region) {
        var queues = log.queues(region);
        return new PartnerList(partners.all(region).stream().map(it -> line(it, queues)).toList());
    }

    @GetMapping("/{partner}")
    @Permit(value = EDIT, whole = true)
    ResponseEntity<PartnerView> partner(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner) {
        return view(desk.found(region, partner));
    }

    /// Takes a YAML file (UTF-8, at most 256 KB) as the next version. A file with mistakes changes nothing; the problem lists
    /// all of them with line and column. `account`: the login of the machine account that speaks for the partner, needed the
    /// first time. Another scheme makes the keys void.
    @PutMapping(
            path = "/{partner}",
            consumes = {"application/yaml", "text/yaml", "text/plain"})
    @Permit(value = EDIT, whole = true)
    ResponseEntity<PartnerView> putPartner(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam Optional<@Pattern(regexp = LOGIN) String> account,
            @RequestBody byte[] body,
            Seen seen,
            Caller caller) {
        var text = Utf8.text(body, LARGEST);
        return view(desk.put(region, partner, text, account, seen, caller));
    }

    /// New keys; those before are no good from now on. The secret is shown once.
    @PostMapping("/{partner}/keys")
    @Permit(value = EDIT, whole = true)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.STANDS)
    KeysMade partnerKeys(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestBody @Valid KeysRequest body,
            Caller caller) {
        var made = desk.keys(region, partner, Optional.ofNullable(body.publicKey()), caller);
        return new KeysMade(made.secret().orElse(null), made.publicKey().orElse(null));
    }

    /// Nothing is sent any more; what waits keeps waiting. What they send is taken all the same.
    @PostMapping("/{partner}/pause")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ResponseEntity<PartnerView> pausePartner(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            Caller caller) {
        desk.pause(region, partner, true, caller);
        return view(desk.found(region, partner));
    }

    @PostMapping("/{partner}/resume")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    ResponseEntity<PartnerView> resumePartner(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            Caller caller) {
        desk.pause(region, partner, false, caller);
        return view(desk.found(region, partner));
    }

    private ResponseEntity<PartnerView> view(Partner partner) {
        return Seen.tagged(
                partner.version(),
                new PartnerView(
                        line(partner, log.queues(partner.region())),
                        partner.text(),
                        partner.version()));
    }

    private static PartnerLine line(Partner partner, Map<String, ParcelLog.Queue> queues) {
        var queue = queues.getOrDefault(partner.key(), ParcelLog.Queue.EMPTY);
        return new PartnerLine(
                partner.key(),
                partner.mapping().name().zh(),
                partner.mapping().name().en(),
                partner.mapping().scheme().word(),
                partner.keys().isPresent(),
                partner.paused(),
                queue.waiting(),
                queue.dead(),
                queue.oldest().map(PartnerController::local).orElse(null));
    }

    static OffsetDateTime local(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
