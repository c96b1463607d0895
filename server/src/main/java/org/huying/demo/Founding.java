package org.huying.demo;

import java.util.List;
import java.util.Optional;
import org.huying.access.Accounts;
import org.huying.access.Caller;
import org.huying.access.NewAccount;
import org.huying.access.NewGrant;
import org.huying.front.Guide;
import org.huying.front.Place;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Founds the town of a demo once, and finds it again afterwards. The staff come last and together: what was cut off
/// before is done again by the next start.
@Component
class Founding {

    static final String SIMULATOR = "moni";

    private final Land land;
    private final Settlers settlers;
    private final Accounts accounts;
    private final Place place;

    Founding(Land land, Settlers settlers, Accounts accounts, Place place) {
        this.land = land;
        this.settlers = settlers;
        this.accounts = accounts;
        this.place = place;
    }

    /// A town that stands.
    ///
    /// @param told what happened before the demo began has been told
    record Town(String region, List<Cell> cells, boolean told) {}

    Town found(String region) {
        var cells = land.survey(region);
        if (accounts.byLogin(region, Staff.MARK).isEmpty()) {
            System.out.printf("  生成 %,d 个网格和区划 places …%n", cells.size());
            land.parcel(region, cells);
            System.out.print("  生成机构、责任清单、岗位和人员 bodies, duties, posts and staff …\n");
            int settled = settlers.settle(region, cells);
            System.out.printf("  共 %,d in all%n", settled);
        }
        place.tell(new Guide(Staff.PASSWORD, Staff.guests(cells)));
        return new Town(region, cells, accounts.byLogin(region, SIMULATOR).isPresent());
    }

    /// A token of the machine that sets the clock for what happened before the demo began.
    String simulator(String region) {
        var account =
                accounts.byLogin(region, SIMULATOR)
                        .orElseGet(() -> accounts.create(machine(region)));
        return accounts.issueToken(account, region, SIMULATOR, Optional.empty());
    }

    private static NewAccount machine(String region) {
        return new NewAccount(
                region,
                SIMULATOR,
                "演示模拟",
                Caller.Kind.MACHINE,
                Optional.empty(),
                false,
                List.of(NewGrant.of("simulator", TerritoryCode.of(region))));
    }
}
