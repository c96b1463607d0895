package org.huying.power;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.calendar.Shift;
import org.huying.calendar.WorkCalendar;
import org.huying.org.Organisations;
import org.huying.playbook.Text;
import org.huying.power.Exercise.Word;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws lists and uses of powers. Names come from memory.
@Component
class PowerViews {

    /// The list that holds at a place.
    record PowerListView(
            String playbook,
            int version,
            List<NamedPower> rights,
            List<NamedPower> classes,
            List<PowerItem> items) {}

    record NamedPower(String key, Text name) {}

    /// @param by the level that holds it
    /// @param departments keys of the bodies it is used towards
    record PowerItem(
            String key,
            Text name,
            String itemClass,
            @Nullable String right,
            String by,
            List<String> departments,
            String basis,
            boolean template) {}

    /// One use, with what was said to it and what this caller may say now. `version` counts what was said.
    record ExerciseView(
            UUID id,
            int version,
            String item,
            String itemClass,
            String name,
            String basis,
            String area,
            List<String> areaNames,
            String node,
            String nodeName,
            String by,
            UUID department,
            String departmentName,
            String title,
            String text,
            @Nullable UUID matter,
            @Nullable UUID whistle,
            OffsetDateTime used,
            @Nullable OffsetDateTime objectBy,
            @Nullable OffsetDateTime answerBy,
            ExerciseState state,
            boolean overdue,
            List<WordView> words,
            List<String> steps) {}

    /// @param objectWas until when the department might object, and since then may (`objectDue`), where the days have moved
    /// that; `answerWas` and `answerDue` the same of its answer
    record WordView(
            String act,
            @Nullable Boolean agreed,
            OffsetDateTime at,
            String by,
            String text,
            @Nullable OffsetDateTime objectWas,
            @Nullable OffsetDateTime objectDue,
            @Nullable OffsetDateTime answerWas,
            @Nullable OffsetDateTime answerDue) {}

    private final Territory territory;
    private final Organisations organisations;
    private final PowerDesk desk;

    PowerViews(Territory territory, Organisations organisations, PowerDesk desk) {
        this.territory = territory;
        this.organisations = organisations;
        this.desk = desk;
    }

    ExerciseView of(Exercise exercise, Caller caller) {
        var item = exercise.item();
        var limits = exercise.limits();
        var department = exercise.department();
        return new ExerciseView(
                exercise.id(),
                exercise.words().size() + 1,
                item.key(),
                item.itemClass(),
                item.name(),
                item.basis(),
                exercise.area().value(),
                territory.path(exercise.area(), limits.used()).stream().map(Node::name).toList(),
                exercise.node(),
                territory
                        .node(TerritoryCode.of(exercise.node()), limits.used())
                        .map(Node::name)
                        .orElse(exercise.node()),
                exercise.by().name(),
                department,
                organisations
                        .byId(exercise.region(), department)
                        .map(it -> it.name())
                        .orElse(department.toString()),
                exercise.title(),
                exercise.text(),
                exercise.matter().orElse(null),
                exercise.whistle().orElse(null),
                time(limits.used()),
                limits.objectBy().map(PowerViews::time).orElse(null),
                limits.answerBy().map(PowerViews::time).orElse(null),
                exercise.state(),
                exercise.overdue(desk.now()),
                exercise.words().stream().map(PowerViews::word).toList(),
                steps(exercise, caller));
    }

    private List<String> steps(Exercise exercise, Caller caller) {
        var steps = new ArrayList<String>();
        boolean department = PowerScope.answers(caller, exercise);
        switch (exercise.state()) {
            case USED -> {
                if (department) {
                    steps.add("answer");
                    if (exercise.limits().objectBy().filter(desk.now()::isAfter).isEmpty()) {
                        steps.add("object");
                    }
                }
            }
            case UPHELD -> {
                if (department) {
                    steps.add("answer");
                }
            }
            case OBJECTED -> {
                if (PowerScope.sitsAt(caller, TerritoryCode.of(exercise.node()))) {
                    steps.add("respond");
                }
            }
            case MAINTAINED -> {
                if (PowerScope.decides(caller, exercise)) {
                    steps.add("rule");
                }
            }
            case ANSWERED, WITHDRAWN, VOID -> {}
        }
        return List.copyOf(steps);
    }

    private static WordView word(Word word) {
        return new WordView(
                word.act().name().toLowerCase(Locale.ROOT),
                word.agreed().orElse(null),
                time(word.at()),
                word.by().name(),
                word.text(),
                time(word.moved().objection().map(Shift::was)),
                time(word.moved().objection().map(Shift::due)),
                time(word.moved().answer().map(Shift::was)),
                time(word.moved().answer().map(Shift::due)));
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> at) {
        return at.map(PowerViews::time).orElse(null);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
