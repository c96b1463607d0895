package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.huying.access.Caller;
import org.huying.calendar.TimeLimit;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Refusal;
import org.huying.playbook.PleaKind;
import org.junit.jupiter.api.Test;

/// Deadlines that stand, move and are counted again.
class DeadlineTest extends ClockedTest {

    @Test
    void aSuspensionIsDecidedBySomebodyElseOfTheRightLevelAndItsEndLetsTheClockRunAgain() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        var until = HandClock.MONDAY.plus(Duration.ofDays(14));
        var clerk = staff(1, COUNTY, "apply", "decide");
        var street = staff(2, STREET, "decide");
        var county = staff(3, COUNTY, "decide");
        done(
                id,
                new Command.Apply(
                        PleaKind.SUSPENSION,
                        "plan",
                        Optional.empty(),
                        Optional.of(until),
                        "列入改造",
                        List.of(paper(clerk))),
                clerk);
        assertThat(take(id, new Command.Grant(1, ""), street)).isInstanceOf(Taken.Forbidden.class);
        assertThat(take(id, new Command.Grant(1, ""), clerk))
                .isEqualTo(new Taken.Refused(Refusal.SAME_PERSON));
        done(id, new Command.Grant(1, ""), county);
        assertThat(now(id).clock().due()).isEmpty();
        assertThat(templates(id)).contains("desk-applied-suspension", "plea-granted");
        ringAt(until.minusSeconds(1));
        assertThat(acts(id)).endsWith("grant");
        ringAt(until);
        assertThat(acts(id)).endsWith("resume");
        var running = now(id);
        assertThat(running.aside().hold()).isEmpty();
        var calendar = rulebook.calendar(running);
        var held = calendar.between(HandClock.MONDAY, until, TimeLimit.parse("1 work-day").kind());
        assertThat(
                        calendar.between(
                                before,
                                running.clock().due().orElseThrow(),
                                TimeLimit.parse("1 work-day").kind()))
                .as("what was paused is not counted")
                .isEqualTo(held);
    }

    @Test
    void anExtensionMovesTheDateAndHistorySaysSo() {
        var id = acknowledged();
        var before = now(id).clock().due().orElseThrow();
        var clerk = staff(1, COUNTY, "apply");
        done(id, extension(clerk), clerk);
        done(id, new Command.Grant(1, "同意"), staff(2, STREET, "decide"));
        var calendar = rulebook.calendar(now(id));
        assertThat(now(id).clock().due())
                .contains(calendar.due(before, TimeLimit.parse("3 work-days")));
        assertThat(acts(id)).endsWith("apply", "grant");
        assertThat(facts(id, "apply").getLast()).contains("\"length\":\"3 work-days\"");
        assertThat(facts(id, "grant").getLast())
                .contains(
                        "\"was\":\"" + before + "\"",
                        "\"due\":\"" + now(id).clock().due().orElseThrow() + "\"");
    }

    @Test
    void moreTimeIsForTheStageThatAskedAndNotForTheUnitThatCameAfter() {
        var id = acknowledged();
        done(id, extension(staff(1, COUNTY, "apply")), staff(1, COUNTY, "apply"));
        hands.set(HandClock.MONDAY.plusSeconds(60));
        done(id, new Command.Return("不归我们"), Caller.SYSTEM);
        done(
                id,
                new Command.Dispatch(unit("office"), Optional.empty(), Optional.of("street"), ""),
                Caller.SYSTEM);
        done(id, new Command.Acknowledge(), Caller.SYSTEM);
        var due = now(id).clock().due().orElseThrow();
        var street = staff(2, STREET, "decide");
        assertThat(take(id, new Command.Grant(1, ""), street))
                .isEqualTo(new Taken.Refused(Refusal.PLEA_STAGE_OVER));
        assertThat(now(id).clock().due()).contains(due);
        var other = staff(3, COUNTY, "apply");
        done(id, extension(other), other);
        assertThat(take(id, new Command.Grant(1, ""), street))
                .isEqualTo(new Taken.Refused(Refusal.PLEA_MISSING));
        done(id, new Command.Grant(2, "同意"), street);
        assertThat(now(id).clock().due()).get(InstanceOfAssertFactories.INSTANT).isAfter(due);
    }

    private Command extension(Caller by) {
        return new Command.Apply(
                PleaKind.EXTENSION,
                "material",
                Optional.of(TimeLimit.parse("3 work-days")),
                Optional.empty(),
                "等材料",
                List.of(paper(by)));
    }
}
