package org.huying.gateway.open311;

import java.util.ArrayList;
import java.util.List;
import org.huying.problem.FieldError;

/// The words of a report: a title of one line, the text, and the place. An address too long for its field stands in the
/// text as well, and so do links to pictures.
record Wording(String title, String text, String place) {

    private static final int LONGEST_TITLE = 80;
    static final int LONGEST_PLACE = 200;
    private static final int LONGEST_TEXT = 4_000;

    static Wording of(Form form, String service, List<FieldError> errors) {
        var address = form.first("address_string").map(String::strip).orElse("");
        var description = form.first("description").map(String::strip).orElse("");
        if (description.length() > LONGEST_TEXT) {
            errors.add(
                    Submission.error(
                            "description",
                            "unfit",
                            "description 最多 %d 字".formatted(LONGEST_TEXT),
                            "description has at most %d characters".formatted(LONGEST_TEXT)));
        }
        var text = new StringBuilder(description.isEmpty() ? service : description);
        beside(form, address).stream()
                .filter(it -> text.length() + it.length() < LONGEST_TEXT)
                .forEach(it -> text.append('\n').append(it));
        return new Wording(
                title(description, service), text.toString(), cut(address, LONGEST_PLACE));
    }

    private static List<String> beside(Form form, String address) {
        var lines = new ArrayList<String>();
        if (address.length() > LONGEST_PLACE) {
            lines.add("地址：" + address);
        }
        form.all("media_url").stream()
                .map(String::strip)
                .filter(it -> it.matches("https?://\\S{1,2000}"))
                .forEach(it -> lines.add("附件：" + it));
        return lines;
    }

    /// The first line, as far as it fits.
    private static String title(String description, String service) {
        return description
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .map(it -> cut(it, LONGEST_TITLE))
                .orElse(service);
    }

    /// Never in the middle of a character.
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
