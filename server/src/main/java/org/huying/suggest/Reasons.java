package org.huying.suggest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huying.matter.DispatchAdvice.Advice;
import org.huying.playbook.Text;
import org.huying.suggest.units.UnitModel.Proof;
import org.huying.territory.TerritoryCode;

/// Why a unit is suggested, in words.
final class Reasons {

    private Reasons() {}

    /// @param advice the rule that names this unit, if one does
    static List<Text> of(
            Proof proof,
            Suggestions.OfItem item,
            Optional<Advice> advice,
            Function<TerritoryCode, String> names) {
        var reasons = new ArrayList<Text>();
        advice.ifPresent(it ->
                reasons.add(
                        new Text(
                                "按规则归它（%s）".formatted(it.why()),
                                "The rules lead to it: %s".formatted(it.why()))));
        long kept = Math.round(proof.kept());
        long all = Math.round(proof.all());
        if (kept > 0) {
            reasons.add(kept(proof, item, names, kept, all));
        }
        long returned = Math.round(proof.returned());
        if (returned > 0) {
            reasons.add(
                    new Text(
                            "同样的事它退回过 %d 件".formatted(returned),
                            "It returned %d like it".formatted(returned)));
        }
        return reasons;
    }

    private static Text kept(
            Proof proof,
            Suggestions.OfItem item,
            Function<TerritoryCode, String> names,
            long kept,
            long all) {
        var zhPlace = proof.place().map(names).map(it -> it + "的").orElse("");
        var enPlace = proof.place().map(names).map(it -> " in " + it).orElse("");
        boolean same = proof.kind() == 0;
        var zh = same ? "“" + item.name().zh() + "”" : "同类的事";
        var en = same ? "“" + item.name().en() + "”" : "its class";
        return new Text(
                "%s%s，%d 件中有 %d 件由它办".formatted(zhPlace, zh, all, kept),
                "%d of %d of %s%s went to it".formatted(kept, all, en, enPlace));
    }
}
