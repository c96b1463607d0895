package org.huying.access.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.access.machine.ClientSecrets;
import org.huying.access.machine.Machine;
import org.huying.access.machine.Machines;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The secrets by which a machine gets short-lived tokens.
@RestController
@RequestMapping("/api/v1/{region}/machines/{account}/secrets")
class MachineSecretController {
    private static final String EDIT = "access:token:edit";

    record ClientSecretRequest(
            @NotBlank @Size(max = 60) String name, @Nullable OffsetDateTime expiresAt) {}

    /// The secret is shown this once.
    record IssuedSecret(UUID id, String clientId, String secret) {}

    /// @param usedAt when it last got a token
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ClientSecretItem(
            UUID id,
            String name,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime expiresAt,
            @Nullable OffsetDateTime usedAt) {

        static ClientSecretItem of(ClientSecrets.Listed it) {
            return new ClientSecretItem(
                    it.id(),
                    it.name(),
                    Times.of(it.createdAt()),
                    Times.of(it.expiresAt()),
                    Times.of(it.usedAt()));
        }
    }

    private final ClientSecrets secrets;
    private final Machines machines;

    MachineSecretController(ClientSecrets secrets, Machines machines) {
        this.secrets = secrets;
        this.machines = machines;
    }

    @GetMapping
    @Permit(value = EDIT, whole = true)
    List<ClientSecretItem> clientSecrets(@PathVariable String region, @PathVariable UUID account) {
        var machine = new Machine(region, account);
        machines.one(machine);
        return secrets.of(machine).stream().map(ClientSecretItem::of).toList();
    }

    @PostMapping
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.CREATED)
    @Unkeyed(Unkeyed.SECRET)
    @Unversioned(Unversioned.ADDS)
    IssuedSecret issueClientSecret(
            @PathVariable String region,
            @PathVariable UUID account,
            Caller caller,
            @RequestBody @Valid ClientSecretRequest body) {
        var expires = Optional.ofNullable(body.expiresAt()).map(OffsetDateTime::toInstant);
        var issued = secrets.issue(caller, new Machine(region, account), body.name(), expires);
        return new IssuedSecret(issued.id(), issued.client(), issued.secret().text());
    }

    @DeleteMapping("/{id}")
    @Permit(value = EDIT, whole = true)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Unversioned(Unversioned.ENDS)
    void revokeClientSecret(
            @PathVariable String region,
            @PathVariable UUID account,
            @PathVariable UUID id,
            Caller caller) {
        secrets.revoke(caller, new Machine(region, account), id);
    }
}
