package org.huying.org.web;

import java.util.List;
import org.huying.file.Outlet;
import org.huying.org.store.Rows;
import org.huying.sheet.Words;
import org.springframework.stereotype.Component;

/// The bodies within the caller's reach, as a file.
@Component
class OrganisationOutlet implements Outlet {

    private final SeenBodies bodies;
    private final RosterSheets sheets;

    OrganisationOutlet(SeenBodies bodies, RosterSheets sheets) {
        this.bodies = bodies;
        this.sheets = sheets;
    }

    @Override
    public String kind() {
        return "organisations";
    }

    @Override
    public Words name() {
        return new Words("机构", "Bodies");
    }

    @Override
    public String permission() {
        return Scope.READ;
    }

    @Override
    public List<Filter> filters(String region) {
        return List.of();
    }

    @Override
    public Lines<Rows.Body> open(Asked asked) {
        return new Lines<>(
                sheets.bodies(asked.region(), asked.language()),
                bodies.reached(asked.caller(), asked.region()).iterator());
    }
}
