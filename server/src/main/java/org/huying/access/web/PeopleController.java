package org.huying.access.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.account.People;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Finds the people a post can be given to.
@RestController
@RequestMapping("/api/v1/{region}/people")
class PeopleController {

    static final String FIND = "access:person:find";

    /// @param id of the account; a post names its holder by it
    record FoundPerson(UUID id, String name, String login) {}

    /// @param more there are others; say more of the name
    record FoundPeople(List<FoundPerson> people, boolean more) {}

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    /// Active staff within the caller's reach whose name holds `q`, or whose login begins with it.
    @GetMapping
    @Permit(FIND)
    FoundPeople find(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam @NotBlank @Size(max = 40) String q,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit,
            Caller caller) {
        var found = people.find(region, caller.reach(FIND), q.strip(), limit + 1);
        return new FoundPeople(
                found.stream()
                        .limit(limit)
                        .map(it -> new FoundPerson(it.id(), it.name(), it.login()))
                        .toList(),
                found.size() > limit);
    }
}
