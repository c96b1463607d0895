package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.matter.loop.Assignment;
import org.huying.matter.loop.MatterState;
import org.junit.jupiter.api.Test;

/// What others may want of a matter, in every state.
class WishesTest {

    private static final Assignment TO = new Assignment(new UUID(1, 2), Optional.empty(), 1);
    private static final List<MatterState> STATES =
            List.of(
                    new MatterState.Reported(),
                    new MatterState.Rejected("x"),
                    new MatterState.Accepted(),
                    new MatterState.Dispatched(TO),
                    new MatterState.Returned(TO, "x"),
                    new MatterState.InProgress(TO),
                    new MatterState.Handled(TO, "x"),
                    new MatterState.Verifying(TO, "x", 0),
                    new MatterState.Rework(TO, "x"),
                    new MatterState.Rated(TO, "x", "satisfied"),
                    new MatterState.Closed(TO, "x", Optional.empty()),
                    new MatterState.Merged(new UUID(3, 4), Optional.empty()),
                    new MatterState.Voided("x"),
                    new MatterState.Withdrawn("x"));

    @Test
    void everyStateIsThere() {
        assertThat(STATES.stream().map(StateName::of))
                .containsExactlyElementsOf(Arrays.asList(StateName.values()));
    }

    @Test
    void aWishIsOneStepOrNone() {
        assertThat(table())
                .isEqualTo(
                        """
                        REPORTED comment comment withdraw
                        REJECTED comment apply -
                        ACCEPTED comment comment withdraw
                        DISPATCHED comment comment withdraw
                        RETURNED comment comment withdraw
                        IN_PROGRESS comment comment withdraw
                        HANDLED comment verify -
                        VERIFYING comment - -
                        REWORK comment comment withdraw
                        RATED comment - -
                        CLOSED comment reopen -
                        MERGED comment - -
                        VOIDED comment - -
                        WITHDRAWN comment - -\
                        """);
    }

    private static String table() {
        return STATES.stream()
                .map(state ->
                        StateName.of(state)
                                + Arrays.stream(Wish.values())
                                        .map(wish ->
                                                Wishes.step(wish, state, "x")
                                                        .map(it -> it.act().key())
                                                        .orElse("-"))
                                        .collect(Collectors.joining(" ", " ", "")))
                .collect(Collectors.joining("\n"));
    }
}
