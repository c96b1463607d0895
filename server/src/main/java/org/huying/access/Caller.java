package org.huying.access;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Whoever makes this call, resolved on the server from the session, never from the request.
public record Caller(UUID account, Kind kind, String name, List<Grant> grants) {

    /// The kinds of callers. Anonymous callers carry no grants; `SYSTEM` is Huying itself (timers, rules).
    public enum Kind {
        STAFF,
        RESIDENT,
        MACHINE,
        ANONYMOUS,
        SYSTEM
    }

    private static final UUID NOBODY = new UUID(0, 0);
    public static final Caller ANONYMOUS = new Caller(NOBODY, Kind.ANONYMOUS, "匿名", List.of());
    public static final Caller SYSTEM = new Caller(new UUID(0, 1), Kind.SYSTEM, "呼应", List.of());

    public Caller {
        grants = List.copyOf(grants);
    }

    public boolean may(String permission) {
        return kind == Kind.SYSTEM
                || grants.stream().anyMatch(grant -> grant.permissions().contains(permission));
    }

    /// What this caller reaches with `permission`: the union of the grants that carry it.
    public Reach reach(String permission) {
        if (kind == Kind.SYSTEM) {
            return new Reach.Everywhere();
        }
        var parts = new LinkedHashSet<Reach.Part>();
        for (var grant : grants) { // asked for every step of every matter shown
            if (grant.permissions().contains(permission)) {
                if (grant.area().isEmpty() && grant.unit().isEmpty()) {
                    return new Reach.Everywhere();
                }
                parts.add(new Reach.Part(grant.area(), grant.unit()));
            }
        }
        return parts.isEmpty() ? new Reach.Nowhere() : new Reach.Within(List.copyOf(parts));
    }

    /// The organisations this caller works for, in no order, each once.
    public List<UUID> units() {
        return grants.stream().map(Grant::unit).flatMap(Optional::stream).distinct().toList();
    }
}
