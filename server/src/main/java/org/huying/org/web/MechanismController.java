package org.huying.org.web;

import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.org.Organisations;
import org.huying.org.Seats;
import org.huying.playbook.BodyKind;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.playbook.TaskKind;
import org.huying.playbook.TaskKind.Whom;
import org.huying.playbook.Text;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Bodies that coordinate (协调机制、专项组): what they are charged with, which units belong to them with which duties, and
/// the tasks that they are given.
@RestController
@RequestMapping("/api/v1/{region}/staffing/mechanisms")
class MechanismController {

    private final Playbooks playbooks;
    private final Seats seats;
    private final Organisations organisations;
    private final Clock clock;

    MechanismController(
            Playbooks playbooks, Seats seats, Organisations organisations, Clock clock) {
        this.playbooks = playbooks;
        this.seats = seats;
        this.organisations = organisations;
        this.clock = clock;
    }

    record MechanismsView(List<MechanismView> mechanisms) {}

    /// @param bodies those that stand
    /// @param tasks the kinds of tasks that they, or all member units, are given again and again
    record MechanismView(
            String key,
            Text name,
            List<MechanismBody> bodies,
            List<Text> duties,
            List<MechanismMember> members,
            List<MechanismTask> tasks) {}

    record MechanismBody(UUID id, String name) {}

    /// @param bodies those that fill the role here
    /// @param template an editable sample
    record MechanismMember(
            String key,
            Text name,
            List<MechanismBody> bodies,
            List<Text> duties,
            boolean template) {}

    /// @param members whether every member unit has it
    record MechanismTask(String key, Text name, @Nullable String every, boolean members) {}

    /// As the playbook of the area says; of the county where it is missing.
    @Permit(Scope.READ)
    @GetMapping
    MechanismsView mechanisms(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestParam(required = false) @Nullable TerritoryCode area,
            Caller caller) {
        var within = Scope.within(caller, Scope.READ, region, area);
        var playbook = playbooks.current(within, clock.instant());
        return new MechanismsView(
                playbook.bodies().stream()
                        .filter(MechanismController::charged)
                        .map(it -> view(region, playbook, it))
                        .toList());
    }

    private static boolean charged(BodyKind kind) {
        return !kind.work().duties().isEmpty() || !kind.work().members().isEmpty();
    }

    private MechanismView view(String region, Playbook playbook, BodyKind kind) {
        var members = new ArrayList<MechanismMember>();
        kind.work()
                .members()
                .forEach((key, member) ->
                        members.add(
                                new MechanismMember(
                                        key,
                                        playbook.units().getOrDefault(key, new Text(key, key)),
                                        bodies(region, key),
                                        member.duties(),
                                        member.template())));
        return new MechanismView(
                kind.key(),
                kind.name(),
                bodies(region, kind.key()),
                kind.work().duties(),
                members,
                playbook.tasks().values().stream()
                        .filter(it -> it.to().key().equals(kind.key()))
                        .filter(it -> it.to().whom() == Whom.UNIT || it.to().whom() == Whom.MEMBERS)
                        .map(MechanismController::task)
                        .toList());
    }

    private static MechanismTask task(TaskKind kind) {
        return new MechanismTask(
                kind.key(),
                kind.name(),
                kind.every().map(it -> it.name().toLowerCase(Locale.ROOT)).orElse(null),
                kind.to().whom() == Whom.MEMBERS);
    }

    private List<MechanismBody> bodies(String region, String key) {
        var ids = seats.ofUnit(region, key).stream().map(Seats.Seat::unit).toList();
        var names = organisations.names(region, ids);
        return ids.stream()
                .map(it -> new MechanismBody(it, names.getOrDefault(it, it.toString())))
                .toList();
    }
}
