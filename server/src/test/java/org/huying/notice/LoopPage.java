package org.huying.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.matter.Act;
import org.huying.matter.Did;
import org.huying.matter.StateName;
import org.huying.matter.loop.Refusal;
import org.huying.matter.loop.Transitions;
import org.huying.matter.loop.Transitions.Transition;
import org.huying.playbook.PleaKind;

/// The page about the loop, written from the table and from the rules of notices.
final class LoopPage {

    private static final Set<Act> SIDEWAYS =
            Set.of(Act.MERGE, Act.UNMERGE, Act.WITHDRAW, Act.GRANT, Act.REJECT);

    /// Where nothing can be granted but an appeal.
    private static final Set<StateName> OVER =
            EnumSet.of(StateName.REJECTED, StateName.CLOSED, StateName.MERGED, StateName.WITHDRAWN);

    /// Where a closing can be forced.
    private static final Set<StateName> BEGUN =
            EnumSet.of(
                    StateName.IN_PROGRESS,
                    StateName.REWORK,
                    StateName.HANDLED,
                    StateName.VERIFYING,
                    StateName.RATED);

    private static final String OPENING =
            """
            # 闭环 · The loop

            这一页由程序生成，不要手改：表在 `org.huying.matter.loop.Transitions`，谁得到消息在 `org.huying.notice.NoticeRules`。
            重新生成：`HUYING_UPDATE=true mvn -pl server test -Dtest=LoopPageTest`。

            *Generated; do not edit. The table is `org.huying.matter.loop.Transitions`, who is told what is
            `org.huying.notice.NoticeRules`. Tests hold the machine, the database and the API against the same table.*

            """;

    private static final String CLOCK =
            """
            ## 计时 · What a step does to the clock

            | | 中文 | English |
            |---|---|---|
            | ON | 照常走 | runs on |
            | STAGE | 本环节结束，下一环节开始 | the stage ends and the next begins |
            | PAUSE | 停下，停的时间不计 | stands; never counted |
            | RUN | 接着走 | runs again |
            | BY_PLEA | 看批准的是什么：延长、停下或结束 | extended, held or ended by what was granted |
            | MARK | 到了黄灯、红灯或催办的时刻 | a mark is passed |
            | ANEW | 日历或时限变了，重算 | all dates are counted anew |

            """;

    private LoopPage() {}

    static String text() {
        return OPENING
                + states()
                + diagram("## 主线 · The main line", row -> !SIDEWAYS.contains(row.act()))
                + diagram("## 旁路 · Ways out and back", row -> SIDEWAYS.contains(row.act()))
                + table()
                + CLOCK
                + refusals();
    }

    private static String states() {
        var text = new StringBuilder("## 状态 · States\n\n| | 中文 | English |\n|---|---|---|\n");
        for (var state : StateName.values()) {
            text.append(
                    "| %s | %s |\n".formatted(state, LoopWords.state(state).replace("/", " | ")));
        }
        return text.append('\n').toString();
    }

    /// One arrow for each pair of states, with the acts that lead along it.
    private static String diagram(String title, Function<Transition, Boolean> wanted) {
        var arrows = new LinkedHashMap<String, Set<String>>();
        for (var row : Transitions.TABLE) {
            if (wanted.apply(row)) {
                for (var from : sorted(row.from())) {
                    for (var to : sorted(row.to())) {
                        if (from != to && reached(row, from, to)) {
                            arrows.computeIfAbsent(from + " --> " + to, _ -> new LinkedHashSet<>())
                                    .add(row.act().key());
                        }
                    }
                }
            }
        }
        var text = new StringBuilder(title).append("\n\n```mermaid\nstateDiagram-v2\n");
        arrows.forEach((arrow, acts) ->
                text.append("    %s: %s\n".formatted(arrow, String.join(", ", acts))));
        return text.append("```\n\n").toString();
    }

    /// Where a row leads to several states, not every state leads to each.
    private static boolean reached(Transition row, StateName from, StateName to) {
        return switch (row.act()) {
            case RATE -> (to == StateName.ACCEPTED) == (from == StateName.MERGED);
            case GRANT ->
                    switch (to) {
                        case ACCEPTED -> from == StateName.REJECTED;
                        case CLOSED -> BEGUN.contains(from);
                        default -> !OVER.contains(from);
                    };
            default -> true;
        };
    }

