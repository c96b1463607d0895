package org.huying.matter;

import java.util.List;
import java.util.Optional;
import org.huying.territory.TerritoryCode;

/// Guesses what a request is about, for whoever has not chosen an item yet. Implemented by those who learn from texts.
public interface ItemGuesses {

    /// Keys of items that residents may choose, the likeliest first.
    ///
    /// @param area where it is, if known
    List<String> items(String region, Optional<TerritoryCode> area, String text);
}
