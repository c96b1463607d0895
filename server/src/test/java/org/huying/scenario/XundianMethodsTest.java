package org.huying.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.matter.loop.Command;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

/// Needs are found and solved in the grid; stations serve at three windows; a street uses its three rights, and is
/// answered.
class XundianMethodsTest extends MethodsTest {

    private static final List<String> RIGHTS =
            List.of("right-to-advise", "right-to-take-part", "right-to-manage");
    private static final List<String> WINDOWS =
            List.of("station-members", "station-civil", "station-security");

    XundianMethodsTest() {
        super("xundian", "530129", new Ground.Part(4, 8, 1));
    }

    @Test
    void whatIsFoundInTheGridIsSolvedByItsChief() {
        var grid = town().at(Level.GRID, 0);
        var story = reported(town().resident(1), "yearly-needs", "corridor-piled", grid);
        story.accepted().heldBy("grid-chief").acknowledged().handled("搬走了").checked();
        story.rated("satisfied").closed();
    }

    @Test
    void aStreetUsesEachOfItsRightsAndTheCountyAnswersOrIsMadeTo() {
        var street = town().at(Level.STREET, 0);
        var office = town().desk(street);
        var community = town().at(Level.COMMUNITY, 0);
        for (var right : RIGHTS) {
            var story = reported(office, "street-right", right, community).accepted().dispatched();
            story.standsWith(town().unit("county-office"), "department");
            story.returned("不归本单位");
            var decided =
                    new Command.Arbitrate(
                            town().unit("housing"),
                            Optional.empty(),
                            Optional.of("department"),
                            "由住建部门答复街道");
            assertThat(story.refused(decided, office))
                    .as("not by the street itself")
                    .isEqualTo("FORBIDDEN");
            story.take(decided, town().desk(town().county())).acknowledged();
            assertThat(story.refused(new Command.Return("还是不归"), story.worker()))
                    .isEqualTo("FIXED");
            story.handled("已采纳，书面答复").checked().closed();
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(DISTINCT item) FROM matter.matter
                                         WHERE region = :region AND item_class = 'street-rights' AND state = 'CLOSED'
                                        """)
                                .param("region", region())
                                .query(Integer.class)
                                .single())
                .isEqualTo(expected.figure("street-rights"));
    }

    /// 三项权力写在清单里，各有依据；每次行使都记下，县里的单位在时限内答复或提出异议。
    @Test
    void eachRightIsUsedByTheListObjectedToUpheldAndAnswered() {
        var street = town().at(Level.STREET, 1);
        var list = get(town().desk(street), "/powers?area=" + street);
        for (var item : list.at("/items")) {
            var id = used(street, item.at("/key").asString());
            said(town().member("county-office"), id, 1, "object", "{\"text\":\"要再研究\"}");
            said(town().desk(street), id, 2, "respond", "{\"agreed\":false,\"text\":\"坚持\"}");
            said(
                    town().desk(town().county()),
                    id,
                    3,
                    "rule",
                    "{\"agreed\":false,\"text\":\"应当答复\"}");
            said(town().member("county-office"), id, 4, "answer", "{\"text\":\"已采纳\"}");
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(DISTINCT e.item) FROM power.exercise e
                                         WHERE region = :region AND state = 'ANSWERED' AND basis <> ''
                                           AND EXISTS (SELECT FROM power.word w WHERE w.region = e.region
                                                          AND w.exercise = e.id AND w.act = 'RULE')
                                        """)
                                .param("region", region())
                                .query(Integer.class)
                                .single())
                .isEqualTo(expected.figure("street-rights"));
    }

    private String used(TerritoryCode street, String item) {
        var result =
                post(
                        town().desk(street),
                        "/powers/exercises",
                        Optional.empty(),
                        """
                        {"item":"%s","area":"%s","title":"街道行使权力","text":"请研究答复"}
                        """
                                .formatted(item, street));
        assertThat(result).hasStatus(201);
        return body(result).at("/id").asString();
    }

    private void said(Caller by, String id, int version, String act, String body) {
        assertThat(post(by, "/powers/exercises/" + id + "/" + act, Optional.of(version), body))
                .as(act)
                .hasStatusOk();
    }

    /// 错时、延时、预约：每个站在三种时间都有人预约，来了就记下，由来访生出一件事。
    @Test
    void asManyStationsAsPublishedReceiveByAppointmentAtOtherHoursAndAfterHours() {
        int stations = expected.figure("service-stations");
        var places = town().all(Level.COMMUNITY).subList(0, stations);
        var hours = List.of("station", "off-hours", "late-hours");
        var day = workday(places.getFirst());
        for (int i = 0; i < stations; i++) {
            for (var window : hours) {
                booked(places.get(i), window, day, "1360%07d".formatted(i));
            }
        }
        later(24 * 15);
        for (var place : places) {
            var desk = town().desk(place);
            for (var visit : get(desk, "/visits?day=" + day + "&area=" + place).at("/visits")) {
                var path = "/visits/" + visit.at("/id").asString() + "/keep";
                assertThat(post(desk, path, Optional.of(1), "{\"note\":\"办了\"}")).hasStatusOk();
            }
        }
        for (var window : hours) {
            assertThat(kept(window)).as(window).isEqualTo(stations);
        }
    }

    /// The next day on which all of them are open.
    private String workday(TerritoryCode place) {
        var open = get(town().desk(place), "/windows/off-hours/slots?days=14&area=" + place);
        var first = open.at("/slots/0/starts").asString().substring(0, 10);
        for (var slot : open.at("/slots")) {
            var day = slot.at("/starts").asString().substring(0, 10);
            if (!day.equals(first)) {
                return day;
            }
        }
        throw new AssertionError("Never open: " + open);
    }

    private void booked(TerritoryCode place, String window, String day, String phone) {
        var slots =
                get(
                                town().desk(place),
                                "/windows/%s/slots?from=%s&days=1&area=%s"
                                        .formatted(window, day, place))
                        .at("/slots");
        var body =
                """
                {"window":"%s","area":"%s","start":"%s","service":"civil","subject":"办低保","name":"王五","phone":"%s"}
                """
                        .formatted(window, place, slots.at("/0/starts").asString(), phone);
        assertThat(post(town().desk(place), "/bookings", Optional.empty(), body)).hasStatus(201);
    }

    private int kept(String window) {
        return jdbc.sql(
                        """
                        SELECT count(DISTINCT area) FROM appointment.booking
                         WHERE region = :region AND opens = :window AND state = 'KEPT'
                        """)
                .param("region", region())
                .param("window", window)
                .query(Integer.class)
                .single();
    }

    @Test
    void asManyStationsAsPublishedServeAtEachOfTheirWindows() {
        int stations = expected.figure("service-stations");
        var places = town().all(Level.COMMUNITY).subList(0, stations);
        var stories =
                many(
                        stations * WINDOWS.size(),
                        i -> {
                            var community = places.get(i / WINDOWS.size());
                            return askedFor(
                                    town().desk(community),
                                    "service-station",
                                    WINDOWS.get(i % WINDOWS.size()),
                                    community);
                        });
        bulk.each(stories, Story::worked);
        counted();
        for (var window : WINDOWS) {
            assertThat(kind("item", window).at("/closed").asInt()).isEqualTo(stations);
        }
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT count(DISTINCT left(area, 12)) FROM matter.matter
                                         WHERE region = :region AND channel = 'service-station' AND state = 'CLOSED'
                                        """)
                                .param("region", region())
                                .query(Integer.class)
                                .single())
                .isEqualTo(stations);
    }
}
