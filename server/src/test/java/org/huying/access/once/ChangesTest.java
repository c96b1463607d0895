package org.huying.access.once;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.huying.access.Caller;
import org.huying.access.OwnKey;
import org.huying.access.Unkeyed;
import org.huying.access.Unversioned;
import org.huying.database.Postgres;
import org.huying.problem.Seen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint that changes something: what happens when it is asked twice, and whether it asks for the version seen.
@SpringBootTest
@Import(Postgres.class)
class ChangesTest {

    private static final String OF_NO_VERSION =
            """
            DELETE /api/v1/me/sessions/{id}: it can only be ended
            DELETE /api/v1/session: it is the caller's own
            DELETE /api/v1/{region}/accounts/{account}/sessions/{id}: it can only be ended
            DELETE /api/v1/{region}/accounts/{account}/sessions: it can only be ended
            DELETE /api/v1/{region}/accounts/{account}/tokens/{id}: it can only be ended
            DELETE /api/v1/{region}/channels/{channel}: it can only be ended
            DELETE /api/v1/{region}/device-connections/{connection}: it can only be ended
            DELETE /api/v1/{region}/devices/{device}: it can only be ended
            DELETE /api/v1/{region}/follows/{number}: it can only be ended
            DELETE /api/v1/{region}/machines/{account}/secrets/{id}: it can only be ended
            DELETE /api/v1/{region}/me/channels/{channel}: it can only be ended
            DELETE /api/v1/{region}/providers/{provider}: it can only be ended
            DELETE /api/v1/{region}/webhooks/{id}: it can only be ended
            POST /api/v1/{region}/accounts/{account}/tokens: it adds and overwrites nothing
            POST /api/v1/{region}/bookings/{number}/cancel: it is taken once, when it waits for that
            POST /api/v1/{region}/bursts/{id}/acknowledge: it is taken once, when it waits for that
            POST /api/v1/{region}/bursts/{id}/close: it is taken once, when it waits for that
            POST /api/v1/{region}/channels/{channel}/letters/{letter}/resend: it is taken once, when it waits for that
            POST /api/v1/{region}/channels/{channel}/pause: it is taken once, when it waits for that
            POST /api/v1/{region}/channels/{channel}/receipts: what it says stands, whatever stood before
            POST /api/v1/{region}/channels/{channel}/resend: it is taken once, when it waits for that
            POST /api/v1/{region}/channels/{channel}/resume: it is taken once, when it waits for that
            POST /api/v1/{region}/channels/{channel}/test: it adds and overwrites nothing
            POST /api/v1/{region}/coverage/import: what it says stands, whatever stood before
            POST /api/v1/{region}/device-connections/{connection}/messages: it adds and overwrites nothing
            POST /api/v1/{region}/device-connections/{connection}/pause: it is taken once, when it waits for that
            POST /api/v1/{region}/device-connections/{connection}/resume: it is taken once, when it waits for that
            POST /api/v1/{region}/device-connections/{connection}/send: it adds and overwrites nothing
            POST /api/v1/{region}/device-connections/{connection}/try: it adds and overwrites nothing
            POST /api/v1/{region}/devices/{device}/mute: what it says stands, whatever stood before
            POST /api/v1/{region}/devices/{device}/unmute: it is taken once, when it waits for that
            POST /api/v1/{region}/duties/import: what it says stands, whatever stood before
            POST /api/v1/{region}/files/imports/{id}/cancel: it is taken once, when it waits for that
            POST /api/v1/{region}/files/imports/{id}/start: it is taken once, when it waits for that
            POST /api/v1/{region}/files/kinds/{kind}/import: it adds and overwrites nothing
            POST /api/v1/{region}/follows/{number}: it adds and overwrites nothing
            POST /api/v1/{region}/machines/{account}/secrets: it adds and overwrites nothing
            POST /api/v1/{region}/matters/{id}/absorb: it is taken once, when it waits for that
            POST /api/v1/{region}/me/channels/{channel}/browsers: it adds and overwrites nothing
            POST /api/v1/{region}/me/channels/{channel}/code: it is taken once, when it waits for that
            POST /api/v1/{region}/me/channels/{channel}/confirm: it is taken once, when it waits for that
            POST /api/v1/{region}/musters/{id}/answer: it adds and overwrites nothing
            POST /api/v1/{region}/organisations/import: what it says stands, whatever stood before
            POST /api/v1/{region}/partners/{partner}/days/compare: what it says stands, whatever stood before
            POST /api/v1/{region}/partners/{partner}/days/repair: it is taken once, when it waits for that
            POST /api/v1/{region}/partners/{partner}/keys: what it says stands, whatever stood before
            POST /api/v1/{region}/partners/{partner}/messages: it adds and overwrites nothing
            POST /api/v1/{region}/partners/{partner}/parcels/{parcel}/drop: it is taken once, when it waits for that
            POST /api/v1/{region}/partners/{partner}/parcels/{parcel}/resend: it is taken once, when it waits for that
            POST /api/v1/{region}/partners/{partner}/pause: it is taken once, when it waits for that
            POST /api/v1/{region}/partners/{partner}/resend: it is taken once, when it waits for that
            POST /api/v1/{region}/partners/{partner}/resume: it is taken once, when it waits for that
            POST /api/v1/{region}/partners/{partner}/try: it adds and overwrites nothing
            POST /api/v1/{region}/posts/import: what it says stands, whatever stood before
            POST /api/v1/{region}/rating/{token}: it is taken once, when it waits for that
            POST /api/v1/{region}/teams/import: what it says stands, whatever stood before
            POST /api/v1/{region}/territory/import: what it says stands, whatever stood before
            POST /api/v1/{region}/territory/old-grids/import: what it says stands, whatever stood before
            POST /api/v1/{region}/track/{number}/answer: it is taken once, when it waits for that
            POST /api/v1/{region}/track/{number}/rate: it is taken once, when it waits for that
            POST /api/v1/{region}/track/{number}/reopen: it is taken once, when it waits for that
            POST /api/v1/{region}/track/{number}/withdraw: it is taken once, when it waits for that
            POST /api/v1/{region}/webhooks/{id}/deliveries/{delivery}/resend: it is taken once, when it waits for that
            POST /api/v1/{region}/webhooks/{id}/pause: it is taken once, when it waits for that
            POST /api/v1/{region}/webhooks/{id}/resume: it is taken once, when it waits for that
            POST /api/v1/{region}/webhooks/{id}/test: it adds and overwrites nothing
            POST /api/v1/{region}/windows/{window}/hours: it adds and overwrites nothing
            PUT /api/v1/{region}/calendar/days: what it says stands, whatever stood before
            PUT /api/v1/{region}/channels/{channel}/secrets: what it says stands, whatever stood before
            PUT /api/v1/{region}/device-connections/{connection}/password: what it says stands, whatever stood before
            PUT /api/v1/{region}/devices: what it says stands, whatever stood before
            PUT /api/v1/{region}/providers/{provider}/secrets: what it says stands, whatever stood before
            PUT /api/v1/{region}/track/{number}/texting: what it says stands, whatever stood before
            """;

