package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// 收集—办理（上报）—销号—评价: what workers, communities and streets can solve they solve; the rest is looked through and
/// passed on by the district's command centre.
class ShizuishanMethodsTest extends MethodsTest {

    private static final String UNKNOWN_LEVEL = "gbt-event-09012";

    ShizuishanMethodsTest() {
        super("shizuishan", "640202", new Ground.Part(3, 2, 2));
    }

    @Test
    void eachLevelSolvesWhatItCanAndTheCentrePassesTheRestOn() {
        var grid = town().at(Level.GRID, 0);
        var by = town().desk(grid.at(Level.COMMUNITY));
        askedFor(by, "patrol", "dispute", grid).accepted().heldBy("grid-worker");
        askedFor(by, "phone", "certificate", grid).accepted().heldBy("community-desk");
        askedFor(by, "phone", "street-lamp", grid)
                .accepted()
                .standsWith(town().unit("lighting"), "department");
        var story = askedFor(by, "phone", UNKNOWN_LEVEL, grid).accepted().dispatched();
        story.heldBy("district-desk");
        var passedOn =
                new Command.Dispatch(
                        town().unit("fire-rescue"),
                        Optional.empty(),
                        Optional.of("department"),
                        "审核后分流");
        story.take(passedOn, story.worker()).acknowledged().handled("劝离了").checked();
        story.rated("satisfied").closed();
    }

    @Test
    void nothingIsStruckOffBeforeSomebodyElseHasCheckedIt() {
        var grid = town().at(Level.GRID, 1);
        var worker = town().holder("grid-worker", grid);
        var spotted = reported(worker, "patrol", "hazard", grid).spotted(worker, "当场消除");
        assertThat(spotted.state()).isEqualTo("Handled");
        assertThat(spotted.refused(new Command.Close(""), spotted.desk())).isEqualTo("WRONG_STATE");
        spotted.checked().closed();
        var story = askedFor(spotted.desk(), "patrol", "dispute", grid).accepted();
        story.acknowledged().handled("劝和了");
        assertThat(story.refused(new Command.Close(""), story.desk())).isEqualTo("WRONG_STATE");
        story.checked(false, false, "当事人说没有谈拢").acknowledged().handled("签了协议").checked();
        story.rated("satisfied").closed();
        assertThat(town().playbook().matter().loop().phases()).hasSize(4);
    }

    @Test
    void whatIsNotSolvedInTimeGoesToTheCentreByItself() {
        var grid = town().at(Level.GRID, 2);
        var story = askedFor(town().desk(grid.at(Level.COMMUNITY)), "patrol", "dispute", grid);
        story.accepted().acknowledged();
        ring(story, 24 * 14);
        story.standsWith(town().unit(Settling.CENTRE), "county");
        assertThat(story.acts()).containsSubsequence("acknowledge", "remind", "escalate");
    }

    @Test
    void settlesThePublishedDisputesAndRemovesThePublishedHazards() {
        int disputes = expected.figure("disputes");
        int hazards = expected.figure("hazards");
        var settled =
                many(
                        disputes,
                        i -> {
                            var grid = town().at(Level.GRID, i);
                            return askedFor(
                                    town().holder("grid-worker", grid), "patrol", "dispute", grid);
                        });
        bulk.each(settled, Story::accepted);
        var upwards = settled.subList(0, disputes / 5);
        bulk.each(upwards, it -> it.acknowledged().escalated("网格里解决不了"));
        var further = upwards.subList(0, disputes / 20);
        bulk.each(further, it -> it.acknowledged().escalated("社区解决不了"));
        var centre = further.subList(0, disputes / 100);
        bulk.each(centre, it -> it.acknowledged().escalated("街道解决不了"));
        later(20);
        bulk.each(settled, it -> it.acknowledged().handled("谈妥了").checked());
        bulk.each(settled, it -> it.rated("satisfied").closed());
        var removed =
                many(
                        hazards,
                        i -> {
                            var grid = town().at(Level.GRID, i);
                            return reported(
                                    town().holder("grid-worker", grid), "patrol", "hazard", grid);
                        });
        bulk.each(
                removed,
                it ->
                        it.spotted(town().holder("grid-worker", it.area()), "消除了")
                                .checked()
                                .closed());
        counted();
        assertThat(kind("class", "disputes").at("/closed").asInt())
                .isGreaterThanOrEqualTo(disputes);
        assertThat(kind("class", "hazards").at("/closed").asInt()).isGreaterThanOrEqualTo(hazards);
        assertThat(stored("state = 'CLOSED' AND rung IN ('community', 'street', 'county')"))
                .isGreaterThanOrEqualTo(upwards.size());
        assertThat(
                        stored(
                                """
                                state = 'CLOSED' AND NOT EXISTS (
                                    SELECT FROM matter.step s WHERE s.region = m.region AND s.matter = m.id AND s.act = 'verify'
                                       AND s.actor IS DISTINCT FROM m.handler)
                                """))
                .as("struck off without a check by somebody else")
                .isZero();
    }

