package org.huying.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.huying.access.Permit;
import org.huying.playbook.Playbooks;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.territory.GeoPoint;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    SimilarController(Similar similar, Territory territory, Playbooks playbooks, MatterDesk desk) {
        this.similar = similar;
        this.territory = territory;
        this.playbooks = playbooks;
        this.desk = desk;
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
        var place =
                territory
                        .locate(region, point, now)
                        .map(Node::code)
                        .orElseGet(() -> TerritoryCode.of(region));
        var known =
                playbooks.current(place, now).item(item).orElseThrow(Problem.ITEM_UNKNOWN::plain);
        return similar.to(region, known, point, now, Language.of(request));
    }
}
