package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huying.calendar.TimeLimit;
import org.huying.playbook.check.Finding;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.CatalogueFiles;
import org.huying.playbook.source.FolderFiles;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedPlaybooksTest {

    private static final ShippedFiles SHIPPED = new ShippedFiles();
    private static final CatalogueFiles NONE = (_, _) -> Optional.empty();
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    static List<String> keys() {
        return SHIPPED.keys();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void haveNoMistake(String key) {
        var loaded = new Loading(SHIPPED, NONE).load(SHIPPED.playbook(key).orElseThrow());
        assertThat(
                        loaded.findings().all().stream()
                                .filter(each -> each.severity() == Finding.Severity.ERROR))
                .isEmpty();
        assertThat(loaded.playbook()).isPresent();
    }

    @Test
    void holdTheNationalCodesAndTheResidentsItems() {
        var base = load("base", NONE);
        assertThat(base.items()).hasSize(403 + 47);
        assertThat(base.item("gbt-event-09012").orElseThrow().name().zh()).isEqualTo("占用消防通道");
        assertThat(base.items().stream().filter(item -> item.more().forResidents())).hasSize(47);
        assertThat(base.place()).isEqualTo(TerritoryCode.of("00"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void nameEveryItemAndClassInEnglishToo(String key) {
        var playbook = load(key, NONE);
        assertThat(
                        Stream.concat(
                                        playbook.items().stream().map(Item::name),
                                        playbook.classes().stream().map(ItemClass::name))
                                .filter(name -> CHINESE.matcher(name.en()).find()))
                .isEmpty();
        assertThat(playbook.items()).isNotEmpty();
    }

    @Test
    void laysTheDefaultsOfCatalogueAndClassUnderTheItem() {
        var tengzhou = load("tengzhou", NONE);
        var garbage = tengzhou.item("garbage-exposed").orElseThrow();
        assertThat(garbage.limits())
                .containsEntry(Stage.HANDLE, TimeLimit.parse("4 work-hours"))
                .containsEntry(Stage.ACKNOWLEDGE, TimeLimit.parse("2 work-hours"))
                .containsEntry(Stage.WHOLE, TimeLimit.parse("15 days"));
        assertThat(garbage.evidence())
                .containsEntry("handle", List.of("photo-before", "photo-after"));
        assertThat(tengzhou.later()).contains("council", "exchange", "assess", "place.stations");
    }

    @Test
    void askWhoeverChecksOnSiteForAPictureAndNobodyWhereItIsCheckedByPhone() {
        for (var key : List.of("base", "tengzhou", "chengqiao", "zhongshan")) {
            var playbook = load(key, NONE);
            assertThat(playbook.item("corridor-piled").orElseThrow().evidence())
                    .as(key)
                    .containsEntry("verify", List.of("photo-after"));
            assertThat(playbook.item("neighbour-dispute").orElseThrow().evidence())
                    .as(key)
                    .containsEntry("verify", List.of());
        }
    }

    @Test
    void sendsWhatTheGridCanSolveToItsChief() {
        var tengzhou = load("tengzhou", NONE);
        assertThat(first(tengzhou, "corridor-piled"))
                .isEqualTo(new DispatchTarget.Post("grid-chief", "grid"));
        assertThat(first(tengzhou, "lift-fault")).isEqualTo(new DispatchTarget.Duty("grid"));
        assertThat(first(tengzhou, "road-damage")).isEqualTo(new DispatchTarget.Duty("street"));
        assertThat(tengzhou.matter().dispatch().getFirst().source()).startsWith("tengzhou.yaml:");
    }

    @Test
    void callsARequestUrgentByTheFactsOfTheMatter() {
        var item = load("tengzhou", NONE).item("parking-blocked").orElseThrow();
        var urgent = item.more().urgent().orElseThrow();
        var place = TerritoryCode.of("370481001");
        assertThat(urgent.holds(new Facts(Map.of("blocksFireLane", true), item, place, NOON)))
                .isTrue();
        assertThat(urgent.holds(new Facts(Map.of(), item, place, NOON))).isFalse();
    }

    @Test
    void takeAnImportedCatalogueAndMapTheNationalCodes() {
        var data = Path.of("../../shared/data");
        Assumptions.assumeTrue(
                Files.exists(data.resolve("pingshan_event_types.tsv")),
                "The development data is absent");
        var loaded =
                new Loading(SHIPPED, new FolderFiles(data))
                        .load(SHIPPED.playbook("pingshan").orElseThrow());
        var pingshan = loaded.playbook().orElseThrow();
        assertThat(pingshan.items()).hasSize(369);
        assertThat(
                        pingshan.items().stream()
                                .filter(item -> item.codes().containsKey("gbt47678.5-2026")))
                .hasSize(45);
        assertThat(pingshan.item("ps-633").orElseThrow().name().zh()).isEqualTo("路灯(灯光)井盖");
        assertThat(pingshan.item("ps-633").orElseThrow().more().origin())
                .startsWith("pingshan_event_types.tsv:");
    }

    private static DispatchTarget first(Playbook playbook, String itemKey) {
        var item = playbook.item(itemKey).orElseThrow();
        var facts = new Facts(Map.of(), item, TerritoryCode.of("370481001001001"), NOON);
        return playbook.matter().dispatch().stream()
                .filter(rule -> rule.when().holds(facts))
                .findFirst()
                .orElseThrow()
                .to();
    }

    private static CompiledPlaybook load(String key, CatalogueFiles files) {
        return new Loading(SHIPPED, files)
                .load(SHIPPED.playbook(key).orElseThrow())
                .playbook()
                .orElseThrow();
    }

    @Test
    void mayGiveHoldersOfAPostEachBuiltInRoleOfStaffThatAdministersNothing() throws Exception {
        var roles =
                tree("/access/roles.yaml").path("roles").properties().stream()
                        .filter(each ->
                                each.getValue().path("holders").toString().equals("[\"STAFF\"]"))
                        .filter(each -> !each.getValue().has("sphere"))
                        .map(Map.Entry::getKey)
                        .toList();
        var offered =
                tree("/playbooks/playbook.schema.json")
                        .at("/$defs/post/properties/role/enum")
                        .valueStream()
                        .map(JsonNode::asString);
        assertThat(offered).containsExactlyInAnyOrderElementsOf(roles);
    }

    private static JsonNode tree(String resource) throws Exception {
        try (var file = ShippedPlaybooksTest.class.getResourceAsStream(resource)) {
            Object document =
                    new Yaml(new SafeConstructor(new LoaderOptions()))
                            .load(Objects.requireNonNull(file, resource));
            return JsonMapper.shared().valueToTree(document);
        }
    }
}
