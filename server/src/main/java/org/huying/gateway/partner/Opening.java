package org.huying.gateway.partner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.matter.NewMatter;
import org.huying.playbook.Playbook;
import org.huying.playbook.Text;
import org.huying.problem.FieldError;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What an order says, read as a report. Words that are unknown are refused or left open, as the file says; never guessed.
sealed interface Opening {

    int LONGEST_TITLE = 80;
    int LONGEST_TEXT = 4_000;
    int LONGEST_PLACE = 200;
    int LONGEST_NAME = 40;
    String UNSTATED = "unstated";

    record Read(NewMatter report) implements Opening {}

    record Wrong(List<FieldError> errors) implements Opening {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /// Total: whatever the order says, it answers one of the two.
    static Opening of(
            Map<OrderField, String> said, Mapping.In in, Playbook playbook, String region) {
        var errors = new ArrayList<FieldError>();
        var order = new Words(said, in, errors);
        var item = order.item(playbook);
        var area = order.area(region);
        var point = order.point();
        var title = order.title();
        var text = order.text(title);
        if (title.isEmpty()) {
            order.wrong(OrderField.TITLE, "missing", "没有标题，也没有内容", "Neither title nor content");
        }
        var hidden = order.chosen(OrderField.CONFIDENTIAL).filter("true"::equals).isPresent();
        if (!errors.isEmpty()) {
            return new Wrong(errors);
        }
        var rules = playbook.matter();
        return new Read(
                new NewMatter(
                        region,
                        known(in.channel(), "machine", rules.channels()),
                        known(
                                order.chosen(OrderField.DEMAND).orElse(UNSTATED),
                                UNSTATED,
                                rules.demands()),
                        title,
                        text,
                        cut(said.getOrDefault(OrderField.PLACE, ""), LONGEST_PLACE),
                        item,
                        area,
                        point,
                        order.contact(),
                        List.of(),
                        Optional.ofNullable(said.get(OrderField.NUMBER)),
                        hidden,
                        Map.of(),
                        Optional.empty()));
    }

    /// The key; where this place has others, the usual one, or the first.
    private static String known(String key, String usual, Map<String, Text> keys) {
        if (keys.containsKey(key)) {
            return key;
        }
        return keys.containsKey(usual) ? usual : keys.keySet().stream().findFirst().orElse(key);
    }

    /// Never in the middle of a character.
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /// One order while it is read.
    record Words(Map<OrderField, String> said, Mapping.In in, List<FieldError> errors) {

        private static final Set<OrderField> TITLED = Set.of(OrderField.TITLE, OrderField.TEXT);

        private Optional<String> at(OrderField field) {
            return Optional.ofNullable(said.get(field));
        }

        /// Our word for what a field says; empty where it is left open.
        Optional<String> chosen(OrderField field) {
            var word = at(field);
            var table = in.values().get(field);
            if (word.isEmpty() || table == null) {
                return word;
            }
            var ours = Optional.ofNullable(table.words().get(word.get()));
            if (ours.isEmpty() && !table.leave()) {
                unknown(field);
            }
            return ours;
        }

        Optional<String> item(Playbook playbook) {
            var item = chosen(OrderField.ITEM).filter(it -> !it.isEmpty());
            if (item.isPresent() && playbook.item(item.get()).isEmpty()) {
                unknown(OrderField.ITEM);
            }
            return item;
        }

        Optional<TerritoryCode> area(String region) {
            var word = chosen(OrderField.AREA);
            var code =
                    word.filter(it -> it.matches("[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}"))
                            .filter(it -> it.startsWith(region))
                            .map(TerritoryCode::of);
            if (word.isPresent() && code.isEmpty()) {
                wrong(
                        OrderField.AREA,
                        "unknown",
                        "应为本县的区划或网格代码",
                        "It is the code of a division or grid of this county");
            }
            return code;
        }

        Optional<GeoPoint> point() {
            var lon = at(OrderField.LONGITUDE);
            var lat = at(OrderField.LATITUDE);
            if (lon.isEmpty() && lat.isEmpty()) {
                return Optional.empty();
            }
            var x = lon.flatMap(it -> degrees(it, 180));
            var y = lat.flatMap(it -> degrees(it, 90));
            if (x.isEmpty() || y.isEmpty()) {
                wrong(
                        OrderField.LONGITUDE,
                        "unfit",
                        "经纬度要一起给，十进制度",
                        "Longitude and latitude go together, in decimal degrees");
                return Optional.empty();
            }
            return Optional.of(new GeoPoint(x.get(), y.get()));
        }

        private static Optional<Double> degrees(String text, double most) {
            return Optional.of(text)
                    .filter(it -> it.matches("[+-]?[0-9]{1,3}(\\.[0-9]{0,20})?"))
                    .map(Double::valueOf)
                    .filter(it -> Math.abs(it) <= most);
        }

        /// The title, or the first line of the content.
        String title() {
            return at(OrderField.TITLE)
                    .or(() -> at(OrderField.TEXT))
                    .flatMap(it ->
                            it.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst())
                    .map(it -> cut(it, LONGEST_TITLE))
                    .orElse("");
        }

        /// The content, with what the file tells of the order on lines of its own.
        String text(String title) {
            var text =
                    new StringBuilder(
                            at(OrderField.TEXT).or(() -> at(OrderField.TITLE)).orElse(title));
            var lines = new ArrayList<String>();
            if (at(OrderField.PLACE).filter(it -> it.length() > LONGEST_PLACE).isPresent()) {
                lines.add(line(OrderField.PLACE));
            }
            in.tell().stream()
                    .filter(it -> at(it).isPresent() && !TITLED.contains(it))
                    .forEach(it -> lines.add(line(it)));
            at(OrderField.ATTACHMENTS)
                    .ifPresent(it ->
                            it.lines()
                                    .filter(url -> url.matches("https?://\\S{1,2000}"))
                                    .forEach(url -> lines.add("附件：" + url)));
            lines.stream()
                    .filter(it -> text.length() + it.length() < LONGEST_TEXT)
                    .forEach(it -> text.append('\n').append(it));
            return cut(text.toString(), LONGEST_TEXT);
        }

        private String line(OrderField field) {
            return field.label().zh() + "：" + at(field).orElse("");
        }

        NewMatter.Contact contact() {
            return new NewMatter.Contact(
                    at(OrderField.CALLER_NAME).map(it -> cut(it, LONGEST_NAME)),
                    at(OrderField.CALLER_PHONE)
                            .map(it -> it.replaceAll("[^0-9+ -]", ""))
                            .filter(it -> it.matches("[0-9+ -]{5,20}")));
        }

        void unknown(OrderField field) {
            var word = cut(at(field).orElse(""), LONGEST_NAME);
            wrong(
                    field,
                    "unknown",
                    "对照表里没有“%s”".formatted(word),
                    "The table has no word `%s`".formatted(word));
        }

        void wrong(OrderField field, String code, String zh, String en) {
            errors.add(new FieldError(in.fields().getOrDefault(field, field.key()), code, zh, en));
        }
    }
}
