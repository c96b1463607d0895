package org.huying.demo.founding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.DutyEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.playbook.Item;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;

/// The generated bodies of the town and what each answers for. Their names say that they are made up. Pure.
///
/// @param organisations parents before children
public record Bodies(List<OrgEdits.Entry> organisations, List<DutyEdits.Entry> duties) {

    public static final String CENTRE = "centre";
    private static final String MADE_UP = "（演示）";
    private static final String ANYTHING = "*";
    private static final int PER_FIRM = 4;

    /// Departments and companies by the key the base playbook calls them.
    private static final Map<String, String> DEPARTMENTS =
            Map.ofEntries(
                    Map.entry("city-management", "综合行政执法局"),
                    Map.entry("sanitation", "环境卫生服务中心"),
                    Map.entry("municipal-works", "市政设施养护中心"),
                    Map.entry("gardens", "园林绿化中心"),
                    Map.entry("drainage", "排水管护中心"),
                    Map.entry("lighting", "路灯管理所"),
                    Map.entry("traffic-police", "交警大队"),
                    Map.entry("police", "治安服务中心"),
                    Map.entry("transport", "交通运输局"),
                    Map.entry("fire-rescue", "消防救援大队"),
                    Map.entry("housing", "住房和城乡建设局"),
                    Map.entry("water-supply", "供水公司"),
                    Map.entry("power-supply", "供电公司"),
                    Map.entry("gas-supply", "燃气公司"),
                    Map.entry("heat-supply", "供热公司"),
                    Map.entry("telecom", "通信线路抢修中心"),
                    Map.entry("environment", "生态环境分局"),
                    Map.entry("market", "市场监督管理局"),
                    Map.entry("mediation", "人民调解委员会"),
                    Map.entry("civil-affairs", "民政局"),
                    Map.entry("social-security", "人力资源和社会保障局"),
                    Map.entry("medical-insurance", "医疗保障局"));

    private static final Set<String> COMPANIES =
            Set.of("water-supply", "power-supply", "gas-supply", "heat-supply", "telecom");

    static Bodies of(List<Cell> cells, Iterable<Item> items) {
        var bodies = new Bodies(new ArrayList<>(), new ArrayList<>());
        var county = cells.getFirst();
        bodies.county(county);
        for (var cell : cells) {
            if (cell.at(Level.STREET)) {
                bodies.street(cell);
            } else if (cell.at(Level.COMMUNITY)) {
                bodies.community(cell);
            }
        }
        var urban = cells.stream().filter(it -> it.at(Level.COMMUNITY) && it.urban()).toList();
        bodies.firms(urban);
        bodies.items(items, county.code());
        return bodies;
    }

    public static String street(TerritoryCode code) {
        return "st-" + code;
    }

    public static String community(TerritoryCode code) {
        return "c-" + code;
    }

    public static String handler(String body) {
        return "u-" + body;
    }

    /// The key of the body that leads what stands on a place.
    static String leading(TerritoryCode area) {
        return switch (area.level()) {
            case GRID, MICRO_GRID, COMMUNITY -> community(area.at(Level.COMMUNITY));
            case STREET -> street(area);
            case COUNTY, CITY, PROVINCE -> CENTRE;
        };
    }

    /// The key of the n-th department that is no company.
    static String department(int n) {
        var keys =
                DEPARTMENTS.keySet().stream()
                        .filter(it -> !COMPANIES.contains(it))
                        .sorted()
                        .toList();
        return keys.get(n % keys.size());
    }

    /// Whether somebody works for bodies of this kind on matters.
    static boolean works(OrganisationKind kind) {
        return switch (kind) {
            case DEPARTMENT, PUBLIC_SERVICE_COMPANY, PROPERTY_COMPANY -> true;
            case GOVERNMENT,
                    STREET_OFFICE,
                    COMMUNITY_COMMITTEE,
                    CENTRE,
                    TEAM,
                    OWNERS_COMMITTEE,
                    SOCIAL_ORGANISATION,
                    ENTERPRISE,
                    PARTY_ORGANISATION,
                    OTHER ->
                    false;
        };
    }

    private void county(Cell county) {
        body(CENTRE, county.name() + "网格化服务中心", OrganisationKind.CENTRE, Optional.empty(), county);
        DEPARTMENTS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it ->
                        body(
                                it.getKey(),
                                county.name() + it.getValue(),
                                COMPANIES.contains(it.getKey())
                                        ? OrganisationKind.PUBLIC_SERVICE_COMPANY
                                        : OrganisationKind.DEPARTMENT,
                                Optional.empty(),
                                county));
    }

    private void street(Cell street) {
        var suffix = street.name().endsWith("街道") ? "办事处" : "人民政府";
        body(
                street(street.code()),
                street.name() + suffix,
                OrganisationKind.STREET_OFFICE,
                Optional.empty(),
                street);
    }

    private void community(Cell community) {
        var key = community(community.code());
        body(
                key,
                community.name(),
                OrganisationKind.COMMUNITY_COMMITTEE,
                Optional.of(street(community.code().at(Level.STREET))),
                community);
        duties.add(new DutyEdits.Entry(key, ANYTHING, community.code(), 1));
    }

    /// One property firm for every few urban communities; it answers for the estates there.
    private void firms(List<Cell> urban) {
        for (int i = 0; i < urban.size(); i++) {
            int number = i / PER_FIRM + 1;
            var key = "firm-" + number;
            if (i % PER_FIRM == 0) {
                organisations.add(
                        new OrgEdits.Entry(
                                key,
                                "安和物业第 " + number + " 服务处" + MADE_UP,
                                OrganisationKind.PROPERTY_COMPANY,
                                Optional.empty(),
                                Optional.of(urban.get(i).code().at(Level.STREET))));
            }
            duties.add(new DutyEdits.Entry(key, "estate", urban.get(i).code(), 1));
        }
    }

    private void items(Iterable<Item> items, TerritoryCode county) {
        for (var item : items) {
            item.more()
                    .lead()
                    .filter(DEPARTMENTS::containsKey)
                    .ifPresent(
                            lead -> duties.add(new DutyEdits.Entry(lead, item.key(), county, 1)));
        }
        duties.add(new DutyEdits.Entry("housing", "estate", county, 1));
    }

    private void body(
            String key, String name, OrganisationKind kind, Optional<String> parent, Cell at) {
        organisations.add(
                new OrgEdits.Entry(key, name + MADE_UP, kind, parent, Optional.of(at.code())));
    }
}
