package org.huying.matter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.huying.access.Caller;
import org.huying.access.Permit;
import org.huying.access.Unversioned;
import org.huying.calendar.WorkCalendar;
import org.huying.matter.Requests.RateRequest;
import org.huying.matter.loop.Matter;
import org.huying.matter.loop.MatterState.Merged;
import org.huying.matter.loop.MatterState.Verifying;
import org.huying.matter.loop.Refusal;
import org.huying.problem.Language;
import org.huying.problem.Problem;
import org.huying.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Rating by a link that was sent or a code that was printed, without an account.
@RestController
class RatingController {

    private static final String TOKEN = "/api/v1/{region}/rating/{token}";

    /// What the link or the code holds.
    ///
    /// @param path of the page that asks; to be put behind the address of this server
    record Link(String token, String path, OffsetDateTime until) {}

    /// One answer there is.
    record AnswerView(String key, String name) {}

    /// What is asked. `open` is false once it was answered, or is no longer asked.
    record Question(
            String number,
            String title,
            String words,
            @Nullable String outcome,
            boolean open,
            List<AnswerView> answers,
            OffsetDateTime until) {}

    private final MatterDesk desk;
    private final MatterMoves moves;
    private final RatingLinks links;
    private final RatingSettings settings;

    RatingController(
            MatterDesk desk, MatterMoves moves, RatingLinks links, RatingSettings settings) {
        this.desk = desk;
        this.moves = moves;
        this.links = links;
        this.settings = settings;
    }

    /// A token for the asking that runs now. Never for whoever handled it.
    @GetMapping("/api/v1/{region}/matters/{id}/rating-link")
    @Permit("matter:matter:invite")
    Link link(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable UUID id,
            Caller caller) {
        var matter = moves.seen(new MatterId(region, id), caller);
        if (!Sight.may(caller, Act.INVITE, matter)) {
            throw Problem.FORBIDDEN.plain();
        }
        if (!asked(matter)) {
            throw refused(Refusal.WRONG_STATE);
        }
        if (matter.aside().trail().handler().filter(caller.account()::equals).isPresent()) {
            throw refused(Refusal.SAME_PERSON);
        }
        var until = desk.now().plus(RatingLinks.VALID);
        var token = links.token(matter, until);
        return new Link(
                token,
                settings.page(region, token),
                until.atZone(WorkCalendar.ZONE).toOffsetDateTime());
    }

    @GetMapping(TOKEN)
    @Permit(Permit.OPEN)
    Question question(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 100) String token,
            HttpServletRequest request) {
        var rating = rating(region, token);
        return question(rating, matter(rating), Language.of(request));
    }

    /// Answers once. `way` is `link` if not said; a printed code says `code`.
    @PostMapping(TOKEN)
    @Unversioned(Unversioned.WAITS)
    @Permit(Permit.OPEN)
    Question rate(
            @PathVariable @Pattern(regexp = "\\d{6}") String region,
            @PathVariable @Size(max = 100) String token,
            @RequestBody @Valid RateRequest body,
            HttpServletRequest request) {
        var rating = rating(region, token);
        var matter = matter(rating);
        var move = TrackController.move(matter, request);
        var rated =
                rating.opens(matter)
                        ? moves.take(move, body.command())
                        : moves.before(matter, Act.RATE, move)
                                .orElseThrow(() ->
                                        Problem.CONFLICT.with(
                                                "已经评价过了，或不再等待评价",
                                                "It was rated, or is no longer asked about"));
        return question(rating, rated, Language.of(request));
    }

    private RatingLinks.Rating rating(String region, String token) {
        return links.read(region, token, desk.now()).orElseThrow(Problem.NOT_FOUND::plain);
    }

    private Matter matter(RatingLinks.Rating rating) {
        return desk.find(rating.matter()).orElseThrow(Problem.NOT_FOUND::plain);
    }

    private Question question(RatingLinks.Rating rating, Matter matter, Language language) {
        var answers =
                moves.playbook(matter).matter().ratingAnswers().entrySet().stream()
                        .map(it ->
                                new AnswerView(
                                        it.getKey(),
                                        language.pick(
                                                it.getValue().name().zh(),
                                                it.getValue().name().en())))
                        .toList();
        return new Question(
                matter.report().number(),
                PlainWords.title(matter.report().title()),
                PlainWords.state(StateName.of(matter.state()), language),
                matter.state().result().orElse(null),
                asked(matter) && rating.opens(matter),
                answers,
                rating.until().atZone(WorkCalendar.ZONE).toOffsetDateTime());
    }

    private static boolean asked(Matter matter) {
        return matter.state() instanceof Verifying || matter.state() instanceof Merged;
    }

    private static ProblemException refused(Refusal why) {
        return Problem.REFUSED.with(why.zh(), why.en()).and("reason", why.name());
    }
}
