package org.huying.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huying.matter.loop.Matter;
import org.huying.vault.Step;
import org.springframework.stereotype.Component;

/// The pictures of a matter that are meant for whoever asked: what came with the report, and what shows that it was done.
/// What those who work show each other, as with an application, stays among them.
@Component
class ToldPictures {

    static final String REPORT = "report";

    private static final Set<String> SHOWN = Set.of(Act.HANDLE.key(), Act.SPOT.key());

    private final Attachments attachments;
    private final Matters matters;

    ToldPictures(Attachments attachments, Matters matters) {
        this.attachments = attachments;
        this.matters = matters;
    }

    List<Attachments.Attachment> of(Matter matter) {
        return of(matter, matters.steps(matter.id()));
    }

    List<Attachments.Attachment> of(Matter matter, List<Step> steps) {
        var shown =
                steps.stream()
                        .filter(it -> SHOWN.contains(it.act()))
                        .map(Step::seq)
                        .collect(Collectors.toUnmodifiableSet());
        return attachments.of(matter.id()).stream()
                .filter(it -> it.kind().equals(REPORT) || shown.contains(it.step()))
                .toList();
    }

    /// The bytes of one of them.
    Optional<byte[]> bytes(Matter matter, UUID picture, boolean thumbnail) {
        return of(matter).stream().anyMatch(it -> it.id().equals(picture))
                ? attachments.bytes(matter.id(), picture, thumbnail)
                : Optional.empty();
    }
}
