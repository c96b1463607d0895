package org.huying.access.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.access.session.Mode;
import org.huying.problem.Problem;
import org.springframework.stereotype.Component;

/// Who may be given which role: it must exist and suit the kind of account, roles for samples stay out of production,
/// and nobody holds the roles of two kinds of administrators (GB/T 22239).
@Component
class GrantRules {
    private final Roles roles;
    private final Mode mode;

    GrantRules(Roles roles, Mode mode) {
        this.roles = roles;
        this.mode = mode;
    }

    /// Throws unless an account of this kind may hold all these roles at once.
    void check(String region, Caller.Kind kind, Collection<String> keys) {
        var held = new ArrayList<Role>();
        for (var key : keys) {
            held.add(fitting(region, kind, key));
        }
        if (held.stream().map(Role::sphere).flatMap(Optional::stream).distinct().count() > 1) {
            throw Problem.ROLE_REFUSED.with(
                    "系统、安全、审计三类管理员不能由同一人兼任",
                    "Nobody holds two of system, security and audit administration");
        }
    }

    boolean admin(String region, Collection<String> keys) {
        return keys.stream().flatMap(key -> roles.find(region, key).stream()).anyMatch(Role::admin);
    }

    private Role fitting(String region, Caller.Kind kind, String key) {
        var role =
                roles.find(region, key)
                        .orElseThrow(() ->
                                Problem.ROLE_REFUSED.with(
                                        "没有角色 %s".formatted(key),
                                        "There is no role %s".formatted(key)));
        if (!role.holders().contains(kind)) {
            throw Problem.ROLE_REFUSED.with(
                    "此类账号不能担任%s".formatted(role.nameZh()),
                    "An account of this kind cannot hold %s".formatted(role.nameEn()));
        }
        if (role.sampleOnly() && mode.production()) {
            throw Problem.ROLE_REFUSED.with(
                    "%s仅用于演示".formatted(role.nameZh()),
                    "%s is for demonstrations only".formatted(role.nameEn()));
        }
        return role;
    }

    static List<String> keys(Collection<GrantRow> grants) {
        return grants.stream()
                .map(row -> row.grant().role())
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
