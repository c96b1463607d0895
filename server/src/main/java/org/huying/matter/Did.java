package org.huying.matter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/// One step that somebody may have to hear of besides where it led. Stored in the event log: add fields, never rename or
/// remove one.
///
/// @param whom units or accounts it speaks to: the helper that is asked, those mentioned, whoever applied
/// @param word what kind it is: the light of a reminder, what is applied for, the old and new deadline
public record Did(
        String act,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UUID> whom,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String word) {}
