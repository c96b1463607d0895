package org.huying.demo;

import java.util.List;
import java.util.Optional;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.demo.founding.Cell;
import org.huying.demo.founding.Founder;
import org.huying.demo.founding.Size;
import org.huying.front.Guide;
import org.huying.front.Place;
import org.huying.org.Organisations;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Founds the town of a demo once, and finds it again afterwards. The staff come last and together: what was cut off
/// before is done again by the next start.
@Component
class Founding {

    static final String SIMULATOR = "moni";
    static final String HANDS = "moni-banli";

    private final Founder founder;
    private final Organisations organisations;
    private final Accounts accounts;
    private final Place place;

    Founding(Founder founder, Organisations organisations, Accounts accounts, Place place) {
        this.founder = founder;
        this.organisations = organisations;
        this.accounts = accounts;
        this.place = place;
    }

    /// A town that stands.
    ///
    /// @param told what happened before the demo began has been told
    record Town(String region, List<Cell> cells, boolean told) {}

    Town found(String region) {
        var size = Size.usual(TerritoryCode.of(region));
        var cells = accounts.byLogin(region, Guests.MARK).isEmpty() ? settle(size) : stands(size);
        place.tell(new Guide(Guests.PASSWORD, Guests.told(cells)));
        return new Town(region, cells, accounts.byLogin(region, SIMULATOR).isPresent());
    }

    private List<Cell> stands(Size size) {
        return founder.survey(size).getFirst();
    }

    private List<Cell> settle(Size size) {
        System.out.print("  生成网格、机构、责任清单、岗位和人员 grids, bodies, duties, posts and staff …\n");
        var county = founder.found(size).getFirst();
        var unit = organisations.byKey(county.region(), Guests.UNIT).orElseThrow().id();
        accounts.createAll(Guests.accounts(county.cells(), unit));
        System.out.printf(
                "  %,d 个网格和区划 places，%,d 个机构 bodies，%,d 人 people%n",
                county.cells().size(), county.settled().bodies(), county.settled().people());
        return county.cells();
    }

    /// A token of a machine (`SIMULATOR` or `HANDS`) that sets the clock for what happened before the demo began.
    String token(String region, String machine) {
        var account =
                accounts.byLogin(region, machine)
                        .orElseGet(() -> accounts.create(machine(region, machine)));
        return accounts.issueToken(account, region, machine, Optional.empty());
    }

    private static NewAccount machine(String region, String login) {
        return new NewAccount(
                region,
                login,
                "演示模拟",
                Caller.Kind.MACHINE,
                Optional.empty(),
                false,
                List.of(NewGrant.of("simulator", TerritoryCode.of(region))));
    }
}
