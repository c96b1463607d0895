package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Supervision;
import org.junit.jupiter.api.Test;

/// Clocks that ring.
class AlarmTest extends ClockedTest {

    @Test
    void whatNobodyAcknowledgesMovesUpByItselfRungByRungToTheDepartment() {
        var id = dispatched();
        var rungs = new ArrayList<String>();
        var versions = new ArrayList<Integer>();
        for (int i = 0; i < 10; i++) {
            rungs.add(now(id).aside().trail().rung().orElse(""));
            ringAt(now(id).clock().alarm().orElseThrow());
            versions.add(now(id).version());
            ringAt(now(id).clock().due().orElseThrow());
            versions.add(now(id).version());
            if (now(id).aside().marks().supervision().isPresent()) {
                break;
            }
        }
        assertThat(rungs)
                .containsExactly("micro", "grid", "community", "street", "county", "department");
        assertThat(versions).as("each ring is one version").doesNotHaveDuplicates();
        assertThat(acts(id))
                .containsSubsequence(
                        "dispatch", "remind", "remind", "escalate", "remind", "remind", "escalate");
        assertThat(acts(id).stream().filter("escalate"::equals)).hasSize(5);
        assertThat(acts(id).getLast()).isEqualTo("supervise");
        assertThat(now(id).state().assignment().orElseThrow().unit()).isEqualTo(unit("lighting"));
        var why = steps(id).stream().filter(it -> it.act().equals("escalate")).findFirst();
        assertThat(why.orElseThrow().note()).isEqualTo("逾期未签收上报一级");
        assertThat(told(id, unit("lighting"))).contains("unit-escalated", "unit-supervised");
        assertThat(told(id, unit("committee"))).contains("unit-amber", "unit-escalated");
    }

    @Test
    void remindsBeforeTheLimitAndAfterItAndTellsTheDeskWhenItIsRed() {
        var id = acknowledged();
        var handle = now(id).clock();
        ringAt(handle.alarm().orElseThrow());
        assertThat(facts(id, "remind"))
                .containsExactly("{\"stage\":\"HANDLE\",\"light\":\"AMBER\"}");
        assertThat(told(id, unit("committee"))).contains("unit-amber").doesNotContain("unit-red");
        ringAt(handle.due().orElseThrow());
        for (int i = 0; i < 3; i++) {
            ringAt(now(id).clock().alarm().orElseThrow());
        }
        assertThat(
                        facts(id, "remind").stream()
                                .filter(it -> it.contains("RED") && it.contains("HANDLE")))
                .as("the limit and three reminders")
                .hasSize(4);
        assertThat(acts(id).stream().filter("supervise"::equals)).hasSize(1);
        assertThat(templates(id)).contains("unit-red", "desk-red", "unit-supervised");
    }

    @Test
    void afterDowntimeBothMarksAreOneRedReminder() {
        var id = dispatched();
        ringAt(now(id).clock().due().orElseThrow().plus(Duration.ofDays(3)));
        assertThat(acts(id)).endsWith("dispatch", "remind", "escalate");
        assertThat(facts(id, "remind"))
                .containsExactly("{\"stage\":\"ACKNOWLEDGE\",\"light\":\"RED\"}");
        assertThat(round.run()).as("nothing is left to do").isZero();
    }

    @Test
    void whoWasAskedIsRemindedAndThenTheClockRunsAgain() {
        var id = acknowledged();
        var until = HandClock.MONDAY.plus(Duration.ofHours(56));
        done(id, new Command.Ask(until, "哪一盏"), Caller.SYSTEM);
        ringAt(HandClock.MONDAY.plus(Duration.ofDays(1)));
        assertThat(acts(id)).endsWith("ask");
        ringAt(HandClock.MONDAY.plus(Duration.ofHours(52)));
        assertThat(acts(id)).endsWith("ask", "prompt");
        assertThat(now(id).clock().due()).as("it still stands").isEmpty();
        ringAt(until.minusSeconds(1));
        assertThat(acts(id)).endsWith("ask", "prompt");
        ringAt(until);
        assertThat(acts(id)).endsWith("ask", "prompt", "resume");
        assertThat(now(id).clock().due()).isPresent();
    }

    @Test
    void aHelperWhoseTimeIsOverIsToldOnceAndSoIsTheUnitInTheLead() {
        var id = acknowledged();
        var due = HandClock.MONDAY.plus(Duration.ofHours(5));
        var later = due.plus(Duration.ofHours(1));
        done(id, new Command.Engage(unit("lighting"), Optional.of(due), "借梯子"), Caller.SYSTEM);
        done(id, new Command.Engage(unit("office"), Optional.of(later), "看路"), Caller.SYSTEM);
        ringAt(due.minusSeconds(1));
        assertThat(acts(id)).doesNotContain("prompt");
        ringAt(due);
        ringAt(due.plusSeconds(60));
        assertThat(facts(id, "prompt"))
                .singleElement()
                .satisfies(it ->
                        assertThat(it)
                                .contains("HELP", unit("lighting").toString())
                                .doesNotContain(unit("office").toString()));
        assertThat(told(id, unit("lighting"))).contains("helper-red");
        assertThat(told(id, unit("committee"))).contains("unit-helper-red");
        done(id, new Command.Release(unit("office"), "不用了"), Caller.SYSTEM);
        ringAt(later);
        assertThat(facts(id, "prompt")).hasSize(1);
    }

