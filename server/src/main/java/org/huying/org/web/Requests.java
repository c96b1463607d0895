package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.org.OrganisationKind;
import org.huying.org.edit.DutyEdits;
import org.huying.org.edit.OrgEdits;
import org.huying.org.edit.PostEdits;
import org.huying.org.store.Rows.Board;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// What may be asked of org. `from` is the first day of the new state, today if it is missing; batches hold up to 5000.
final class Requests {
    static final int MOST = 5000;
    private static final String KEY = "[^\\p{Cntrl}]{1,100}";

    private Requests() {}

    record OrganisationRequest(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotBlank @Size(max = 200) String name,
            @NotNull OrganisationKind kind,
            @Nullable @Size(max = 100) String parent,
            @Nullable TerritoryCode anchor) {

        OrgEdits.Entry entry() {
            return new OrgEdits.Entry(
                    key,
                    name.strip(),
                    kind,
                    Optional.ofNullable(parent),
                    Optional.ofNullable(anchor));
        }
    }

    record OrganisationsRequest(
            @NotEmpty @Size(max = MOST) List<@Valid @NotNull OrganisationRequest> items,
            @Nullable LocalDate from) {}

    record HolderRequest(@NotNull UUID person, @NotBlank @Size(max = 100) String name) {

        PostEdits.Holder holder() {
            return new PostEdits.Holder(person, name.strip());
        }
    }

    record PostRequest(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String organisation,
            @NotNull TerritoryCode area,
            @Nullable @Pattern(regexp = TeamRequests.CONTACT) String contact,
            @Nullable @Size(max = 500) String duties,
            @Nullable @Size(max = 50) List<@Valid @NotNull HolderRequest> holders) {

        PostEdits.Entry entry() {
            var held =
                    holders == null
                            ? List.<PostEdits.Holder>of()
                            : holders.stream().map(HolderRequest::holder).toList();
            var board = new Board(Optional.ofNullable(contact), Optional.ofNullable(duties));
            return new PostEdits.Entry(key, name.strip(), organisation, area, board, held);
        }
    }

    record PostsRequest(
            @NotEmpty @Size(max = MOST) List<@Valid @NotNull PostRequest> items,
            @Nullable LocalDate from) {}

    record HandoverRequest(
            @NotNull @Valid HolderRequest successor,
            @NotBlank @Size(max = 500) String note,
            @Nullable LocalDate day) {}

    record TenureRequest(@NotNull @Valid HolderRequest holder, @Nullable LocalDate from) {}

    record DutyRequest(
            @NotBlank @Size(max = 100) String unit,
            @NotNull @Pattern(regexp = KEY) String subject,
            @NotNull TerritoryCode area,
            @Min(0) @Max(1000) int priority) {

        DutyEdits.Entry entry() {
            return new DutyEdits.Entry(unit, subject, area, priority);
        }
    }

    record DutiesRequest(
            @NotEmpty @Size(max = MOST) List<@Valid @NotNull DutyRequest> items,
            @Nullable LocalDate from) {}

    record EndRequest(@Nullable LocalDate to) {}
}
