package org.huying.matter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.matter.MatterView.FieldView;
import org.huying.matter.loop.Matter;
import org.huying.problem.Problem;
import org.huying.vault.Cipher;
import org.huying.vault.Masking;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The requester's name and phone in plain. Every look says what for and is recorded before it is answered.
@RestController
@RequestMapping("/api/v1/{region}/matters/{id}/requester")
class RequesterController {

    static final String PERSONAL = "matter:personal:read";

    /// @param unreadable what was sealed cannot be opened any more; `name` or `phone` says so
    /// @param fields what the report tells about a person
    record Requester(
            @Nullable String name,
            @Nullable String phone,
            boolean unreadable,
            List<FieldView> fields) {}

    private final MatterMoves moves;
    private final MatterDesk desk;
    private final RequesterHistory history;
    private final Audit audit;
    private final Cipher cipher;
    private final BesideViews beside;
    private final Rulebook rulebook;

    RequesterController(
            MatterMoves moves,
            MatterDesk desk,
            RequesterHistory history,
            Audit audit,
            Cipher cipher,
            BesideViews beside,
            Rulebook rulebook) {
        this.moves = moves;
        this.desk = desk;
        this.history = history;
        this.audit = audit;
        this.cipher = cipher;
        this.beside = beside;
        this.rulebook = rulebook;
    }

    @GetMapping
    @Permit(PERSONAL)
    Requester look(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            Caller caller) {
        var matter = looked(new MatterId(region, id), purpose, caller);
        var contact = matter.report().contact();
        var name = contact.name().map(it -> readable(it, matter)).orElse(null);
        var phone = contact.phone().map(it -> readable(it, matter)).orElse(null);
        return new Requester(
                name,
                phone,
                Masking.UNREADABLE.equals(name) || Masking.UNREADABLE.equals(phone),
                beside.personal(matter, rulebook.playbook(matter)));
    }

    /// How often the same person asked, and what about. A look at personal data like the other.
    @GetMapping("/history")
    @Permit(PERSONAL)
    RequesterHistory.View history(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            @RequestParam @NotBlank @Size(max = 200) String purpose,
            Caller caller) {
        var matter = looked(new MatterId(region, id), purpose, caller);
        return history.of(matter, caller, desk.now());
    }

    private Matter looked(MatterId id, String purpose, Caller caller) {
        var matter = moves.seen(id, caller);
        if (!caller.reach(PERSONAL).covers(matter.subject().area(), matter.involved())) {
            throw Problem.NOT_FOUND.plain();
        }
        audit.looked(caller, id.region(), matter.report().number(), purpose);
        return matter;
    }

    private String readable(byte[] sealed, Matter matter) {
        return cipher.readable(sealed, matter.id().toString()).orElse(Masking.UNREADABLE);
    }
}
