package org.huying.playbook.command;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.calendar.WorkCalendar;
import org.huying.playbook.LoopRules;
import org.huying.playbook.Playbook;
import org.huying.playbook.Stage;
import org.huying.playbook.Text;
import org.huying.playbook.trial.Outcome;

/// What a trial came to, for people: Chinese and English side by side.
final class TrialText {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .withZone(WorkCalendar.ZONE);
    private static final Text DEPARTMENT = new Text("部门", "Department");

    private final Playbook playbook;
    private final List<String> lines = new ArrayList<>();

    private TrialText(Playbook playbook) {
        this.playbook = playbook;
    }

    static List<String> of(Playbook playbook, List<Outcome> outcomes, Instant at) {
        var text = new TrialText(playbook);
        text.lines.add(
                "%s：十件常见的事和本地自己的事项，%s 收到 ten typical requests and items of its own, received then"
                        .formatted(both(playbook.name()), MINUTE.format(at)));
        for (int i = 0; i < outcomes.size(); i++) {
            text.add(i + 1, outcomes.get(i));
        }
        return List.copyOf(text.lines);
    }

    private void add(int number, Outcome outcome) {
        lines.add("");
        lines.add(
                "%d. %s [%s · %s]%s"
                        .formatted(
                                number,
                                both(outcome.request().words()),
                                both(outcome.item().name()),
                                both(outcome.channel()),
                                outcome.urgent() ? " 紧急 urgent" : ""));
        outcome.going()
                .ifPresentOrElse(
                        this::going, () -> row("去向 to", "没有规则找到承办者 no rule leads to anybody"));
        row("最迟 until", until(outcome.until()));
        row(
                "向上 above",
                outcome.above().stream().map(this::rung).collect(Collectors.joining(" → ")));
        outcome.late().forEach(this::late);
        row("凭证 evidence", evidence(outcome.item().evidence()));
        row("核查 verify", verify());
        row("评价 rating", rating());
        row("回访 revisit", revisit());
    }

    private void going(Outcome.Going going) {
        var rule = going.rule();
        row("去向 to", "%s @ %s".formatted(both(going.to()), rung(going.level())));
        row(
                "依据 because",
                "%s（%s）%s %s"
                        .formatted(
                                rule.name(),
                                rule.source(),
                                rule.when().text(),
                                rule.automatic()
                                        ? "· 自动派出 by itself"
                                        : "· 由值班员决定 offered to the desk"));
    }

    private void late(Stage stage, Outcome.Late late) {
        row(
                "逾期 late",
                "%s → %s：%s（%s）"
                        .formatted(
                                stage(stage),
                                rung(late.to()),
                                late.rule().name(),
                                late.rule().source()));
    }

    private String until(Map<Stage, Instant> until) {
        return until.entrySet().stream()
                .map(each -> stage(each.getKey()) + " " + MINUTE.format(each.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String evidence(Map<String, List<String>> evidence) {
        return evidence.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(step ->
                        step.getKey()
                                + ": "
                                + step.getValue().stream()
                                        .map(key ->
                                                both(
                                                        Optional.ofNullable(
                                                                        playbook.evidence()
                                                                                .get(key))
                                                                .orElse(new Text(key, key))))
                                        .collect(Collectors.joining("、")))
                .collect(Collectors.joining(" · "));
    }

    private String verify() {
        var after = playbook.matter().loop().after();
        return post(after.verifier())
                + (after.otherThanHandler() ? " · 非处置人 other than the handler" : "")
                + (after.invitesRating() ? " · 须邀请评价 must invite the rating" : "");
    }

    private String revisit() {
        var rules = playbook.matter().loop().after().revisit();
        return rules.sample() == 0
                ? ""
                : "%s · %.0f%%".formatted(post(rules.by()), rules.sample() * 100);
    }

    private String post(Optional<String> key) {
        return key.flatMap(it ->
                        playbook.posts().stream().filter(post -> post.key().equals(it)).findFirst())
                .map(post -> both(post.name()))
                .orElse("值班员 the desk");
    }

    private String rating() {
        var rules = playbook.matter();
        var after = rules.loop().after();
        return "%s · %s · 至多 at most %d 次%s"
                .formatted(
                        rules.ratingRequired() ? "必须 required" : "可选 optional",
                        after.ask().stream().sorted().collect(Collectors.joining(", ")),
                        rules.ratingAttempts(),
                        after.reopenWithin()
                                .map(limit -> " · 可重开 may be reopened within " + limit)
                                .orElse(""));
    }

    private String rung(String level) {
        return level.equals(LoopRules.DEPARTMENT)
                ? both(DEPARTMENT)
                : both(
                        Optional.ofNullable(playbook.levels().get(level))
                                .orElse(new Text(level, level)));
    }

    private static String stage(Stage stage) {
        var word = stage.name().toLowerCase(Locale.ROOT);
        return switch (stage) {
            case ACCEPT -> "受理 " + word;
            case DISPATCH -> "派遣 " + word;
            case ACKNOWLEDGE -> "签收 " + word;
            case HANDLE -> "处置 " + word;
            case VERIFY -> "核查 " + word;
            case RATE -> "评价 " + word;
            case WHOLE -> "全程 " + word;
        };
    }

    private static String both(Text text) {
        return text.zh().equals(text.en()) ? text.zh() : text.zh() + " " + text.en();
    }

    private void row(String what, String value) {
        if (!value.isEmpty()) {
            lines.add("   " + what + "：" + value);
        }
    }
}
