package org.huying.insight.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huying.insight.FakeMatters.REGION;
import static org.huying.insight.FakeMatters.id;
import static org.huying.insight.FakeMatters.matter;
import static org.huying.insight.FakeMatters.moved;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huying.database.Postgres;
import org.huying.insight.FakeMatters;
import org.huying.insight.sql.Cut;
import org.huying.insight.sql.ListStatements;
import org.huying.insight.sql.Place;
import org.huying.insight.sql.Terms;
import org.huying.matter.Flag;
import org.huying.matter.MatterSummary;
import org.junit.jupiter.api.Test;

class FeedTest {

    private final Feed feed = new Feed(Postgres.migrated());

    @Test
    void storesEachMatterOnceHoweverOftenItIsTold() {
        feed.matters.fill(0, 50);
        feed.moved(ids(0, 50));
        feed.moved(ids(0, 50));
        feed.moved(id(1), id(1), id(2));
        assertThat(count("matter_row")).isEqualTo(50);
        assertThat(count("open_row")).isEqualTo(5);
        assertThat(count("matter_text")).isEqualTo(50);
        assertThat(value("370481001", "reported")).isEqualTo(3);
    }

    @Test
    void aStepMovesTheLineAndTheCounters() {
        feed.matters.put(matter(10));
        feed.moved(id(10));
        assertThat(value("370481011", "open")).isEqualTo(1);
        assertThat(value("370481011", "handled")).isZero();
        feed.matters.put(moved(matter(10), "CLOSED", false));
        feed.moved(id(10));
        assertThat(count("open_row")).isZero();
        assertThat(value("370481011", "open")).isZero();
        assertThat(value("370481011001", "closed")).isEqualTo(1);
        assertThat(value("370481011", "rated.satisfied")).isEqualTo(1);
        assertThat(value("370481011", "reported")).isEqualTo(1);
    }

    @Test
    void whatIsLeftOutOfTheAssessmentCountsInTheFullScopeOnly() {
        var first = matter(10);
        feed.matters.put(first);
        feed.moved(id(10));
        var left = moved(first, "CLOSED", false, FakeMatters.flagged(Flag.EXCLUDED, Flag.SPOT));
        feed.matters.put(left);
        feed.moved(id(10), id(10));
        assertThat(value("370481011", "closed")).isEqualTo(1);
        assertThat(value("370481011", "excluded.closed")).isEqualTo(1);
        assertThat(value("370481011", "closed.spot")).isEqualTo(1);
        assertThat(value("370481011", "excluded.rated.satisfied")).isEqualTo(1);
        feed.matters.put(moved(left, "CLOSED", false, FakeMatters.flagged(Flag.EXCLUDED_RATING)));
        feed.moved(id(10));
        assertThat(value("370481011", "excluded.closed")).isZero();
        assertThat(value("370481011", "excluded.rated.satisfied")).isEqualTo(1);
        assertThat(value("370481011", "spot")).isZero();
        assertThat(feed.model().recompute(REGION).differing()).isZero();
    }

    @Test
    void linesOfFlagsComeAndGoWithThem() {
        var first = matter(40);
        feed.matters.put(first);
        feed.moved(id(40));
        feed.moved(id(40));
        assertThat(count("aside_row WHERE lead")).isEqualTo(3);
        assertThat(count("aside_row WHERE NOT lead")).isEqualTo(3);
        feed.matters.put(moved(first, "IN_PROGRESS", true, MatterSummary.Beside.NOTHING));
        feed.moved(id(40));
        assertThat(count("aside_row")).isZero();
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne() {
        var first = matter(10);
        feed.matters.put(moved(first, "CLOSED", false));
        feed.moved(id(10));
        feed.matters.put(first);
        feed.moved(id(10));
        assertThat(state(id(10))).isEqualTo("CLOSED");
        assertThat(count("open_row")).isZero();
        assertThat(value("370481011", "open")).isZero();
    }

    @Test
    void aRecountAgreesWithTheRunningCounters() {
        feed.matters.fill(0, 300);
        feed.moved(ids(0, 300));
        IntStream.range(0, 20)
                .forEach(i -> feed.matters.put(moved(matter(i * 10), "CLOSED", false)));
        feed.moved(ids(0, 200));
        var recount = feed.model().recompute(REGION);
        assertThat(recount.matters()).isEqualTo(300);
        assertThat(recount.caughtUp()).isZero();
        assertThat(recount.differing()).isZero();
        assertThat(recount.counters()).isPositive();
    }

    @Test
    void aRecountFindsAndRepairsWhatIsWrong() {
        feed.matters.fill(0, 100);
        feed.moved(ids(0, 90));
        feed.jdbc
                .sql(
                        "UPDATE insight.counter SET value = 7 WHERE area = '370481001' AND name = 'late'")
                .update();
        feed.jdbc.sql("DELETE FROM insight.counter WHERE area = '370481002'").update();
        var recount = feed.model().recompute(REGION);
        assertThat(recount.caughtUp()).isEqualTo(10);
        assertThat(recount.differences())
                .anySatisfy(d -> {
                    assertThat(d.area()).isEqualTo("370481001");
                    assertThat(d.was()).isEqualTo(7);
                    assertThat(d.is()).isEqualTo(5);
                });
        assertThat(feed.model().recompute(REGION).differences()).isEqualTo(List.of());
    }

    @Test
    void aRebuildKeepsIndexesAndAgreesWithTheFeed() {
        feed.matters.fill(0, 1_000);
        feed.moved(ids(0, 500));
        var indexes = indexes();
        assertThat(feed.model().rebuild(REGION)).isEqualTo(1_000);
        assertThat(indexes()).isEqualTo(indexes).hasSizeGreaterThan(15);
        assertThat(count("matter_text")).isEqualTo(1_000);
        assertThat(feed.model().recompute(REGION).differing()).isZero();
    }

    @Test
    void textsAreFoundWhileTheyWaitAndOnceTheyAreIndexedTogether() {
        feed.matters.fill(0, 1_500);
        feed.moved(ids(0, 500));
        feed.moved(ids(500, 1_000));
        assertThat(waiting()).isEqualTo(1_000);
        assertThat(found("编号998")).containsExactly("370481-260105-00998");
        feed.moved(ids(1_000, 1_100));
        assertThat(waiting()).isZero();
        feed.moved(ids(1_100, 1_500));
        assertThat(found("编号998")).containsExactly("370481-260105-00998");
        assertThat(found("编号1498")).containsExactly("370481-260105-01498");
        assertThat(found("编号1")).hasSize(201).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    private long waiting() {
        return count("matter_text WHERE grams IS NULL");
    }

    private List<String> found(String words) {
        var terms = Terms.of(words).orElseThrow();
        var statement = ListStatements.search(REGION, List.of(Cut.WHOLE), terms, Place.NEWEST, 200);
        return feed.numbers(statement, 300);
    }

    private List<String> indexes() {
        return feed.jdbc
                .sql("SELECT indexdef FROM pg_indexes WHERE schemaname = 'insight' ORDER BY 1")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static UUID[] ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> id(i)).toArray(UUID[]::new);
    }

    private long count(String table) {
        return feed.jdbc.sql("SELECT count(*) FROM insight." + table).query(Long.class).single();
    }

    private String state(UUID id) {
        return feed.jdbc
                .sql("SELECT state FROM insight.matter_row WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private long value(String area, String name) {
        return feed.jdbc
                .sql(
                        """
                        SELECT coalesce(sum(value), 0) FROM insight.counter
                         WHERE region = '370481' AND area = :area AND name = :name
                        """)
                .param("area", area)
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
