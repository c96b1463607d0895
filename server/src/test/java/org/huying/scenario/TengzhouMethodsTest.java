package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Orders within a grid, calls that are always answered, and 15 000 matters by many channels in every street and town.
class TengzhouMethodsTest extends MethodsTest {

    static final Ground.Part PART = new Ground.Part(21, 1, 2);
    private static final List<String> CHANNELS =
            List.of(
                    "hotline-12345",
                    "mayor-mailbox",
                    "swift-response",
                    "whistle",
                    "snap",
                    "door-qr",
                    "patrol",
                    "upper-platform");
    private static final List<String> ITEMS =
            List.of("corridor-piled", "lift-fault", "street-lamp", "bin-overflow", "estate-lamp");

    TengzhouMethodsTest() {
        super("tengzhou", "370481", PART);
    }

    @Test
    void theGridSendsAnOrderThePropertyFirmTakesItResidentsRateItTheBranchVisits() {
        var grid = town().at(Level.GRID, 0);
        var story = reported(town().resident(1), "snap", "lift-fault", grid).accepted();
        story.standsWith(town().firm(grid), "community").acknowledged().handled("修好了").checked();
        assertThat(story.refused(new Command.Close(""), story.desk())).isEqualTo("RATING_MISSING");
        story.rated("solved-dissatisfied").closed();
        var visit = new Command.Revisit(true, true, "支部回访");
        assertThat(story.refused(visit, story.desk()))
                .as("the branch visits")
                .isEqualTo("FORBIDDEN");
        story.revisited(town().holder("branch-head", grid), true);
        assertThat(story.acts())
                .containsExactly(
                        "report",
                        "accept",
                        "dispatch",
                        "acknowledge",
                        "handle",
                        "verify",
                        "rate",
                        "close",
                        "revisit");
    }

    @Test
    void aDissatisfiedResidentHasItDoneAgainUnderSupervision() {
        var story = reported(town().resident(2), "snap", "estate-lamp", town().at(Level.GRID, 1));
        story.accepted().acknowledged().handled("换了灯泡").checked().rated("dissatisfied");
        assertThat(story.state()).isEqualTo("Rework");
        assertThat(story.matter().aside().marks().supervision()).isPresent();
        story.acknowledged().handled("换了线路").checked().rated("satisfied").closed();
        story.revisited(town().holder("branch-head", story.area()), true);
    }

    @Test
    void whatTheGridCanSolveGoesToItsChiefAndUpByItselfWhenNobodyTakesIt() {
        var grid = town().at(Level.GRID, 2);
        var story = askedFor(town().desk(grid.at(Level.COMMUNITY)), "phone", "bin-overflow", grid);
        story.accepted().heldBy("grid-chief");
        ring(story, 24 * 7);
        assertThat(story.acts()).contains("remind", "escalate");
        story.standsWith(town().committee(grid), "community");
        ring(story, 24 * 7);
        story.standsWith(town().office(grid), "street");
        story.acknowledged().handled("清走了").checked().rated("satisfied").closed();
    }

    @Test
    void aCallFromADoorIsRemindedOfUntilItIsAnswered() {
        var grid = town().at(Level.GRID, 3);
        var story = reported(Caller.ANONYMOUS, "door-qr", "access-gate", grid);
        ring(story, 24 * 3);
        assertThat(story.acts()).contains("remind");
        assertThat(story.matter().aside().reply()).as("an answer is owed").isPresent();
        story.accepted().acknowledged().handled("装好了").checked();
        assertThat(story.matter().aside().reply()).as("who called was told").isEmpty();
        assertThat(story.refused(new Command.Close(""), story.desk()))
                .as("who called may still answer")
                .isEqualTo("RATING_MISSING");
        story.rated("satisfied").closed();
    }

