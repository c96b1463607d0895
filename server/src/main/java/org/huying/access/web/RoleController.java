package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.account.RoleDesk;
import org.huying.access.role.Permission;
import org.huying.problem.Seen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The roles of a region with their permissions.
@RestController
@RequestMapping("/api/v1/{region}/roles")
class RoleController {

    record RoleRequest(
            @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 60) String nameEn,
            @NotEmpty @Size(max = 100) Set<@NotNull @Size(max = 80) String> permissions) {}

    /// @param version what `If-Match` names to change the role; absent for built-in ones
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RoleItem(
            String key,
            String nameZh,
            String nameEn,
            boolean builtIn,
            boolean secondFactor,
            List<String> permissions,
            @Nullable Long version) {}

    record Catalogue(List<RoleItem> roles, List<Permission> permissions) {}

    private final RoleDesk desk;

    RoleController(RoleDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Permit(value = "access:role:read", whole = true)
    Catalogue list(@PathVariable String region) {
        var versions = desk.versions(region);
        var roles =
                desk.of(region).stream()
                        .map(role ->
                                new RoleItem(
                                        role.key(),
                                        role.nameZh(),
                                        role.nameEn(),
                                        role.builtIn(),
                                        role.secondFactor(),
                                        role.permissions().stream().sorted().toList(),
                                        versions.get(role.key())))
                        .toList();
        return new Catalogue(roles, desk.permissions());
    }

    @PutMapping("/{key}")
    @Permit(value = "access:role:edit", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> put(
            @PathVariable String region,
            @PathVariable @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String key,
            Seen seen,
            Caller caller,
            @RequestBody @Valid RoleRequest body) {
        var names = List.of(body.nameZh(), body.nameEn());
        return Seen.now(desk.put(caller, region, key, seen, names, body.permissions()));
    }

    @DeleteMapping("/{key}")
    @Permit(value = "access:role:edit", whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String region, @PathVariable String key, Seen seen, Caller caller) {
        desk.remove(caller, region, key, seen);
    }
}
