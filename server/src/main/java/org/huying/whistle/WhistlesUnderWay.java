package org.huying.whistle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huying.playbook.Text;
import org.huying.territory.TerritoryCode;

/// What is being whistled now, for the modules above that show it as a whole.
public interface WhistlesUnderWay {

    /// One whistle.
    ///
    /// @param subject what kind of thing it is about, in the playbook's words; nobody's own
    record Line(WhistleSummary whistle, Text subject) {}

    /// What there is on a day.
    ///
    /// @param blown whistles of the day
    /// @param minutes from the call until all who were called were there, on average over those of the day that came to that
    /// @param lines those to which somebody still comes or at which somebody still is, newest first, of the last days
    record Now(int blown, Optional<Double> minutes, List<Line> lines) {}

    /// What is under way in a place.
    ///
    /// @param day when the day began
    Now within(TerritoryCode area, Instant day, int most);
}
