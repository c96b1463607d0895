package org.huying.front;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.huying.access.Permit;
import org.huying.live.Said;
import org.huying.live.Source;
import org.huying.live.Streams;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The pulse of a county as it beats, for everybody: once a second at most, and the same for all who look on.
@RestController
class PulseStream {
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final PulseController pulses;
    private final Streams streams;
    private final JsonMapper json;

    PulseStream(PulseController pulses, Streams streams, JsonMapper json) {
        this.pulses = pulses;
        this.streams = streams;
        this.json = json;
    }

    /// Server-sent events `pulse`, each a whole pulse; there is nothing to go on from.
    @GetMapping(value = "/api/v1/{region}/live/pulse", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = PulseController.Pulse.class)))
    @Permit(Permit.OPEN)
    void livePulse(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        streams.serve(request, response, () -> beats(region));
    }

    private Source beats(String region) {
        return patience -> {
            if (patience.isPositive()) {
                Thread.sleep(BEAT.compareTo(patience) < 0 ? BEAT : patience);
            }
            return List.of(new Said("", "pulse", json.writeValueAsString(pulses.pulse(region))));
        };
    }
}
