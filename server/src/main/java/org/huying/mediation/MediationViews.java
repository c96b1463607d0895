package org.huying.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.huying.calendar.WorkCalendar;
import org.huying.mediation.MediationDesk.Party;
import org.huying.vault.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws agreements: masked for reading, in plain for print.
@Component
class MediationViews {

    /// @param complete every party and the mediator have signed
    record AgreementView(
            int revision,
            List<AgreementParty> parties,
            String place,
            LocalDate heldOn,
            String mediators,
            String facts,
            String terms,
            String performance,
            String writtenBy,
            OffsetDateTime writtenAt,
            @Nullable OffsetDateTime mediatorSigned,
            boolean complete) {}

    /// @param signed when it signed this wording
    record AgreementParty(int number, String name, String phone, @Nullable OffsetDateTime signed) {}

    /// As it is printed.
    record AgreementPrint(AgreementView agreement, List<PrintedParty> parties) {}

    record PrintedParty(int number, String name, String idNumber, String phone, String address) {}

    private final MediationDesk desk;

    MediationViews(MediationDesk desk) {
        this.desk = desk;
    }

    AgreementView of(Agreement agreement) {
        var said = agreement.said();
        return new AgreementView(
                agreement.revision(),
                parties(agreement),
                said.place(),
                said.heldOn(),
                said.mediators(),
                said.facts(),
                said.terms(),
                said.performance(),
                agreement.by().name(),
                time(agreement.by().at()),
                signed(agreement, 0),
                agreement.complete());
    }

    AgreementPrint print(Agreement agreement) {
        var printed = new ArrayList<PrintedParty>();
        for (var party : desk.parties(agreement)) {
            printed.add(
                    new PrintedParty(
                            printed.size() + 1,
                            party.name(),
                            party.idNumber(),
                            party.phone(),
                            party.address()));
        }
        return new AgreementPrint(of(agreement), printed);
    }

    private List<AgreementParty> parties(Agreement agreement) {
        var parties = new ArrayList<AgreementParty>();
        for (Party party : desk.parties(agreement)) {
            int number = parties.size() + 1;
            parties.add(
                    new AgreementParty(
                            number,
                            Masking.name(party.name()),
                            party.phone().isEmpty() ? "" : Masking.phone(party.phone()),
                            signed(agreement, number)));
        }
        return parties;
    }

    private static @Nullable OffsetDateTime signed(Agreement agreement, int party) {
        return agreement.signatures().stream()
                .filter(it -> it.party() == party)
                .findFirst()
                .map(it -> time(it.at()))
                .orElse(null);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(WorkCalendar.ZONE).toOffsetDateTime();
    }
}
