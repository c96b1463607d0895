package org.huying.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.huying.Api;
import org.huying.Town;
import org.huying.access.MovableClock;
import org.huying.database.Postgres;
import org.huying.playbook.WindowKind.Hours;
import org.huying.territory.Territory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Appointments through the API, by people without an account and by those who receive, on a clock that the test moves.
@SpringBootTest(properties = "huying.access.second-factor=false")
@AutoConfigureMockMvc
@Import({Postgres.class, Town.class, Api.class, BookingEdgeTest.Time.class})
class BookingEdgeTest {

    private static final AtomicInteger PHONES = new AtomicInteger();
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:30:00Z");

    /// Stands on Monday, 2 March 2026, half past eight, until it is moved.
    @TestConfiguration(proxyBeanMethods = false)
    static class Time {
        @Bean
        @Primary
        MovableClock moving() {
            return new MovableClock(MONDAY);
        }
    }

    @Autowired MockMvcTester http;
    @Autowired Api api;
    @Autowired Town town;
    @Autowired Territory territory;
    @Autowired MovableClock clock;

    private String place = "";
    private String desk = "";

    @BeforeEach
    void town() {
        town.ready();
        clock.move(Duration.between(clock.instant(), MONDAY));
        var street = territory.children(Town.COUNTY, MONDAY).get(1).code();
        place = territory.children(street, MONDAY).getFirst().code().value();
        desk = town.token("county-desk", Optional.empty());
    }

    @Test
    void aSlotHasSoManySeatsAndNoMore() {
        var start = "2026-03-03T09:00:00+08:00";
        assertThat(book(start, phone())).hasStatus(201);
        assertThat(book(start, phone())).hasStatus(201);
        assertThat(book(start, phone())).hasStatus(409);
        var slots =
                api.body(
                        api.get(
                                "",
                                "/windows/service-window/slots?from=2026-03-03&days=1&area="
                                        + place));
        assertThat(slots.at("/slots/0/free").asInt()).isZero();
        assertThat(slots.at("/slots/1/free").asInt()).isEqualTo(2);
        assertThat(slots.at("/slots").size()).isEqualTo(14);
        assertThat(book("2026-03-03T12:30:00+08:00", phone())).hasStatus(422);
        assertThat(book("2026-03-08T09:00:00+08:00", phone())).as("a Sunday").hasStatus(422);
        assertThat(book("2026-04-20T09:00:00+08:00", phone())).as("too far").hasStatus(422);
    }

    @Test
    void whoeverBookedFollowsAndCancelsByNumberAndSecretAndTheSeatIsFreeAgain() {
        var receipt = api.body(book("2026-03-04T09:00:00+08:00", phone()));
        var number = receipt.at("/booking/number").asString();
        var secret = receipt.at("/trackingSecret").asString();
        assertThat(number).startsWith("370481-P260304-");
        assertThat(own(HttpMethod.GET, number, "", "AAAABBBBCCCCDDDD")).hasStatus(404);
        assertThat(own(HttpMethod.GET, number, "", secret)).hasStatusOk();
        var gone = api.body(own(HttpMethod.POST, number, "/cancel", secret));
        assertThat(gone.at("/state").asString()).isEqualTo("CANCELLED");
        assertThat(own(HttpMethod.POST, number, "/cancel", secret)).hasStatus(409);
        assertThat(book("2026-03-04T09:00:00+08:00", phone())).hasStatus(201);
        assertThat(book("2026-03-04T09:00:00+08:00", phone())).hasStatus(201);
    }

    @Test
    void aVisitIsKeptOrMissedAndAMatterMayComeOfIt() {
        var kept = "2026-03-05T09:00:00+08:00";
        assertThat(book(kept, phone())).hasStatus(201);
        assertThat(book("2026-03-05T09:30:00+08:00", phone())).hasStatus(201);
        api.drain();
        assertThat(api.body(api.get(desk, "/inbox")).toString()).doesNotContain("张三");
        var visits = api.body(api.get(desk, "/visits?day=2026-03-05&area=" + place));
        assertThat(visits.at("/visits").size()).isEqualTo(2);
        assertThat(visits.at("/visits/0/visitor").asString()).isEqualTo("张*");
        var first = visits.at("/visits/0/id").asString();
        var second = visits.at("/visits/1/id").asString();
        assertThat(visits.at("/visits/0/steps").toString()).isEqualTo("[\"cancel\"]");
        assertThat(reason(close(first, "keep", "{}"))).isEqualTo("TOO_EARLY");
        clock.move(Duration.ofDays(3).plusHours(2));
        var begun = api.body(api.get(desk, "/visits?day=2026-03-05&area=" + place));
        assertThat(begun.at("/visits/0/steps").toString())
                .isEqualTo("[\"keep\",\"miss\",\"cancel\"]");
        var reader =
                api.body(
                        api.get(
                                town.token("leader", Optional.empty()),
                                "/visits?day=2026-03-05&area=" + place));
        assertThat(reader.at("/visits/0/steps").size()).as("who only reads").isZero();
        var matter = api.report(desk, "来访反映路灯");
        var done =
                api.body(
                        close(
                                first,
                                "keep",
                                "{\"note\":\"谈了\",\"matter\":\"%s\"}".formatted(matter)));
        assertThat(done.at("/booking/state").asString()).isEqualTo("KEPT");
        assertThat(done.at("/matter").asString()).isEqualTo(matter);
        assertThat(done.at("/steps").size()).isZero();
        assertThat(close(second, "miss", "{\"note\":\"没来\"}")).hasStatusOk();
        assertThat(reason(close(first, "miss", "{\"note\":\"没来\"}", 2))).isEqualTo("WRONG_STATE");
        var look = api.body(api.get(desk, "/visits/" + first + "/visitor?purpose=联系"));
        assertThat(look.at("/name").asString()).isEqualTo("张三");
        var figures =
                api.body(
                        api.get(
                                desk,
                                "/visits/figures?from=2026-03-05&to=2026-03-05&area=" + place));
        assertThat(figures.at("/windows/0/kept").asInt()).isOne();
        assertThat(figures.at("/windows/0/missed").asInt()).isOne();
        assertThat(figures.at("/windows/0/matters").asInt()).isOne();
    }

