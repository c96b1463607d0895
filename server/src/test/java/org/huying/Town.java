package org.huying;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.OrgEdits;
import org.huying.territory.DivisionImport;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;

/// A small town for tests that go through the API: the real divisions of one county, three bodies, and one account for
/// each part in the loop. Set up once per database.
@TestComponent
public class Town {

    public static final String REGION = "370481";
    public static final TerritoryCode COUNTY = TerritoryCode.of(REGION);

    private final DivisionImport divisions;
    private final OrgEdits organisations;
    private final Accounts accounts;
    private Map<String, UUID> units = Map.of();

    Town(DivisionImport divisions, OrgEdits organisations, Accounts accounts) {
        this.divisions = divisions;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    /// Builds the town if it is not there yet.
    public synchronized Town ready() {
        if (units.isEmpty()) {
            divisions.county(REGION);
            units =
                    organisations
                            .save(
                                    REGION,
                                    List.of(
                                            unit("centre", "滕州市网格化服务中心", OrganisationKind.CENTRE),
                                            unit("lamps", "路灯管理所", OrganisationKind.DEPARTMENT),
                                            unit(
                                                    "water",
                                                    "供水公司",
                                                    OrganisationKind.PUBLIC_SERVICE_COMPANY)),
                                    LocalDate.of(2020, 1, 1))
                            .ids();
        }
        return this;
    }

    public UUID unit(String key) {
        return Objects.requireNonNull(units.get(key), key);
    }

    /// The bearer token of an account with this role, for the whole county or for one unit.
    public String token(String role, Optional<String> unit) {
        var login = role + unit.map(it -> "-" + it).orElse("");
        var grant = new NewGrant(role, Optional.of(COUNTY), unit.map(this::unit));
        var id =
                accounts.byLogin(REGION, login)
                        .orElseGet(() ->
                                accounts.create(
                                        new NewAccount(
                                                REGION,
                                                login,
                                                login,
                                                Caller.Kind.STAFF,
                                                Optional.empty(),
                                                false,
                                                List.of(grant))));
        return accounts.openSession(id, REGION);
    }

    public String resident(String phone) {
        return accounts.openSession(accounts.resident(REGION, phone, Optional.empty()), REGION);
    }

    private static OrgEdits.Entry unit(String key, String name, OrganisationKind kind) {
        return new OrgEdits.Entry(key, name, kind, Optional.empty(), Optional.of(COUNTY));
    }
}
