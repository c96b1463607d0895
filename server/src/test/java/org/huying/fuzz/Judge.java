package org.huying.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is wrong with an answer: that it is a failure of ours, that it says what nobody may know, or how it says it.
final class Judge {

    static final Duration BOUND = Duration.ofSeconds(20);

    /// The web server's own word for a version of HTTP that nobody speaks.
    private static final int UNSPOKEN = 505;

    /// What the web server reads of a head, in bytes.
    private static final int LONGEST_HEAD = 8_192;

    private static final Pattern INSIDE =
            Pattern.compile(
                    "SQLSTATE|[a-z]Exception\\b|\\bat [a-z]+(\\.[a-z0-9]+)+\\.[A-Z]|\\b(java|jakarta|org|tools|com)\\.(huying|springframework|postgresql|apache|jackson|zaxxer|util|lang|sql|io)\\b");
    private static final List<String> OWN_FORMS = List.of("/open311/", "/oauth/");

    private Judge() {}

    static List<String> faults(Shot shot, Answer answer) {
        var faults = new ArrayList<String>();
        if (answer.status() == 0) {
            if (!torn(shot)) {
                faults.add("no answer");
            }
            return faults;
        }
        plain(answer, faults);
        if (answer.status() >= 400 && !shot.method.equals("HEAD")) {
            form(shot, answer, faults);
        }
        return faults;
    }

    /// What holds of every answer, even to what was no request.
    static void plain(Answer answer, List<String> faults) {
        if (answer.status() >= 500 && answer.status() != UNSPOKEN) {
            faults.add("a failure");
        }
        if (answer.took().compareTo(BOUND) > 0) {
            faults.add("slow");
        }
        var text = answer.text();
        if (text.contains(OtherCounty.MARK)) {
            faults.add("a word of another county");
        }
        if (answer.status() >= 400 && INSIDE.matcher(text).find()) {
            faults.add("tells of our inside");
        }
    }

    private static void form(Shot shot, Answer answer, List<String> faults) {
        var type = answer.header("content-type");
        if (OWN_FORMS.stream().anyMatch(shot.path::startsWith)) {
            if (!type.contains("xml") && !type.contains("json")) {
                faults.add("refused as " + type);
            }
        } else if (!type.startsWith("application/problem+json")) {
            faults.add("refused as " + type);
        } else if (!answer.text().contains("\"code\":\"")) {
            faults.add("refused without a code");
        }
    }

    /// Where the server may hang up: the head of the request was made wrong, or too much comes after the refusal, which can be
    /// lost on the way then: a long body, or the rest of an address longer than a head may be.
    private static boolean torn(Shot shot) {
        return shot.body.length > 200_000
                || shot.target().length() > LONGEST_HEAD
                || shot.spoilt.stream()
                        .anyMatch(it -> it.startsWith("header") || it.startsWith("method"));
    }
}
