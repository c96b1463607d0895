package org.huying.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.matter.Did;
import org.huying.problem.Language;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticeRulesTest {

    private static final String SHIFT = "2026-09-30T01:00:00Z/2026-10-08T01:00:00Z";
    private static final List<String> STATES =
            List.of(
                    "REPORTED",
                    "REJECTED",
                    "ACCEPTED",
                    "DISPATCHED",
                    "RETURNED",
                    "IN_PROGRESS",
                    "HANDLED",
                    "VERIFYING",
                    "REWORK",
                    "RATED",
                    "CLOSED");

    @Test
    void littleGoesByTextMessageButEveryEndAndOnlyToWhoeverAsked() {
        assertThat(
                        NoticeRules.TEMPLATES.stream()
                                .filter(it ->
                                        NoticeRules.text(
                                                        "DISPATCHED",
                                                        new NoticeRules.Tell(
                                                                NoticeRules.Whom.REQUESTER, it))
                                                .isPresent())
                                .toList())
                .containsExactly(
                        "accepted",
                        "asked",
                        "closed",
                        "ended",
                        "merged",
                        "rate",
                        "rejected",
                        "voided");
        var assigned = new NoticeRules.Tell(NoticeRules.Whom.REQUESTER, "assigned");
        assertThat(NoticeRules.text("REPORTED", assigned))
                .as("taken in and given on in one step")
                .map(NoticeRules.Tell::template)
                .contains("accepted");
        assertThat(NoticeRules.text("ACCEPTED", assigned)).isEmpty();
        for (var end : List.of("REJECTED", "VOIDED", "CLOSED")) {
            assertThat(NoticeRules.tell("IN_PROGRESS", end, "grant"))
                    .as(end)
                    .anySatisfy(it -> assertThat(NoticeRules.text("IN_PROGRESS", it)).isPresent());
        }
        assertThat(NoticeRules.tell(did("merge", "")))
                .anySatisfy(it -> assertThat(NoticeRules.text("IN_PROGRESS", it)).isPresent());
        assertThat(NoticeRules.text("", new NoticeRules.Tell(NoticeRules.Whom.DESK, "accepted")))
                .isEmpty();
    }

    @Test
    void saysWhoIsToldWhatAtEachStep() {
        assertThat(
                        STATES.stream()
                                .map(state -> state + said(NoticeRules.tell("", state, "report")))
                                .collect(Collectors.joining("\n")))
                .isEqualTo(
                        """
                        REPORTED DESK:desk-new
                        REJECTED REQUESTER:rejected
                        ACCEPTED REQUESTER:accepted
                        DISPATCHED UNIT:unit-dispatched REQUESTER:assigned
                        RETURNED DESK:desk-returned
                        IN_PROGRESS
                        HANDLED DESK:desk-handled
                        VERIFYING REQUESTER:rate
                        REWORK UNIT:unit-rework
                        RATED
                        CLOSED REQUESTER:closed\
                        """);
    }

    @Test
    void aStepThatStaysInItsStateTellsNobody() {
        assertThat(NoticeRules.tell("REPORTED", "REPORTED", "classify")).isEmpty();
        assertThat(said(NoticeRules.tell("DISPATCHED", "DISPATCHED", "dispatch")))
                .contains("UNIT:unit-dispatched");
    }

    @Test
    void aRequesterIsToldOfAForcedClosureInOtherWords() {
        assertThat(NoticeRules.tell("IN_PROGRESS", "CLOSED", "grant"))
                .singleElement()
                .satisfies(it -> assertThat(it.template()).isEqualTo("ended"));
    }

    @Test
    void aRequesterIsToldOfAReworkThatHeAskedFor() {
        assertThat(said(NoticeRules.tell("VERIFYING", "REWORK", "rate")))
                .isEqualTo(" UNIT:unit-rework REQUESTER:redo-asked");
        assertThat(said(NoticeRules.tell("HANDLED", "REWORK", "verify")))
                .isEqualTo(" UNIT:unit-rework");
    }

    @Test
    void saysWhoIsToldOfWhatHappensBesideTheMainLine() {
        assertThat(
                        Stream.of(
                                        did("remind", "AMBER"),
                                        did("remind", "RED"),
                                        did("recount", SHIFT),
                                        did("recount", ""),
                                        did("escalate", ""),
                                        did("apply", "SUSPENSION"),
                                        did("grant", ""),
                                        did("ask", ""),
                                        did("prompt", "ANSWER"),
                                        did("prompt", "REPLY-RED"),
                                        did("reply", ""),
                                        did("engage", ""),
                                        did("comment", ""),
                                        did("close", "REVISIT"),
                                        did("rate", "REVISIT"),
                                        did("rate", ""),
                                        did("close", ""))
                                .map(did -> did.act() + said(NoticeRules.tell(did)))
                                .collect(Collectors.joining("\n")))
                .isEqualTo(
                        """
                        remind UNIT:unit-amber
                        remind UNIT:unit-red DESK:desk-red
                        recount UNIT:unit-recount
                        recount
                        escalate UNIT:unit-escalated REQUESTER:escalated
                        apply DECIDER:desk-applied-suspension
                        grant NAMED:plea-granted
                        ask REQUESTER:asked
                        prompt REQUESTER:asked-still
                        prompt UNIT:reply-red DESK:reply-red
                        reply REQUESTER:replied
                        engage NAMED:helper-engaged
                        comment NAMED:mentioned
                        close DESK:desk-revisit
                        rate DESK:desk-revisit
                        rate
                        close\
                        """);
        assertThat(NoticeRules.tell("IN_PROGRESS", "DISPATCHED", "escalate")).isEmpty();
    }

    @Test
    void aMovedDeadlineIsToldFromWhenToWhen() {
        var words = new Wording().of("unit-recount", Language.ZH, "1", "路灯", "路灯所", SHIFT);
        assertThat(words.text()).contains("从 2026-09-30 09:00 改到 2026-10-08 09:00");
    }

    @Test
    void everyTemplateHasWordsInBothLanguages() {
        var wording = new Wording();
        for (var template : NoticeRules.TEMPLATES) {
            for (var language : Language.values()) {
                var words =
                        wording.of(
                                template, language, "370481-261121-00042", "路灯|不亮", "路灯所", SHIFT);
                assertThat(words.headline()).isNotBlank().doesNotContain("{", "|");
                assertThat(words.text()).contains("370481-261121-00042", "路灯|不亮");
            }
        }
    }

    @Test
    void aDeskReadsTheInboxOfItsPlaceAndAMemberThatOfHisUnit() {
        var unit = new UUID(7, 7);
        var account = new UUID(1, 1);
        var caller =
                new Caller(
                        account,
                        Caller.Kind.STAFF,
                        "李",
                        List.of(grant("370481001002", null), grant("370481", unit)));
        assertThat(Recipients.inboxes(caller))
                .containsExactlyInAnyOrder(
                        account, unit, Recipients.desk(TerritoryCode.of("370481001002003")));
    }

    private static Grant grant(String area, @Nullable UUID unit) {
        return new Grant(
                "any",
                Optional.of(TerritoryCode.of(area)),
                Optional.ofNullable(unit),
                Set.of(Recipients.READ));
    }

    private static Did did(String act, String word) {
        return new Did(act, List.of(), word);
    }

    private static String said(List<NoticeRules.Tell> tells) {
        return tells.stream()
                .flatMap(tell -> Stream.of(" ", tell.whom().name(), ":", tell.template()))
                .collect(Collectors.joining());
    }
}
