package org.huying.playbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How this place runs the closed loop.
///
/// @param channels key → name of the channels requests come by
/// @param demands key → name of the kinds of demand (complaint, consultation …)
/// @param rejections reason keys that may be given when a report is not accepted
/// @param acceptAutomatically reports are accepted on arrival when item and place are known
/// @param filedDirectly channels whose finds by staff are taken on as they are found (采集员上报直接立案)
/// @param ratingAnswers the answers a rating may give, in order, with what each counts
/// @param ratingRequired a matter cannot be closed without a rating, or all attempts spent
/// @param ratingAttempts how often an unreached resident is asked before closing unrated
/// @param loop everything beyond the main line
/// @param bursts when many requests become one alert
/// @param fields what reports may carry beside their words, by key
/// @param numberPattern pattern of the matter's number, e.g. `{region}-{yyMMdd}-{seq:5}`
public record MatterRules(
        Map<String, Text> channels,
        Map<String, Text> demands,
        Map<String, Text> rejections,
        boolean acceptAutomatically,
        Set<String> filedDirectly,
        List<DispatchRule> dispatch,
        Map<String, RatingAnswer> ratingAnswers,
        boolean ratingRequired,
        int ratingAttempts,
        String numberPattern,
        LoopRules loop,
        Optional<BurstRules> bursts,
        Map<String, FieldKind> fields) {

    /// One answer of the rating.
    ///
    /// @param solved the resident says the matter is solved; if not, it is worked again
    /// @param weight what it counts for satisfaction, 0 to 1
    /// @param then what else follows
    public record RatingAnswer(Text name, boolean solved, double weight, Set<Then> then) {}

    /// What an answer may set off besides rework.
    public enum Then {
        /// Put under supervision (督办).
        SUPERVISE,
        /// Asked once more after closing (回访).
        REVISIT
    }
}
