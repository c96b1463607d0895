package org.huying.suggest;

import java.util.List;
import java.util.Optional;
import org.huying.matter.ItemGuesses;
import org.huying.suggest.Suggestions.OfItem;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Says what a request is likely about, to look for others like it.
@Component
class ResidentGuesses implements ItemGuesses {

    private final Suggester suggester;

    ResidentGuesses(Suggester suggester) {
        this.suggester = suggester;
    }

    @Override
    public List<String> items(String region, Optional<TerritoryCode> area, String text) {
        var request =
                new Request(region, "", text, "", "", "", Optional.empty(), area, Optional.empty());
        return suggester.forResidents(request).stream().map(OfItem::item).toList();
    }
}
