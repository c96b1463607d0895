package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.loop.Step;

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
