package org.huying.matter;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.huying.access.Permit;
import org.huying.playbook.FieldKind;
import org.huying.playbook.LoopRules.ModeRules;
import org.huying.playbook.Playbooks;
import org.huying.playbook.Text;
import org.huying.territory.Modes;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the form asks for at a place now: it follows the mode of the place.
@RestController
@RequestMapping("/api/v1/{region}/matters/form")
class FormController {

    /// @param items keys of the items that the form offers first while the mode holds
    record ReportForm(
            @Nullable String mode,
            @Nullable Text modeName,
            List<String> items,
            List<FormField> fields) {}

    /// A field of the form. Desks must fill in what is required.
    record FormField(
            String key,
            Text name,
            String type,
            boolean required,
            boolean personal,
            long least,
            long most,
            List<FormChoice> choices) {}

    record FormChoice(String key, Text name) {}

    private final Playbooks playbooks;
    private final Carrying carrying;
    private final Modes modes;
    private final MatterDesk desk;

    FormController(Playbooks playbooks, Carrying carrying, Modes modes, MatterDesk desk) {
        this.playbooks = playbooks;
        this.carrying = carrying;
        this.modes = modes;
        this.desk = desk;
    }

    /// @param area where it is; the county where it is missing
    /// @param item what it is about, where that is known
    @GetMapping
    @Permit(Permit.OPEN)
    ReportForm form(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Requests.CODE) String area,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Requests.KEY) String item) {
        var now = desk.now();
        var place =
                Optional.ofNullable(area)
                        .filter(it -> it.startsWith(region))
                        .map(TerritoryCode::of)
                        .orElseGet(() -> TerritoryCode.of(region));
        var playbook = playbooks.current(place, now);
        var mode = carrying.mode(playbook, place, now);
        var required = carrying.required(playbook, Optional.ofNullable(item), place, now);
        return new ReportForm(
                mode.isPresent() ? modes.at(place, now).orElse(null) : null,
                mode.map(ModeRules::name).orElse(null),
                mode.map(ModeRules::items).orElse(List.of()),
                playbook.matter().fields().values().stream()
                        .map(it -> field(it, required))
                        .toList());
    }

    private static FormField field(FieldKind kind, Set<String> required) {
        return new FormField(
                kind.key(),
                kind.name(),
                kind.type().name().toLowerCase(Locale.ROOT),
                required.contains(kind.key()),
                kind.personal(),
                kind.least(),
                kind.most(),
                kind.choices().entrySet().stream()
                        .map(it -> new FormChoice(it.getKey(), it.getValue()))
                        .toList());
    }
}
