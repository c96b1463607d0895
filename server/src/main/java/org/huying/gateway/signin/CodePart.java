package org.huying.gateway.signin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.huying.gateway.sending.Fill;
import org.huying.gateway.sending.Target;
import org.huying.playbook.compile.Part;

/// Reads how a one-use code is exchanged.
final class CodePart {
    private static final Set<String> OF_START = Set.of("back", "state");
    private static final String CODE = "code";

    private CodePart() {}

    /// Whatever is missing is reported; what is answered then is never used.
    static Way read(Part part) {
        var start = part.at("start");
        url(start, OF_START);
        if (start.present() && !start.text("").contains("{state}")) {
            start.wrong("no-state", "start 里要有 {state}", "`start` needs {state}");
        }
        var steps = new ArrayList<Way.Step>();
        Set<String> known = new TreeSet<>(Way.KNOWN);
        for (var one : part.at("steps").parts()) {
            var step = step(one, known);
            if (step.keep() > 0 && step.uses().contains(CODE)) {
                one.at("keep")
                        .wrong("kept-code", "用到 {code} 的一步不能 keep", "What uses {code} is not kept");
            }
            steps.add(step);
            known.addAll(step.take().keySet());
        }
        if (steps.stream().noneMatch(it -> it.uses().contains(CODE))) {
            part.at("steps").wrong("no-code", "没有一步用到 {code}", "No step uses {code}");
        }
        var account = part.at("account");
        var pointer = account.text("");
        ProviderFile.id(account, pointer.substring(pointer.lastIndexOf('/') + 1));
        return new Way.OneCode(
                part.at("parameter").text(CODE), start.text(), List.copyOf(steps), pointer);
    }

    private static Way.Step step(Part part, Collection<String> known) {
        url(part.at("url"), known);
        known(part.at("body"), known);
        var headers = new LinkedHashMap<String, String>();
        part.at("headers")
                .entries()
                .forEach((name, value) -> {
                    known(value, known);
                    headers.put(name, value.text(""));
                });
        var sign = part.at("sign");
        known(sign.at("of"), known.stream().filter(it -> !it.equals("sign")).toList());
        var good = part.at("good");
        return new Way.Step(
                part.at("method").text("GET"),
                part.at("url").text(""),
                Map.copyOf(headers),
                part.at("body").text(),
                part.at("as").text("form").equals("json"),
                sign.present()
                        ? Optional.of(
                                new Way.Sign(
                                        sign.at("of").text(""),
                                        sign.at("with").text(""),
                                        sign.at("as").text("base64").equals("base64")))
                        : Optional.empty(),
                good.present()
                        ? Optional.of(
                                new Way.Good(
                                        good.at("at").text(""),
                                        good.at("is").parts().stream()
                                                .flatMap(it -> it.text().stream())
                                                .toList()))
                        : Optional.empty(),
                part.at("error").text(),
                take(part.at("take")),
                (int) part.at("keep").number(0));
    }

    private static Map<String, String> take(Part part) {
        var take = new LinkedHashMap<String, String>();
        part.entries()
                .forEach((name, pointer) -> {
                    if (Way.KNOWN.contains(name)) {
                        pointer.wrong("taken", "这个名字已有别的意思", "This name means something else");
                    }
                    take.put(name, pointer.text(""));
                });
        return Map.copyOf(take);
    }

    private static void url(Part part, Collection<String> known) {
        known(part, known);
        var sample = Fill.in(part.text(""), Map.of(), UnaryOperator.identity());
        if (part.present() && Target.of(sample).isEmpty()) {
            part.wrong("bad-url", "应为 http 或 https 地址", "It is an http or https address");
        }
    }

    private static void known(Part part, Collection<String> known) {
        var sorted = known.stream().sorted().toList();
        Fill.unknown(part.text(""), known)
                .forEach(it ->
                        part.wrong(
                                "unknown-value",
                                "`{%s}`：没有这个值，只有 %s".formatted(it, String.join("、", sorted)),
                                "`{%s}`: no such value; there are %s"
                                        .formatted(it, String.join(", ", sorted))));
    }
}
