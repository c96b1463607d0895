package org.huying.replay;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.client.Api;
import org.huying.client.Loop;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.DivisionImport;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// What must stand before the first record: the divisions of the place, the units of the records, and the account that
/// replays them. Whatever is there already stays as it is.
@Component
class Ground {

    private static final String LOGIN = "replay";
    private static final String CHECKER = "replay-checker";
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final DivisionImport divisions;
    private final OrgEdits organisations;
    private final Accounts accounts;

    Ground(DivisionImport divisions, OrgEdits organisations, Accounts accounts) {
        this.divisions = divisions;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    /// What was made.
    record Made(int divisions, int units, Map<String, UUID> ids) {}

    Made prepare(ReplayMap map, List<Recorded> records) {
        int added = divisions.county(map.place()).added();
        var units = Recorded.units(records).values();
        var from =
                records.stream()
                        .map(it -> it.at().atZone(CHINA).toLocalDate())
                        .min(LocalDate::compareTo)
                        .orElseGet(() -> LocalDate.EPOCH);
        var saved =
                organisations.save(
                        map.place(), entries(units, TerritoryCode.of(map.place())), from);
        return new Made(added, saved.added(), saved.ids());
    }

    private static List<OrgEdits.Entry> entries(
            Collection<Recorded.Unit> units, TerritoryCode place) {
        return units.stream()
                .map(it ->
                        new OrgEdits.Entry(
                                it.key(),
                                it.name(),
                                OrganisationKind.valueOf(it.kind()),
                                Optional.empty(),
                                Optional.of(place)))
                .toList();
    }

    /// The accounts that replay in `region`, on the server at `base`.
    Hands hands(URI base, String region) {
        return new Hands(
                new Loop(Api.at(base).as(token(region, LOGIN)), region),
                new Loop(Api.at(base).as(token(region, CHECKER)), region));
    }

    private String token(String region, String login) {
        var account =
                accounts.byLogin(region, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                region,
                                                login,
                                                "重放",
                                                Caller.Kind.MACHINE,
                                                Optional.empty(),
                                                false,
                                                List.of(
                                                        NewGrant.of(
                                                                "simulator",
                                                                TerritoryCode.of(region))))));
        return accounts.issueToken(account, region, login, Optional.empty());
    }
}
