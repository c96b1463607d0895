package org.huying.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;

/// The desk for other doors than our own API: reports come in here, and what became of them is asked here. Refusals are
/// problems, as the API gives them. Who may see what is for the door to decide.
public interface Reports {

    /// What whoever brought a report in gets.
    ///
    /// @param number what people call it
    /// @param repeated the same report had arrived before
    record Receipt(UUID id, String number, boolean repeated) {}

    /// A matter with what was said in it.
    ///
    /// @param place the place in words
    /// @param outcome what was done, as whoever did it says; empty before
    /// @param pictures those that came with the report, in order
    record Said(
            MatterSummary matter,
            UUID reporter,
            String place,
            String outcome,
            List<UUID> pictures) {}

    /// Stores a report, once for each key.
    Receipt take(NewMatter report, Caller by, Optional<UUID> key);

    /// The report that came with this key, if one did.
    Optional<Receipt> before(String region, UUID key);

    /// Keeps a picture until a report of the same caller uses it; answers its id.
    UUID keep(String region, Caller by, byte[] upload);

    /// Adds a remark of whoever brought the matter in to its history, once for each key. False for an unknown matter.
    boolean remark(String region, UUID matter, Caller by, String words, UUID key);

    /// Marks a matter as urgent in the name of whoever brought it in, once for each key. False for an unknown matter.
    boolean urgent(String region, UUID matter, Caller by, UUID key);

    /// Something that whoever brought the matter in wants of it, once for each key.
    Wished wish(String region, UUID matter, Wish wish, Caller by, String words, UUID key);

    /// What was said with a step.
    ///
    /// @param reason a key of the playbook's reasons, where the step has one
    record Word(UUID matter, String act, Instant at, String words, String reason) {}

    /// What was said with these acts of these matters, in their order.
    List<Word> words(String region, Collection<UUID> matters, Collection<Act> acts);

    /// Unknown numbers are missing from the answer.
    List<Said> numbered(String region, Collection<String> numbers);

    /// Unknown ids are missing from the answer.
    List<Said> said(String region, Collection<UUID> ids);

    /// As [#said], for matters that are known to have come to these versions: no older than that, and without pictures.
    List<Said> since(String region, Map<UUID, Integer> versions);

    /// A picture that came with the report of this matter, as JPEG.
    Optional<byte[]> picture(String region, UUID matter, UUID picture);
}
