package org.huying.playbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.huying.database.Postgres;
import org.huying.playbook.source.SourceFile;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class RegistrationTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final String TABLE =
            """
            type_id\ttype\tmain_id\tmain\tsub_id\tsub
            1\t市容\t10\t垃圾\t100\t暴露垃圾
            1\t市容\t10\t垃圾\t101\t只有本地才有的事项
            """;

    private final DataSource dataSource = Postgres.migrated();
    private final VersionRows rows = new VersionRows(JdbcClient.create(dataSource));

    /// One node of the cluster: its own memory on the shared database.
    private final class Node {
        final StoredPlaybooks playbooks = new StoredPlaybooks(rows, JsonMapper.shared());
        final Registration registration =
                new Registration(
                        rows,
                        playbooks,
                        JsonMapper.shared(),
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                        new PlaybookProperties(null, Duration.ofSeconds(5)));
    }

    @Test
    void registersTheShippedFilesOnceHoweverOftenItStarts() {
        var first = new Node();
        first.registration.shipped();
        var second = new Node();
        second.registration.shipped();
        assertThat(second.playbooks.versions()).extracting(Registered::version).containsOnly(1);
        assertThat(second.playbooks.versions())
                .extracting(Registered::key)
                .contains("base", "tengzhou", "pingshan");
    }

    @Test
    void answersThePlacesOwnPlaybookOrTheBaseOne() {
        var node = new Node();
        node.registration.shipped();
        assertThat(node.playbooks.current("370481", NOON).key()).isEqualTo("tengzhou");
        assertThat(
                        node.playbooks
                                .current("370481", Instant.parse("2018-02-08T00:00:00Z"))
                                .version())
                .isEqualTo(1);
        assertThat(node.playbooks.current("110101", NOON).key()).isEqualTo("base");
        assertThatThrownBy(() -> node.playbooks.pinned("tengzhou", 7))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void answersTheTownsOwnPlaybookBeforeTheCountys() {
        var node = new Node();
        node.registration.shipped();
        assertThat(keyAt(node, "310151101001")).isEqualTo("chengqiao");
        assertThat(keyAt(node, "310151101")).isEqualTo("chengqiao");
        assertThat(keyAt(node, "310151102")).isEqualTo("base");
        assertThat(keyAt(node, "310151")).isEqualTo("chengqiao"); // the only town with one
        assertThat(node.playbooks.current("310151", NOON).key()).isEqualTo("chengqiao");
        assertThat(keyAt(node, "370481001001001")).isEqualTo("tengzhou");
        assertThat(keyAt(node, "3704")).isEqualTo("base");
    }

    @Test
    void answersTheCitysPlaybookForItsCounties() {
        var node = new Node();
        node.registration.shipped();
        assertThat(keyAt(node, "6402")).isEqualTo("shizuishan");
        assertThat(keyAt(node, "640221")).isEqualTo("shizuishan");
        assertThat(keyAt(node, "640202001001")).isEqualTo("shizuishan");
        assertThat(node.playbooks.current("640205", NOON).key()).isEqualTo("shizuishan");
        assertThat(keyAt(node, "6403")).isEqualTo("base");
    }

    @Test
    void forgetsThePlaceThatAnOlderVersionWasWrittenFor() {
        var shelf =
                new Shelf(List.of(version(1, "640202", Instant.EPOCH), version(2, "6402", NOON)));
        assertThat(shelf.inForce("640202", NOON.minusSeconds(1)))
                .map(Registered::version)
                .contains(1);
        assertThat(shelf.inForce("640202", NOON)).map(Registered::version).contains(2);
        assertThat(shelf.inForce("640221", NOON)).map(Registered::version).contains(2);
        assertThat(shelf.rival("other", "640202")).isEmpty();
        assertThat(shelf.rival("other", "6402")).contains("moved");
    }

    private static Registered version(int number, String place, Instant from) {
        return new Registered("moved", number, place, from, "", "");
    }

    private static String keyAt(Node node, String code) {
        return node.playbooks.current(TerritoryCode.of(code), NOON).key();
    }

    @Test
    void compilesAStoredVersionToTheSamePlaybook() {
        var writer = new Node();
        writer.registration.shipped();
        var reader = new Node();
        reader.playbooks.refresh();
        var fresh = writer.playbooks.compiled("tengzhou", 1);
        var stored = reader.playbooks.compiled("tengzhou", 1);
        assertThat(stored).isNotSameAs(fresh);
        assertThat(stored.items()).hasToString(fresh.items().toString());
        assertThat(stored.matter()).hasToString(fresh.matter().toString());
        assertThat(stored.matter().dispatch().getFirst().source())
                .isEqualTo(fresh.matter().dispatch().getFirst().source());
    }

    @Test
    void makesANewVersionOfAnImportedCatalogueAndKeepsTheOldOne() {
        var node = new Node();
        node.registration.shipped();
        var from = Instant.parse("2018-01-01T00:00:00Z");
        var file = new SourceFile("pingshan_event_types.tsv", TABLE);
        var outcome = node.registration.importCatalogue("pingshan", file, from);
        assertThat(outcome.changed()).isTrue();
        var imported = node.playbooks.current("440310", Instant.parse("2018-02-08T00:00:00Z"));
        assertThat(imported.version()).isEqualTo(2);
        assertThat(imported.items()).hasSize(2);
        assertThat(imported.item("ps-100").orElseThrow().codes())
                .containsEntry("pingshan", "100")
                .containsEntry("gbt47678.5-2026", "event-06010");
        assertThat(imported.item("ps-101").orElseThrow().codes()).containsOnlyKeys("pingshan");
        assertThat(
                        node.playbooks
                                .current("440310", Instant.parse("2017-12-31T00:00:00Z"))
                                .version())
                .isEqualTo(1);
        assertThat(node.registration.importCatalogue("pingshan", file, from).changed()).isFalse();

        var restarted = new Node();
        restarted.registration.shipped();
        assertThat(restarted.playbooks.newest("pingshan").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void writesImportedItemsInOneOrderSoThatARestartMakesNoNewVersion() {
        var node = new Node();
        node.registration.shipped();
        var file = new SourceFile("pingshan_event_types.tsv", TABLE);
        assertThat(node.registration.importCatalogue("pingshan", file, NOON).changed()).isTrue();
        assertThat(rows.document("pingshan", 2).orElseThrow().document())
                .contains(
                        """
                        "ps-100":{"name":"暴露垃圾","class":"ps-main-10",\
                        "codes":{"pingshan":"100","gbt47678.5-2026":"event-06010"}}\
                        """);
    }

    @Test
    void storesNothingOfABrokenCatalogue() {
        var node = new Node();
        node.registration.shipped();
        var broken = new SourceFile("pingshan_event_types.tsv", "type_id\ttype\tmain\n1\t2\t3\n");
        var outcome = node.registration.importCatalogue("pingshan", broken, NOON);
        assertThat(outcome.playbook()).isEmpty();
        assertThat(outcome.findings().all().getFirst().code()).isEqualTo("missing-column");
        assertThat(rows.catalogue("pingshan", "pingshan_event_types.tsv")).isEmpty();
    }
}
