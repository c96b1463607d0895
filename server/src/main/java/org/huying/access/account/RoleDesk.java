package org.huying.access.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huying.access.Audit;
import org.huying.access.Caller;
import org.huying.access.role.Permission;
import org.huying.access.role.Role;
import org.huying.access.role.Roles;
import org.huying.access.session.Sessions;
import org.huying.problem.Problem;
import org.huying.problem.Seen;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Roles that a place makes for itself, out of permissions that no administrator holds for themselves.
@Service
public class RoleDesk {
    private final Roles roles;
    private final GrantRows grants;
    private final Sessions sessions;
    private final Audit audit;

    RoleDesk(Roles roles, GrantRows grants, Sessions sessions, Audit audit) {
        this.roles = roles;
        this.grants = grants;
        this.sessions = sessions;
        this.audit = audit;
    }

    public Collection<Role> of(String region) {
        return roles.of(region).values();
    }

    public List<Permission> permissions() {
        return roles.permissions();
    }

    public Map<String, Long> versions(String region) {
        return roles.versions(region);
    }

    /// Makes a role, or changes it at the version that was `seen`; answers the version after.
    @Transactional
    public long put(
            Caller by,
            String region,
            String key,
            Seen seen,
            List<String> names,
            Set<String> permissions) {
        if (roles.isBuiltIn(key)) {
            throw Problem.REFUSED.with("内置角色不能修改", "Built-in roles cannot be changed");
        }
        var known = roles.permissions().stream().map(Permission::key).collect(Collectors.toSet());
        if (!known.containsAll(permissions)) {
            throw Problem.INVALID.with("包含未知的权限", "A permission is not known");
        }
        if (permissions.stream().anyMatch(roles.reserved()::contains)) {
            throw Problem.REFUSED.with(
                    "管理员权限不能放入自定义角色",
                    "Permissions of administrators stay with their built-in roles");
        }
        seen.at(roles.locked(region, key));
        long version = roles.put(region, key, names, permissions, seen.version());
        if (version == 0) {
            throw Problem.STALE.plain();
        }
        var words = permissions.stream().sorted().collect(Collectors.joining(" "));
        audit.acted(by, region, "role-changed", "role " + key, Optional.of(words));
        sessions.forgetAll();
        return version;
    }

    @Transactional
    public void remove(Caller by, String region, String key, Seen seen) {
        if (roles.isBuiltIn(key)) {
            throw Problem.REFUSED.with("内置角色不能删除", "Built-in roles cannot be removed");
        }
        if (grants.held(region, key)) {
            throw Problem.REFUSED.with("仍有账号担任此角色", "Somebody still holds this role");
        }
        long present = roles.locked(region, key);
        if (present == 0) {
            throw Problem.NOT_FOUND.plain();
        }
        seen.at(present);
        roles.remove(region, key);
        audit.acted(by, region, "role-removed", "role " + key, Optional.empty());
    }
}
