package org.huying.org.duplicates;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A body's name taken apart: the street it names, in front or in brackets (`城管办（坑梓街道办事处）`, `坑梓街道城管办`), and the
/// rest without what is written in one spelling and left out in another.
///
/// @param plain the name in one width, without spaces
/// @param street the stem of the street or town it names: `坑梓`
/// @param core what is left: `城管办`
record BodyName(String plain, Optional<String> street, String core) {
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern STREET =
            Pattern.compile("^(.{2,4}?)(街道办事处|街道办|街道|办事处|镇人民政府|镇政府|乡人民政府|乡政府|镇|乡|办)$");
    private static final Pattern LEADING_STREET =
            Pattern.compile("^(.{2,4}?)(街道办事处|街道办|街道|办事处|镇人民政府|镇政府|镇|乡)(?=..)(.+)$");
    private static final Pattern LEADING_LEVEL = Pattern.compile("^本?[区市县](?![委政人长])(?=..)");
    private static final Pattern FILLERS = Pattern.compile("处置$|管理|工作站$|有限责任|有限|股份|人民政府(?=.)");
    private static final Set<String> TOO_GENERAL =
            Set.of("社区", "局", "办", "街道", "中心", "社区站", "社区工作站", "村", "镇", "委", "办事处", "街道办事处");

    /// Long forms and the short ones that stand for them, in the order they are tried.
    private static final List<Map.Entry<String, String>> SHORT_FORMS =
            List.of(
                    Map.entry("居民委员会", "居委会"),
                    Map.entry("村民委员会", "村委会"),
                    Map.entry("委员会", "委"),
                    Map.entry("城市管理", "城管"),
                    Map.entry("城市建设", "城建"),
                    Map.entry("安全生产监督管理", "安监"),
                    Map.entry("纪律检查工作委", "纪工委"),
                    Map.entry("办公室", "办"));

    /// Takes `name` apart; `streets` are the stems known in this county, so that a street's name is also found where
    /// nothing marks it as one.
    static BodyName of(String name, Set<String> streets) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s·・\\-—]", "");
        var brackets = brackets(plain);
        var street = brackets.stream().flatMap(text -> stem(text, streets).stream()).findFirst();
        var rest = BRACKETS.matcher(plain).replaceAll("");
        var leading = leading(rest, streets);
        if (leading.isPresent() && street.map(leading.get().stem()::equals).orElse(true)) {
            street = Optional.of(leading.get().stem());
            rest = leading.get().rest();
        }
        return new BodyName(plain, street, core(rest));
    }

    /// The stems of the streets that these names mention with their full marks.
    static Set<String> streetsIn(List<String> names) {
        var stems = new TreeSet<String>();
        for (var name : names) {
            var plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
            for (var text : brackets(plain)) {
                stem(text, Set.of()).ifPresent(stems::add);
            }
        }
        return stems;
    }

    private record Leading(String stem, String rest) {}

    private static List<String> brackets(String plain) {
        var found = new ArrayList<String>();
        BRACKETS.matcher(plain).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Optional<String> stem(String text, Set<String> streets) {
        var match = STREET.matcher(text);
        return match.matches()
                ? Optional.of(match.group(1))
                : Optional.of(text).filter(streets::contains);
    }

    private static Optional<Leading> leading(String rest, Set<String> streets) {
        return Optional.of(LEADING_STREET.matcher(rest))
                .filter(Matcher::matches)
                .map(match -> new Leading(match.group(1), match.group(3)))
                .filter(found -> streets.isEmpty() || streets.contains(found.stem()));
    }

    private static String core(String rest) {
        var core = LEADING_LEVEL.matcher(rest).replaceFirst("");
        for (var form : SHORT_FORMS) {
            core = core.replace(form.getKey(), form.getValue());
        }
        var bare = FILLERS.matcher(core).replaceAll("");
        return bare.length() < 2 || TOO_GENERAL.contains(bare) ? rest : bare;
    }
}
