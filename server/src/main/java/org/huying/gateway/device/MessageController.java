package org.huying.gateway.device;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.gateway.device.ConnectionController.SentView;
import org.huying.gateway.sending.Utf8;
import org.huying.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where devices that speak HTTP post their messages, with the token of their connection's account.
@RestController("deviceMessageController")
@RequestMapping("/api/v1/{region}/device-connections/{connection}")
class MessageController {

    private final Connections connections;
    private final Intake intake;

    MessageController(Connections connections, Intake intake) {
        this.connections = connections;
        this.intake = intake;
    }

    /// One message (JSON, at most 16 KB), read as if it had been published under `topic`. 200 for what was taken now or
    /// before; 422 for what cannot be read, or is of no device that is registered: sending it again does not help.
    @PostMapping(path = "/messages", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Permit("gateway:device:send")
    @Unkeyed(Unkeyed.HARMLESS)
    @Unversioned(Unversioned.ADDS)
    ResponseEntity<SentView> deviceMessage(
            @PathVariable @Pattern(regexp = ConnectionController.REGION) String region,
            @PathVariable @Pattern(regexp = ConnectionController.KEY) String connection,
            @RequestParam @NotBlank @Size(max = 200) String topic,
            @RequestBody byte[] body,
            Caller caller) {
        var found =
                connections
                        .find(region, connection)
                        .filter(it -> it.account().filter(caller.account()::equals).isPresent())
                        .filter(it -> it.plan().means() instanceof Plan.Means.Http)
                        .orElseThrow(Problem.NOT_FOUND::plain);
        if (found.paused()) {
            throw Problem.REFUSED.with("这个连接停用了", "This connection is paused");
        }
        var taken = intake.take(found, topic, Utf8.text(body, Heard.LARGEST));
        var status =
                switch (taken.outcome()) {
                    case TAKEN, REPEATED -> HttpStatus.OK;
                    case UNREAD, STRANGE -> HttpStatus.UNPROCESSABLE_CONTENT;
                };
        return ResponseEntity.status(status).body(SentView.of(taken));
    }
}
