package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.calendar.WorkCalendar;
import org.huying.vault.Step;

/// One history row as the API shows it.
record StepView(
        int seq,
        OffsetDateTime at,
        String actor,
        String act,
        String from,
        String to,
        String note,
        @JsonRawValue @Schema(type = "object") String facts,
        String hash) {

    /// Acts whose words are meant for whoever asked.
    private static final Set<String> TOLD =
            Stream.of(
                            Act.REPORT,
                            Act.ACCEPT,
                            Act.REJECT,
                            Act.DISPATCH,
                            Act.HANDLE,
                            Act.SPOT,
                            Act.ASK,
                            Act.REPLY,
                            Act.CLOSE,
                            Act.MERGE,
                            Act.UNMERGE)
                    .map(Act::key)
                    .collect(Collectors.toUnmodifiableSet());

    /// For whoever asked: without what those who work say among themselves.
    static StepView told(Step step) {
        var all = of(step);
        return TOLD.contains(step.act())
                ? all
                : new StepView(
                        all.seq, all.at, all.actor, all.act, all.from, all.to, "", "{}", all.hash);
    }

    static StepView of(Step step) {
        return new StepView(
                step.seq(),
                step.at().atZone(WorkCalendar.ZONE).toOffsetDateTime(),
                step.actorName(),
                step.act(),
                step.from(),
                step.to(),
                step.note(),
                step.facts(),
                HexFormat.of().formatHex(step.hash()));
    }
}
