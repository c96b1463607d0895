package org.huying.live;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Presence;
import org.huying.eventlog.Tail;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What moves in a county, told at once to those who may see it.
@RestController
class LiveController {

    private final Streams streams;
    private final Reader reader;
    private final Presence presence;

    LiveController(Streams streams, Reader reader, Presence presence) {
        this.streams = streams;
        this.reader = reader;
        this.presence = presence;
    }

    /// Server-sent events: `matter` and `whistle` say what took a step (see [Moved.Step]), `notice` that the inbox holds
    /// something new, `reset` that something may have been missed and must be read anew; `hello` begins. After a cut a
    /// client goes on from the id it saw last, in the header or, where it opens a stream by itself, in `after`.
    @GetMapping(value = "/api/v1/{region}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = Moved.Step.class)))
    @Permit(Permit.SIGNED_IN)
    void live(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @RequestHeader(name = "Last-Event-ID", required = false)
                    @Nullable
                    @Pattern(regexp = Tail.FORM)
                    String last,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Tail.FORM) String after,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var place = Optional.ofNullable(last == null ? after : last).map(LiveController::place);
        streams.serve(request, response, () -> open(region, caller, place, request));
    }

    private Source open(
            String region, Caller caller, Optional<Tail.Place> place, HttpServletRequest request) {
        var listener = new Listener(region, Hearing.of(caller));
        reader.join(listener, place);
        return new Source() {
            @Override
            public List<Said> next(Duration patience) throws InterruptedException {
                var taken = listener.take(patience.toMillis());
                return taken.isEmpty()
                        ? reader.reached(listener).map(Said::reached).stream().toList()
                        : taken;
            }

            @Override
            public boolean permitted() {
                var now = presence.of(request);
                now.map(Hearing::of).ifPresent(listener::hearing);
                return now.isPresent();
            }

            @Override
            public void close() {
                reader.leave(listener);
            }
        };
    }

    /// Twenty digits may still be too many for a number of the log.
    private static Tail.Place place(String text) {
        try {
            return Tail.Place.of(text);
        } catch (IllegalArgumentException _) {
            throw Problem.INVALID.with("没有这个续传位置", "There is no such place to go on from");
        }
    }
}
