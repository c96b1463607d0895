package org.huying.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.playbook.Playbooks;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.territory.GeoPoint;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Offers what is already being worked on nearby, before somebody reports it again: it can be followed instead.
@RestController
@RequestMapping("/api/v1/{region}/matters/similar")
class SimilarController {

    private final Similar similar;
    private final Territory territory;
    private final Playbooks playbooks;
    private final MatterDesk desk;
    private final ItemGuesses guesses;

    SimilarController(
            Similar similar,
            Territory territory,
            Playbooks playbooks,
            MatterDesk desk,
            ItemGuesses guesses) {
        this.guesses = guesses;
        this.similar = similar;
        this.territory = territory;
        this.playbooks = playbooks;
        this.desk = desk;
    }

    /// Where it is, and what it is about: the item, or the words from which one is guessed.
    record SimilarRequest(
            @NotNull @Valid Requests.Point point,
            @Nullable @Pattern(regexp = Requests.KEY) String item,
            @Nullable @Size(max = 1000) String text) {}

    /// As `GET`, also before an item was chosen: then by the words. Without either there is nothing like it.
    @PostMapping
    @Permit(Permit.OPEN)
    @Unkeyed(Unkeyed.HARMLESS)
    List<Similar.Candidate> alike(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestBody @Valid SimilarRequest body,
            HttpServletRequest request) {
        var now = desk.now();
        var point = body.point().geo();
        var place = place(region, point, now);
        var playbook = playbooks.current(place, now);
        var words = body.text() == null ? "" : body.text().strip();
        Optional<String> item =
                body.item() != null
                        ? Optional.of(body.item())
                        : words.isEmpty()
                                ? Optional.empty()
                                : guesses.items(region, Optional.of(place), words).stream()
                                        .findFirst();
        if (item.isEmpty()) {
            return List.of();
        }
        var known = playbook.item(item.get()).orElseThrow(Problem.ITEM_UNKNOWN::plain);
        return similar.to(region, known, point, now, Language.of(request));
    }

    @GetMapping
    @Permit(Permit.OPEN)
    List<Similar.Candidate> candidates(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam @Pattern(regexp = Requests.KEY) String item,
            @RequestParam @DecimalMin("-180") @DecimalMax("180") double lon,
            @RequestParam @DecimalMin("-90") @DecimalMax("90") double lat,
            HttpServletRequest request) {
        var now = desk.now();
        var point = new GeoPoint(lon, lat);
        var place = place(region, point, now);
        var known =
                playbooks.current(place, now).item(item).orElseThrow(Problem.ITEM_UNKNOWN::plain);
        return similar.to(region, known, point, now, Language.of(request));
    }

    private TerritoryCode place(String region, GeoPoint point, Instant now) {
        return territory
                .locate(region, point, now)
                .map(Node::code)
                .orElseGet(() -> TerritoryCode.of(region));
    }
}
