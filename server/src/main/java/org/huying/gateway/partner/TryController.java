package org.huying.gateway.partner;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where an administrator tries how a partner's messages are read.
@RestController
@RequestMapping("/api/v1/{region}/partners/{partner}/try")
class TryController {

    private static final int LONGEST = 64 * 1024;

    /// @param message JSON, as the partner would send it
    record MessageTryRequest(@NotNull @Size(max = LONGEST) String message) {}

    /// Something that is wrong with the message, in both languages.
    ///
    /// @param path the partner's field
    record MessageFlaw(String path, String code, String zh, String en) {}

    /// The matter that would be opened.
    ///
    /// @param item null where that is left to the desk
    record OrderBecame(
            String title,
            String text,
            String place,
            @Nullable String item,
            @Nullable String itemName,
            @Nullable String itemEn,
            @Nullable String area,
            @Nullable Double lon,
            @Nullable Double lat,
            String channel,
            String demand,
            boolean confidential,
            @Nullable String caller,
            @Nullable String phone) {}

    /// What would come of a message.
    ///
    /// @param outcome `opens` a matter, `repeats` what is known, `updates` or is `noted` in the matter that is here, `waits` for
    ///     its order, or is `refused`
    /// @param kind `order`, `update`, `urge`, `return` or `withdraw`; null for what cannot be read at all
    /// @param id the message's own, `order` the partner's number, `number` that of the matter where it is here
    /// @param words what the matter would be told
    /// @param became null where no matter would be opened
    record MessageTried(
            String outcome,
            @Nullable String kind,
            @Nullable String id,
            @Nullable String order,
            @Nullable OffsetDateTime sent,
            @Nullable String number,
            String words,
            List<MessageFlaw> flaws,
            @Nullable OrderBecame became) {

        static MessageTried wrong(List<MessageFlaw> flaws) {
            return new MessageTried(
                    Trying.Comes.REFUSED.word(), null, null, null, null, null, "", flaws, null);
        }
    }

    private final PartnerDesk desk;
    private final Trying trying;

    TryController(PartnerDesk desk, Trying trying) {
        this.desk = desk;
        this.trying = trying;
    }

    /// Shows what would come of a message, unsigned; nothing is stored, and whoever works the matter hears nothing.
    @PostMapping
    @Permit(value = PartnerController.EDIT, whole = true)
    @Unkeyed(Unkeyed.HARMLESS)
    @Unversioned(Unversioned.ADDS)
    MessageTried tryPartnerMessage(
            @PathVariable @Pattern(regexp = PartnerController.REGION) String region,
            @PathVariable @Pattern(regexp = PartnerController.KEY) String partner,
            @RequestBody @Valid MessageTryRequest body) {
        return trying.view(desk.found(region, partner), body.message());
    }
}
