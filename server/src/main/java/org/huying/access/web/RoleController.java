package org.huying.access.web;

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
import org.springframework.http.HttpStatus;
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

    record RoleItem(
            String key,
            String nameZh,
            String nameEn,
            boolean builtIn,
            boolean secondFactor,
            List<String> permissions) {}

    record Catalogue(List<RoleItem> roles, List<Permission> permissions) {}

    private final RoleDesk desk;

    RoleController(RoleDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Permit("access:role:read")
    Catalogue list(@PathVariable String region) {
        var roles =
                desk.of(region).stream()
                        .map(role ->
                                new RoleItem(
                                        role.key(),
                                        role.nameZh(),
                                        role.nameEn(),
                                        role.builtIn(),
                                        role.secondFactor(),
                                        role.permissions().stream().sorted().toList()))
                        .toList();
        return new Catalogue(roles, desk.permissions());
    }

    @PutMapping("/{key}")
    @Permit("access:role:edit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(
            @PathVariable String region,
            @PathVariable @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String key,
            Caller caller,
            @RequestBody @Valid RoleRequest body) {
        desk.put(caller, region, key, List.of(body.nameZh(), body.nameEn()), body.permissions());
    }

    @DeleteMapping("/{key}")
    @Permit("access:role:edit")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String region, @PathVariable String key, Caller caller) {
        desk.remove(caller, region, key);
    }
}