    @Test
    void theSameMatterFromTwoPlatformsIsWorkedOnceAndAnsweredTwice() {
        var grid = town().at(Level.GRID, 4);
        var by = town().desk(grid.at(Level.COMMUNITY));
        var master = askedFor(by, "hotline-12345", "street-lamp", grid).accepted().dispatched();
        var child = askedFor(by, "mayor-mailbox", "street-lamp", grid);
        desk.merge(child.matter(), master.matter(), by);
        child.afterwards();
        master.afterwards().acknowledged().handled("修好了").checked().rated("satisfied");
        child.rated("basically-satisfied");
        assertThat(child.state()).isEqualTo("Merged");
        master.closed();
    }

    @Test
    void worksFifteenThousandMattersAndClosesNinetyNineOfAHundred() {
        int all = expected.figure("matters");
        int closed = (int) Math.round(all * expected.share("closed"));
        var stories = many(all, this::oneOfMany);
        var asked = stories.stream().filter(it -> it.matter().report().askable()).toList();
        var found = stories.stream().filter(it -> !it.matter().report().askable()).toList();
        int left = all - closed; // they stand at every stage
        bulk.each(found, it -> it.spotted(walker(it.area()), "随手清走"));
        later(1);
        bulk.each(but(asked, left * 4 / 5), it -> it.accepted().dispatched());
        bulk.each(but(asked, left), Story::acknowledged);
        later(5);
        bulk.each(but(asked, left), it -> it.handled("办好了"));
        later(1);
        bulk.each(but(asked, left), Story::checked);
        bulk.each(but(asked, left), it -> it.rated("satisfied"));
        bulk.each(but(asked, left), Story::closed);
        counted();

        long cases = 0;
        long open = 0;
        long done = 0;
        for (var street : streets()) {
            long of = street.at("/counts/cases").asLong();
            assertThat(street.at("/counts/closed").asDouble() / of).isGreaterThan(0.98);
            cases += of;
            open += street.at("/open").asLong();
            done += street.at("/counts/closed").asLong();
        }
        assertThat(streets()).hasSize(town().all(Level.STREET).size());
        assertThat(cases).isGreaterThanOrEqualTo(all);
        assertThat(open).isPositive().isLessThanOrEqualTo(all - closed);
        assertThat((double) done / cases).isGreaterThanOrEqualTo(expected.share("closed"));
        assertThat(stored("state = 'CLOSED'")).isEqualTo(done);
        for (var channel : CHANNELS) {
            assertThat(kind("channel", channel).at("/reported").asInt()).isPositive();
        }
        assertThat(
                        stored(
                                """
                                channel = 'door-qr' AND state = 'CLOSED' AND NOT EXISTS (
                                    SELECT FROM matter.step s WHERE s.region = m.region AND s.matter = m.id AND s.act = 'rate')
                                """))
                .as("calls that ended without a word of the caller")
                .isZero();
        visited(but(asked, left));
    }

    /// The branch of the grid visits the share that the playbook says, chosen by the number of the matter alone.
    private void visited(List<Story> closed) {
        double sample = town().playbook().matter().loop().after().revisit().sample();
        var owed = closed.stream().filter(it -> it.matter().aside().asked().revisit()).toList();
        assertThat(owed)
                .containsExactlyElementsOf(
                        closed.stream().filter(it -> it.matter().sampled() < sample).toList());
        assertThat((double) owed.size() / closed.size()).isBetween(sample * 0.8, sample * 1.2);
        bulk.each(owed, it -> it.revisited(town().holder("branch-head", it.area()), true));
        assertThat(owed).noneMatch(it -> it.matter().aside().asked().revisit());
    }

    private Story oneOfMany(int i) {
        var grid = town().at(Level.GRID, i);
        var channel = CHANNELS.get(i / ITEMS.size() % CHANNELS.size());
        var item = ITEMS.get(i % ITEMS.size());
        return channel.equals("patrol")
                ? reported(walker(grid), channel, item, grid)
                : askedFor(town().desk(grid.at(Level.COMMUNITY)), channel, item, grid);
    }

    private Caller walker(TerritoryCode grid) {
        return town().holder("grid-worker", grid);
    }

    private static List<Story> but(List<Story> stories, int last) {
        return stories.subList(0, stories.size() - last);
    }
}
