package org.huying.matter;

import static org.huying.matter.Requests.KEY;
import static org.huying.matter.Requests.proof;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.calendar.TimeLimit;
import org.huying.matter.Requests.EvidenceRequest;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Supervision;
import org.huying.matter.loop.Urgency;
import org.huying.playbook.PleaKind;
import org.jspecify.annotations.Nullable;

/// The bodies of the steps beside the main line, with the bounds of every field.
interface SideRequests {

    String LIMIT = "\\d{1,4} (min|hours?|work-hours?|work-days?|days?)";

    /// Words that the step needs.
    record WordsRequest(@NotBlank @Size(max = 2000) String words) {}

    /// To a unit, or one rung up when none is named.
    record EscalateRequest(@Nullable UUID unit, @NotBlank @Size(max = 1000) String words) {}

    record GiveRequest(
            @NotNull UUID unit, @Nullable UUID person, @NotBlank @Size(max = 1000) String words) {}

    record WorkRequest(
            @NotBlank @Size(max = 2000) String words,
            @Nullable @Size(max = 9) List<@Valid @NotNull EvidenceRequest> evidence) {
        List<Command.Evidence> given() {
            return proof(evidence);
        }
    }

    /// Handled on the spot; `unit` is the one the worker works for.
    record SpotRequest(
            @NotNull UUID unit,
            @NotBlank @Size(max = 2000) String words,
            @Nullable @Size(max = 9) List<@Valid @NotNull EvidenceRequest> evidence) {}

    record InviteRequest(@NotBlank @Pattern(regexp = KEY) String way) {}

    /// `contacted`: the handler had been in contact; `answer`: how satisfied, a key of the rating answers.
    record RevisitRequest(
            @NotNull Boolean reached,
            @NotNull Boolean solved,
            @Nullable Boolean contacted,
            @Nullable @Pattern(regexp = KEY) String answer,
            @NotBlank @Size(max = 1000) String words) {
        Command.Revisit command() {
            return new Command.Revisit(
                    reached,
                    solved,
                    Optional.ofNullable(contacted),
                    Optional.ofNullable(answer),
                    words.strip());
        }
    }

    /// `limit`: how long the helper has, e.g. `2 work-days`.
    record EngageRequest(
            @NotNull UUID unit,
            @Nullable @Pattern(regexp = LIMIT) String limit,
            @NotBlank @Size(max = 1000) String words) {}

    record AssistRequest(@NotNull UUID unit, @Nullable @Size(max = 1000) String words) {}

    record ContributeRequest(
            @NotNull UUID unit,
            @NotBlank @Size(max = 2000) String words,
            @Nullable @Size(max = 9) List<@Valid @NotNull EvidenceRequest> evidence) {}

    record ConsultRequest(
            @NotEmpty @Size(max = 20) List<@NotNull UUID> units,
            @NotBlank @Size(max = 1000) String words) {}

    record NumberedRequest(@NotNull @Min(1) Integer no, @Nullable @Size(max = 1000) String words) {}

    record CommentRequest(
            @Nullable @Size(max = 20) List<@NotNull UUID> mentions,
            @NotBlank @Size(max = 2000) String words) {
        Command.Comment command() {
            return new Command.Comment(mentions == null ? List.of() : mentions, words.strip());
        }
    }

    /// One part that is split off; what it does not say it takes from the whole.
    record PartRequest(
            @NotBlank @Size(max = 80) String title,
            @NotBlank @Size(max = 4000) String text,
            @Nullable @Pattern(regexp = KEY) String item) {}

    record SplitRequest(
            @NotEmpty @Size(max = 20) List<@Valid @NotNull PartRequest> parts,
            @Nullable @Size(max = 1000) String words) {}

    /// `until`: how long the clock stands at most; as long as the playbook allows when it is not said.
    record AskRequest(@Nullable OffsetDateTime until, @NotBlank @Size(max = 1000) String words) {}

    /// `length` for an extension, `until` for a suspension.
    record ApplyRequest(
            @NotNull PleaKind kind,
            @Nullable @Pattern(regexp = KEY) String reason,
            @Nullable @Pattern(regexp = LIMIT) String length,
            @Nullable OffsetDateTime until,
            @NotBlank @Size(max = 2000) String words,
            @Nullable @Size(max = 9) List<@Valid @NotNull EvidenceRequest> evidence) {

        Command.Apply command() {
            return new Command.Apply(
                    kind,
                    reason == null ? "" : reason,
                    Optional.ofNullable(length).map(TimeLimit::parse),
                    Optional.ofNullable(until).map(Requests::time),
                    words.strip(),
                    proof(evidence));
        }
    }

    record SuperviseRequest(
            @NotNull Supervision.Kind kind,
            @Nullable OffsetDateTime until,
            @NotBlank @Size(max = 1000) String words) {
        Command.Supervise command() {
            return new Command.Supervise(
                    kind, Optional.ofNullable(until).map(Requests::time), words.strip());
        }
    }

    record MarkRequest(@NotNull Boolean key, @NotNull Urgency urgency) {}

    /// Repeats of the matter in the path.
    record AbsorbRequest(
            @NotEmpty @Size(max = 50) List<@NotNull UUID> ids,
            @Nullable @Size(max = 1000) String words) {}

    record MergeRequest(@NotNull UUID into, @Nullable @Size(max = 1000) String words) {
        String said() {
            return Requests.words(words);
        }
    }
}
