package org.huying.task;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The bodies of the task API, with the bounds of every field.
interface TaskRequests {

    String REGION = "[0-9]{6}";
    String CODE = "[0-9]{6}|[0-9]{9}|[0-9]{12}|[0-9]{15}|[0-9]{18}";
    String KEY = "[a-z0-9][a-z0-9.@_-]{0,63}";

    /// A task given by hand, of a kind that the playbook lists.
    ///
    /// @param unit the body that has to do it; the one that the kind names where it is missing
    /// @param person the person within the body
    /// @param matter the matter it serves
    record GiveTaskRequest(
            @NotBlank @Pattern(regexp = KEY) String kind,
            @NotBlank @Pattern(regexp = CODE) String area,
            @Nullable UUID unit,
            @Nullable UUID person,
            @Nullable UUID matter,
            @Nullable @Size(max = 500) String words) {}

    record ForwardTaskRequest(@Nullable @Size(max = 500) String words) {}

    record TaskProof(@NotBlank @Pattern(regexp = KEY) String kind, @NotNull UUID attachment) {}

    /// What is handed in. Which of it is needed, the kind of task says.
    ///
    /// @param figure what was counted, where the kind asks for it
    record FinishTaskRequest(
            @Nullable @Size(max = 2000) String words,
            @Nullable @Min(0) @Max(1_000_000) Long figure,
            @Nullable @Size(max = 9) List<@Valid @NotNull TaskProof> proof) {

        TaskCommand.Finish command() {
            return new TaskCommand.Finish(
                    text(words),
                    Optional.ofNullable(figure),
                    proof == null
                            ? List.of()
                            : proof.stream()
                                    .map(it -> new TaskState.Proof(it.kind(), it.attachment()))
                                    .toList());
        }
    }

    /// What does not pass goes back, with words that say why.
    record CheckTaskRequest(@NotNull Boolean passed, @Nullable @Size(max = 500) String words) {}

    record EndTaskRequest(@NotBlank @Size(max = 500) String why) {}

    static String text(@Nullable String words) {
        return words == null ? "" : words.strip();
    }
}
