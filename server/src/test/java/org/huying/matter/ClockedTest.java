package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.database.Ids;
import org.huying.database.Postgres;
import org.huying.eventlog.Consumers;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Matter;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.PostEdits;
import org.huying.territory.DivisionImport;
import org.huying.territory.TerritoryCode;
import org.huying.vault.Step;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A county under the base playbook with a real body or post at every rung, and a clock whose hands the test moves.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, HandClock.Wound.class})
abstract class ClockedTest {

    static final String REGION = "370403";
    static final TerritoryCode COUNTY = TerritoryCode.of(REGION);
    static final TerritoryCode STREET = TerritoryCode.of(REGION + "001");
    static final TerritoryCode COMMUNITY = TerritoryCode.of(REGION + "001001");
    static final TerritoryCode GRID = TerritoryCode.of(REGION + "001001001");
    static final TerritoryCode MICRO = TerritoryCode.of(REGION + "001001001001");
    private static final UUID MICRO_CHIEF = new UUID(3, 1);
    private static final UUID GRID_CHIEF = new UUID(3, 2);

    @Autowired HandClock hands;
    @Autowired MatterDesk desk;
    @Autowired Matters matters;
    @Autowired Rulebook rulebook;
    @Autowired Reception reception;
    @Autowired AlarmRows alarms;
    @Autowired AlarmRound round;
    @Autowired Consumers consumers;
    @Autowired JdbcClient jdbc;
    @Autowired DivisionImport divisions;
    @Autowired OrgEdits organisations;
    @Autowired PostEdits posts;

    private final Map<String, UUID> units = new HashMap<>();

    @BeforeEach
    void county() {
        hands.set(HandClock.MONDAY);
        jdbc.sql("UPDATE matter.alarm SET parked_at = '2000-01-01Z'").update(); // of other tests
        divisions.county(REGION);
        var since = LocalDate.of(2020, 1, 1);
        units.putAll(
                organisations
                        .save(
                                REGION,
                                List.of(
                                        body(
                                                "committee",
                                                OrganisationKind.COMMUNITY_COMMITTEE,
                                                COMMUNITY),
                                        body("office", OrganisationKind.STREET_OFFICE, STREET),
                                        body("centre", OrganisationKind.CENTRE, COUNTY),
                                        body("lighting", OrganisationKind.DEPARTMENT, COUNTY)),
                                since)
                        .ids());
        posts.save(
                REGION,
                List.of(
                        new PostEdits.Entry(
                                "grid-chief",
                                "网格长",
                                "committee",
                                GRID,
                                List.of(new PostEdits.Holder(GRID_CHIEF, "张"))),
                        new PostEdits.Entry(
                                "micro-grid-chief",
                                "微网格长",
                                "committee",
                                MICRO,
                                List.of(new PostEdits.Holder(MICRO_CHIEF, "李")))),
                since);
    }

    MatterId dispatched() {
        var report =
                new NewMatter(
                        REGION,
                        "snap",
                        "complaint",
                        "路灯不亮",
                        "三天没亮",
                        "",
                        Optional.of("street-lamp"),
                        Optional.empty(),
                        Optional.empty(),
                        new NewMatter.Contact(Optional.empty(), Optional.empty()),
                        List.of(),
                        Optional.empty(),
                        false,
                        Map.of(),
                        Optional.empty());
        var at = reception.prepared(report, Caller.SYSTEM, desk.now());
        var placed =
                new Matter(
                        at.id(),
                        at.version(),
                        at.report(),
                        new Matter.Subject(
                                at.subject().item(),
                                at.subject().itemClass(),
                                MICRO,
                                Optional.empty()),
                        at.standing(),
                        at.clock(),
                        at.since(),
                        at.changedAt(),
                        at.steps(),
                        at.chain());
        var id =
                desk.open(
                                placed,
                                Caller.SYSTEM,
                                List.of(),
                                Optional.empty(),
                                MatterDesk.Also.NOTHING)
                        .orElseThrow()
                        .id();
        done(id, new Command.Accept(), Caller.SYSTEM);
        done(
                id,
                new Command.Dispatch(
                        unit("committee"), Optional.of(MICRO_CHIEF), Optional.of("micro"), ""),
                Caller.SYSTEM);
        return id;
    }

    MatterId acknowledged() {
        var id = dispatched();
        done(id, new Command.Acknowledge(), Caller.SYSTEM);
        return id;
    }

    void ringAt(Instant moment) {
        hands.set(moment);
        consumers.drain();
        round.run();
        consumers.drain();
    }

    Taken take(MatterId id, Command command, Caller by) {
        return desk.take(
                new MatterDesk.Order(id, command, by, now(id).version(), Optional.empty()));
    }

    void done(MatterId id, Command command, Caller by) {
        assertThat(take(id, command, by)).as("%s", command).isInstanceOf(Taken.Done.class);
        consumers.drain();
    }

    Matter now(MatterId id) {
        return matters.find(id).orElseThrow();
    }

    List<Step> steps(MatterId id) {
        return matters.steps(id);
    }

    List<String> acts(MatterId id) {
        return steps(id).stream().map(Step::act).toList();
    }

    List<String> facts(MatterId id, String act) {
        return steps(id).stream().filter(it -> it.act().equals(act)).map(Step::facts).toList();
    }

    List<String> templates(MatterId id) {
        return jdbc.sql("SELECT template FROM notice.notice WHERE matter = :id")
                .param("id", id.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    List<String> told(MatterId id, UUID recipient) {
        return jdbc.sql("SELECT template FROM notice.notice WHERE matter = :id AND recipient = :to")
                .param("id", id.value())
                .param("to", recipient)
                .query((row, _) -> row.getString(1))
                .list();
    }

    Command.Evidence paper(Caller by) {
        var id = Ids.next();
        jdbc.sql(
                        """
                        INSERT INTO matter.attachment (region, id, uploader, media_type, width, height, sha256, content,
                                                       thumbnail, added_at)
                        VALUES (:region, :id, :by, 'image/jpeg', 1, 1, '', '', '', :at)
                        """)
                .param("region", REGION)
                .param("id", id)
                .param("by", by.account())
                .param("at", desk.now().atOffset(ZoneOffset.UTC))
                .update();
        return new Command.Evidence("paper", id);
    }

    UUID unit(String key) {
        return Objects.requireNonNull(units.get(key), key);
    }

    private static OrgEdits.Entry body(String key, OrganisationKind kind, TerritoryCode anchor) {
        return new OrgEdits.Entry(key, key, kind, Optional.empty(), Optional.of(anchor));
    }

    static Caller staff(int no, TerritoryCode area, String... verbs) {
        var permissions = new HashSet<>(Set.of("matter:matter:read"));
        for (var verb : verbs) {
            permissions.add("matter:matter:" + verb);
        }
        return new Caller(
                new UUID(5, no),
                Caller.Kind.STAFF,
                "第%d个人".formatted(no),
                List.of(new Grant("any", Optional.of(area), Optional.empty(), permissions)));
    }
}
