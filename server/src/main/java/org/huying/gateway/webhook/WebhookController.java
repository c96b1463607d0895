package org.huying.gateway.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.database.Ids;
import org.huying.gateway.sending.Target;
import org.huying.problem.FieldError;
import org.huying.problem.Problem;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Subscriptions of others to what becomes of matters, and the log of what they were sent.
@RestController
@RequestMapping("/api/v1/{region}/webhooks")
class WebhookController {

    private static final String EDIT = "gateway:webhook:edit";
    private static final String REGION = "\\d{6}";
    private static final UUID NEWEST = new UUID(-1, -1);

    /// @param events types such as `matter.closed`; none for all
    /// @param area only of matters that lie here; the county where it is missing
    record WebhookRequest(
            @NotBlank @Size(max = 80) String name,
            @NotBlank @Size(max = 500) String url,
            @Nullable @Size(max = 20)
                    List<@NotNull @Pattern(regexp = "matter\\.[a-z-]{3,20}") String> events,
            @Nullable @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}|\\d{15}|\\d{18}") String area) {}

    /// `secret` is shown once.
    record WebhookMade(UUID id, String secret) {}

    /// @param paused why nothing is sent: `manual` or `failing`
    record WebhookView(
            UUID id,
            String name,
            String url,
            List<String> events,
            String area,
            @Nullable String paused,
            int failures,
            OffsetDateTime createdAt) {}

    record WebhookList(List<WebhookView> items) {}

    record DeliveryView(
            UUID id,
            String type,
            String state,
            int attempts,
            @Nullable OffsetDateTime nextAt,
            @Nullable OffsetDateTime triedAt,
            @Nullable Integer status,
            @Nullable String error,
            String payload,
            OffsetDateTime createdAt) {}

    record DeliveryPage(List<DeliveryView> items, @Nullable UUID next) {}

    record DeliveryMade(UUID id) {}

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final WebhookDesk desk;

    WebhookController(Subscriptions subscriptions, Deliveries deliveries, WebhookDesk desk) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.desk = desk;
    }

    @GetMapping
    @Permit(value = EDIT, whole = true)
    WebhookList webhooks(@PathVariable @Pattern(regexp = REGION) String region) {
        return new WebhookList(
                subscriptions.all(region).stream().map(WebhookController::view).toList());
    }

    @PostMapping
    @Permit(value = EDIT, whole = true)
    @Unkeyed(Unkeyed.SECRET)
    @ResponseStatus(HttpStatus.CREATED)
    WebhookMade addWebhook(
            @PathVariable @Pattern(regexp = REGION) String region,
            @RequestBody @Valid WebhookRequest body,
            Caller caller) {
        var url =
                Target.of(body.url())
                        .orElseThrow(() ->
                                invalid(
                                        "url",
                                        "应为 http 或 https 地址",
                                        "It is an http or https address"));
        var area = TerritoryCode.of(Optional.ofNullable(body.area()).orElse(region));
        if (!area.within(TerritoryCode.of(region))) {
            throw invalid("area", "不在这个县里", "It does not lie in this county");
        }
        var secret = Signature.fresh();
        var fresh =
                new Subscription(
                        Ids.next(),
                        1,
                        body.name().strip(),
                        url.toString(),
                        Optional.ofNullable(body.events()).orElse(List.of()),
                        area,
                        Optional.empty(),
                        0,
                        desk.now());
        desk.add(caller, region, fresh, secret);
        return new WebhookMade(fresh.id(), secret);
    }

    @GetMapping("/{id}")
    @Permit(value = EDIT, whole = true)
    WebhookView webhook(
            @PathVariable @Pattern(regexp = REGION) String region, @PathVariable UUID id) {
        return view(desk.found(region, id));
    }

    @DeleteMapping("/{id}")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.ENDS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endWebhook(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        desk.end(caller, region, id);
    }

    @PostMapping("/{id}/pause")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    WebhookView pauseWebhook(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        return view(desk.pause(caller, region, id));
    }

    @PostMapping("/{id}/resume")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    WebhookView resumeWebhook(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        return view(desk.resume(caller, region, id));
    }

    /// Sends a message of the type `test`.
    @PostMapping("/{id}/test")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.ADDS)
    @ResponseStatus(HttpStatus.CREATED)
    DeliveryMade testWebhook(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            Caller caller) {
        return new DeliveryMade(desk.test(caller, region, id));
    }

    /// Newest first. `state`: `waiting`, `delivered` or `dead`.
    @GetMapping("/{id}/deliveries")
    @Permit(value = EDIT, whole = true)
    DeliveryPage webhookDeliveries(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "waiting|delivered|dead")
                    String state,
            @RequestParam Optional<UUID> after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        desk.found(region, id);
        var log =
                deliveries.log(
                        region, id, Optional.ofNullable(state), after.orElse(NEWEST), limit + 1);
        boolean more = log.size() > limit;
        var shown = more ? log.subList(0, limit) : log;
        return new DeliveryPage(
                shown.stream().map(WebhookController::view).toList(),
                more ? shown.getLast().id() : null);
    }

    /// Sends one again that was delivered or given up.
    @PostMapping("/{id}/deliveries/{delivery}/resend")
    @Permit(value = EDIT, whole = true)
    @Unversioned(Unversioned.WAITS)
    DeliveryMade resendDelivery(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable UUID id,
            @PathVariable UUID delivery,
            Caller caller) {
        desk.again(caller, region, id, delivery);
        return new DeliveryMade(delivery);
    }

    private static RuntimeException invalid(String path, String zh, String en) {
        return Problem.INVALID.with(zh, en).and(List.of(new FieldError(path, "unfit", zh, en)));
    }

    private static WebhookView view(Subscription it) {
        return new WebhookView(
                it.id(),
                it.name(),
                it.url(),
                it.events(),
                it.area().value(),
                it.paused().orElse(null),
                it.failures(),
                said(it.createdAt()));
    }

    private static DeliveryView view(Deliveries.Logged it) {
        return new DeliveryView(
                it.id(),
                it.type(),
                it.state(),
                it.attempts(),
                it.next().map(WebhookController::said).orElse(null),
                it.tried().map(WebhookController::said).orElse(null),
                it.status().orElse(null),
                it.error().orElse(null),
                it.payload(),
                said(it.createdAt()));
    }

    private static OffsetDateTime said(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
