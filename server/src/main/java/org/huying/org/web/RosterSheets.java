package org.huying.org.web;

import static org.huying.sheet.ExcelSheet.text;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.org.OrganisationKind;
import org.huying.org.store.Posts;
import org.huying.org.store.Rows;
import org.huying.problem.Language;
import org.huying.sheet.ExcelSheet;
import org.huying.sheet.ExcelSheet.Column;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// How bodies and posts are written into sheets.
@Component
class RosterSheets {

    private final SeenBodies bodies;
    private final Posts posts;
    private final Territory territory;
    private final Clock clock;

    RosterSheets(SeenBodies bodies, Posts posts, Territory territory, Clock clock) {
        this.bodies = bodies;
        this.posts = posts;
        this.territory = territory;
        this.clock = clock;
    }

    /// A post with its body and with those who hold it.
    record Held(Rows.Post post, String unit, List<Rows.Tenure> tenures) {}

    ExcelSheet<Rows.Body> bodies(String region, Language language) {
        return new ExcelSheet<>(
                language.pick("机构", "Bodies"), "organisations", ofBodies(names(region), language));
    }

    ExcelSheet<Held> posts(Language language) {
        return new ExcelSheet<>(language.pick("岗位", "Posts"), "posts", ofPosts(language));
    }

    /// The posts within an area, the county if it is missing, as far as the caller reaches.
    List<Held> held(String region, Caller caller, Optional<TerritoryCode> area) {
        var names = names(region);
        var tenures =
                posts.tenures(region).stream().collect(Collectors.groupingBy(Rows.Tenure::post));
        return posts.ofRegion(region).stream()
                .filter(it -> area.map(it.area()::within).orElse(true))
                .filter(it -> Scope.reaches(caller, Scope.READ_POSTS, it.area()))
                .map(it ->
                        new Held(
                                it,
                                names.getOrDefault(it.organisation(), ""),
                                tenures.getOrDefault(it.id(), List.of())))
                .toList();
    }

    private Map<UUID, String> names(String region) {
        return bodies.ofRegion(region).stream()
                .collect(Collectors.toMap(Rows.Body::id, Rows.Body::name));
    }

    private List<Column<Rows.Body>> ofBodies(Map<UUID, String> names, Language language) {
        return List.of(
                new Column<>(language.pick("名称", "Name"), 34, Rows.Body::name),
                new Column<>(language.pick("代号", "Key"), 26, Rows.Body::key),
                new Column<>(language.pick("类别", "Kind"), 16, it -> named(it.kind(), language)),
                new Column<>(
                        language.pick("上级", "Above"),
                        34,
                        it -> it.parent().map(above -> names.getOrDefault(above, "")).orElse("")),
                new Column<>(
                        language.pick("管哪里", "Place"),
                        34,
                        it -> it.anchor().map(this::place).orElse("")),
                new Column<>(language.pick("从哪天起", "Since"), 12, it -> it.span().from().toString()),
                new Column<>(
                        language.pick("到哪天", "Until"),
                        12,
                        it -> text(it.span().to().orElse(null))));
    }

    private List<Column<Held>> ofPosts(Language language) {
        return List.of(
                new Column<>(language.pick("岗位", "Post"), 30, it -> it.post().name()),
                new Column<>(language.pick("地方", "Place"), 34, it -> place(it.post().area())),
                new Column<>(language.pick("机构", "Body"), 30, Held::unit),
                new Column<>(
                        language.pick("在任", "Held by"),
                        24,
                        it -> held(it, Rows.Tenure::name, language)),
                new Column<>(
                        language.pick("任职", "Since"),
                        24,
                        it -> held(it, one -> one.span().from().toString(), language)),
                new Column<>(
                        language.pick("电话", "Phone at work"),
                        16,
                        it -> it.post().board().contact().orElse("")),
                new Column<>(
                        language.pick("职责", "Duties"),
                        40,
                        it -> it.post().board().duties().orElse("")));
    }

    private static String held(Held post, Function<Rows.Tenure, String> what, Language language) {
        return post.tenures().stream()
                .map(what)
                .collect(Collectors.joining(language.pick("、", ", ")));
    }

    private String place(TerritoryCode code) {
        return territory.path(code, clock.instant()).stream()
                .map(Node::name)
                .collect(Collectors.joining());
    }

    static String named(OrganisationKind kind, Language language) {
        return switch (kind) {
            case GOVERNMENT -> language.pick("政府", "Government");
            case STREET_OFFICE -> language.pick("街道办、镇政府", "Street office");
            case DEPARTMENT -> language.pick("部门", "Department");
            case COMMUNITY_COMMITTEE -> language.pick("居委会、村委会", "Community committee");
            case CENTRE -> language.pick("中心", "Centre");
            case TEAM -> language.pick("队伍", "Team");
            case PUBLIC_SERVICE_COMPANY -> language.pick("公共服务企业", "Utility");
            case PROPERTY_COMPANY -> language.pick("物业公司", "Property company");
            case OWNERS_COMMITTEE -> language.pick("业委会", "Owners’ committee");
            case SOCIAL_ORGANISATION -> language.pick("社会组织", "Social organisation");
            case ENTERPRISE -> language.pick("企业", "Enterprise");
            case PARTY_ORGANISATION -> language.pick("党组织", "Party organisation");
            case OTHER -> language.pick("其他", "Other");
        };
    }
}
