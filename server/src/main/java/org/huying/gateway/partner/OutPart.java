package org.huying.gateway.partner;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.gateway.partner.Mapping.Term;
import org.huying.gateway.sending.Target;
import org.huying.matter.StateName;
import org.huying.playbook.check.Findings.Word;
import org.huying.playbook.compile.Conditions;
import org.huying.playbook.compile.Part;

/// Reads what a partner is sent.
final class OutPart {

    private static final Word STATE = new Word("状态", "state");
    private static final Word MESSAGE = new Word("消息", "message");
    private static final Word FACT = new Word("可以填的内容", "fact");
    private static final List<String> STATES =
            Arrays.stream(StateName.values()).map(StateName::name).toList();
    private static final List<String> FACTS =
            Arrays.stream(OutField.values()).map(OutField::key).toList();
    private static final List<String> MESSAGES = List.copyOf(Outgoing.words().keySet());
    private static final String FIXED = "=";

    /// What conditions may ask of a matter beside what those of a playbook may.
    static final Map<String, String> DECLARED =
            Map.of(
                    "state", "text",
                    "open", "flag",
                    "late", "flag",
                    "key", "flag",
                    "supervised", "flag",
                    "private", "flag",
                    "rating", "text");

    private OutPart() {}

    static Mapping.Out read(Part out) {
        var messages = messages(out.at("messages"));
        var states = states(out.at("states"));
        var results = results(out.at("results"));
        var push = out.at("push").at("when");
        if (push.present() && !messages.containsKey(Outgoing.Kind.PUSH)) {
            push.wrong("no-message", "写了 push，messages 里却没有 push", "`push` has no message `push`");
        }
        if (!results.isEmpty() && !messages.containsKey(Outgoing.Kind.RESULT)) {
            out.at("results")
                    .wrong(
                            "no-message",
                            "写了 results，messages 里却没有 result",
                            "`results` has no message `result`");
        }
        var answer = out.at("answer");
        return new Mapping.Out(
                url(out.at("url")),
                answer.present() ? Optional.of(answer(answer)) : Optional.empty(),
                MappingFile.clocks(out.at("time")),
                states,
                results,
                messages,
                push.present() ? new Conditions(DECLARED).compile(push) : Optional.empty());
    }

    private static Mapping.Answer answer(Part part) {
        return new Mapping.Answer(
                part.at("field").text(""),
                part.at("good").parts().stream()
                        .flatMap(it -> it.text().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private static Map<StateName, String> states(Part part) {
        var states = new EnumMap<StateName, String>(StateName.class);
        part.entries()
                .forEach((key, word) ->
                        MappingFile.key(word, key, STATE, STATES)
                                .ifPresent(it -> states.put(StateName.valueOf(it), word.text(""))));
        return states;
    }

    private static Set<StateName> results(Part list) {
        var results = EnumSet.noneOf(StateName.class);
        list.parts()
                .forEach(it ->
                        it.oneOf("state", STATE, STATES)
                                .ifPresent(word -> results.add(StateName.valueOf(word))));
        return results;
    }

    private static Map<Outgoing.Kind, Map<String, Term>> messages(Part part) {
        var messages = new EnumMap<Outgoing.Kind, Map<String, Term>>(Outgoing.Kind.class);
        part.entries()
                .forEach((key, layout) ->
                        MappingFile.key(layout, key, MESSAGE, MESSAGES)
                                .flatMap(it -> Optional.ofNullable(Outgoing.words().get(it)))
                                .ifPresent(it -> messages.put(it, layout(layout))));
        return messages;
    }

    private static Map<String, Term> layout(Part layout) {
        var terms = new LinkedHashMap<String, Term>();
        layout.entries().forEach((path, part) -> term(part).ifPresent(it -> terms.put(path, it)));
        if (!terms.containsValue(new Term.Told(OutField.ID))) {
            layout.wrong(
                    "no-id",
                    "消息里要有 id，对方按它去重",
                    "A message needs `id`, by which the other side knows repeats");
        }
        return terms;
    }

    private static Optional<Term> term(Part part) {
        var text = part.text("");
        if (text.startsWith(FIXED)) {
            return Optional.of(new Term.Fixed(text.substring(FIXED.length())));
        }
        return part.oneOf("fact", FACT, FACTS).flatMap(OutField::of).map(Term.Told::new);
    }

    static String url(Part part) {
        var text = part.text("");
        if (part.present() && Target.of(text).isEmpty()) {
            part.wrong("bad-url", "应为 http 或 https 地址", "It is an http or https address");
        }
        return text;
    }
}
