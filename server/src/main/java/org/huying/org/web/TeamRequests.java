package org.huying.org.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.org.edit.RosterEdits;
import org.huying.org.edit.TeamEdits;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// What may be asked about teams and rosters.
final class TeamRequests {
    /// A number at work: digits and what people write between them, but no mobile phone of a person.
    static final String CONTACT = "(?!.*1[3-9]\\d{9})[0-9+()（）\\- 转]{3,40}";

    private static final String KEY = "[a-z][a-z0-9-]{0,49}";
    private static final int MOST_MEMBERS = 500;
    private static final int MOST_SHIFTS = 12;

    private TeamRequests() {}

    /// @param home the key of the unit that sends the person, where it is another than the one that leads the team
    record MemberRequest(
            @NotNull UUID person,
            @NotBlank @Size(max = 100) String name,
            @Nullable @Size(max = 20) List<@NotNull @Pattern(regexp = KEY) String> roles,
            @Nullable Boolean lead,
            @Nullable @Size(max = 100) String home) {

        TeamEdits.Person wanted() {
            return new TeamEdits.Person(
                    person,
                    name.strip(),
                    roles == null ? List.of() : roles.stream().distinct().toList(),
                    Boolean.TRUE.equals(lead),
                    Optional.ofNullable(home));
        }
    }

    record TeamRequest(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String organisation,
            @NotNull TerritoryCode area,
            @Nullable @Pattern(regexp = CONTACT) String contact,
            @Nullable Boolean onBoard,
            @Nullable @Size(max = MOST_MEMBERS) List<@Valid @NotNull MemberRequest> members) {

        TeamEdits.Entry entry() {
            return new TeamEdits.Entry(
                    key,
                    name.strip(),
                    organisation,
                    area,
                    Optional.ofNullable(contact),
                    Boolean.TRUE.equals(onBoard),
                    members == null
                            ? List.of()
                            : members.stream().map(MemberRequest::wanted).toList());
        }
    }

    record TeamsRequest(
            @NotEmpty @Size(max = Requests.MOST) List<@Valid @NotNull TeamRequest> items,
            @Nullable LocalDate from) {}

    record JoinRequest(@NotNull @Valid MemberRequest member, @Nullable LocalDate from) {}

    /// Local times; a shift that ends no later than it begins ends the next day.
    record ShiftRequest(
            @NotBlank @Size(max = 20) String name,
            @NotNull LocalTime from,
            @NotNull LocalTime to,
            @NotNull @Size(max = 200) List<@NotNull UUID> persons) {

        RosterEdits.Shift shift() {
            return new RosterEdits.Shift(name.strip(), from, to, persons);
        }
    }

    record RosterRequest(
            @NotNull LocalDate day,
            @NotNull @Size(max = MOST_SHIFTS) List<@Valid @NotNull ShiftRequest> shifts) {}
}
