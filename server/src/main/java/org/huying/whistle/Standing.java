package org.huying.whistle;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// All that the machine looks at: the whistle's state and those of its units. Immutable.
record Standing(WhistleState state, List<Summons> summons) {

    Standing {
        summons = List.copyOf(summons);
    }

    Optional<Summons> of(UUID unit) {
        return summons.stream().filter(it -> it.unit().equals(unit)).findFirst();
    }

    Summons lead() {
        return summons.stream()
                .filter(Summons::lead)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A whistle without a lead"));
    }

    /// Units there whose person has not signed.
    List<Summons> unsigned() {
        return summons.stream()
                .filter(it -> it.state().present() && it.state().signed().isEmpty())
                .toList();
    }

    /// Some unit did not come in time, and the unit above it was told.
    boolean escalated() {
        return summons.stream().anyMatch(it -> it.marks().miss().isPresent());
    }

    Standing in(WhistleState next) {
        return new Standing(next, summons);
    }

    Standing with(Summons changed) {
        return each(it -> it.unit().equals(changed.unit()) ? changed : it);
    }

    Standing each(UnaryOperator<Summons> change) {
        return new Standing(state, summons.stream().map(change).toList());
    }
}
