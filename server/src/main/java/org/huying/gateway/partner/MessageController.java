package org.huying.gateway.partner;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.huying.access.Caller;
import org.huying.access.Callers;
import org.huying.access.Permit;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where a partner's own program calls: with the token of its account, and every call signed.
@RestController
@RequestMapping("/api/v1/{region}/partners/{partner}")
class MessageController {

    static final String SEND = "gateway:partner:send";
    static final String REGION = "\\d{6}";
    static final String KEY = "[a-z0-9][a-z0-9-]{1,35}";

    private static final int PAGE = 1_000;

    /// @param order the partner's own number
    /// @param number ours; null while the order is awaited
    /// @param outcome `opened`, `repeated`, `updated`, `older`, `noted`, `redone`, `withdrawn` or `waiting`
    record MessageAnswer(String order, @Nullable String number, String outcome) {}

    /// @param next where the next page begins; null for none
    record Numbers(List<String> numbers, @Nullable String next) {}

    private final Door door;
    private final Inbox inbox;
    private final Orders orders;
    private final ParcelLog log;

    MessageController(Door door, Inbox inbox, Orders orders, ParcelLog log) {
        this.door = door;
        this.inbox = inbox;
        this.orders = orders;
        this.log = log;
    }

    /// An order, a change of one, an urge, a return or a withdrawal, in the partner's own words (JSON, at most 512 KB). 201
    /// for a new matter, 202 for what waits for its order, 200 for everything else that was taken. What was answered with
    /// one of these is stored; anything else may be sent again.
    @PostMapping("/messages")
    @Permit(SEND)
    @Unkeyed(Unkeyed.HARMLESS)
    @Unversioned(Unversioned.ADDS)
    ResponseEntity<MessageAnswer> message(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            Caller caller,
            HttpServletRequest request) {
        var let = door.through(region, partner, caller, request);
        var in = let.partner().mapping().in().orElseThrow(Problem.NOT_FOUND::plain);
        var answer = inbox.take(let.partner(), caller, Reading.message(let.body(), in), let.body());
        return ResponseEntity.status(status(answer.outcome()))
                .body(
                        new MessageAnswer(
                                answer.order(),
                                answer.number().orElse(null),
                                answer.outcome().key()));
    }

    private static HttpStatus status(Inbox.Outcome outcome) {
        return switch (outcome) {
            case OPENED -> HttpStatus.CREATED;
            case WAITING -> HttpStatus.ACCEPTED;
            case REPEATED, UPDATED, OLDER, NOTED, REDONE, WITHDRAWN -> HttpStatus.OK;
        };
    }

    /// What is here of a day, for the partner's own reconciliation: numbers of its orders (`orders`), or of those whose
    /// result was delivered (`results`). At most 1 000, after `after`.
    @GetMapping("/numbers")
    @Permit(SEND)
    Numbers numbers(
            @PathVariable @Pattern(regexp = REGION) String region,
            @PathVariable @Pattern(regexp = KEY) String partner,
            @RequestParam LocalDate day,
            @RequestParam @Pattern(regexp = "orders|results") String what,
            @RequestParam(defaultValue = "") @Size(max = 64) String after,
            HttpServletRequest request) {
        var let = door.through(region, partner, Callers.of(request), request);
        var numbers =
                what.equals("orders")
                        ? orders.ofDay(let.partner(), day, after, PAGE + 1)
                        : log.results(let.partner(), day, after, PAGE + 1);
        boolean more = numbers.size() > PAGE;
        var shown = more ? numbers.subList(0, PAGE) : numbers;
        return new Numbers(List.copyOf(shown), more ? shown.getLast() : null);
    }
}
