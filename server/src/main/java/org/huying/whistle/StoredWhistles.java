package org.huying.whistle;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.huying.whistle.WhistleSummary.Summoned;
import org.springframework.stereotype.Component;

/// Summaries straight from the stored whistles.
@Component
class StoredWhistles implements WhistleSummaries {

    private final Whistles whistles;

    StoredWhistles(Whistles whistles) {
        this.whistles = whistles;
    }

    @Override
    public List<WhistleSummary> of(String region, Collection<UUID> ids) {
        return whistles.find(region, ids).stream().map(StoredWhistles::summary).toList();
    }

    static WhistleSummary summary(Whistle whistle) {
        var call = whistle.call();
        return new WhistleSummary(
                whistle.id().region(),
                whistle.id().value(),
                whistle.version(),
                call.number(),
                call.title(),
                whistle.stateName().name(),
                call.emergency(),
                call.where().area(),
                call.by().unit(),
                call.by().node(),
                whistle.standing().summons().stream().map(StoredWhistles::summoned).toList(),
                call.at());
    }

    private static Summoned summoned(Summons summons) {
        return new Summoned(
                summons.unit(),
                summons.lead(),
                SummonsStateName.of(summons.state()).name(),
                summons.due(),
                summons.marks().miss().flatMap(Summons.Miss::above),
                summons.squad().flatMap(Summons.Squad::person));
    }
}