    /// One way to change something, read from the handler mappings.
    record Changing(RequestMethod method, String pattern, HandlerMethod handler) {

        /// Whether it names an existing thing (more than the region stands in braces) or takes many that may be there.
        boolean existing() {
            return method != RequestMethod.POST
                    || pattern.endsWith("/import")
                    || pattern.replace("{region}", "").contains("{");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Test
    void everyChangeOfAnExistingThingAsksForTheVersionSeenOrSaysWhyNot() {
        var changes = changes();
        assertThat(changes).hasSizeGreaterThan(40);
        assertThat(wrong(changes)).isEmpty();
    }

    @Test
    void theseSayWhyTheirAnswerIsNotKept() {
        assertThat(reasons(Unkeyed.class))
                .isEqualTo(
                        """
                        DELETE /api/v1/session: a second time does no harm
                        POST /api/v1/me/password: a secret is not kept
                        POST /api/v1/playbooks/check: a second time does no harm
                        POST /api/v1/residents/code: a secret is not kept
                        POST /api/v1/residents/session: a secret is not kept
                        POST /api/v1/session/outside: a secret is not kept
                        POST /api/v1/session/totp/confirm: a secret is not kept
                        POST /api/v1/session/totp: a secret is not kept
                        POST /api/v1/session: a secret is not kept
                        POST /api/v1/{region}/accounts/{account}/tokens: a secret is not kept
                        POST /api/v1/{region}/audit/verify: a second time does no harm
                        POST /api/v1/{region}/channels/{channel}/receipts: a second time does no harm
                        POST /api/v1/{region}/counters/recompute: a second time does no harm
                        POST /api/v1/{region}/device-connections/{connection}/messages: a second time does no harm
                        POST /api/v1/{region}/device-connections/{connection}/try: a second time does no harm
                        POST /api/v1/{region}/machines/{account}/secrets: a secret is not kept
                        POST /api/v1/{region}/matters/similar: a second time does no harm
                        POST /api/v1/{region}/me/channels/{channel}/browsers: a secret is not kept
                        POST /api/v1/{region}/me/channels/{channel}/code: a secret is not kept
                        POST /api/v1/{region}/me/channels/{channel}/confirm: a secret is not kept
                        POST /api/v1/{region}/partners/{partner}/keys: a secret is not kept
                        POST /api/v1/{region}/partners/{partner}/messages: a second time does no harm
                        POST /api/v1/{region}/partners/{partner}/try: a second time does no harm
                        POST /api/v1/{region}/search/phone: a second time does no harm
                        POST /api/v1/{region}/suggestions/items: a second time does no harm
                        POST /api/v1/{region}/suggestions: a second time does no harm
                        POST /api/v1/{region}/webhooks: a secret is not kept
                        POST /oauth/revoke: a second time does no harm
                        POST /oauth/token: a secret is not kept
                        POST /open311/v2/servicerequestupdates.json: a second time does no harm
                        POST /open311/v2/servicerequestupdates.xml: a second time does no harm
                        POST /open311/v2/servicerequestupdates: a second time does no harm
                        PUT /api/v1/{region}/channels/{channel}/secrets: a secret is not kept
                        PUT /api/v1/{region}/device-connections/{connection}/password: a secret is not kept
                        PUT /api/v1/{region}/providers/{provider}/secrets: a secret is not kept
                        PUT /api/v1/{region}/track/{number}/texting: a second time does no harm
                        """);
    }

    @Test
    void theseSayWhyTheyAskForNoVersion() {
        assertThat(reasons(Unversioned.class)).isEqualTo(OF_NO_VERSION);
    }

    @Test
    void findsAChangeThatDoesNeither() throws NoSuchMethodException {
        assertThat(wrong(List.of(sample("forgetful", "/api/v1/{region}/things/{id}/end"))))
                .hasSize(1);
        assertThat(wrong(List.of(sample("forgetful", "/api/v1/{region}/things")))).isEmpty();
        assertThat(wrong(List.of(sample("careful", "/api/v1/{region}/things/{id}/end")))).isEmpty();
        assertThat(KeyRules.kept(sample("forgetful", "").handler())).isTrue();
        assertThat(KeyRules.kept(sample("secretive", "").handler())).isFalse();
        assertThat(KeyRules.own(sample("own", "").handler())).isTrue();
    }

    static final class Samples {
        void forgetful(Caller caller) {}

        void careful(Seen seen) {}

        @Unkeyed(Unkeyed.SECRET)
        void secretive() {}

        void own(@RequestHeader("Idempotency-Key") String key) {}
    }

    private static Changing sample(String name, String pattern) throws NoSuchMethodException {
        var method =
                Arrays.stream(Samples.class.getDeclaredMethods())
                        .filter(one -> one.getName().equals(name))
                        .findFirst()
                        .orElseThrow();
        return new Changing(RequestMethod.POST, pattern, new HandlerMethod(new Samples(), method));
    }

    private static List<Changing> wrong(List<Changing> changes) {
        return changes.stream()
                .filter(Changing::existing)
                .filter(change -> !asksForVersion(change.handler()))
                .filter(change -> !change.handler().hasMethodAnnotation(Unversioned.class))
                .toList();
    }

    private static boolean asksForVersion(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> {
                    var header = parameter.getParameterAnnotation(RequestHeader.class);
                    return parameter.getParameterType() == Seen.class
                            || parameter.getParameterType().isAnnotationPresent(OwnKey.class)
                            || (header != null && header.value().equals(HttpHeaders.IF_MATCH));
                });
    }

    private String reasons(Class<?> kind) {
        return changes().stream()
                .flatMap(change -> {
                    var unkeyed = change.handler().getMethodAnnotation(Unkeyed.class);
                    var unversioned = change.handler().getMethodAnnotation(Unversioned.class);
                    if (kind == Unkeyed.class) {
                        return unkeyed == null
                                ? java.util.stream.Stream.of()
                                : java.util.stream.Stream.of(change + ": " + unkeyed.value());
                    }
                    return unversioned == null
                            ? java.util.stream.Stream.of()
                            : java.util.stream.Stream.of(change + ": " + unversioned.value());
                })
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private List<Changing> changes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.huying."))
                .flatMap(entry ->
                        entry.getKey().getMethodsCondition().getMethods().stream()
                                .filter(method -> method != RequestMethod.GET)
                                .flatMap(method ->
                                        entry.getKey().getPatternValues().stream()
                                                .map(pattern ->
                                                        new Changing(
                                                                method,
                                                                pattern,
                                                                entry.getValue()))))
                .toList();
    }
}
