package org.huying.gateway.open311;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.gateway.open311.Jurisdictions.Jurisdiction;
import org.huying.matter.NewMatter;
import org.huying.playbook.Item;
import org.huying.playbook.Playbook;
import org.huying.playbook.Text;
import org.huying.problem.FieldError;
import org.huying.territory.GeoPoint;
import org.huying.territory.TerritoryCode;

/// What a client sent, read as a report. Everything is either in the report, or in `more`, or refused: nothing is lost.
sealed interface Submission {

    String CHANNEL = "machine";
    String DEMAND = "unstated";

    /// It can be stored.
    ///
    /// @param more what the report has no place for, as it was sent
    record Read(NewMatter report, Map<String, List<String>> more) implements Submission {}

    record Wrong(List<FieldError> errors) implements Submission {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /// Fields that travel beside the report.
    List<String> BESIDE = List.of("email", "device_id", "deviceid", "account_id", "media_url");

    /// Total: whatever the form says, it answers one of the two.
    static Submission of(Form form, Jurisdiction jurisdiction, Playbook playbook, Item item) {
        var errors = new ArrayList<FieldError>();
        var fields = Attribute.read(Attribute.of(playbook, item), form.attributes(), errors);
        var point = Where.point(form, errors);
        var area = Where.area(form, jurisdiction, point, errors);
        Where.somewhere(form, errors);
        var contact = Who.contact(form, errors);
        var words = Wording.of(form, item.name().zh(), errors);
        if (!errors.isEmpty()) {
            return new Wrong(errors);
        }
        return new Read(
                new NewMatter(
                        jurisdiction.region(),
                        known(CHANNEL, playbook.matter().channels()),
                        known(DEMAND, playbook.matter().demands()),
                        words.title(),
                        words.text(),
                        words.place(),
                        Optional.of(item.key()),
                        area,
                        point,
                        contact,
                        List.of(),
                        Optional.empty(),
                        false,
                        fields,
                        Optional.empty()),
                more(form, fields.keySet()));
    }

    /// The usual key, or the first of a place that has others.
    private static String known(String usual, Map<String, Text> keys) {
        return keys.containsKey(usual) ? usual : keys.keySet().stream().findFirst().orElse(usual);
    }

    private static Map<String, List<String>> more(Form form, Set<String> taken) {
        var more = new LinkedHashMap<String, List<String>>();
        form.first("address_string")
                .filter(it -> it.length() > Wording.LONGEST_PLACE)
                .ifPresent(it -> more.put("address_string", List.of(it)));
        for (var name : BESIDE) {
            var values = form.all(name);
            if (!values.isEmpty()) {
                more.put(name, values);
            }
        }
        form.attributes()
                .forEach((code, values) -> {
                    if (!taken.contains(code)) {
                        more.put("attribute[" + code + "]", values);
                    }
                });
        return more;
    }

    static FieldError error(String path, String code, String zh, String en) {
        return new FieldError(path, code, zh, en);
    }

    /// The place of a report.
    final class Where {
        private Where() {}

        static void somewhere(Form form, List<FieldError> errors) {
            var given = List.of("lat", "long", "address_string", "address_id");
            if (given.stream().allMatch(it -> form.first(it).isEmpty())) {
                errors.add(
                        error(
                                "lat",
                                "missing",
                                "没有给出地点：lat 和 long，或 address_string，或 address_id",
                                "A location was not provided: lat and long, address_string or address_id"));
            }
        }

        static Optional<GeoPoint> point(Form form, List<FieldError> errors) {
            var lat = form.first("lat");
            var lon = form.first("long");
            if (lat.isEmpty() && lon.isEmpty()) {
                return Optional.empty();
            }
            var y = lat.flatMap(it -> degrees(it, 90));
            var x = lon.flatMap(it -> degrees(it, 180));
            if (x.isEmpty() || y.isEmpty()) {
                errors.add(
                        error(
                                lat.isEmpty() || (lon.isPresent() && y.isEmpty()) ? "lat" : "long",
                                "unfit",
                                "lat 和 long 要一起给出，都是 WGS-84 的十进制度数",
                                "lat and long go together, in decimal degrees of WGS-84"));
                return Optional.empty();
            }
            return Optional.of(new GeoPoint(x.get(), y.get()));
        }

        private static Optional<Double> degrees(String text, double most) {
            return Optional.of(text.strip())
                    .filter(it -> it.matches("[+-]?[0-9]{1,3}(\\.[0-9]{0,20})?"))
                    .map(Double::valueOf)
                    .filter(it -> Math.abs(it) <= most);
        }

        /// By the address's code, else by the point, which the reception looks up, else the town that was spoken to.
        static Optional<TerritoryCode> area(
                Form form,
                Jurisdiction jurisdiction,
                Optional<GeoPoint> point,
                List<FieldError> errors) {
            var given = form.first("address_id").map(String::strip);
            if (given.isEmpty()) {
                return point.isPresent() ? Optional.empty() : jurisdiction.town();
            }
            var code =
                    given.filter(it ->
                                    it.matches("[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}"))
                            .map(TerritoryCode::of)
                            .filter(it -> it.within(jurisdiction.place()));
            if (code.isEmpty()) {
                errors.add(
                        error(
                                "address_id",
                                "unknown",
                                "address_id 是本辖区内的区划或网格代码",
                                "address_id is the code of a division or grid within the jurisdiction"));
            }
            return code;
        }
    }

    /// The person of a report; nobody must give a name.
    final class Who {
        private static final int LONGEST_NAME = 40;

        private Who() {}

        static NewMatter.Contact contact(Form form, List<FieldError> errors) {
            return new NewMatter.Contact(name(form, errors), phone(form, errors));
        }

        /// Chinese names are the family's first and then one's own, without a space.
        private static Optional<String> name(Form form, List<FieldError> errors) {
            var own = form.first("first_name").map(String::strip).orElse("");
            var family = form.first("last_name").map(String::strip).orElse("");
            boolean han = (own + family).codePoints().anyMatch(Who::han);
            var name = (han ? family + own : own + " " + family).strip();
            if (name.length() > LONGEST_NAME) {
                errors.add(
                        error(
                                "last_name",
                                "unfit",
                                "姓名最多 %d 字".formatted(LONGEST_NAME),
                                "A name has at most %d characters".formatted(LONGEST_NAME)));
            }
            return Optional.of(name).filter(it -> !it.isEmpty());
        }

        private static boolean han(int codePoint) {
            return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
        }

        private static Optional<String> phone(Form form, List<FieldError> errors) {
            var phone = form.first("phone").map(it -> it.replaceAll("[ ()./-]", ""));
            if (phone.filter(it -> !it.matches("[0-9+]{5,20}")).isPresent()) {
                errors.add(
                        error(
                                "phone",
                                "unfit",
                                "phone 是 5 到 20 位的电话号码",
                                "phone is a number of 5 to 20 digits"));
                return Optional.empty();
            }
            return phone;
        }
    }
}
