package org.huying.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.playbook.compile.CompiledPlaybook;
import org.huying.playbook.source.Loading;
import org.huying.playbook.source.ShippedFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The playbooks of the twelve source places: complete, without a finding, and with the figures their sources publish.
class TwelvePlacesTest {

    private static final ShippedFiles SHIPPED = new ShippedFiles();

    /// Each place with its code and the document that describes it.
    enum Place {
        SHIZUISHAN("6402", "000"),
        TENGZHOU("370481", "001"),
        YONGCHUN("350525", "002"),
        XUNDIAN("530129", "002"),
        JIANGAN("511523", "002"),
        XISHUI("520330", "002"),
        FENGXIAN("320321", "002"),
        LUXI("433122", "002"),
        XINYUAN("654025", "002"),
        DAYU("360723", "002"),
        ZHONGSHAN("210202", "003"),
        CHENGQIAO("310151101", "004");

        final String code;
        final String source;

        Place(String code, String source) {
            this.code = code;
            this.source = source;
        }

        Loading.Loaded load() {
            var file = SHIPPED.playbook(name().toLowerCase(Locale.ROOT)).orElseThrow();
            return new Loading(SHIPPED, (_, _) -> Optional.empty()).load(file);
        }

        CompiledPlaybook playbook() {
            return load().playbook().orElseThrow();
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void compilesWithoutAnErrorOrAWarning(Place place) {
        var loaded = place.load();
        assertThat(loaded.findings().all()).isEmpty();
        assertThat(loaded.playbook().orElseThrow().place().value()).isEqualTo(place.code);
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void namesTheSourceOfItsFigures(Place place) {
        var figures = place.playbook().expect();
        assertThat(figures).containsEntry("source", place.source);
        assertThat(figures.values().stream().flatMap(TwelvePlacesTest::numbers))
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(figure -> assertThat(figure.doubleValue()).isPositive());
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void standsOnLevelsThatItNames(Place place) {
        var playbook = place.playbook();
        var known = new TreeSet<>(playbook.levels().keySet());
        assertThat(playbook.posts()).extracting(PostKind::level).allMatch(known::contains);
        assertThat(playbook.teams()).extracting(TeamKind::level).allMatch(known::contains);
        known.add(LoopRules.DEPARTMENT);
        assertThat(playbook.matter().loop().ladder()).allMatch(known::contains);
        assertThat(playbook.whistle().levels().values())
                .isNotEmpty()
                .allMatch(rung -> known.contains(rung.by()) && known.contains(rung.answers()));
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void saysItsNamesInEnglishToo(Place place) {
        var playbook = place.playbook();
        assertThat(
                        Stream.of(
                                        playbook.levels().values().stream(),
                                        playbook.posts().stream().map(PostKind::name),
                                        playbook.teams().stream().map(TeamKind::name),
                                        playbook.matter().channels().values().stream(),
                                        playbook.matter().loop().phases().values().stream(),
                                        playbook.whistle().items().values().stream()
                                                .map(WhistleRules.Entry::name))
                                .flatMap(names -> names))
                .noneMatch(name -> name.en().isEmpty() || name.en().equals(name.zh()));
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void hasAWhistleListOfUniqueItemsWithALeadEach(Place place) {
        var whistle = place.playbook().whistle();
        var units = place.playbook().units();
        assertThat(whistle.items()).isNotEmpty();
        assertThat(whistle.items().values())
                .allMatch(item -> item.lead().filter(units::containsKey).isPresent())
                .allMatch(item -> units.keySet().containsAll(item.assist()))
                .allMatch(item -> item.lead().stream().noneMatch(item.assist()::contains))
                .allMatch(item -> whistle.classes().containsKey(item.itemClass()))
                .allMatch(item -> item.cause().filter(whistle.causes()::containsKey).isPresent());
        assertThat(whistle.items().values())
                .extracting(WhistleRules.Entry::name)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasTheListOfSixClassesAnd302ItemsWhereOneOfThatSizeIsPublished() {
        var tengzhou = Place.TENGZHOU.playbook();
        assertThat(tengzhou.whistle().classes()).hasSize(6);
        assertThat(tengzhou.whistle().items()).hasSize(302);
        assertThat(tengzhou.expect())
                .containsEntry("whistle-classes", 6L)
                .containsEntry("whistle-items", 302L)
                .containsEntry("whistle-levels", (long) tengzhou.whistle().levels().size());
        assertThat(tengzhou.whistle().items().values()).allMatch(WhistleRules.Entry::template);
        assertThat(
                        tengzhou.whistle().items().values().stream()
                                .collect(Collectors.groupingBy(WhistleRules.Entry::itemClass))
                                .keySet())
                .containsExactlyInAnyOrderElementsOf(tengzhou.whistle().classes().keySet());
    }

    @Test
    void cannotCloseWithoutAnInvitedRatingWhereThePlaceSaysSo() {
        var town = Place.CHENGQIAO.playbook();
        var loop = town.matter().loop();
        assertThat(loop.phases().values())
                .extracting(Text::zh)
                .containsExactly("发现", "会商", "处置", "反馈", "评价");
        assertThat(loop.ladder()).containsExactly("micro", "community", "street", "department");
        assertThat(loop.after().verifier()).contains("micro-grid-chief");
        assertThat(loop.after().invitesRating()).isTrue();
        assertThat(loop.after().otherThanHandler()).isTrue();
        assertThat(town.teams())
                .extracting(TeamKind::key)
                .containsExactly("management", "work", "volunteer");
    }

    @Test
    void keepsThePublishedQuotas() {
        assertThat(quotas(Place.ZHONGSHAN.playbook().posts()))
                .containsEntry("grid-worker", 1)
                .containsEntry("grid-info-officer", 1);
        assertThat(quotas(Place.SHIZUISHAN.playbook().posts()))
                .containsEntry("grid-worker", 1)
                .containsEntry("micro-grid-worker", 1);
        assertThat(Place.SHIZUISHAN.playbook().expect())
                .containsEntry("community", 122L)
                .containsEntry("grid", 738L)
                .containsEntry("micro", 2316L)
                .containsEntry("exclusive", 122L);
    }

    private static Map<String, Integer> quotas(Collection<PostKind> posts) {
        var quotas = new TreeMap<String, Integer>();
        posts.forEach(post -> post.quota().ifPresent(quota -> quotas.put(post.key(), quota)));
        return quotas;
    }

    private static Stream<Number> numbers(Object figure) {
        return switch (figure) {
            case Number number -> Stream.of(number);
            case Collection<?> several -> several.stream().flatMap(TwelvePlacesTest::numbers);
            default -> Stream.empty();
        };
    }
}