    /// 量化：每周每格派出任务，做完要核查，核查过才计入；联系服务群众的人数从存下的任务里加出来。
    @Test
    void tasksAreGivenEachWeekCheckedAndCountedUntilAsManyAreReachedAsPublished() {
        int reached = expected.figure("reached");
        int each = 40;
        var from = clock.instant();
        for (long sum = 0; sum < reached; later(24 * 7)) {
            tasks.round();
            var visits = tasks.newest(region(), "weekly-visit");
            assertThat(visits).hasSize(town().all(Level.GRID).size());
            bulk.each(visits, id -> tasks.finished(town().cast(), id, each));
            bulk.each(visits, id -> tasks.checked(town().cast(), id, "community-desk"));
            sum += (long) visits.size() * each;
        }
        var figures = get(town().desk(town().county()), "/tasks/figures?" + days());
        var visits = kindOf(figures, "weekly-visit");
        assertThat(visits.at("/figure").asLong()).isGreaterThanOrEqualTo(reached);
        assertThat(visits.at("/score").asLong()).isEqualTo(visits.at("/counted").asLong());
        assertThat(kindOf(figures, "weekly-round").at("/overdue").asInt()).isPositive();
        assertThat(figures.at("/persons").size()).isEqualTo(town().all(Level.GRID).size());
        assertThat(clock.instant()).isAfter(from);
    }

    /// 居民预约“两代表一委员”工作室，来了就记下，由来访生出的事按渠道计数。
    @Test
    void aDelegateReceivesByAppointmentAndAMatterComesOfIt() {
        var grid = town().at(Level.GRID, 3);
        var place = grid.at(Level.COMMUNITY);
        var desk = town().desk(place);
        var slots = get(desk, "/windows/delegate-studio/slots?days=14&area=" + place).at("/slots");
        var body =
                """
                {"window":"delegate-studio","area":"%s","start":"%s","subject":"反映噪声","name":"赵六","phone":"13512345678"}
                """
                        .formatted(place, slots.at("/0/starts").asString());
        var booked = post(town().resident(7), "/bookings", Optional.empty(), body);
        assertThat(booked).hasStatus(201);
        assertThat(body(booked).at("/trackingSecret").asString()).hasSize(16);
        var day = slots.at("/0/starts").asString().substring(0, 10);
        later(24 * 8);
        var visit = get(desk, "/visits?day=" + day + "&area=" + place).at("/visits/0");
        var story = askedFor(desk, "delegate-studio", "noise-life", grid);
        var keep = "{\"note\":\"接访了\",\"matter\":\"%s\"}".formatted(story.matter().id().value());
        var path = "/visits/" + visit.at("/id").asString() + "/keep";
        var kept = body(post(desk, path, Optional.of(1), keep));
        assertThat(kept.at("/booking/state").asString()).isEqualTo("KEPT");
        assertThat(kept.at("/matter").asString()).isEqualTo(story.matter().id().value().toString());
    }

    private static JsonNode kindOf(JsonNode figures, String key) {
        for (var kind : figures.at("/kinds")) {
            if (kind.at("/kind").asString().equals(key)) {
                return kind;
            }
        }
        throw new AssertionError("Nothing is counted for " + key + ": " + figures);
    }

    @Test
    void delegatesReceiveResidentsInTheStudiosAndTheirProblemsAreSolved() {
        int problems = expected.figure("delegate-problems");
        var items = List.of("certificate", "noise-life", "other", "pets");
        var stories =
                many(
                        problems,
                        i -> {
                            var grid = town().at(Level.GRID, i);
                            return askedFor(
                                    town().desk(grid.at(Level.COMMUNITY)),
                                    "delegate-studio",
                                    items.get(i % items.size()),
                                    grid);
                        });
        bulk.each(stories, Story::worked);
        counted();
        assertThat(kind("channel", "delegate-studio").at("/closed").asInt()).isEqualTo(problems);
    }
}
