package org.huying.whistle;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.RequestKey;
import org.huying.territory.TerritoryCode;
import org.huying.whistle.WhistleRequests.BlowRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where whistles are blown.
@RestController
@RequestMapping("/api/v1/{region}/whistles")
class BlowController {

    /// A unit that should be called, with the reason.
    record SuggestedUnit(UUID unit, String name, boolean lead, String why) {}

    private final Blowing blowing;
    private final WhistleViews views;

    BlowController(Blowing blowing, WhistleViews views) {
        this.blowing = blowing;
        this.views = views;
    }

    @PostMapping
    @Permit(CallingSide.BLOW)
    ResponseEntity<WhistleView> blow(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @RequestHeader(RequestKey.HEADER) String key,
            @RequestBody @Valid BlowRequest body,
            Caller caller) {
        var blown = blowing.blow(body.in(region), caller, RequestKey.of(caller, key));
        var whistle = blown.whistle();
        var at = "/api/v1/" + region + "/whistles/" + whistle.id().value();
        return (blown.repeated() ? ResponseEntity.ok() : ResponseEntity.created(URI.create(at)))
                .header(HttpHeaders.ETAG, "\"" + whistle.version() + "\"")
                .body(views.of(whistle, List.of(), caller));
    }

    /// Whom the published list and the duty rules would call.
    @GetMapping("/suggestion")
    @Permit(CallingSide.BLOW)
    List<SuggestedUnit> suggestion(
            @PathVariable @Pattern(regexp = WhistleRequests.REGION) String region,
            @RequestParam @Pattern(regexp = WhistleRequests.KEY) String rung,
            @RequestParam @Pattern(regexp = WhistleRequests.CODE) String area,
            @RequestParam(required = false) @Nullable @Pattern(regexp = WhistleRequests.KEY)
                    String item,
            Caller caller) {
        return blowing
                .advise(region, rung, Optional.ofNullable(item), TerritoryCode.of(area), caller)
                .stream()
                .map(it -> new SuggestedUnit(it.unit(), it.name(), it.lead(), it.why()))
                .toList();
    }
}
