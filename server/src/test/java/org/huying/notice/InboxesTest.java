package org.huying.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.territory.TerritoryCode;
import org.junit.jupiter.api.Test;

class InboxesTest {

    private static final TerritoryCode COUNTY = TerritoryCode.of("370481");
    private static final UUID ME = new UUID(1, 1);
    private static final UUID UNIT = new UUID(2, 2);

    @Test
    void whoHasAPlaceReadsItsDeskAndWhoWorksForAUnitItsInbox() {
        assertThat(Inboxes.of(caller(Caller.Kind.STAFF, Optional.empty())))
                .containsExactlyInAnyOrder(ME, Recipients.desk(COUNTY));
        assertThat(Inboxes.of(caller(Caller.Kind.STAFF, Optional.of(UNIT))))
                .containsExactlyInAnyOrder(ME, UNIT);
    }

    @Test
    void aResidentReadsNothingButTheirOwn() {
        assertThat(Inboxes.of(caller(Caller.Kind.RESIDENT, Optional.empty()))).containsExactly(ME);
    }

    private static Caller caller(Caller.Kind kind, Optional<UUID> unit) {
        var grant = new Grant("role", Optional.of(COUNTY), unit, Set.of(Recipients.READ));
        return new Caller(ME, kind, "", List.of(grant));
    }
}
