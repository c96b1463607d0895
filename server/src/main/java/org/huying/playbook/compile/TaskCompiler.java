package org.huying.playbook.compile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.playbook.TaskKind;
import org.huying.playbook.TaskKind.Every;
import org.huying.playbook.TaskKind.To;
import org.huying.playbook.TaskKind.Whom;
import org.huying.playbook.check.Findings.Word;

/// Tasks that are given out: the section `tasks`, and the tasks of modes.
final class TaskCompiler {

    private static final Word PERIOD = new Word("周期", "period");
    private static final Word BODY = new Word("有成员单位的机构", "body with member units");
    private static final Word TEAM = new Word("队伍", "team");
    private static final List<String> PERIODS =
            Arrays.stream(Every.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();

    private final Vocabulary words;
    private final Set<String> teams;
    private final Set<String> bodies;
    private final Set<String> joint;

    TaskCompiler(Part root, Vocabulary words) {
        this.words = words;
        this.teams = root.at("teams").entries().keySet();
        this.bodies = new HashSet<>(words.units().keySet());
        this.bodies.addAll(root.at("bodies").entries().keySet());
        this.joint =
                root.at("bodies").entries().entrySet().stream()
                        .filter(it -> it.getValue().at("members").present())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    Map<String, TaskKind> compile(Part tasks) {
        var all = new LinkedHashMap<String, TaskKind>();
        tasks.entries().forEach((key, part) -> task(key, part).ifPresent(it -> all.put(key, it)));
        return all;
    }

    private Optional<TaskKind> task(String key, Part part) {
        var to = to(part);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        int points = (int) part.at("points").number(0);
        return Optional.of(
                new TaskKind(
                        key,
                        part.name(),
                        to.get(),
                        part.at("every")
                                .oneOf("period", PERIOD, PERIODS)
                                .map(it -> Every.valueOf(it.toUpperCase(Locale.ROOT))),
                        part.limit("within"),
                        proof(part),
                        new TaskKind.Score(points, (int) part.at("late-points").number(0)),
                        words.post(part.at("checked-by")),
                        new TaskKind.Force(day(part.at("from")), day(part.at("until"))),
                        part.at("template").flag(false)));
    }

    private TaskKind.Proof proof(Part part) {
        var figure = part.at("figure");
        return new TaskKind.Proof(
                words.evidence(part.at("evidence")),
                part.at("words").flag(false),
                figure.present() ? Optional.of(figure.label()) : Optional.empty(),
                part.at("stages").parts().stream().map(Part::label).toList());
    }

    private Optional<To> to(Part part) {
        var post = words.post(part.at("post")).map(it -> new To(Whom.POST, it));
        var unit =
                part.at("unit")
                        .oneOf("unit", Vocabulary.UNIT, bodies)
                        .map(it -> new To(Whom.UNIT, it));
        var team = part.at("team").oneOf("team", TEAM, teams).map(it -> new To(Whom.TEAM, it));
        var members =
                part.at("members").oneOf("body", BODY, joint).map(it -> new To(Whom.MEMBERS, it));
        var given = Stream.of(post, unit, team, members).flatMap(Optional::stream).toList();
        if (given.size() != 1) {
            part.wrong(
                    "bad-task",
                    "任务要写明由谁做：`post`、`team`、`unit`、`members` 四选一",
                    "Say who does the task: one of `post`, `team`, `unit` and `members`");
        }
        return given.stream().findFirst();
    }

    private static Optional<LocalDate> day(Part part) {
        return part.read(
                "bad-time",
                text -> {
                    try {
                        return LocalDate.parse(text);
                    } catch (DateTimeException _) {
                        throw new IllegalArgumentException(
                                "日期应写作 2026-03-02 / a day is written 2026-03-02");
                    }
                });
    }
}
