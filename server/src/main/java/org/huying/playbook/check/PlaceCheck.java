package org.huying.playbook.check;

import org.huying.playbook.tree.Spot;
import org.huying.playbook.tree.Tree;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.huying.territory.divisions.Divisions;

/// Whether the place of a playbook is one of the divisions that are shipped. A hint only: divisions change.
public final class PlaceCheck {

    private static final TerritoryCode COUNTRY = TerritoryCode.of("00");

    private PlaceCheck() {}

    public static void check(
            TerritoryCode place, Tree document, Divisions divisions, Findings findings) {
        if (!place.equals(COUNTRY) && !known(place, divisions)) {
            findings.warning(
                    "unknown-place",
                    spot(document),
                    "place.code",
                    "`%s`：随程序带的区划里没有这个代码，看看是不是写错了".formatted(place.value()),
                    "`%s`: the shipped divisions have no such code; see whether it is mistyped"
                            .formatted(place.value()));
        }
    }

    private static boolean known(TerritoryCode place, Divisions divisions) {
        var value = place.value();
        if (value.length() <= Level.COUNTY.digits()) {
            return divisions.upper(place).isPresent();
        }
        return divisions.county(value.substring(0, Level.COUNTY.digits())).stream()
                .anyMatch(it -> it.code().equals(place));
    }

    private static Spot spot(Tree document) {
        return at(at(document, "place"), "code").spot();
    }

    private static Tree at(Tree tree, String key) {
        return tree instanceof Tree.Mapping(var entries, _) && entries.get(key) != null
                ? entries.get(key).value()
                : tree;
    }
}