    @Test
    void aSupervisionRingsBeforeItsDateAndAtItForTheUnitAndForWhoeverPresses() {
        var id = acknowledged();
        var leader = staff(7, COUNTY, "supervise");
        var until = HandClock.MONDAY.plus(Duration.ofHours(8));
        done(id, pressing(until), leader);
        var soon = mark(id).orElseThrow();
        assertThat(soon).isBefore(until);
        ringAt(soon.minusSeconds(1));
        assertThat(acts(id)).endsWith("supervise");
        ringAt(soon);
        assertThat(acts(id)).endsWith("supervise", "prompt");
        assertThat(told(id, unit("committee"))).contains("unit-supervision-amber");
        assertThat(told(id, leader.account())).containsExactly("supervision-amber");
        assertThat(flags(id)).contains(Flag.SUPERVISED).doesNotContain(Flag.SUPERVISED_LATE);
        ringAt(until);
        ringAt(until.plusSeconds(60));
        assertThat(facts(id, "prompt")).as("once before, once at the date").hasSize(2);
        assertThat(told(id, unit("committee"))).contains("unit-supervision-red");
        assertThat(told(id, leader.account())).contains("supervision-red");
        assertThat(flags(id)).contains(Flag.SUPERVISED, Flag.SUPERVISED_LATE);
        assertThat(listedLate(id)).isTrue();
        done(id, pressing(until.plus(Duration.ofDays(2))), leader);
        assertThat(flags(id)).as("another date").doesNotContain(Flag.SUPERVISED_LATE);
        assertThat(listedLate(id)).isFalse();
        assertThat(mark(id)).isPresent();
        done(id, new Command.Lift("办好了"), leader);
        ringAt(until.plus(Duration.ofHours(49)));
        assertThat(facts(id, "prompt")).as("lifted").hasSize(2);
    }

    @Test
    void whatIsDoneAndWaitsToBeRatedIsNotPressedAnyMore() {
        var id = acknowledged();
        var until = HandClock.MONDAY.plus(Duration.ofHours(8));
        done(id, pressing(until), staff(7, COUNTY, "supervise"));
        var by = staff(8, COUNTY, "handle");
        done(id, new Command.Handle("换好了", List.of(shown(by))), by);
        var checker = staff(9, COUNTY, "verify");
        done(id, new Command.Verify(true, true, "", List.of(shown(checker))), checker);
        ringAt(until);
        assertThat(acts(id)).doesNotContain("prompt");
        assertThat(round.run()).as("and nothing rings for ever").isZero();
        done(
                id,
                new Command.Rate("dissatisfied", Optional.empty(), "phone", "还是不亮"),
                Caller.SYSTEM);
        ringAt(until.plusSeconds(60));
        assertThat(acts(id)).as("to be done again, and the date stands").contains("prompt");
        assertThat(flags(id)).contains(Flag.SUPERVISED_LATE);
    }

    private static Command pressing(Instant until) {
        return new Command.Supervise(Supervision.Kind.LEADER, Optional.of(until), "今天办好");
    }

    private Command.Evidence shown(Caller by) {
        return new Command.Evidence("photo-after", paper(by).attachment());
    }

    private Optional<Instant> mark(MatterId id) {
        var matter = now(id);
        return matter.aside()
                .marks()
                .supervision()
                .orElseThrow()
                .mark(matter.clock().pace().supervision());
    }

    private Set<Flag> flags(MatterId id) {
        return Flags.beside(now(id), rulebook).flags();
    }

    private boolean listedLate(MatterId id) {
        consumers.drain();
        return jdbc.sql("SELECT flags FROM insight.matter_row WHERE id = :id")
                .param("id", id.value())
                .query(String.class)
                .single()
                .contains(Flag.SUPERVISED_LATE.key());
    }

    @Test
    void theWholeMatterHasMarksOfItsOwn() {
        var id = acknowledged();
        var whole = now(id).clock().whole().orElseThrow();
        ringAt(whole);
        assertThat(facts(id, "remind"))
                .contains("{\"stage\":\"WHOLE\",\"light\":\"RED\"}")
                .doesNotContain("{\"stage\":\"WHOLE\",\"light\":\"AMBER\"}");
    }
}
