package org.huying.gateway.open311;

import java.time.Clock;
import java.util.Optional;
import org.huying.front.Place;
import org.huying.gateway.sending.Characters;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.problem.Problem;
import org.huying.territory.Level;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Whom a request speaks to: a county by its 6 digits, or one of its streets or towns by its 9.
@Component
class Jurisdictions {

    /// @param place the county or the town
    record Jurisdiction(TerritoryCode place) {
        String region() {
            return place.region();
        }

        Optional<TerritoryCode> town() {
            return place.level() == Level.STREET ? Optional.of(place) : Optional.empty();
        }
    }

    private final Place installation;
    private final Territory territory;
    private final Playbooks playbooks;
    private final Clock clock;

    Jurisdictions(Place installation, Territory territory, Playbooks playbooks, Clock clock) {
        this.installation = installation;
        this.territory = territory;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /// Whether one is named, or there is only one.
    boolean named(Form form) {
        return form.first("jurisdiction_id").or(installation::region).isPresent();
    }

    /// Where the installation serves one county, that is meant by default.
    Jurisdiction of(Form form) {
        var given = form.first("jurisdiction_id").map(String::strip).or(installation::region);
        if (given.isEmpty()) {
            throw Problem.UNREADABLE.with(
                    "没有给出 jurisdiction_id：县级代码（6 位）或乡镇街道代码（9 位）",
                    "jurisdiction_id was not provided: the 6 digits of a county or the 9 of a town");
        }
        return given.filter(it -> it.matches("[0-9]{6}|[0-9]{9}"))
                .map(TerritoryCode::of)
                .filter(it -> territory.node(it, clock.instant()).isPresent())
                .map(Jurisdiction::new)
                .orElseThrow(() ->
                        Problem.NOT_FOUND.with(
                                "没有这个 jurisdiction_id：" + said(given.get()),
                                "jurisdiction_id was not found: " + said(given.get())));
    }

    Playbook playbook(Jurisdiction jurisdiction) {
        return playbooks.current(jurisdiction.place(), clock.instant());
    }

    /// What a caller wrote, short enough to be said back.
    static String said(String text) {
        var clean = Characters.clean(text);
        return clean.length() > 60 ? clean.substring(0, 60) + "…" : clean;
    }
}
