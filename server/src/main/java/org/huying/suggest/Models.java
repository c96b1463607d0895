package org.huying.suggest;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huying.database.Snapshots;
import org.huying.org.Organisation;
import org.huying.org.Organisations;
import org.huying.playbook.Playbook;
import org.huying.playbook.Playbooks;
import org.huying.suggest.names.PlaceName;
import org.huying.suggest.store.Learned;
import org.huying.suggest.text.Learner;
import org.huying.suggest.text.TextModel;
import org.huying.suggest.units.Body;
import org.huying.suggest.units.Case;
import org.huying.suggest.units.Seen;
import org.huying.suggest.units.UnitModel;
import org.huying.territory.Node;
import org.huying.territory.Territory;
import org.huying.territory.TerritoryCode;
import org.springframework.stereotype.Component;

/// Builds the models of a region from what has been learned and from its catalogue.
@Component
class Models {

    /// A text model with the version of the catalogue that it knows.
    record Texts(String playbook, int version, TextModel model) {
        boolean knows(Playbook current) {
            return playbook.equals(current.key()) && version == current.version();
        }
    }

    private final Learned learned;
    private final Playbooks playbooks;
    private final Organisations organisations;
    private final Territory territory;
    private final Clock clock;

    Models(
            Learned learned,
            Playbooks playbooks,
            Organisations organisations,
            Territory territory,
            Clock clock) {
        this.learned = learned;
        this.playbooks = playbooks;
        this.organisations = organisations;
        this.territory = territory;
        this.clock = clock;
    }

    Snapshots.Source<Texts> texts() {
        return new Snapshots.Source<>() {
            @Override
            public Snapshots.Versioned<Texts> load(String key) {
                long revision = revisions(List.of(key)).getOrDefault(key, 0L);
                return new Snapshots.Versioned<>(revision, texts(TerritoryCode.of(key)));
            }

            @Override
            public Map<String, Long> revisions(List<String> keys) {
                var regions = keys.stream().map(it -> TerritoryCode.of(it).region()).distinct();
                var known = learned.textRevisions(regions.toList());
                return keys.stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it,
                                        it ->
                                                known.getOrDefault(
                                                        TerritoryCode.of(it).region(), 0L)));
            }
        };
    }

    Snapshots.Source<UnitModel> units() {
        return new Snapshots.Source<>() {
            @Override
            public Snapshots.Versioned<UnitModel> load(String region) {
                long revision = revisions(List.of(region)).getOrDefault(region, 0L);
                return new Snapshots.Versioned<>(revision, units(region));
            }

            @Override
            public Map<String, Long> revisions(List<String> regions) {
                return learned.unitRevisions(regions);
            }
        };
    }

    private Texts texts(TerritoryCode place) {
        var playbook = playbooks.current(place, clock.instant());
        var taught =
                learned.examples(place.region()).stream()
                        .filter(it -> playbook.item(it.item()).isPresent());
        var examples = Stream.concat(new Catalogue(playbook).examples().stream(), taught).toList();
        return new Texts(
                playbook.key(), playbook.version(), TextModel.train(examples, Learner.BEST));
    }

    private UnitModel units(String region) {
        var now = clock.instant();
        var catalogues = new HashMap<String, Catalogue>();
        var bodies = new HashMap<UUID, Body>();
        var history =
                learned.tallies(region, now).stream()
                        .map(tally -> {
                            var unit = tally.unit();
                            organisations
                                    .byId(region, unit)
                                    .ifPresent(it -> bodies.computeIfAbsent(unit, _ -> body(it)));
                            var playbook = playbooks.current(tally.area(), now);
                            var catalogue =
                                    catalogues.computeIfAbsent(
                                            playbook.key(), _ -> new Catalogue(playbook));
                            return new Seen(
                                    new Case(catalogue.kinds(tally.item()), tally.area()),
                                    unit.toString(),
                                    tally.kept(),
                                    tally.returned());
                        })
                        .toList();
        return UnitModel.of(history, List.copyOf(bodies.values()), UnitModel.SMOOTHING);
    }

    /// Bodies that serve the whole county have no role of a place's own.
    private Body body(Organisation unit) {
        var anchor =
                unit.anchor()
                        .filter(it ->
                                it.value().length()
                                        > TerritoryCode.of(unit.region()).value().length());
        var place =
                anchor.flatMap(it -> territory.node(it, clock.instant()))
                        .map(Node::name)
                        .map(PlaceName::stem);
        return new Body(
                unit.id().toString(),
                anchor,
                place.map(it -> unit.name().replace(it, "")).orElse(unit.name()));
    }
}