    @Test
    void aPlaceSetsItsOwnHoursAndTheSameRequestBooksOnce() {
        var own =
                "{\"area\":\"%s\",\"from\":\"2026-03-09\",\"hours\":[\"sun 10:00-11:00\"],\"reason\":\"春季\"}"
                        .formatted(place);
        assertThat(api.post(desk, "/windows/service-window/hours", own)).hasStatus(204);
        assertThat(api.post(desk, "/windows/service-window/hours", own.replace("sun", "someday")))
                .hasStatus(422);
        assertThat(api.post("", "/windows/service-window/hours", own)).hasStatus(401);
        assertThat(book("2026-03-10T09:00:00+08:00", phone())).hasStatus(422);
        var key = UUID.randomUUID().toString();
        var phone = phone();
        var one = api.body(book("2026-03-15T10:00:00+08:00", phone, key));
        var again = api.body(book("2026-03-15T10:00:00+08:00", phone, key));
        assertThat(again.at("/booking/number").asString())
                .isEqualTo(one.at("/booking/number").asString());
        assertThat(api.body(api.get("", "/windows?area=" + place)).at("/windows/0/key").asString())
                .isEqualTo("service-window");
    }

    @Test
    void nobodyBooksWithoutEnd() {
        var phone = phone();
        for (var time : List.of("14:00", "14:30", "15:00")) {
            assertThat(book("2026-03-06T" + time + ":00+08:00", phone)).hasStatus(201);
        }
        assertThat(reason(book("2026-03-06T15:30:00+08:00", phone))).isEqualTo("TOO_MANY");
    }

    @Test
    void slotsFollowTheHoursAndHolidaysAreClosed() {
        var hours = List.of(Hours.parse("mon-fri 09:00-10:15"), Hours.parse("sat 09:00-09:30"));
        var half = Duration.ofMinutes(30);
        assertThat(Slot.of(LocalDate.of(2026, 3, 2), hours, half, true)).hasSize(2);
        assertThat(Slot.of(LocalDate.of(2026, 3, 2), hours, half, false)).isEmpty();
        assertThat(Slot.of(LocalDate.of(2026, 3, 7), hours, half, false)).hasSize(1);
        assertThat(hours.getFirst()).hasToString("mon-fri 09:00-10:15");
    }

    private String phone() {
        return "1370000%04d".formatted(PHONES.incrementAndGet());
    }

    private MvcTestResult book(String start, String phone) {
        return book(start, phone, UUID.randomUUID().toString());
    }

    private MvcTestResult book(String start, String phone, String key) {
        return http.post()
                .uri(Api.PLACE + "/bookings")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"window":"service-window","area":"%s","start":"%s","subject":"问医保","name":"张三","phone":"%s"}
                        """
                                .formatted(place, start, phone))
                .exchange();
    }

    private MvcTestResult own(HttpMethod method, String number, String act, String secret) {
        return http.method(method)
                .uri(Api.PLACE + "/bookings/" + number + act)
                .header("X-Tracking-Secret", secret)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .exchange();
    }

    private MvcTestResult close(String id, String act, String body) {
        return close(id, act, body, 1);
    }

    private MvcTestResult close(String id, String act, String body, int version) {
        return http.post()
                .uri(Api.PLACE + "/visits/" + id + "/" + act)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + desk)
                .header(HttpHeaders.IF_MATCH, "\"" + version + "\"")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String reason(MvcTestResult refused) {
        assertThat(refused).hasStatus(409);
        return api.body(refused).at("/reason").asString();
    }
}
