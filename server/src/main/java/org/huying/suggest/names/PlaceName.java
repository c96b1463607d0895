package org.huying.suggest.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huying.territory.TerritoryCode;

/// A place by its code and name, with the forms in which people write it.
public record PlaceName(TerritoryCode code, String name) {

    private static final Pattern COMMITTEE =
            Pattern.compile("(社区|村)?(居民委员会|村民委员会|居委会|村委会|居民委|村民委)$");
    private static final Pattern OFFICE = Pattern.compile("(街道|镇|乡)(办事处|人民政府|政府)$");
    private static final Pattern ENDING = Pattern.compile("(街道|社区|镇|乡|村)$");
    private static final int SHORTEST = 2;

    /// A form; `plain` ones lack the ending that says what it is and so prove little.
    record Form(String words, boolean plain) {}

    /// The stem of a name, `荆河` of `荆河街道`.
    public static String stem(String name) {
        var bare = OFFICE.matcher(COMMITTEE.matcher(name).replaceFirst("$1")).replaceFirst("$1");
        var stem = ENDING.matcher(bare).replaceFirst("");
        return stem.length() < SHORTEST ? bare : stem;
    }

    List<Form> forms() {
        var full = new LinkedHashSet<String>();
        full.add(name);
        var committee = COMMITTEE.matcher(name);
        if (committee.find()) {
            var ending = Optional.ofNullable(committee.group(1)).orElse("");
            var stem = name.substring(0, committee.start());
            full.add(stem + ending);
            if (ending.isEmpty()) {
                full.add(stem + (committee.group(2).startsWith("村") ? "村" : "社区"));
            }
        }
        var office = OFFICE.matcher(name);
        if (office.find()) {
            full.add(name.substring(0, office.end(1)));
        }
        var forms = new ArrayList<Form>();
        full.stream()
                .filter(it -> it.length() >= SHORTEST)
                .forEach(it -> forms.add(new Form(it, false)));
        var stem = stem(name);
        if (!full.contains(stem) && stem.length() >= SHORTEST) {
            forms.add(new Form(stem, true));
        }
        return forms;
    }
}