    private static String table() {
        var text =
                new StringBuilder(
                        """
                        ## 全部步骤 · All steps

                        `—`：状态不变。除了权限，还要在管辖范围内。*`—`: the state stays. Besides the permission one must have
                        the matter within reach.*

                        | 步骤 Step | 从 From | 到 To | 谁 Who | 权限 Permission | 计时 Clock | 会被拒绝 May be refused | 通知 Told |
                        |---|---|---|---|---|---|---|---|
                        """);
        for (var row : Transitions.TABLE) {
            text.append(
                    "| `%s` %s | %s | %s | %s | %s | %s | %s | %s |\n"
                            .formatted(
                                    row.act().key(),
                                    LoopWords.act(row.act()).replace("/", " · "),
                                    from(row),
                                    to(row),
                                    who(row),
                                    row.who() == Transitions.Who.SYSTEM
                                            ? "—"
                                            : "`" + row.act().permission() + "`",
                                    row.clock(),
                                    joined(sorted(row.refusals()), Enum::name),
                                    told(row)));
        }
        return text.append('\n').toString();
    }

    private static String from(Transition row) {
        var open =
                Arrays.stream(StateName.values())
                        .filter(it -> Transitions.of(Act.INSTRUCT).from().contains(it))
                        .collect(Collectors.toSet());
        if (row.from().size() == StateName.values().length) {
            return "全部 any";
        }
        if (row.from().equals(open)) {
            return "未结的 any open";
        }
        return joined(sorted(row.from()), Enum::name);
    }

    private static String to(Transition row) {
        var to = joined(sorted(row.to()), Enum::name);
        return row.stays() ? (row.to().isEmpty() ? "—" : to + " —") : to;
    }

    private static String who(Transition row) {
        return switch (row.who()) {
            case STAFF -> "工作人员 staff";
            case REQUESTER -> "工作人员或诉求人 staff or requester";
            case HELPER -> "参与单位 units that take part";
            case SYSTEM -> "系统 Huying itself";
        };
    }

    /// Whom somebody is told, by where the step may lead and by what it says itself.
    private static String told(Transition row) {
        var whom = new TreeMap<NoticeRules.Whom, Set<String>>();
        var all = new ArrayList<NoticeRules.Tell>();
        for (var from : row.from()) {
            var targets = new ArrayList<>(row.to());
            if (row.stays()) {
                targets.add(from);
            }
            targets.stream()
                    .filter(to -> from == to || reached(row, from, to))
                    .forEach(to ->
                            all.addAll(NoticeRules.tell(from.name(), to.name(), row.act().key())));
        }
        words(row.act())
                .forEach(word ->
                        all.addAll(NoticeRules.tell(new Did(row.act().key(), List.of(), word))));
        if (row.act() == Act.RECOUNT) {
            all.addAll(NoticeRules.tell(new Did("recount-reply", List.of(), "from/to")));
        }
        all.forEach(it -> whom.computeIfAbsent(it.whom(), _ -> new TreeSet<>()).add(it.template()));
        return whom.entrySet().stream()
                .map(it ->
                        LoopWords.whom(it.getKey()).replace("/", " ")
                                + " ("
                                + String.join(", ", it.getValue())
                                + ")")
                .collect(Collectors.joining("; "));
    }

    private static List<String> words(Act act) {
        return switch (act) {
            case REMIND -> List.of("AMBER", "RED");
            case PROMPT -> List.of("ANSWER", "REPLY-AMBER", "REPLY-RED");
            case CLOSE, RATE -> List.of("", "REVISIT");
            case RECOUNT -> List.of("from/to");
            case APPLY, FORWARD -> Arrays.stream(PleaKind.values()).map(Enum::name).toList();
            default -> List.of("");
        };
    }

    private static String refusals() {
        var text =
                new StringBuilder(
                        "## 拒绝的理由 · What may stand in the way\n\n| | 中文 | English |\n|---|---|---|\n");
        for (var why : Refusal.values()) {
            text.append("| %s | %s | %s |\n".formatted(why, why.zh(), why.en()));
        }
        return text.toString();
    }

    private static <E extends Enum<E>> List<E> sorted(Collection<E> all) {
        return all.stream().sorted(Comparator.naturalOrder()).toList();
    }

    private static <T> String joined(List<T> all, Function<T, String> name) {
        return all.stream().map(name).collect(Collectors.joining(" "));
    }
}
