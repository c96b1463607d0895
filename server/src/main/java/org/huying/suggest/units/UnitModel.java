package org.huying.suggest.units;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huying.territory.Level;
import org.huying.territory.TerritoryCode;
import org.jspecify.annotations.Nullable;

/// Who usually works a request: a frequency model over roles that backs off from what is near to what is general, each
/// step weighing `smoothing` requests. Immutable.
///
/// With `n` of `N` requests of a context kept by a role and `p` its share in the next wider context, its share is
/// `(n + smoothing·p) / (N + smoothing)`; beyond the widest context it is 0. What was returned counts against it in the
/// narrowest context in which the role is known: its share is multiplied by `(n + 1) / (n + returned + 1)`.
public final class UnitModel {

    /// As measured; the figures stand in docs/suggestions.md.
    public static final double SMOOTHING = 8;

    /// After so many months a request counts half.
    public static final int HALF_LIFE_MONTHS = 6;

    private static final double TELLING = 3;

    /// A kind of request at the place itself (its digits), or anywhere (0).
    private record Context(String kind, String place) {}

    private static final class Count {
        private final Map<Body.Role, Double> kept = new HashMap<>();
        private final Map<Body.Role, Double> returned = new HashMap<>();
        private double all;
    }

    /// One possible unit.
    ///
    /// @param share 0 to 1
    public record Guess(String unit, double share, Proof proof) {}

    /// The narrowest context that says something.
    ///
    /// @param kind how wide: 0 for the item, 1 for its class, …
    /// @param place the street or community it was counted in; empty for the whole county
    /// @param kept of `all` requests there, so many stayed with this role
    public record Proof(
            int kind, Optional<TerritoryCode> place, double kept, double all, double returned) {}

    private final Map<Context, Count> counts = new HashMap<>();
    private final Map<String, Body> bodies;
    private final Map<Optional<TerritoryCode>, Map<String, String>> anchored;
    private final double smoothing;

    private UnitModel(Map<String, Body> bodies, double smoothing) {
        this.bodies = bodies;
        this.smoothing = smoothing;
        this.anchored =
                bodies.values().stream()
                        .filter(it -> it.anchor().isPresent())
                        .collect(
                                Collectors.groupingBy(
                                        Body::anchor,
                                        Collectors.toMap(Body::stem, Body::id, (one, _) -> one)));
    }

    /// Units without a [Body] are taken to work everywhere.
    public static UnitModel of(List<Seen> history, List<Body> bodies, double smoothing) {
        var known =
                bodies.stream()
                        .collect(Collectors.toMap(Body::id, Function.identity(), (a, _) -> a));
        var model = new UnitModel(known, smoothing);
        history.forEach(model::count);
        return model;
    }

    /// What a request counts after so many months.
    public static double weight(int months) {
        return Math.pow(0.5, Math.max(0, months) / (double) HALF_LIFE_MONTHS);
    }

    /// The most likely units. `advised` is one that a rule names: it counts as `smoothing` requests of the item.
    public List<Guess> rank(Case what, Optional<String> advised, int most) {
        var contexts = contexts(what);
        var advice = advised.map(it -> body(it).at(what.place()));
        var roles = new LinkedHashSet<Body.Role>();
        advice.ifPresent(roles::add);
        for (var context : contexts) {
            var count = counts.get(context);
            if (count != null) {
                roles.addAll(count.kept.keySet());
            }
        }
        var guesses = new LinkedHashMap<String, Guess>();
        for (var role : roles) {
            var unit = unit(role, what.place());
            if (unit != null) {
                guesses.merge(unit, guess(unit, role, what, contexts, advice), UnitModel::likelier);
            }
        }
        return guesses.values().stream()
                .filter(it -> it.share() > 0)
                .sorted(
                        Comparator.comparingDouble(Guess::share)
                                .reversed()
                                .thenComparing(Guess::unit))
                .limit(most)
                .toList();
    }

    private Guess guess(
            String unit,
            Body.Role role,
            Case what,
            List<Context> contexts,
            Optional<Body.Role> advice) {
        double share = 0;
        var advisedAt = new Context(what.kinds().stream().findFirst().orElse(""), "");
        for (var context : contexts.reversed()) {
            var count = counts.get(context);
            double kept = count == null ? 0 : count.kept.getOrDefault(role, 0.0);
            double all = count == null ? 0 : count.all;
            if (context.equals(advisedAt) && advice.isPresent()) {
                kept += advice.get().equals(role) ? smoothing : 0;
                all += smoothing;
            }
            share = all == 0 ? share : (kept + smoothing * share) / (all + smoothing);
        }
        var proof = proof(role, what, contexts);
        return new Guess(unit, share * trust(role, contexts), proof);
    }

    private double trust(Body.Role role, List<Context> contexts) {
        for (var context : contexts) {
            var count = counts.get(context);
            if (count != null) {
                double kept = count.kept.getOrDefault(role, 0.0);
                double returned = count.returned.getOrDefault(role, 0.0);
                if (kept + returned > 0) {
                    return (kept + 1) / (kept + returned + 1);
                }
            }
        }
        return 1;
    }

    private Proof proof(Body.Role role, Case what, List<Context> contexts) {
        Proof widest = new Proof(0, Optional.empty(), 0, 0, 0);
        for (var context : contexts) {
            var count = counts.get(context);
            if (count != null) {
                var place =
                        Optional.of(context.place())
                                .filter(it -> !it.isEmpty())
                                .map(TerritoryCode::of);
                double kept = count.kept.getOrDefault(role, 0.0);
                double returned = count.returned.getOrDefault(role, 0.0);
                widest =
                        new Proof(
                                Math.max(0, what.kinds().indexOf(context.kind())),
                                place,
                                kept,
                                count.all,
                                returned);
                if (kept + returned > 0 && count.all + returned >= TELLING) {
                    return widest;
                }
            }
        }
        return widest;
    }

    private void count(Seen seen) {
        var role = body(seen.unit()).at(seen.what().place());
        for (var context : contexts(seen.what())) {
            var count = counts.computeIfAbsent(context, _ -> new Count());
            count.kept.merge(role, seen.kept(), Double::sum);
            count.returned.merge(role, seen.returned(), Double::sum);
            count.all += seen.kept();
        }
    }

    /// Narrowest first: the item in the community, in the street, anywhere; then its class, and so on.
    private static List<Context> contexts(Case what) {
        var contexts = new ArrayList<Context>();
        var place = what.place();
        for (var kind : what.kinds()) {
            if (place.level().compareTo(Level.COMMUNITY) >= 0) {
                contexts.add(new Context(kind, place.at(Level.COMMUNITY).value()));
            }
            if (place.level().compareTo(Level.STREET) >= 0) {
                contexts.add(new Context(kind, place.at(Level.STREET).value()));
            }
            contexts.add(new Context(kind, ""));
        }
        contexts.add(new Context("", ""));
        return contexts.stream().distinct().toList();
    }

    private Body body(String unit) {
        return bodies.getOrDefault(unit, Body.everywhere(unit));
    }

    /// The unit that has this role at this place; none where the place has no such unit of its own.
    private @Nullable String unit(Body.Role role, TerritoryCode place) {
        if (role.digits() == 0) {
            return role.name();
        }
        if (role.digits() > place.value().length()) {
            return null;
        }
        var anchor = TerritoryCode.of(place.value().substring(0, role.digits()));
        return anchored.getOrDefault(Optional.of(anchor), Map.of()).get(role.name());
    }

    private static Guess likelier(Guess one, Guess other) {
        return one.share() >= other.share() ? one : other;
    }
}
