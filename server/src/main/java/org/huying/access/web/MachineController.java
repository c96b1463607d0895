package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.machine.Machine;
import org.huying.access.machine.Machines;
import org.huying.access.machine.Quota;
import org.huying.access.machine.Use;
import org.huying.problem.Seen;
import org.huying.territory.TerritoryDay;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The machines that call the API of a region: what each may ask for and what it did.
@RestController
@RequestMapping("/api/v1/{region}/machines")
class MachineController {
    private static final String READ = "access:account:read";
    private static final int MOST = 10_000_000;
    private static final int DAYS = 90;

    record QuotaRequest(
            @NotNull @Min(0) @Max(MOST) Integer perMinute,
            @NotNull @Min(0) @Max(MOST) Integer perDay) {}

    /// @param refused answered with 400 to 499, also for too many calls
    /// @param failed answered with 500 and above
    record UseItem(LocalDate day, long calls, long refused, long failed) {
        static UseItem of(Use use) {
            return new UseItem(use.day(), use.calls(), use.refused(), use.failed());
        }
    }

    /// @param perMinute 0 is no limit
    /// @param perDay 0 is no limit
    /// @param version what `If-Match` names to change the quota; 0 while the machine has that of the settings
    record MachineItem(
            UUID id,
            String login,
            String name,
            boolean active,
            int tokens,
            int perMinute,
            int perDay,
            long version,
            UseItem today,
            UseItem month) {

        static MachineItem of(Machines.Line line) {
            return new MachineItem(
                    line.account(),
                    line.login(),
                    line.name(),
                    line.active(),
                    line.tokens(),
                    line.quota().perMinute(),
                    line.quota().perDay(),
                    line.version(),
                    UseItem.of(line.today()),
                    UseItem.of(line.month()));
        }
    }

    /// @param next send it as `after` for the page behind this one; absent on the last page
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MachinePage(List<MachineItem> machines, @Nullable UUID next) {}

    private final Machines machines;
    private final Clock clock;

    MachineController(Machines machines, @Qualifier("wallClock") Clock clock) {
        this.machines = machines;
        this.clock = clock;
    }

    @GetMapping
    @Permit(value = READ, whole = true)
    MachinePage list(
            @PathVariable String region,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        var found = machines.page(region, Optional.ofNullable(after), limit);
        return new MachinePage(
                found.stream().map(MachineItem::of).toList(),
                found.size() == limit ? found.getLast().account() : null);
    }

    @GetMapping("/{account}")
    @Permit(value = READ, whole = true)
    ResponseEntity<MachineItem> one(@PathVariable String region, @PathVariable UUID account) {
        var line = machines.one(new Machine(region, account));
        return Seen.tagged(line.version(), MachineItem.of(line));
    }

    /// The last 90 days on which it called, oldest first.
    @GetMapping("/{account}/use")
    @Permit(value = READ, whole = true)
    List<UseItem> use(@PathVariable String region, @PathVariable UUID account) {
        var machine = new Machine(region, account);
        machines.one(machine);
        var from = TerritoryDay.of(clock.instant()).minusDays(DAYS - 1L);
        return machines.use(machine, from).stream().map(UseItem::of).toList();
    }

    @PutMapping("/{account}/quota")
    @Permit(value = "access:token:edit", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> limit(
            @PathVariable String region,
            @PathVariable UUID account,
            Seen seen,
            Caller caller,
            @RequestBody @Valid QuotaRequest body) {
        return Seen.now(
                machines.limit(
                        caller,
                        new Machine(region, account),
                        seen,
                        new Quota(body.perMinute(), body.perDay())));
    }
}
