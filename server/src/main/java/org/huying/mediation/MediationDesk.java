package org.huying.mediation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.MatterSummaries;
import org.huying.matter.MatterSummary;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.huying.vault.Cipher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes and signs agreements of matters within the caller's reach.
@Service
class MediationDesk {

    static final String WRITE = "mediation:record:write";
    private static final String PERSONAL = "matter:personal:read";

    private final Agreements agreements;
    private final MatterSummaries matters;
    private final Cipher cipher;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    MediationDesk(
            Agreements agreements,
            MatterSummaries matters,
            Cipher cipher,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.agreements = agreements;
        this.matters = matters;
        this.cipher = cipher;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// One side of the dispute, in plain.
    record Party(String name, String idNumber, String phone, String address) {}

    record Draft(List<Party> parties, Agreement.Said said) {}

    Agreement latest(String region, UUID id, Caller caller) {
        matter(region, id, WRITE, caller);
        return agreements.latest(region, id).orElseThrow(Problem.NOT_FOUND::plain);
    }

    @Transactional
    public Agreement looked(String region, UUID id, String purpose, Caller caller) {
        var matter = matter(region, id, PERSONAL, caller);
        var agreement = agreements.latest(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        audit.looked(caller, region, matter.number(), purpose);
        return agreement;
    }

    @Transactional
    public Agreement write(String region, UUID id, Seen seen, Draft draft, Caller caller) {
        var matter = matter(region, id, WRITE, caller);
        var before = agreements.latest(region, id);
        seen.at(before.map(Agreement::revision).orElse(0));
        if (before.filter(Agreement::complete).isPresent()) {
            throw Problem.REFUSED
                    .with("协议各方都签了，不能再改", "Everybody has signed; nothing is changed any more")
                    .and("reason", "SIGNED");
        }
        if (draft.said()
                .heldOn()
                .isAfter(clock.instant().atZone(WorkCalendar.ZONE).toLocalDate())) {
            throw Problem.INVALID.with("调解日期还没到", "The day of the mediation has not come yet");
        }
        var agreement =
                new Agreement(
                        region,
                        id,
                        before.map(Agreement::revision).orElse(0) + 1,
                        cipher.seal(json.writeValueAsString(draft.parties())),
                        draft.parties().size(),
                        draft.said(),
                        by(caller),
                        List.of());
        if (!agreements.write(agreement)) {
            throw Problem.OVERTAKEN.plain();
        }
        acted(caller, matter, "mediation.write", agreement.revision());
        return agreement;
    }

    @Transactional
    public Agreement sign(String region, UUID id, Seen seen, int party, Caller caller) {
        var matter = matter(region, id, WRITE, caller);
        var agreement = agreements.latest(region, id).orElseThrow(Problem.NOT_FOUND::plain);
        seen.at(agreement.revision());
        if (party > agreement.count()) {
            throw Problem.INVALID.with("没有这一方", "There is no such party");
        }
        if (!agreements.sign(agreement, party, by(caller))) {
            throw Problem.REFUSED
                    .with("这一方已经签过", "This party has signed already")
                    .and("reason", "SIGNED");
        }
        acted(caller, matter, "mediation.sign", agreement.revision());
        return agreements.latest(region, id).orElseThrow();
    }

    /// In the order of their numbers.
    List<Party> parties(Agreement agreement) {
        return cipher.readable(agreement.parties(), agreement.matter().toString())
                .map(it -> Stream.of(json.readValue(it, Party[].class)).toList())
                .orElse(List.of());
    }

    /// The matter, if this caller reaches it so; otherwise there is no such matter.
    private MatterSummary matter(String region, UUID id, String permission, Caller caller) {
        return matters.of(region, List.of(id)).stream()
                .filter(it ->
                        caller.reach(permission)
                                .covers(
                                        it.area(),
                                        Stream.concat(it.unit().stream(), it.helpers().stream())
                                                .toList()))
                .findFirst()
                .orElseThrow(Problem.NOT_FOUND::plain);
    }

    private void acted(Caller caller, MatterSummary matter, String act, int revision) {
        audit.acted(
                caller,
                matter.region(),
                act,
                matter.number(),
                Optional.of(Integer.toString(revision)));
    }

    private Agreement.By by(Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Agreement.By(caller.account(), caller.name(), now);
    }
}
