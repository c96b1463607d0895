package org.huying.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huying.Town;
import org.huying.access.Caller;
import org.huying.access.Grant;
import org.huying.access.MovableClock;
import org.huying.matter.loop.Command;
import org.huying.matter.loop.Command.Evidence;
import org.huying.matter.loop.Matter;
import org.huying.territory.TerritoryCode;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Matters of one town for tests that drive the desk itself: callers who may do everything, real pictures as proof, and
/// what the controllers write with a merge or a split.
@TestComponent
class Scene {

    /// A clock that tests move.
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MovableClock moving() {
            return new MovableClock(Instant.parse("2026-03-02T01:00:00Z"));
        }
    }

    private static final Set<String> EVERYTHING =
            Stream.concat(Stream.of(Sight.READ), Stream.of(Act.values()).map(Act::permission))
                    .collect(Collectors.toUnmodifiableSet());

    /// Three people of whom each may do everything in the county.
    static final List<Caller> PEOPLE =
            IntStream.rangeClosed(1, 3)
                    .mapToObj(it ->
                            new Caller(
                                    new UUID(3, it),
                                    Caller.Kind.STAFF,
                                    "值班员" + it,
                                    List.of(
                                            new Grant(
                                                    "everything",
                                                    Optional.of(Town.COUNTY),
                                                    Optional.empty(),
                                                    EVERYTHING))))
                    .toList();

    private final Town town;
    private final Reception reception;
    private final MatterDesk desk;
    private final Merging merging;
    private final Attachments attachments;
    private final ConcurrentHashMap<UUID, ConcurrentLinkedQueue<UUID>> loose =
            new ConcurrentHashMap<>();

    Scene(
            Town town,
            Reception reception,
            MatterDesk desk,
            Merging merging,
            Attachments attachments) {
        this.town = town;
        this.reception = reception;
        this.desk = desk;
        this.merging = merging;
        this.attachments = attachments;
    }

    /// Reported, some with somebody to ask and some without, some without an item.
    List<Matter> reported(int count) {
        return reported(count, Optional.empty());
    }

    List<Matter> reported(int count, Optional<TerritoryCode> area) {
        town.ready();
        var all = new ArrayList<Matter>();
        for (int i = 0; i < count; i++) {
            var report = report(i, Optional.empty(), area);
            all.add(reception.receive(report, PEOPLE.getFirst(), Optional.empty()).matter());
        }
        return all;
    }

    List<UUID> units() {
        return List.of(town.unit("lamps"), town.unit("water"), town.unit("centre"));
    }

    /// The same command with pictures that are really there.
    Command proven(Command command, Caller by) {
        return switch (command) {
            case Command.Handle(var words, var proof) -> new Command.Handle(words, real(proof, by));
            case Command.Verify(var passed, var invites, var words, var proof) ->
                    new Command.Verify(passed, invites, words, real(proof, by));
            case Command.Spot(var unit, _, var words, var proof) ->
                    new Command.Spot(unit, by.account(), words, real(proof, by));
            case Command.Apply it ->
                    new Command.Apply(
                            it.kind(),
                            it.reason(),
                            it.length(),
                            it.until(),
                            it.words(),
                            real(it.evidence(), by));
            default -> command;
        };
    }

    /// Pictures of a step that was not taken can be used again.
    void unused(Command command, Caller by) {
        command.proof().forEach(it -> pictures(by).add(it.attachment()));
    }

    /// What the API writes with this step.
    MatterDesk.Also also(Command command, Matter matter, Caller by) {
        return switch (command) {
            case Command.Merge(var into, _, _) ->
                    child -> merging.absorbed(new MatterId(Town.REGION, into), child, by);
            case Command.Split(var children, _) ->
                    _ -> {
                        children.forEach(it -> part(it, matter, by));
                        return Optional.empty();
                    };
            default -> MatterDesk.Also.NOTHING;
        };
    }

    /// The same command with what the API finds out before it asks: fit masters, ids of parts that are new.
    Command looked(Command command, Matter matter, Optional<Matter> master) {
        return switch (command) {
            case Command.Merge(_, _, var words) ->
                    new Command.Merge(
                            master.orElseThrow().id().value(),
                            merging.fit(matter, master.get()),
                            words);
            case Command.Split(var children, var words) ->
                    new Command.Split(
                            children.stream().map(_ -> UUID.randomUUID()).toList(), words);
            default -> command;
        };
    }

    private void part(UUID id, Matter whole, Caller by) {
        var report = report(0, Optional.of(whole.id().value()), Optional.empty());
        var part = reception.prepared(report, by, desk.now());
        var named =
                new Matter(
                        new MatterId(Town.REGION, id),
                        part.version(),
                        part.report(),
                        part.subject(),
                        part.standing(),
                        part.clock(),
                        part.since(),
                        part.changedAt(),
                        part.steps(),
                        part.chain());
        assertThat(desk.open(named, by, List.of(), Optional.empty(), MatterDesk.Also.NOTHING))
                .isPresent();
    }

    private List<Evidence> real(List<Evidence> proof, Caller by) {
        return proof.stream().map(it -> new Evidence(it.kind(), picture(by))).toList();
    }

    private UUID picture(Caller by) {
        var spare = pictures(by).poll();
        return spare != null
                ? spare
                : attachments
                        .add(Town.REGION, by, new Picture(1, 1, new byte[] {1}, new byte[] {1}))
                        .orElseThrow();
    }

    private ConcurrentLinkedQueue<UUID> pictures(Caller by) {
        return loose.computeIfAbsent(by.account(), _ -> new ConcurrentLinkedQueue<>());
    }

    private static NewMatter report(
            int number, Optional<UUID> parent, Optional<TerritoryCode> area) {
        var phone = number % 3 == 0 ? Optional.<String>empty() : Optional.of("13800001111");
        return new NewMatter(
                Town.REGION,
                "desk",
                "unstated",
                "路灯不亮",
                "第 %d 盏路灯不亮".formatted(number),
                "",
                number % 5 == 4 ? Optional.empty() : Optional.of("street-lamp"),
                area,
                Optional.empty(),
                new NewMatter.Contact(Optional.empty(), phone),
                List.of(),
                Optional.empty(),
                false,
                Map.of(),
                parent);
    }
}
